/**
 * What is the same for every officer of one review: the days of the window, which are working days, what the policy asks for,
 * and on which days each mail domain is covered (E-8)? Worked out once, so that judging an officer is counting.
 */
import { dayNumber } from '../kernel/calendar.js';
import type { PolicyValues, Window } from './policy.rules.js';
import { calendarOf } from './policy.rules.js';
import { ACT_BITS, actBits } from './vocabulary.js';

/** Logins in a day from which, with nothing read or sent, the day is polling, unless a source says otherwise (E-5). */
export const POLLING_LOGINS = 4;

export interface Frame {
  policy: PolicyValues;
  /** Number of the first day; day i of the window is `firstDay + i`. */
  firstDay: number;
  days: number;
  /** 1 for a working day of the window. */
  working: Uint8Array;
  workingDays: number;
  /** The policy's acts as bits. */
  needed: number;
  countsSent: boolean;
  countsRead: boolean;
  countsLogin: boolean;
}

/** What the sources serving one mail domain can show. Thin days and outages are already taken out (E-8). */
export interface DomainCoverage {
  /** Whether any source serves the domain. */
  isServed: boolean;
  /** Acts that its sources together can show by their settings, as bits. */
  shows: number;
  /** So many logins in a day with nothing read or sent are polling; POLLING_LOGINS when not given (E-5). */
  pollingLogins?: number;
  /** For each day of the window: the acts that the sources with data on that day can show, as bits. */
  byDay: Uint8Array;
}

export function frameOf(policy: PolicyValues, window: Window): Frame {
  const calendar = calendarOf(policy);
  const firstDay = dayNumber(window.from);
  const days = dayNumber(window.to) - firstDay + 1;
  const working = Uint8Array.from({ length: days }, (_, i) => (calendar.isWorkingNumber(firstDay + i) ? 1 : 0));
  const needed = actBits(policy.acts);
  return {
    policy,
    firstDay,
    days,
    working,
    workingDays: working.reduce((sum, day) => sum + day, 0),
    needed,
    countsSent: (needed & ACT_BITS.SENT) !== 0,
    countsRead: (needed & ACT_BITS.READ) !== 0,
    countsLogin: (needed & ACT_BITS.LOGIN) !== 0,
  };
}

/** A domain without any source: nothing is known of any day. */
export function unservedDomain(days: number): DomainCoverage {
  return { isServed: false, shows: 0, byDay: new Uint8Array(days) };
}

/** Whether the sources of a domain, by their settings, lack an act that the policy counts (T-4). */
export function cannotShowUse(domain: DomainCoverage, needed: number): boolean {
  return domain.isServed && (domain.shows & needed) !== needed;
}
