/** Making committees, giving and ending seats, adopting voting rules. Everything rests on a legal basis and stands in the record. */
import { ref } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Act, type Acting, perform } from '../identity/command.js';
import { addRole } from '../identity/added-role.js';
import { forgetSessions } from '../identity/session-cache.js';
import { User } from '../identity/user.entity.js';
import { addDays, type Day } from '../kernel/calendar.js';
import { dateIn } from '../kernel/language.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { committeeAccess } from './committee.access.js';
import { Committee, CommitteeMember, VotingRule } from './committee.entity.js';
import { COMMITTEE_TEXTS } from './committee.messages.js';
import { cleanTexts, textFaults } from './committee-text.rules.js';
import { holdsOn, memberFaults } from './seats.rules.js';
import { type DecisionKind, type Seat, votes } from './vocabulary.js';
import { ruleFaults, type RuleValues } from './voting-rule.rules.js';

export interface CommitteeInput {
  code: string;
  name: string;
  competences: readonly DecisionKind[];
  effectiveOn: Day;
  legalBasis: string;
  numberSymbol?: string | null;
  members: readonly { userId: string; seat: Seat }[];
}

/** A new committee with its first members. DUPLICATE when the code is taken. */
export async function createCommittee(acting: Acting, input: CommitteeInput): Promise<string> {
  const id = await perform(acting, async (act) => {
    act.allow(committeeAccess.changeCommittees, undefined);
    const texts = cleanTexts(input);
    const competences = [...new Set(input.competences)];
    const faults = [...textFaults(texts), ...memberFaults(input.members), ...(await userFaults(act, input.members))];
    if (competences.length === 0)
      faults.push({ code: 'REQUIRED', path: ['input', 'competences'], message: { text: COMMITTEE_TEXTS.noCompetence } });
    if (faults.length > 0) throw new Refusal(...faults);
    await refuseTakenCode(act.em, texts.code);
    const committee = newCommittee(act, { ...texts, competences, effectiveOn: input.effectiveOn });
    for (const { userId, seat } of input.members) seatNow(act, committee, userId, seat, input.effectiveOn);
    await letVote(act, input.members);
    act.record('committee.create', `committee:${committee.id}`, { ...texts, competences, effectiveOn: input.effectiveOn });
    return committee.id;
  });
  forgetSessions(acting.ground);
  return id;
}

/** Whoever has a seat with a vote may vote: the role comes with the seat, so that nobody is counted who cannot take part (D-4). */
export const letVote = (act: Act, members: readonly { userId: string; seat: Seat }[]): Promise<void> =>
  addRole(
    act,
    members.filter(({ seat }) => votes(seat)).map(({ userId }) => userId),
    'COMMITTEE_MEMBER',
  );

export function newCommittee(
  act: Act,
  facts: Pick<Committee, 'code' | 'name' | 'competences' | 'effectiveOn' | 'legalBasis'> & { numberSymbol?: string },
): Committee {
  const committee = act.em.create(Committee, facts as never);
  act.em.persist(committee);
  return committee;
}

export function seatNow(act: Act, committee: Committee, userId: string, seat: Seat, fromOn: Day, untilOn: Day | null = null): void {
  const user = ref(act.em.getReference(User, userId));
  act.em.persist(act.em.create(CommitteeMember, { committee, user, seat, fromOn, untilOn } as never));
}

export async function refuseTakenCode(em: SqlEntityManager, code: string): Promise<void> {
  if ((await em.count(Committee, { code })) === 0) return;
  throw new Refusal({ code: 'DUPLICATE', path: ['input', 'code'], message: { text: COMMITTEE_TEXTS.codeTaken, values: { code } } });
}

/** Everybody who is named has an account that is in use. */
export async function userFaults(act: Act, members: readonly { userId: string; seat: Seat }[]): Promise<Reason[]> {
  const ids = members.map(({ userId }) => userId).filter(isId);
  const known = new Set((await act.em.find(User, { id: { $in: ids }, disabledAt: null })).map(({ id }) => id));
  const admins = new Set(
    (
      await act.em.execute<{ id: string }[]>(`select user_id as id from role_grant where role = 'ADMIN' and user_id = any(?::uuid[])`, [
        `{${ids.join(',')}}`,
      ])
    ).map(({ id }) => id),
  );
  return members.flatMap(({ userId, seat }, i): Reason[] => {
    const path = ['input', 'members', String(i), 'userId'];
    if (!known.has(userId)) return [{ code: 'NOT_FOUND', path, message: { text: COMMITTEE_TEXTS.userUnknown } }];
    return admins.has(userId) && votes(seat)
      ? [{ code: 'RULE_VIOLATED', rule: 'C-1', path, message: { text: COMMITTEE_TEXTS.adminVotes } }]
      : [];
  });
}

/** The committee, locked; refused where it is closed on the day from which something shall hold. */
export async function loadOpenCommittee(act: Act, id: string, day: Day, path: string[]): Promise<Committee> {
  const committee = await act.load(Committee, id, path);
  if (committee.closedOn && committee.closedOn <= day) {
    const values = { day: dateIn('vi', committee.closedOn) };
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'C-2', path, message: { text: COMMITTEE_TEXTS.closed, values } });
  }
  return committee;
}

export interface SeatInput {
  committeeId: string;
  userId: string;
  seat: Seat;
  fromOn: Day;
}

/** Gives somebody a seat from a day on; a seat held so far ends the day before, and so does that of a chair who is followed. */
export async function seatMember(acting: Acting, input: SeatInput): Promise<string> {
  const id = await perform(acting, async (act) => {
    act.allow(committeeAccess.changeCommittees, undefined);
    const { committeeId, userId, seat, fromOn } = input;
    const committee = await loadOpenCommittee(act, committeeId, fromOn, ['input', 'committeeId']);
    if (fromOn < committee.effectiveOn)
      throw new Refusal({ code: 'INVALID', rule: 'C-1', path: ['input', 'fromOn'], message: { text: COMMITTEE_TEXTS.beforeCommittee } });
    const [unknown] = await userFaults(act, [{ userId, seat }]);
    if (unknown) throw new Refusal({ ...unknown, path: ['input', 'userId'] });
    const members = await act.em.find(CommitteeMember, { committee: committeeId } as never);
    const isCurrent = (member: CommitteeMember) => member.untilOn == null || member.untilOn >= fromOn;
    if (members.some((member) => member.user.id === userId && isCurrent(member) && (member.seat === seat || member.fromOn >= fromOn)))
      throw new Refusal({ code: 'CONFLICT', rule: 'C-1', path: ['input', 'userId'], message: { text: COMMITTEE_TEXTS.seatHeld } });
    const ownBefore = members.find((member) => member.user.id === userId && holdsOn(member, fromOn));
    if (ownBefore?.seat === 'CHAIR') throw chairLeft(['input', 'seat']);
    const followed = seat === 'CHAIR' ? members.filter((member) => member.seat === 'CHAIR' && holdsOn(member, fromOn)) : [];
    const ending = [...(ownBefore ? [ownBefore] : []), ...followed];
    // Two chairs on one day, or a term that ends before it begins, are nobody's intention.
    const isLaterChair =
      seat === 'CHAIR' && members.some((member) => member.seat === 'CHAIR' && member.fromOn > fromOn && isCurrent(member));
    if (isLaterChair || ending.some((member) => member.fromOn >= fromOn))
      throw new Refusal({ code: 'CONFLICT', rule: 'C-1', path: ['input', 'fromOn'], message: { text: COMMITTEE_TEXTS.followedTooEarly } });
    for (const member of ending) member.untilOn = addDays(fromOn, -1);
    seatNow(act, committee, userId, seat, fromOn);
    await letVote(act, [{ userId, seat }]);
    act.record('committee.seat', `committee:${committeeId}`, { userId, seat, fromOn }, [`user:${userId}`]);
    return committeeId;
  });
  forgetSessions(acting.ground);
  return id;
}

const chairLeft = (path: string[]) => new Refusal({ code: 'CONFLICT', rule: 'C-1', path, message: { text: COMMITTEE_TEXTS.chairLeft } });

/** Ends a seat with a day. A committee is never left without a chair: the next one is seated instead. */
export async function endSeat(acting: Acting, memberId: string, untilOn: Day): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(committeeAccess.changeCommittees, undefined);
    const member = await act.load(CommitteeMember, memberId, ['memberId']);
    const committeeId = member.committee.id;
    await act.load(Committee, committeeId);
    if (member.untilOn && member.untilOn <= untilOn)
      throw new Refusal({ code: 'CONFLICT', rule: 'C-1', path: ['memberId'], message: { text: COMMITTEE_TEXTS.seatEnded } });
    if (untilOn < member.fromOn) throw new Refusal({ code: 'INVALID', path: ['untilOn'], message: { text: COMMITTEE_TEXTS.daysReversed } });
    if (member.seat === 'CHAIR') throw chairLeft(['memberId']);
    member.untilOn = untilOn;
    act.record('committee.endSeat', `committee:${committeeId}`, { userId: member.user.id, untilOn }, [`user:${member.user.id}`]);
    return committeeId;
  });
}

export interface RuleInput extends RuleValues {
  committeeId: string;
  kind: DecisionKind;
  effectiveOn: Day;
}

/** Adopts a voting rule from a day on; votes that are open keep the rule under which they were opened (D-4). */
export async function adoptRule(acting: Acting, { committeeId, kind, effectiveOn, ...values }: RuleInput): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(committeeAccess.changeCommittees, undefined);
    const committee = await loadOpenCommittee(act, committeeId, effectiveOn, ['input', 'committeeId']);
    if (!committee.competences.includes(kind))
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'C-1', path: ['input', 'kind'], message: { text: COMMITTEE_TEXTS.notCompetent } });
    const faults = ruleFaults(kind, { ...values, effectiveOn }, act.ground.isDemonstration);
    if (faults.length > 0) throw new Refusal(...faults);
    await storeRule(act, committee, kind, values, effectiveOn);
    act.record('votingRule.adopt', `committee:${committeeId}`, { kind, effectiveOn, ...values });
    return committeeId;
  });
}

/** The caller holds the row of the committee. */
export async function storeRule(act: Act, committee: Committee, kind: DecisionKind, values: RuleValues, effectiveOn: Day): Promise<void> {
  const version = (await act.em.count(VotingRule, { committee: committee.id } as never)) + 1;
  act.em.persist(act.em.create(VotingRule, { committee, version, kind, effectiveOn, adoptedAt: act.now, ...values } as never));
  await act.em.flush();
}
