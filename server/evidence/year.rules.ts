/**
 * In which year was a stamp written that names none? Placed relative to its neighbours, then anchored to the newest day the file can hold.
 */
import { dayOfNumber } from '../kernel/calendar.js';

/** A jump of more days than this means that a new year began in between (evidence.md §2). */
const JUMP_DAYS = 186;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function dayOfDate(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether the date exists; without a year 29 February does. */
export function isDate(year: number | undefined, month: number, date: number): boolean {
  if (month < 1 || month > 12 || date < 1 || date > DAYS_OF_MONTH[month - 1]!) return false;
  return month !== 2 || date < 29 || year === undefined || isLeap(year);
}

/** The newest year in which the date is not after `limit`. */
export function newestYear(month: number, date: number, limit: number): number {
  const year = Number(dayOfNumber(limit).slice(0, 4));
  return dayOfDate(year, month, date) <= limit ? year : year - 1;
}

export interface YearVerdict {
  /** The years found are off by this many: read again with `shift` so much greater; 0 when right. */
  correction: number;
  /** A span over six months cannot be placed without years. */
  isTooLong: boolean;
}

/** Gives each stamp a year under a first guess; `verdict` says at the end of the file whether the guess held. */
export class YearPlacement {
  private last: number | undefined;
  private lastYear = 0;
  private earliest = Number.POSITIVE_INFINITY;
  private latest = Number.NEGATIVE_INFINITY;
  private readonly limit: number;

  /** `newestDay`: the last day the file can hold; one day more is allowed. */
  constructor(
    newestDay: number,
    private readonly shift = 0,
  ) {
    this.limit = newestDay + 1;
  }

  /** The day, or undefined for 29 February of a year that has none. */
  place(month: number, date: number): number | undefined {
    let year = this.last === undefined ? newestYear(month, date, this.limit) + this.shift : this.lastYear;
    let day = dayOfDate(year, month, date);
    if (this.last !== undefined) {
      if (day - this.last < -JUMP_DAYS) day = dayOfDate(++year, month, date);
      else if (day - this.last > JUMP_DAYS) day = dayOfDate(--year, month, date);
    }
    if (month === 2 && date === 29 && !isLeap(year)) return undefined;
    this.last = day;
    this.lastYear = year;
    if (day < this.earliest) this.earliest = day;
    if (day > this.latest) this.latest = day;
    return day;
  }

  verdict(): YearVerdict {
    if (this.last === undefined) return { correction: 0, isTooLong: false };
    const [year, month, date] = dayOfNumber(this.latest).split('-').map(Number) as [number, number, number];
    return { correction: newestYear(month, date, this.limit) - year, isTooLong: this.latest - this.earliest > JUMP_DAYS };
  }
}
