/**
 * When does a period of the procedure end (L-1, L-2)? Calendar days in the city's zone; the day of service or receipt is not counted, and
 * an end that is no working day moves to the next one. A period of 0 days, which only the demonstration city may have for adverse kinds,
 * is over at once.
 */
import { addDays, type Day, endOfDay, type WorkingCalendar } from '../kernel/calendar.js';

/** Last day of a period that is counted from a day. */
export const lastDay = (from: Day, days: number, calendar: WorkingCalendar): Day => (days === 0 ? from : calendar.endOfPeriod(from, days));

/** First day on which the next act is possible. */
export const dayAfter = (from: Day, days: number, calendar: WorkingCalendar): Day =>
  days === 0 ? from : addDays(calendar.endOfPeriod(from, days), 1);

/** The instant at which a vote closes that is opened on a day: 24:00 of its last day. */
export const closingTime = (openedOn: Day, voteDays: number, calendar: WorkingCalendar, zone: string): Date =>
  endOfDay(zone, lastDay(openedOn, voteDays, calendar));

/** Whether the period of an explanation is over on a day: the officer has had every day of it (D-3). */
export const isNoticeOver = (servedOn: Day, explainUntil: Day, today: Day): boolean =>
  explainUntil === servedOn ? today >= explainUntil : today > explainUntil;
