/**
 * Until when may a finding be contested, and when may a review be finalised (T-8)?
 */
import type { Day, WorkingCalendar } from '../kernel/calendar.js';
import { dayNumber } from '../kernel/calendar.js';
import type { Reason } from '../kernel/refusal.js';
import { dateIn } from '../kernel/language.js';
import { CONTEST_TEXTS } from './contest.messages.js';
import type { ReviewState } from './review.workflow.js';

/** The last day for contesting: working days, the day of opening not counted; null where the policy sets no period. */
export function contestUntil(openedOn: Day, contestDays: number, calendar: WorkingCalendar): Day | null {
  return contestDays === 0 ? null : calendar.addWorkingDays(openedOn, contestDays);
}

export interface ContestFacts {
  state: ReviewState;
  today: Day;
  contestUntil: Day | null;
}

/** Contesting is possible while the review is open, to the end of the last day. */
export function contestFault(facts: ContestFacts & { isContestOpen: boolean; note: string }): Reason | null {
  const refuse = (text: keyof typeof CONTEST_TEXTS, values?: Record<string, string>): Reason => ({
    code: 'NOT_ALLOWED_NOW',
    rule: 'T-8',
    message: { text: CONTEST_TEXTS[text], values },
  });
  if (facts.state !== 'OPEN') return refuse('reviewNotOpen');
  if (facts.contestUntil && dayNumber(facts.today) > dayNumber(facts.contestUntil)) {
    return refuse('contestOver', { day: dateIn('vi', facts.contestUntil) });
  }
  if (facts.isContestOpen) return refuse('alreadyContested');
  if (facts.note.trim() === '') return { code: 'REQUIRED', rule: 'T-8', path: ['note'], message: { text: CONTEST_TEXTS.contestNote } };
  return noteFault(facts.note);
}

const LONGEST_NOTE = 10_000;

/** Why the words of a contest are too many to be kept; null when they are not. */
export const noteFault = (note: string): Reason | null =>
  note.trim().length > LONGEST_NOTE
    ? { code: 'LIMIT', rule: 'T-8', path: ['note'], message: { text: CONTEST_TEXTS.noteLong, values: { most: LONGEST_NOTE } } }
    : null;

/** Days named with a contest: both ends or none, in their order, and some of them in the window: others change nothing. */
export function daysFault(
  fromOn: Day | null | undefined,
  untilOn: Day | null | undefined,
  { windowFrom, windowTo }: { windowFrom: Day; windowTo: Day },
): Reason | null {
  const fault = (path: string, text: keyof typeof CONTEST_TEXTS, values?: Record<string, string>): Reason => ({
    code: 'INVALID',
    rule: 'T-8',
    path: [path],
    message: { text: CONTEST_TEXTS[text], values },
  });
  if (!fromOn !== !untilOn) return fault(fromOn ? 'untilOn' : 'fromOn', 'bothDays');
  if (!fromOn || !untilOn) return null;
  if (dayNumber(untilOn) < dayNumber(fromOn)) return fault('untilOn', 'daysReversed');
  const isOutside = dayNumber(untilOn) < dayNumber(windowFrom) || dayNumber(fromOn) > dayNumber(windowTo);
  return isOutside ? fault('fromOn', 'daysOutside', { from: dateIn('vi', windowFrom), to: dateIn('vi', windowTo) }) : null;
}

/** Why a contest cannot be answered; null when it can. */
export function answerFault(facts: Pick<ContestFacts, 'state'> & { isContestOpen: boolean; note: string }): Reason | null {
  const refuse = (text: keyof typeof CONTEST_TEXTS): Reason => ({
    code: 'NOT_ALLOWED_NOW',
    rule: 'T-8',
    message: { text: CONTEST_TEXTS[text] },
  });
  if (facts.state !== 'OPEN') return refuse('reviewNotOpen');
  if (!facts.isContestOpen) return refuse('notContested');
  if (facts.note.trim() === '') return { code: 'REQUIRED', rule: 'T-8', path: ['note'], message: { text: CONTEST_TEXTS.answerNote } };
  return null;
}

/** Why an open review cannot be finalised yet; null when it can. Causes are not asked for. */
export function finaliseFault(facts: Omit<ContestFacts, 'state'> & { openContests: number }): Reason | null {
  if (facts.contestUntil && dayNumber(facts.today) <= dayNumber(facts.contestUntil)) {
    return {
      code: 'NOT_ALLOWED_NOW',
      rule: 'T-8',
      message: { text: CONTEST_TEXTS.contestRunning, values: { day: dateIn('vi', facts.contestUntil) } },
    };
  }
  if (facts.openContests > 0) {
    return { code: 'NOT_ALLOWED_NOW', rule: 'T-8', message: { text: CONTEST_TEXTS.contestsOpen, values: { count: facts.openContests } } };
  }
  return null;
}
