/** Legal days (L-1, L-2, G-4): against a reference that goes day by day, in the city's zone and in zones that change their clocks. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayIn, dayNumber, endOfDay, startOfDay, WorkingCalendar } from '../../server/kernel/calendar.js';
import { closingTime, dayAfter, isNoticeOver, lastDay } from '../../server/decisions/period.rules.js';

const CITY = 'Asia/Ho_Chi_Minh';
const HOUR = 3_600_000;
const TRIALS = 10_000;

const spans = [dayNumber('2020-01-01'), dayNumber('2040-12-31')] as const;
const day = fc.integer({ min: spans[0], max: spans[1] }).map((number) => addDays('1970-01-01', number));
/** Holidays and weekend days that are worked, near a day. */
const around = (from: string) =>
  fc.array(
    fc.integer({ min: 0, max: 420 }).map((days) => addDays(from, days)),
    { maxLength: 20 },
  );
const period = fc
  .record({ from: day, days: fc.integer({ min: 0, max: 365 }) })
  .chain(({ from, days }) => fc.record({ from: fc.constant(from), days: fc.constant(days), holidays: around(from), worked: around(from) }));

/** By JavaScript's own dates, one day after the other; weekends by their names. */
function slowLastDay(from: string, days: number, holidays: readonly string[], worked: readonly string[]): string {
  const text = (date: Date) => date.toISOString().slice(0, 10);
  const isWorked = (date: Date) => {
    if (worked.includes(text(date))) return true;
    const name = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' }).format(date);
    return name !== 'Sat' && name !== 'Sun' && !holidays.includes(text(date));
  };
  const date = new Date(`${from}T00:00:00Z`);
  if (days === 0) return text(date);
  for (let counted = 0; counted < days; counted++) date.setUTCDate(date.getUTCDate() + 1);
  while (!isWorked(date)) date.setUTCDate(date.getUTCDate() + 1);
  return text(date);
}

describe('periods', () => {
  test.each([
    ['the day of service is not counted', '2026-06-01', 10, '2026-06-11'],
    ['an end on a Saturday moves to Monday', '2026-06-03', 10, '2026-06-15'],
    ['an end on a Sunday moves to Monday', '2026-06-04', 10, '2026-06-15'],
    ['an end on a holiday moves on, over the weekend behind it', '2026-08-23', 10, '2026-09-07'],
    ['a Saturday that is worked ends it', '2026-06-10', 10, '2026-06-20'],
    ['into another year', '2026-12-25', 10, '2027-01-04'],
    ['over a leap day', '2028-02-25', 5, '2028-03-01'],
    ['of no days is over at once, on whatever day (L-2)', '2026-06-06', 0, '2026-06-06'],
  ])('%s', (_name, from, days, last) => {
    const calendar = new WorkingCalendar(['2026-09-02', '2026-09-03', '2026-09-04'], ['2026-06-20']);
    expect(lastDay(from, days, calendar)).toBe(last);
    expect(dayAfter(from, days, calendar)).toBe(days === 0 ? from : addDays(last, 1));
  });

  test(`${TRIALS} random periods from 2020 to 2040 end on the day of the slow reference, and the next act is possible the day after (G-4)`, () => {
    fc.assert(
      fc.property(period, ({ from, days, holidays, worked }) => {
        const calendar = new WorkingCalendar(holidays, worked);
        const last = lastDay(from, days, calendar);
        expect(last).toBe(slowLastDay(from, days, holidays, worked));
        if (days > 0) expect(calendar.isWorkingDay(last)).toBe(true);
        expect(isNoticeOver(from, last, last)).toBe(days === 0);
        expect(isNoticeOver(from, last, addDays(last, 1))).toBe(true);
        expect(dayAfter(from, days, calendar)).toBe(days === 0 ? from : addDays(last, 1));
      }),
      { numRuns: TRIALS },
    );
  });

  test('a vote closes at 24:00 of its last day, in the city', () => {
    expect(closingTime('2026-06-01', 7, new WorkingCalendar(), CITY).toISOString()).toBe('2026-06-08T17:00:00.000Z');
    expect(closingTime('2026-06-06', 0, new WorkingCalendar(), CITY).toISOString()).toBe('2026-06-06T17:00:00.000Z');
  });
});

describe('the ends of days in time zones', () => {
  const ZONES = [CITY, 'UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland'];

  test.each(ZONES)('in %s a day is what lies between its start and its end, whatever the clocks do', (zone) => {
    fc.assert(
      fc.property(day, (which) => {
        const [start, end] = [startOfDay(zone, which), endOfDay(zone, which)];
        expect(dayIn(zone, start)).toBe(which);
        expect(dayIn(zone, new Date(start.getTime() - 1))).toBe(addDays(which, -1));
        expect(dayIn(zone, new Date(end.getTime() - 1))).toBe(which);
        expect(dayIn(zone, end)).toBe(addDays(which, 1));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    // There midnight itself is left out or comes twice.
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['America/Havana', '2026-03-08', 23],
    ['America/Havana', '2026-11-01', 25],
    [CITY, '2026-03-29', 24],
  ])('in %s the day %s has %f hours', (zone, which, hours) => {
    expect((endOfDay(zone, which).getTime() - startOfDay(zone, which).getTime()) / HOUR).toBe(hours);
    expect(dayIn(zone, startOfDay(zone, which))).toBe(which);
    expect(dayIn(zone, new Date(startOfDay(zone, which).getTime() - 1))).toBe(addDays(which, -1));
  });
});
