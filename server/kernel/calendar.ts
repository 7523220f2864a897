/**
 * What day is it in the city, and is it a working day?
 * A day is the text `YYYY-MM-DD` (E-9); its number is the count of days since 1970-01-01, so that days can be added and compared cheaply.
 */

export type Day = string;

const MILLISECONDS_A_DAY = 86_400_000;
const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01; NaN when the text is no real date. */
export function dayNumber(day: Day): number {
  const parts = DAY_FORM.exec(day);
  if (!parts) return Number.NaN;
  const [, year, month, date] = parts;
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  const back = new Date(0);
  const at = back.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  return back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(date) ? at / MILLISECONDS_A_DAY : Number.NaN;
}

export function dayOfNumber(number: number): Day {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** First and last day that may be stated: no record is older, and no period that is planned ends later. */
export const EARLIEST_DAY: Day = '1900-01-01';
export const LATEST_DAY: Day = '2200-12-31';

/** Whether a text is a day that may be stated. */
export function isDay(text: string): boolean {
  return !Number.isNaN(dayNumber(text)) && text >= EARLIEST_DAY && text <= LATEST_DAY;
}

/** The last day of the quarter before the one in which a day lies. */
export function lastQuarterEnd(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return addDays(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, -1);
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** How many days lie from `from` to `to`; 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday is 7. */
export function weekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Every day from `from` to `to`, both included. */
export function daysOf(from: Day, to: Day): Day[] {
  const first = dayNumber(from);
  const length = dayNumber(to) - first + 1;
  return Array.from({ length: Math.max(0, length) }, (_, i) => dayOfNumber(first + i));
}

/** Monday to Friday without public holidays, and the weekend days that are worked instead (T-1). */
export class WorkingCalendar {
  private readonly holidays: Set<number>;
  private readonly extraWorkingDays: Set<number>;

  constructor(holidays: readonly Day[] = [], extraWorkingDays: readonly Day[] = []) {
    this.holidays = new Set(holidays.map(dayNumber));
    this.extraWorkingDays = new Set(extraWorkingDays.map(dayNumber));
  }

  isWorkingNumber(number: number): boolean {
    if (this.extraWorkingDays.has(number)) return true;
    return weekday(number) <= 5 && !this.holidays.has(number);
  }

  isWorkingDay(day: Day): boolean {
    return this.isWorkingNumber(dayNumber(day));
  }

  /** `day` itself when it is a working day, else the next one (L-1). */
  workingDayFrom(day: Day): Day {
    let number = dayNumber(day);
    while (!this.isWorkingNumber(number)) number++;
    return dayOfNumber(number);
  }

  /** The last of `count` working days after `day`; `day` itself is not counted (L-1). */
  addWorkingDays(day: Day, count: number): Day {
    let number = dayNumber(day);
    for (let left = count; left > 0;) if (this.isWorkingNumber(++number)) left--;
    return dayOfNumber(number);
  }

  /** The last day of a period of `days` calendar days that begins after `day`: moved to the next working day (L-1). */
  endOfPeriod(day: Day, days: number): Day {
    return this.workingDayFrom(addDays(day, days));
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day it is at an instant in a time zone (E-9). */
export function dayIn(zone: string, at: Date): Day {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(zone: string, at: number): number {
  let format = clocks.get(zone);
  if (!format) {
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...fields });
    clocks.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second) - Math.floor(at / 1000) * 1000;
}

/** The instant at which a day begins in a time zone: the end of the day before (L-1). */
export function startOfDay(zone: string, day: Day): Date {
  const midnight = dayNumber(day) * MILLISECONDS_A_DAY;
  // The clocks may change close to midnight, or at it: then midnight is left out, or comes twice.
  const offsets = [-1, 1].map((days) => aheadOfUtc(zone, midnight + days * MILLISECONDS_A_DAY));
  const starts = offsets.map((offset) => midnight - offset).sort((a, b) => a - b);
  return new Date(starts.find((at) => dayIn(zone, new Date(at)) === day) ?? starts[0]!);
}

/** The instant at which a day is over in a time zone: 24:00 (L-1). */
export const endOfDay = (zone: string, day: Day): Date => startOfDay(zone, addDays(day, 1));
