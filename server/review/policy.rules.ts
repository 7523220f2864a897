/**
 * Is this a sound usage policy, which version holds for a review, and which days does it look at (T-1)?
 */
import type { Day } from '../kernel/calendar.js';
import { addDays, dayNumber, isDay, WorkingCalendar } from '../kernel/calendar.js';
import type { Reason } from '../kernel/refusal.js';
import { POLICY_TEXTS } from './policy.messages.js';
import type { EvidenceAct } from './vocabulary.js';

/** What a policy says; shares are between 0 and 1, days are whole. */
export interface PolicyValues {
  effectiveOn: Day;
  /** Calendar days the review looks at. */
  windowDays: number;
  /** Share of the assessable days that must be days of use for REGULAR. */
  regularShare: number;
  /** Assessable ÷ candidate days below which nobody is judged. */
  minimumCoverage: number;
  /** Least number of candidate and of assessable days. */
  minimumAssessableDays: number;
  /** The acts that make a day of use. */
  acts: readonly EvidenceAct[];
  /** Calendar days from its creation on which a mailbox does not yet count. */
  newMailboxGraceDays: number;
  /** Calendar days after a completed class without adverse steps (TR-3). */
  trainingGraceDays: number;
  /** Working days after the opening on which findings may be contested (T-8). */
  contestDays: number;
  holidays: readonly Day[];
  extraWorkingDays: readonly Day[];
}

export interface PolicyVersion extends PolicyValues {
  version: number;
}

/** The days of a review, both ends included. */
export interface Window {
  from: Day;
  to: Day;
}

/** The longest window: coverage is shown for at most 400 days. */
export const LONGEST_WINDOW_DAYS = 400;

/** All that is wrong with a policy someone wants to adopt or try; empty when it is sound (T-1, E-4). */
export function policyFaults(policy: PolicyValues): Reason[] {
  const faults: Reason[] = [];
  const fault = (field: keyof PolicyValues, text: keyof typeof POLICY_TEXTS, values?: Record<string, number>) =>
    faults.push({ code: 'INVALID', path: ['input', field], rule: 'T-1', message: { text: POLICY_TEXTS[text], values } });
  const whole = (field: keyof PolicyValues, least: number, most: number) => {
    const value = policy[field] as number;
    if (!Number.isInteger(value) || value < least || value > most) fault(field, 'wholeNumber', { least, most });
  };

  if (!isDay(policy.effectiveOn)) fault('effectiveOn', 'notADay');
  whole('windowDays', 1, LONGEST_WINDOW_DAYS);
  if (!(policy.regularShare > 0 && policy.regularShare <= 1)) fault('regularShare', 'shareAboveZero');
  if (!(policy.minimumCoverage >= 0 && policy.minimumCoverage <= 1)) fault('minimumCoverage', 'share');
  whole('minimumAssessableDays', 1, policy.windowDays >= 1 ? Math.min(policy.windowDays, LONGEST_WINDOW_DAYS) : LONGEST_WINDOW_DAYS);
  whole('newMailboxGraceDays', 0, LONGEST_WINDOW_DAYS);
  whole('trainingGraceDays', 0, LONGEST_WINDOW_DAYS);
  whole('contestDays', 0, 60);

  if (policy.acts.length === 0) fault('acts', 'noActs');
  if (policy.acts.includes('RECEIVED')) {
    faults.push({ code: 'RULE_VIOLATED', path: ['input', 'acts'], rule: 'E-4', message: { text: POLICY_TEXTS.receivedIsNoUse } });
  }
  if (!policy.holidays.every(isDay)) fault('holidays', 'notADay');
  if (!policy.extraWorkingDays.every(isDay)) fault('extraWorkingDays', 'notADay');
  if (policy.holidays.some((day) => policy.extraWorkingDays.includes(day))) fault('extraWorkingDays', 'holidayAndWorkingDay');
  return faults;
}

/** The policy of a window: the highest version that is effective on its last day; undefined when there is none (T-1). */
export function policyFor<P extends Pick<PolicyVersion, 'version' | 'effectiveOn'>>(policies: readonly P[], windowTo: Day): P | undefined {
  return policies
    .filter((policy) => dayNumber(policy.effectiveOn) <= dayNumber(windowTo))
    .reduce<P | undefined>((best, policy) => (best && best.version > policy.version ? best : policy), undefined);
}

/** `windowDays` long, ending on `windowTo` (T-1). */
export function windowOf(policy: Pick<PolicyValues, 'windowDays'>, windowTo: Day): Window {
  return { from: addDays(windowTo, 1 - policy.windowDays), to: windowTo };
}

export function calendarOf(policy: Pick<PolicyValues, 'holidays' | 'extraWorkingDays'>): WorkingCalendar {
  return new WorkingCalendar(policy.holidays, policy.extraWorkingDays);
}
