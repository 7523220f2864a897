/**
 * When is what due in a campaign (F-1, F-4)? Periods are working days, the day they begin on is not counted; letters are due at seven in the morning of the
 * city, so that they are read on the day they are written.
 */
import { addDays, type Day, dayNumber, dayOfNumber, startOfDay, type WorkingCalendar } from '../../kernel/calendar.js';
import type { Reason } from '../../kernel/refusal.js';
import { CAMPAIGN_TEXTS } from './campaign.messages.js';
import type { Silence, StepKind } from './vocabulary.js';

/** What is chosen before the start. */
export interface CampaignPlan {
  /** Working days that the agencies have to check. */
  checkDays: number;
  /** Working days that the task force has after them. */
  decideDays: number;
  /** So many working days before the end of the check those who have not answered are reminded. */
  remindDays: readonly number[];
  /** So many working days before it the head of an agency that has not answered is told. */
  escalateDays: number;
  silence: Silence;
  /** Whether officers who do not use their mailbox regularly get their finding as a letter. */
  tellsOfficers: boolean;
}

export const USUAL_PLAN: CampaignPlan = {
  checkDays: 10,
  decideDays: 10,
  remindDays: [5, 2],
  escalateDays: 1,
  silence: 'FINDING_STAYS',
  tellsOfficers: true,
};

export interface DueStep {
  kind: StepKind;
  /** Working days before the end of the check; null: the working day after it. */
  daysBefore: number | null;
  dueAt: Date;
}

export interface CampaignDays {
  checkUntil: Day;
  decideUntil: Day;
  steps: DueStep[];
}

const MOST_DAYS = 60;
const MOST_REMINDERS = 5;
const MORNING_HOUR = 7;
const HOUR = 3_600_000;

/** The working day from which `count` working days are left until `day`, `day` itself counted. */
export function workingDaysBefore(day: Day, count: number, calendar: WorkingCalendar): Day {
  let number = dayNumber(day);
  for (let left = count; left > 0;) if (calendar.isWorkingNumber(--number)) left--;
  return dayOfNumber(number);
}

export function campaignDays(openedOn: Day, plan: CampaignPlan, calendar: WorkingCalendar, zone: string): CampaignDays {
  const checkUntil = calendar.addWorkingDays(openedOn, plan.checkDays);
  const decideUntil = calendar.addWorkingDays(checkUntil, plan.decideDays);
  const letters = [
    ...plan.remindDays.map((daysBefore) => ({ kind: 'REMIND' as const, daysBefore })),
    { kind: 'TELL_HEAD' as const, daysBefore: plan.escalateDays },
    { kind: 'TELL_TASK_FORCE' as const, daysBefore: null },
  ];
  return { checkUntil, decideUntil, steps: stepsBefore(checkUntil, letters, openedOn, calendar, zone) };
}

/** The letters of a check that ends on a day, in the order of time; none on `after` or before. */
function stepsBefore(end: Day, letters: readonly Omit<DueStep, 'dueAt'>[], after: Day, calendar: WorkingCalendar, zone: string): DueStep[] {
  const morningOf = (day: Day) => new Date(startOfDay(zone, day).getTime() + MORNING_HOUR * HOUR);
  const each = new Map(letters.map((letter) => [`${letter.kind} ${letter.daysBefore}`, letter]));
  return [...each.values()]
    .map((letter) => ({
      letter,
      day: letter.daysBefore === null ? calendar.workingDayFrom(addDays(end, 1)) : workingDaysBefore(end, letter.daysBefore, calendar),
    }))
    .filter(({ day }) => dayNumber(day) > dayNumber(after))
    .map(({ letter, day }) => ({ ...letter, dueAt: morningOf(day) }))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

export interface LongerCheck {
  /** When the check was to end, and when the task force was to be done. */
  checkUntil: Day;
  decideUntil: Day;
  /** When it is to end now; moved to a working day (L-1). */
  until: Day;
  today: Day;
  /** All letters that were planned, written or not. */
  letters: readonly Omit<DueStep, 'dueAt'>[];
}

/** What a longer check moves: the task force keeps its working days, and every letter its distance from the end, so that nobody is called late too early (F-1, F-4). */
export function longerCheck(
  { checkUntil, decideUntil, until, today, letters }: LongerCheck,
  calendar: WorkingCalendar,
  zone: string,
): CampaignDays {
  let decideDays = 0;
  for (let number = dayNumber(checkUntil) + 1; number <= dayNumber(decideUntil); number++)
    if (calendar.isWorkingNumber(number)) decideDays++;
  const end = calendar.workingDayFrom(until);
  return {
    checkUntil: end,
    decideUntil: calendar.addWorkingDays(end, decideDays),
    steps: stepsBefore(end, letters, today, calendar, zone),
  };
}

/** Whether a check would last longer from today on than a plan may have it: a slip of the pen cannot be taken back (F-1). */
export const isTooLong = (until: Day, today: Day, calendar: WorkingCalendar): boolean =>
  dayNumber(until) > dayNumber(calendar.addWorkingDays(today, MOST_DAYS));

/** All that is wrong with a plan; empty when it is sound (F-1). */
export function planFaults(plan: CampaignPlan): Reason[] {
  const faults: Reason[] = [];
  const fault = (field: keyof CampaignPlan, text: keyof typeof CAMPAIGN_TEXTS, values?: Record<string, number>) =>
    faults.push({ code: 'INVALID', rule: 'F-1', path: ['input', field], message: { text: CAMPAIGN_TEXTS[text], values } });
  const isWhole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  for (const field of ['checkDays', 'decideDays'] as const)
    if (!isWhole(plan[field], 1, MOST_DAYS)) fault(field, 'daysWrong', { least: 1, most: MOST_DAYS });
  const mostBefore = Math.max(plan.checkDays - 1, 0);
  if (!isWhole(plan.escalateDays, 0, mostBefore)) fault('escalateDays', 'beforeWrong', { most: mostBefore });
  if (plan.remindDays.length > MOST_REMINDERS) fault('remindDays', 'remindersWrong', { most: MOST_REMINDERS });
  else if (!plan.remindDays.every((days) => isWhole(days, 0, mostBefore))) fault('remindDays', 'beforeWrong', { most: mostBefore });
  return faults;
}
