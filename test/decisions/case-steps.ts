/** Steps of cases that several tests take, and what they look at afterwards. */
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import type { EnactmentInput } from '../../server/decisions/enactment.service.js';
import type { ProposalInput } from '../../server/decisions/propose.rules.js';
import type { DecisionWorld } from './decision-world.js';
import { done } from './decision-world.js';

/** Officers of the world that no case was made for yet, so that one world serves many tests. */
export class Supply {
  private next = 0;

  constructor(private readonly town: DecisionWorld) {}

  take(count = 1): { officerId: string; findingId: string }[] {
    const taken = this.town.never.slice(this.next, (this.next += count));
    if (taken.length < count) throw new Error('The world has no more officers: build it with more.');
    return taken;
  }

  one(): { officerId: string; findingId: string } {
    return this.take()[0]!;
  }

  findings(count = 1): string[] {
    return this.take(count).map(({ findingId }) => findingId);
  }
}

/** Every member votes for it: closed by itself as soon as nobody can turn it. */
export async function adopt(town: DecisionWorld, id: string): Promise<void> {
  for (let i = 0; (await town.state(id)) === 'VOTING'; i++) await town.vote(id, ['FOR'], i);
}

export async function adopted(town: DecisionWorld, findingIds: string[], input: Partial<ProposalInput> = {}): Promise<string[]> {
  const ids = await town.voting(findingIds.length, { findingIds, ...input });
  for (const id of ids) await adopt(town, id);
  return ids;
}

export async function inForce(
  town: DecisionWorld,
  findingIds: string[],
  input: Partial<ProposalInput> = {},
  enactment: EnactmentInput = {},
): Promise<string[]> {
  const ids = await adopted(town, findingIds, input);
  done(await enterIntoForce(town.secretary, ids, enactment));
  return ids;
}

export interface CaseFacts {
  state: string;
  is_pending: boolean;
  reference: string;
  number: string | null;
  served_on: string | null;
  explain_until: string | null;
  explanation: string | null;
  explained_on: string | null;
  answer: string | null;
  answered_at: Date | null;
  lapses: number;
  in_force_on: string | null;
  appeal_until: string | null;
  award_titles: string[];
  award_year: number | null;
  ended_by_id: string | null;
  signed_by: string | null;
  docket: string | null;
  mailbox_address: string | null;
  committee_id: string;
}

export async function caseOf(town: DecisionWorld, id: string): Promise<CaseFacts> {
  const [row] = await town.rows<CaseFacts>(
    `select state, is_pending, reference, number, served_on::text, explain_until::text, explanation, explained_on::text, answer, answered_at, lapses,
       in_force_on::text, appeal_until::text, award_titles, award_year, ended_by_id, signed_by, docket, mailbox_address, committee_id
     from decision where id = ?`,
    [id],
  );
  return row!;
}

export interface VoteFacts {
  id: string;
  purpose: string;
  base: number;
  quorum: number;
  present: number;
  for: number;
  against: number;
  abstain: number;
  is_open: boolean;
  result: string | null;
  ended_by: string | null;
  closes_at: string;
  rule: { quorum: string; majority: string; minimumVoters: number };
}

/** The votes on a case, the first one first. */
export const votesOf = (town: DecisionWorld, id: string): Promise<VoteFacts[]> =>
  town.rows<VoteFacts>(
    `select id, purpose, base, quorum, present, "for", against, abstain, is_open, result, ended_by, closes_at, rule from decision_vote
     where decision_id = ? order by number`,
    [id],
  );

/** Kind and state of the orders of a case, in their order. */
export const ordersOf = async (town: DecisionWorld, id: string): Promise<string[]> =>
  (await town.rows<{ text: string }>(`select kind || ' ' || state as text from mail_order where decision_id = ? order by id`, [id])).map(
    ({ text }) => text,
  );

/** What mail systems are expected to show for an officer's mailbox. */
export const expectedOf = async (town: DecisionWorld, officerId: string): Promise<string | undefined> =>
  (
    await town.rows<{ s: string }>('select m.expected_state as s from officer o join mailbox m on m.id = o.mailbox_id where o.id = ?', [
      officerId,
    ])
  )[0]?.s;

/** What is recorded of an exclusion: each status, and whether it still holds. */
export const exclusionsOf = async (town: DecisionWorld, id: string): Promise<string[]> =>
  (
    await town.rows<{ text: string }>(
      `select status || case when recorded_until is null then '' else ' until' end as text from award_exclusion where decision_id = ? order by recorded_from, id`,
      [id],
    )
  ).map(({ text }) => text);

export const lettersOf = async (town: DecisionWorld, id: string): Promise<string[]> =>
  (await town.rows<{ kind: string }>(`select kind from letter where about = ? order by created_at, id`, [`decision:${id}`])).map(
    ({ kind }) => kind,
  );

/** What happened to a case, in its order. */
export const historyOf = async (town: DecisionWorld, id: string): Promise<string[]> =>
  (await town.rows<{ action: string }>('select action from decision_event where decision_id = ? order by id', [id])).map(
    ({ action }) => action,
  );
