/**
 * What must come of a person, worked out slowly and apart from the product: from what the person did, from the days whose logs are lost, and from the
 * words of T-2 to T-4. Days of use on days without logs cannot be known, and are not counted here either.
 */
import { isLost, type MailServer } from './mail-servers.js';
import { FIRST, isKeptOnThinDay, isWorkingDay, type Person, WINDOW_DAYS } from './people.js';

export type Tier = 'REGULAR' | 'IRREGULAR' | 'NEVER' | 'NOT_ASSESSED';
export const TIERS: readonly Tier[] = ['REGULAR', 'IRREGULAR', 'NEVER', 'NOT_ASSESSED'];

const within = (span: { from: number; to: number } | null, day: number): boolean => !!span && day >= span.from && day <= span.to;

/** Whether both logs of the server are there on that day of the window. */
function isCovered(server: MailServer, day: number): boolean {
  if (server.logs.length < 2) return false;
  const index = day - FIRST;
  return server.thinDay !== index && !isLost(server, 'dovecot', index) && !isLost(server, 'postfix', index);
}

/** Whether what was done that day can stand in a log that is there. */
function isRecorded(person: Person, day: number, { reads, sends }: { reads: number; sends: number }): boolean {
  const { server } = person;
  const index = day - FIRST;
  const isKept = server.thinDay !== index || isKeptOnThinDay(person);
  const has = (log: 'dovecot' | 'postfix') => isKept && server.logs.includes(log) && !isLost(server, log, index);
  return (reads > 0 && has('dovecot')) || (sends > 0 && has('postfix'));
}

export interface Truth {
  tier: Tier;
  /** Whether anything the person did stands in a log. */
  isUseRecorded: boolean;
  /** Whether the person did anything at all. */
  hasUsed: boolean;
  isOnLeaveThroughout: boolean;
  hasTooLittleCoverage: boolean;
}

export function truthOf(person: Person): Truth {
  const { server, createdOn, leave, leftOn, uses } = person;
  const isThere = (day: number) => (createdOn === null || day >= createdOn) && (leftOn === null || day <= leftOn);
  const candidates = WINDOW_DAYS.filter((day) => isWorkingDay(day) && isThere(day) && !within(leave, day));
  const assessable = candidates.filter((day) => isCovered(server, day));
  const recorded = [...uses].filter(([day, use]) => isRecorded(person, day, use)).map(([day]) => day);
  const used = new Set(recorded);
  const share = assessable.filter((day) => used.has(day)).length / assessable.length;
  const isUseRecorded = recorded.length > 0;
  const hasTooLittleCoverage = candidates.length > 0 && assessable.length / candidates.length < 0.8;
  const mayBeJudged =
    person.address !== null && person.kind === 'PERSONAL' && candidates.length >= 20 && !hasTooLittleCoverage && assessable.length >= 20;
  const tier = !mayBeJudged ? 'NOT_ASSESSED' : share >= 0.6 ? 'REGULAR' : isUseRecorded ? 'IRREGULAR' : 'NEVER';
  return {
    tier,
    isUseRecorded,
    hasUsed: uses.size > 0,
    isOnLeaveThroughout: person.habit === 'on leave for the whole window',
    hasTooLittleCoverage,
  };
}
