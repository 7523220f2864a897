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
  const morningOf = (day: Day) => new Date(startOfDay(zone, day).getTime() + MORNING_HOUR * HOUR);
  const before = (kind: StepKind, days: number) => ({ kind, day: workingDaysBefore(checkUntil, days, calendar) });
  const steps = [
    ...[...new Set(plan.remindDays)].map((days) => before('REMIND', days)),
    before('TELL_HEAD', plan.escalateDays),
    { kind: 'TELL_TASK_FORCE' as const, day: calendar.workingDayFrom(addDays(checkUntil, 1)) },
  ];
  return {
    checkUntil,
    decideUntil,
    steps: steps
      .filter(({ day }) => dayNumber(day) > dayNumber(openedOn))
      .map(({ kind, day }) => ({ kind, dueAt: morningOf(day) }))
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
  };
}

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
