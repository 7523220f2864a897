/** Who holds which seat on a day, and can these people sit together (C-1)? */
import type { Day } from '../kernel/calendar.js';
import type { Reason } from '../kernel/refusal.js';
import { COMMITTEE_TEXTS } from './committee.messages.js';
import { type Seat, votes } from './vocabulary.js';

export interface Term {
  fromOn: Day;
  /** Last day; null while it lasts. */
  untilOn?: Day | null | undefined;
}

/** Whether a term holds on a day, its first and last included. */
export const holdsOn = ({ fromOn, untilOn }: Term, day: Day): boolean => fromOn <= day && (untilOn == null || day <= untilOn);

/** Those of the members who vote on a day. */
export const votersOn = <M extends Term & { seat: Seat }>(members: readonly M[], day: Day): M[] =>
  members.filter((member) => votes(member.seat) && holdsOn(member, day));

export const MOST_MEMBERS = 100;

/** All that is wrong with the first members of a committee; the path of each names its place. */
export function memberFaults(members: readonly { userId: string; seat: Seat }[]): Reason[] {
  const faults: Reason[] = [];
  const fault = (path: string[], text: keyof typeof COMMITTEE_TEXTS, code: Reason['code'] = 'INVALID', values?: Record<string, number>) =>
    faults.push({
      code,
      rule: 'C-1',
      path: ['input', 'members', ...path],
      message: { text: COMMITTEE_TEXTS[text], ...(values && { values }) },
    });
  if (members.length === 0) fault([], 'noMember', 'REQUIRED');
  if (members.length > MOST_MEMBERS) fault([], 'tooManyMembers', 'LIMIT', { most: MOST_MEMBERS });
  if (members.length > 0 && members.filter(({ seat }) => seat === 'CHAIR').length !== 1) fault([], 'oneChair');
  for (const [i, { userId }] of members.entries())
    if (members.findIndex((other) => other.userId === userId) < i) fault([String(i), 'userId'], 'userTwice');
  return faults;
}
