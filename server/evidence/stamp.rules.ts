/**
 * When was a log line written, and on which city day does that fall (E-9)? Reads every stamp of evidence.md §2 at the start of a line.
 * Consecutive lines mostly share the minute, so the minute read last is kept and compared as text.
 */
import { Temporal } from 'temporal-polyfill';
import type { YearPlacement } from './year.rules.js';
import { dayOfDate, isDate } from './year.rules.js';

/** No stamp stands here. */
export const NO_STAMP = -1;
/** It looks like a stamp and is no possible time. */
export const BAD_STAMP = -2;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;
const MINUTE = 60_000;
/** No zone of today changes its offset within a quarter of an hour. */
const QUARTER = 900_000;
const TAI_AHEAD = 37;
const CACHED = 20_000;

export class StampReader {
  /** City day of the stamp read last. */
  day = 0;
  /** True when the stamp was one of RFC 5424, whose header has fields of its own. */
  isStructured = false;
  /** True for `dovecot: Oct 05 …`, where the program stands before the stamp. */
  isProgramFirst = false;

  private seconds = 0;
  private localDay = 0;
  private localMinute = 0;
  private offset: number | undefined;
  private taiSeconds: number | undefined;
  private syslogMinute = '';
  private syslogDay = 0;
  private isoMinute = '';
  private isoZone = '';
  private isoDay = 0;
  private readonly cityDays: Map<number, number>;
  private readonly localMinutes = new Map<number, number>();

  constructor(
    private readonly zone: string,
    private readonly cityZone: string,
    private readonly years: YearPlacement,
  ) {
    this.cityDays = cityDaysOf(cityZone);
  }

  /** Where the text after the stamp and its blank begins, or NO_STAMP or BAD_STAMP. */
  read(text: string, start: number, end: number): number {
    this.isStructured = false;
    this.isProgramFirst = false;
    this.taiSeconds = undefined;
    const first = text.charCodeAt(start);
    if (first >= 65 && first <= 90) return this.readSyslog(text, start, end);
    if (first >= 48 && first <= 57) return this.readIso(text, start, end);
    if (first === 60) return this.readStructured(text, start, end);
    if (first === 64) return this.readTai(text, start, end);
    if (first === 100 && text.startsWith('dovecot: ', start)) {
      const at = this.readSyslog(text, start + 9, end);
      this.isProgramFirst = at !== NO_STAMP;
      return at;
    }
    return NO_STAMP;
  }

  /** The instant of the stamp read last, in milliseconds with fractions: for telling which file continues which. */
  instant(): number {
    if (this.taiSeconds !== undefined) return this.taiSeconds * 1000;
    const minute =
      this.offset === undefined
        ? this.instantOf(this.localDay, this.localMinute)
        : (this.localDay * 1440 + this.localMinute) * MINUTE - this.offset;
    return minute + this.seconds * 1000;
  }

  /** `Oct  5 08:17:00 ` and `Oct 05 08:17:00 `. */
  private readSyslog(text: string, start: number, end: number): number {
    const known = text.startsWith(this.syslogMinute, start) && this.syslogMinute !== '';
    if (end - start < 15) return NO_STAMP;
    if (text.charCodeAt(start + 12) !== 58 || (start + 15 < end && text.charCodeAt(start + 15) !== 32)) return NO_STAMP;
    const seconds = digits(text, start + 13, 2);
    if (seconds < 0) return NO_STAMP;
    if (!known) {
      const month = MONTHS.indexOf(text.slice(start, start + 3)) + 1;
      const tens = text.charCodeAt(start + 4) === 32 ? 0 : digits(text, start + 4, 1);
      const ones = digits(text, start + 5, 1);
      const hour = digits(text, start + 7, 2);
      const minute = digits(text, start + 10, 2);
      if (month === 0 || tens < 0 || ones < 0 || hour < 0 || minute < 0) return NO_STAMP;
      if (text.charCodeAt(start + 3) !== 32 || text.charCodeAt(start + 6) !== 32 || text.charCodeAt(start + 9) !== 58) return NO_STAMP;
      const date = tens * 10 + ones;
      if (!isDate(undefined, month, date) || hour > 23 || minute > 59) return BAD_STAMP;
      const day = this.years.place(month, date);
      if (day === undefined) return BAD_STAMP;
      this.localDay = day;
      this.localMinute = hour * 60 + minute;
      this.offset = undefined;
      this.syslogDay = this.dayOfLocal();
      this.syslogMinute = text.slice(start, start + 12);
      this.isoMinute = '';
    }
    if (seconds > 60) return BAD_STAMP;
    this.seconds = seconds;
    this.day = this.syslogDay;
    return Math.min(start + 16, end);
  }

  /** `2026-10-05T08:17:00.013475+0000 `, with a blank for the T, without decimals, with `Z`, `+07:00` or no zone. */
  private readIso(text: string, start: number, end: number): number {
    if (end - start < 19 || text.charCodeAt(start + 4) !== 45 || text.charCodeAt(start + 16) !== 58) return NO_STAMP;
    const seconds = digits(text, start + 17, 2);
    if (seconds < 0) return NO_STAMP;
    let at = start + 19;
    let fraction = 0;
    const mark = text.charCodeAt(at);
    if (at < end && (mark === 46 || mark === 44)) {
      const from = ++at;
      while (at < end && at - from < 9 && isDigit(text.charCodeAt(at))) at++;
      if (at === from) return NO_STAMP;
      fraction = from;
    }
    const zoneFrom = at;
    const sign = at < end ? text.charCodeAt(at) : 32;
    if (sign === 90) at += 1;
    else if (sign === 43 || sign === 45) at += text.charCodeAt(at + 3) === 58 ? 6 : 5;
    if (at > end || (at < end && text.charCodeAt(at) !== 32)) return NO_STAMP;
    const isKnown =
      this.isoMinute !== '' &&
      text.startsWith(this.isoMinute, start) &&
      at - zoneFrom === this.isoZone.length &&
      text.startsWith(this.isoZone, zoneFrom);
    if (!isKnown) {
      const bad = this.readIsoMinute(text, start, zoneFrom, at);
      if (bad) return bad;
    }
    if (seconds > 60) return BAD_STAMP;
    this.seconds = fraction ? Number(`${seconds}.${text.slice(fraction, zoneFrom)}`) : seconds;
    this.day = this.isoDay;
    return Math.min(at + 1, end);
  }

  private readIsoMinute(text: string, start: number, zoneFrom: number, zoneTo: number): number {
    const between = text.charCodeAt(start + 10);
    if ((between !== 84 && between !== 32) || text.charCodeAt(start + 7) !== 45 || text.charCodeAt(start + 13) !== 58) return NO_STAMP;
    const year = digits(text, start, 4);
    const month = digits(text, start + 5, 2);
    const date = digits(text, start + 8, 2);
    const hour = digits(text, start + 11, 2);
    const minute = digits(text, start + 14, 2);
    if (year < 0 || month < 0 || date < 0 || hour < 0 || minute < 0) return NO_STAMP;
    const offset = offsetOf(text.slice(zoneFrom, zoneTo));
    if (Number.isNaN(offset)) return NO_STAMP;
    if (year < 1990 || year > 2200 || !isDate(year, month, date) || hour > 23 || minute > 59) return BAD_STAMP;
    this.localDay = dayOfDate(year, month, date);
    this.localMinute = hour * 60 + minute;
    this.offset = offset;
    this.isoDay = this.dayOfLocal();
    this.isoMinute = copyOf(text, start, start + 16);
    this.isoZone = text.slice(zoneFrom, zoneTo);
    this.syslogMinute = '';
    return 0;
  }

  /** `<22>1 2026-10-05T08:17:00Z `. */
  private readStructured(text: string, start: number, end: number): number {
    const close = text.indexOf('>', start);
    if (close < 0 || close - start > 4 || digits(text, start + 1, close - start - 1) < 0 || !text.startsWith('1 ', close + 1))
      return NO_STAMP;
    const at = this.readIso(text, close + 3, end);
    this.isStructured = at > 0;
    return at;
  }

  /** `@400000004c91b044077a9e94 `: 2^62 and the seconds of atomic time, then nanoseconds, all hexadecimal. */
  private readTai(text: string, start: number, end: number): number {
    if (end - start < 25 || (start + 25 < end && text.charCodeAt(start + 25) !== 32)) return NO_STAMP;
    const hex = text.slice(start + 1, start + 25);
    if (!/^40[0-9a-f]{22}$/i.test(hex)) return NO_STAMP;
    const seconds = Number.parseInt(hex.slice(2, 16), 16) - TAI_AHEAD;
    const nanoseconds = Number.parseInt(hex.slice(16), 16);
    if (seconds < 0 || seconds > 7e9 || nanoseconds >= 1e9) return BAD_STAMP;
    this.taiSeconds = seconds + nanoseconds / 1e9;
    this.day = this.cityDayOf(seconds * 1000);
    this.isoMinute = '';
    this.syslogMinute = '';
    return Math.min(start + 26, end);
  }

  private dayOfLocal(): number {
    if (this.offset === undefined && this.zone === this.cityZone) return this.localDay;
    return this.cityDayOf(
      this.offset === undefined
        ? this.instantOf(this.localDay, this.localMinute)
        : (this.localDay * 1440 + this.localMinute) * MINUTE - this.offset,
    );
  }

  private cityDayOf(at: number): number {
    const quarter = Math.floor(at / QUARTER);
    let day = this.cityDays.get(quarter);
    if (day === undefined) {
      const date = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER).toZonedDateTimeISO(this.cityZone);
      day = dayOfDate(date.year, date.month, date.day);
      remember(this.cityDays, quarter, day);
    }
    return day;
  }

  /** Of two readings of an hour that is repeated, the earlier. */
  private instantOf(day: number, minute: number): number {
    const key = day * 1440 + minute;
    let at = this.localMinutes.get(key);
    if (at === undefined) {
      const local = Temporal.Instant.fromEpochMilliseconds(day * DAY + minute * MINUTE)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime();
      at = local.toZonedDateTime(this.zone, { disambiguation: 'earlier' }).epochMilliseconds;
      remember(this.localMinutes, key, at);
    }
    return at;
  }
}

const cityDays = new Map<string, Map<number, number>>();

/** Which day a quarter of an hour lies in never changes, so all readers share what one has found out. */
function cityDaysOf(zone: string): Map<number, number> {
  let days = cityDays.get(zone);
  if (!days) cityDays.set(zone, (days = new Map()));
  return days;
}

/** Whether the text is a zone the library knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function remember<V>(map: Map<number, V>, key: number, value: V): void {
  if (map.size >= CACHED) map.clear();
  map.set(key, value);
}

/** A copy that does not keep the whole chunk of text alive. */
function copyOf(text: string, from: number, to: number): string {
  return Buffer.from(text.slice(from, to), 'latin1').toString('latin1');
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The number that stands there, or -1. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const code = text.charCodeAt(i);
    if (!(code >= 48 && code <= 57)) return -1;
    value = value * 10 + code - 48;
  }
  return count > 0 ? value : -1;
}

/** Milliseconds east of UTC; undefined without a zone, NaN for a wrong one. */
function offsetOf(zone: string): number | undefined {
  if (zone === '') return undefined;
  if (zone === 'Z') return 0;
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!parts || Number(parts[2]) > 15 || Number(parts[3]) > 59) return Number.NaN;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * MINUTE;
}
