import { describe, expect, test } from '@jest/globals';
import { WorkingCalendar, addDays, dayIn, dayNumber, dayOfNumber, isDay, weekday } from '../../server/kernel/calendar.js';

describe('the calendar', () => {
  test('a date that does not exist is no day', () => {
    expect(isDay('2014-02-31')).toBe(false);
    expect(isDay('2014-13-01')).toBe(false);
    expect(isDay('2024-02-29')).toBe(true);
  });

  test.each(['0000-01-01', '0001-01-01', '0099-12-31', '1899-12-31', '2201-01-01', '9999-12-31', '+12026-01-01', ' 2026-01-01'])(
    '%s is no day that may be stated',
    (text) => expect(isDay(text)).toBe(false),
  );
  test.each(['1900-01-01', '2200-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true));
  test('the years 1 to 99 are not 1901 to 1999', () => {
    expect(dayOfNumber(dayNumber('0099-12-31'))).toBe('0099-12-31');
    expect(dayNumber('0001-01-01')).toBeLessThan(dayNumber('1900-01-01'));
  });

  test('Monday is the first day of the week, also before 1970', () => {
    expect(weekday(dayNumber('2026-11-23'))).toBe(1);
    expect(weekday(dayNumber('1969-12-28'))).toBe(7);
  });

  test('19:30 UTC on the 4th is the 5th in Ho Chi Minh City (E-9)', () => {
    expect(dayIn('Asia/Ho_Chi_Minh', new Date('2026-10-04T19:30:00Z'))).toBe('2026-10-05');
  });

  test('a holiday is no working day and a worked Saturday is one (T-1)', () => {
    const calendar = new WorkingCalendar(['2026-09-02'], ['2026-09-05']);
    expect(calendar.isWorkingDay('2026-09-02')).toBe(false);
    expect(calendar.isWorkingDay('2026-09-05')).toBe(true);
    expect(calendar.isWorkingDay('2026-09-06')).toBe(false);
  });

  test('a period that ends on a day off ends on the next working day (L-1)', () => {
    const calendar = new WorkingCalendar(['2026-11-23']);
    expect(calendar.endOfPeriod('2026-11-11', 10)).toBe('2026-11-24');
    expect(calendar.endOfPeriod('2026-11-10', 10)).toBe('2026-11-20');
    expect(calendar.addWorkingDays('2026-11-20', 1)).toBe('2026-11-24');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
