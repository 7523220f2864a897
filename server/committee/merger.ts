/**
 * The committee's side of a merger (C-2): what is wrong with the order, and making the new committee of the old ones. The cases follow in the
 * same transaction (server/decisions/merger.service.ts).
 */
import { LockMode, ref } from '@mikro-orm/core';
import type { Act } from '../identity/command.js';
import { addDays, type Day } from '../kernel/calendar.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { Committee, CommitteeMember, VotingRule } from './committee.entity.js';
import { letVote, newCommittee, refuseTakenCode, seatNow, storeRule, userFaults } from './committee.service.js';
import { COMMITTEE_TEXTS } from './committee.messages.js';
import { cleanTexts, textFaults } from './committee-text.rules.js';
import { merged, type MergedCommittee, type MergingCommittee } from './merge.rules.js';
import { holdsOn } from './seats.rules.js';

export interface MergerInput {
  sourceIds: readonly string[];
  code: string;
  name: string;
  chairUserId: string;
  effectiveOn: Day;
  legalBasis: string;
}

export const cleanMerger = (input: MergerInput): MergerInput => ({
  ...input,
  ...cleanTexts(input),
  sourceIds: [...new Set(input.sourceIds)].sort(),
});

/** All that is wrong with a cleaned order, before the committees are looked at. */
export async function mergerFaults(act: Act, input: MergerInput, today: Day): Promise<Reason[]> {
  const faults = textFaults(input);
  const fault = (field: string, text: keyof typeof COMMITTEE_TEXTS, code: Reason['code'], rule = 'C-2') =>
    faults.push({ code, rule, path: ['input', field], message: { text: COMMITTEE_TEXTS[text] } });
  if (input.sourceIds.length < 2) fault('sourceIds', 'twoSources', 'INVALID');
  if (input.effectiveOn < today) fault('effectiveOn', 'mergerInThePast', 'INVALID');
  const [unknown] = await userFaults(act, [{ userId: input.chairUserId, seat: 'CHAIR' }]);
  if (unknown) faults.push({ ...unknown, path: ['input', 'chairUserId'] });
  return faults;
}

/** The committees to be merged, locked in one order; refused where one is not there or not in force on the day. */
export async function loadSources(act: Act, ids: readonly string[], day: Day): Promise<Committee[]> {
  const options = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as never;
  const found = await act.em.find(Committee, { id: { $in: ids.filter(isId) } } as never, options);
  for (const [place, id] of ids.entries()) {
    const source = found.find((committee) => committee.id === id);
    const path = ['input', 'sourceIds', String(place)];
    if (!source) throw new Refusal({ code: 'NOT_FOUND', path, message: { text: COMMITTEE_TEXTS.noSuchCommittee } });
    if (source.effectiveOn > day || (source.closedOn && source.closedOn <= day))
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'C-2', path, message: { text: COMMITTEE_TEXTS.notInForce } });
  }
  return found;
}

/** What comes of the sources on a day, by the rules of merge.rules.ts. */
export async function mergedOf(act: Act, sources: readonly Committee[], chairUserId: string, day: Day): Promise<MergedCommittee> {
  const ids = sources.map(({ id }) => id);
  const members = await act.em.find(CommitteeMember, { committee: { $in: ids } } as never);
  const rules = await act.em.find(VotingRule, { committee: { $in: ids } } as never);
  const merging: MergingCommittee[] = sources.map((source) => ({
    id: source.id,
    competences: source.competences,
    members: members
      .filter((member) => member.committee.id === source.id && holdsOn(member, day))
      .map(({ user, seat, untilOn }) => ({ userId: user.id, seat, ...(untilOn && { untilOn }) })),
    rules: rules.filter((rule) => rule.committee.id === source.id),
  }));
  return merged(merging, chairUserId, day);
}

/** Makes the new committee with its seats and rules, and closes the sources, whose terms end with the day before. */
export async function uniteCommittees(
  act: Act,
  input: MergerInput,
  sources: readonly Committee[],
  united: MergedCommittee,
): Promise<Committee> {
  const { effectiveOn, code, name, legalBasis } = input;
  await refuseTakenCode(act.em, code);
  const committee = newCommittee(act, { code, name, legalBasis, competences: united.competences, effectiveOn });
  for (const { userId, seat, untilOn } of united.members) seatNow(act, committee, userId, seat, effectiveOn, untilOn);
  await act.em.flush();
  await letVote(act, united.members);
  for (const { kind, rule } of united.rules) await storeRule(act, committee, kind, rule, effectiveOn);
  for (const source of sources) {
    source.closedOn = effectiveOn;
    source.successor = ref(committee);
  }
  const before = addDays(effectiveOn, -1);
  const running = await act.em.find(CommitteeMember, { committee: { $in: sources.map(({ id }) => id) } } as never);
  for (const member of running)
    if (!member.untilOn || member.untilOn > before) member.untilOn = member.fromOn > before ? member.fromOn : before;
  await act.em.flush();
  return committee;
}
