// What each day of a window looks like in the evidence calendar: pure, from the counters, the absences, the policy and the coverage.

/** Counters of one mailbox on one day, as the server gives them. */
export interface EvidenceDay {
  date: string;
  sent: number;
  read: number;
  logins: number;
  received: number;
  forwarded: number;
  polled: boolean;
  isDayOfUse: boolean;
}

/** What one source had on one day for one mail domain. */
export interface CoverageDay {
  date: string;
  source: string;
  mailDomain: string;
  shows: string[];
  mailboxesSeen: number;
  isThin: boolean;
  isCovered: boolean;
}

export type DayMark = 'USE' | 'LOGIN_ONLY' | 'NO_USE' | 'NOT_COVERED' | 'EXCUSED' | 'OUTSIDE';

export interface CalendarDay extends EvidenceDay {
  /** Monday is 0. */
  weekday: number;
  /** Column of the calendar; the week of the first day is 0. */
  week: number;
  isWorkingDay: boolean;
  mark: DayMark;
  /** 1 … 3: how much was read and sent; 0 where nothing was. */
  strength: 0 | 1 | 2 | 3;
}

export interface CalendarWindow {
  from: string;
  to: string;
  acts: string[];
  holidays: string[];
  extraWorkingDays: string[];
}

export interface CalendarFacts {
  days: EvidenceDay[];
  absences: { fromOn: string; untilOn: string }[];
  /** First and last day that can count: in post, with a mailbox. */
  heldFrom?: string | null | undefined;
  heldUntil?: string | null | undefined;
  /** Coverage rows of the domain of the mailbox; undefined where the viewer may not see them. */
  coverage?: CoverageDay[] | undefined;
}

const dayLength = 86_400_000;

export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength;
}

function dateOf(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

/** Monday 0 … Sunday 6; day 0 of the count was a Thursday. */
export function weekdayOf(date: string): number {
  return (dayNumber(date) + 3) % 7;
}

/** Days on which the sources of the domain together can show every act the policy counts (E-8). */
export function coveredDates(coverage: readonly CoverageDay[], acts: readonly string[]): Set<string> {
  const shown = new Map<string, Set<string>>();
  for (const row of coverage) {
    if (!row.isCovered) continue;
    const acts = shown.get(row.date) ?? new Set<string>();
    for (const act of row.shows) acts.add(act);
    shown.set(row.date, acts);
  }
  return new Set([...shown].filter(([, seen]) => acts.every((act) => seen.has(act))).map(([date]) => date));
}

function strengthOf({ sent, read }: EvidenceDay): 0 | 1 | 2 | 3 {
  const acts = sent + read;
  if (acts === 0) return 0;
  if (acts < 4) return 1;
  return acts < 12 ? 2 : 3;
}

export function calendarDays(window: CalendarWindow, facts: CalendarFacts): CalendarDay[] {
  const counted = new Map(facts.days.map((day) => [day.date, day]));
  const covered = facts.coverage && coveredDates(facts.coverage, window.acts);
  const first = dayNumber(window.from);
  const last = dayNumber(window.to);
  const firstMonday = first - weekdayOf(window.from);
  const result: CalendarDay[] = [];
  for (let number = first; number <= last; number++) {
    const date = dateOf(number);
    const weekday = (number + 3) % 7;
    const day = counted.get(date) ?? { date, sent: 0, read: 0, logins: 0, received: 0, forwarded: 0, polled: false, isDayOfUse: false };
    const isExcused = facts.absences.some(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn);
    const isOutside = (!!facts.heldFrom && date < facts.heldFrom) || (!!facts.heldUntil && date > facts.heldUntil);
    result.push({
      ...day,
      weekday,
      week: Math.floor((number - firstMonday) / 7),
      isWorkingDay: window.extraWorkingDays.includes(date) || (weekday < 5 && !window.holidays.includes(date)),
      mark: markOf(day, { isExcused, isOutside, isCovered: covered ? covered.has(date) : true }),
      strength: strengthOf(day),
    });
  }
  return result;
}

function markOf(
  day: EvidenceDay,
  { isExcused, isOutside, isCovered }: { isExcused: boolean; isOutside: boolean; isCovered: boolean },
): DayMark {
  if (isOutside) return 'OUTSIDE';
  if (isExcused) return 'EXCUSED';
  if (!isCovered) return 'NOT_COVERED';
  if (day.isDayOfUse || day.sent + day.read > 0) return 'USE';
  return day.logins > 0 ? 'LOGIN_ONLY' : 'NO_USE';
}
