// What each day of a window looks like in the evidence calendar: pure, from what the server froze.

/** One day of a finding, as the server froze it: counters, and what the day counts as. */
export interface EvidenceDay {
  date: string;
  sent: number;
  read: number;
  logins: number;
  received: number;
  forwarded: number;
  polled: boolean;
  isDayOfUse: boolean;
  isWorkingDay: boolean;
  /** In post with an active mailbox; other days cannot count. */
  isHeld: boolean;
  isCovered: boolean;
  isExcused: boolean;
}

export type DayMark = 'USE' | 'LOGIN_ONLY' | 'NO_USE' | 'NOT_COVERED' | 'EXCUSED' | 'OUTSIDE';

export interface CalendarDay extends EvidenceDay {
  /** Monday is 0. */
  weekday: number;
  /** Column of the calendar; the week of the first day is 0. */
  week: number;
  mark: DayMark;
  /** 1 … 3: how much was read and sent; 0 where nothing was. */
  strength: 0 | 1 | 2 | 3;
}

const dayLength = 86_400_000;

export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength;
}

/** Monday 0 … Sunday 6; day 0 of the count was a Thursday. */
export function weekdayOf(date: string): number {
  return (dayNumber(date) + 3) % 7;
}

function strengthOf({ sent, read }: EvidenceDay): 0 | 1 | 2 | 3 {
  const acts = sent + read;
  if (acts === 0) return 0;
  if (acts < 4) return 1;
  return acts < 12 ? 2 : 3;
}

export function calendarDays(days: readonly EvidenceDay[]): CalendarDay[] {
  const [first] = days;
  if (!first) return [];
  const firstMonday = dayNumber(first.date) - weekdayOf(first.date);
  return days.map((day) => ({
    ...day,
    weekday: weekdayOf(day.date),
    week: Math.floor((dayNumber(day.date) - firstMonday) / 7),
    mark: markOf(day),
    strength: strengthOf(day),
  }));
}

function markOf(day: EvidenceDay): DayMark {
  if (!day.isHeld) return 'OUTSIDE';
  if (day.isExcused) return 'EXCUSED';
  if (!day.isCovered) return 'NOT_COVERED';
  if (day.isDayOfUse || day.sent + day.read > 0) return 'USE';
  return day.logins > 0 ? 'LOGIN_ONLY' : 'NO_USE';
}
