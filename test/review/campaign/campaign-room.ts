/** A small city in which a review is held as a campaign, and what its people ask of it over GraphQL. */
import { expect } from '@jest/globals';
import { forgetSessions } from '../../../server/identity/session-cache.js';
import type { Ask, World } from '../../support/world.js';
import { city, type City, WINDOW } from '../review-world.js';

export const OPEN = `mutation ($input: ReviewOpenInput!) { reviewOpen(input: $input) {
  review { id reference stage silence checkUntil decideUntil contestUntil rerunScope rerunOf { reference } steps { kind dueAt doneAt letters unreached }
    progress { agencies submitted confirmed overdue findings answered openContests unanswered }
    findings(first: 20) { nodes { id tier officer { code } } } }
  userErrors { code rule path } } }`;
export const ANSWER_FOR = `mutation ($ids: [ID!]!, $answer: CheckAnswer!, $note: String, $seconds: Int, $attachmentId: ID) {
  findingAnswer(ids: $ids, answer: $answer, note: $note, seconds: $seconds, attachmentId: $attachmentId) {
    findings { id tier signals contestNote answer { answer checkedBy isByTaskForce } } userErrors { code rule path message } } }`;
const CHECK = 'agencyCheck { id state head { fullName } answered findings availableActions } userErrors { code rule path message }';
export const CHECKS = `query ($where: AgencyCheckWhere) { agencyChecks(first: 10, where: $where) { totalCount nodes {
  id state isOverdue findings answered contested agency { code } head { officerId } availableActions signals medianSeconds list { code tier answer } } } }`;
const act = (name: string, args = '', values = '') => `mutation ($id: ID!${args}) { ${name}(id: $id${values}) { ${CHECK} } }`;
export const SUBMIT = act('agencyCheckSubmit');
export const CONFIRM = act('agencyCheckConfirm', ', $paper: CheckPaperInput', ', paper: $paper');
export const RETURN = act('agencyCheckReturn', ', $reason: String!', ', reason: $reason');
export const NAME_HEAD = act('agencyCheckNameHead', ', $officerId: ID!', ', officerId: $officerId');

export const PLAN = { checkDays: 5, decideDays: 5, remindDays: [3], escalateDays: 1, silence: 'FINDING_STAYS', tellsOfficers: true };

export const idOf = (review: any, code: string): string => review.findings.nodes.find((finding: any) => finding.officer.code === code).id;
export const errorsOf = (payload: any): string[] => payload.userErrors.map(({ code, rule }: any) => `${code} ${rule ?? ''}`.trim());

/** What the one field of a document answers. */
export async function done(ask: Ask, text: string, variables: Record<string, unknown>): Promise<any> {
  const { data, errors } = await ask(text, variables);
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
}

export async function answer(ask: Ask, ids: string[], more: Record<string, unknown> = {}): Promise<any> {
  return done(ask, ANSWER_FOR, { ids, answer: 'CONFIRMED', ...more });
}

export class CampaignRoom {
  private constructor(
    readonly world: World,
    readonly here: City,
    readonly taskForce: Ask,
    readonly contact: Ask,
    /** Officer who leads the agency. */
    readonly head: Ask,
  ) {}

  static async build(world: World): Promise<CampaignRoom> {
    await world.clear();
    const here = await city(world, { contestDays: 5 });
    const [taskForce, contact] = [await world.signIn('TASK_FORCE'), await world.signIn('AGENCY_CONTACT', here.agency)];
    return new CampaignRoom(world, here, taskForce, contact, await world.signIn('OFFICER', here.leader));
  }

  open(input: Record<string, unknown> = {}): Promise<any> {
    return done(this.taskForce, OPEN, { input: { title: 'Quý IV', windowTo: WINDOW.to, plan: PLAN, ...input } });
  }

  /** The check of the agency, as somebody sees it. */
  async checkOf(ask: Ask = this.taskForce): Promise<any> {
    return (await ask(CHECKS, {})).data.agencyChecks.nodes[0];
  }

  /** Days later the same people come again. */
  async later(at: Date): Promise<void> {
    this.world.ground.clock.stopAt(at);
    await this.world.asOwner(`update session set expires_at = '9999-01-01', last_used_at = '${at.toISOString()}'`);
    forgetSessions(this.world.ground);
  }

  letters(kind: string): Promise<{ officer_id: string; body: string; about: string }[]> {
    const query = 'select officer_id, body, about from letter where kind = ? order by created_at, id';
    return this.world.ground.orm.em.fork().execute(query, [kind]);
  }
}
