import { describe, expect, test } from '@jest/globals';
import { lastQuarterEnd, WorkingCalendar } from '../../../server/kernel/calendar.js';
import {
  campaignDays,
  longerCheck,
  planFaults,
  USUAL_PLAN,
  workingDaysBefore,
} from '../../../server/review/campaign/campaign-days.rules.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const calendar = new WorkingCalendar(['2026-09-01', '2026-09-02'], ['2026-09-05']);

describe('F-1: the days of a campaign', () => {
  // Monday 24 August 2026; 1 and 2 September are holidays, Saturday 5 September is worked.
  test('are working days, the day of opening not counted', () => {
    const { checkUntil, decideUntil } = campaignDays('2026-08-24', { ...USUAL_PLAN, checkDays: 5, decideDays: 5 }, calendar, ZONE);
    expect(checkUntil).toBe('2026-08-31');
    expect(decideUntil).toBe('2026-09-08');
  });

  test('letters are due at seven in the morning of the city, in the order of time, never on the day of opening or before', () => {
    const plan = { ...USUAL_PLAN, checkDays: 5, remindDays: [4, 1, 1], escalateDays: 2 };
    const { steps } = campaignDays('2026-08-24', plan, calendar, ZONE);
    expect(steps.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`)).toEqual([
      'REMIND 2026-08-25T00:00:00.000Z',
      'TELL_HEAD 2026-08-27T00:00:00.000Z',
      'REMIND 2026-08-28T00:00:00.000Z',
      // The day after Monday 31 August is a holiday, and so is the next.
      'TELL_TASK_FORCE 2026-09-03T00:00:00.000Z',
    ]);
    const short = campaignDays('2026-08-24', { ...USUAL_PLAN, checkDays: 1, remindDays: [0], escalateDays: 0 }, calendar, ZONE);
    expect(short.steps.map(({ kind }) => kind)).toEqual(['REMIND', 'TELL_HEAD', 'TELL_TASK_FORCE']);
  });

  test('a longer check moves its letters and the days of the task force with it; what is due already is written again only when its new day is to come', () => {
    const plan = { ...USUAL_PLAN, checkDays: 5, decideDays: 3, remindDays: [4, 1], escalateDays: 1 };
    const { checkUntil, decideUntil, steps } = campaignDays('2026-08-03', plan, calendar, ZONE);
    expect([checkUntil, decideUntil]).toEqual(['2026-08-10', '2026-08-13']);
    const later = longerCheck(
      { checkUntil, decideUntil, until: '2026-08-15', today: '2026-08-11', letters: [...steps, ...steps] },
      calendar,
      ZONE,
    );
    // Saturday becomes Monday the 17th; four days before it is Tuesday, which is today.
    expect([later.checkUntil, later.decideUntil]).toEqual(['2026-08-17', '2026-08-20']);
    expect(later.steps.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`)).toEqual([
      'REMIND 2026-08-14T00:00:00.000Z',
      'TELL_HEAD 2026-08-14T00:00:00.000Z',
      'TELL_TASK_FORCE 2026-08-18T00:00:00.000Z',
    ]);
  });

  test.each([
    ['2026-09-07', 1, '2026-09-05'],
    ['2026-09-07', 2, '2026-09-04'],
    ['2026-09-07', 4, '2026-08-31'],
    ['2026-09-07', 0, '2026-09-07'],
  ])('%s less %d working days is %s', (day, count, expected) => expect(workingDaysBefore(day, count, calendar)).toBe(expected));

  test.each([
    [{ checkDays: 0 }, ['checkDays', 'escalateDays', 'remindDays']],
    [{ checkDays: 61 }, ['checkDays']],
    [{ decideDays: 0 }, ['decideDays']],
    [{ checkDays: 3, remindDays: [3], escalateDays: 1 }, ['remindDays']],
    [{ checkDays: 3, remindDays: [2], escalateDays: 3 }, ['escalateDays']],
    [{ remindDays: [1, 2, 3, 4, 5, 6] }, ['remindDays']],
    [{ remindDays: [1.5] }, ['remindDays']],
    [{}, []],
  ])('%j is refused at %j', (change, fields) =>
    expect(planFaults({ ...USUAL_PLAN, ...change }).map(({ path }) => path![1])).toEqual(fields.filter((field) => field !== undefined)),
  );

  test.each([
    ['2026-11-29', '2026-09-30'],
    ['2026-10-01', '2026-09-30'],
    ['2026-01-01', '2025-12-31'],
    ['2026-03-31', '2025-12-31'],
    ['2026-04-01', '2026-03-31'],
  ])('the quarter before the one of %s ended on %s', (day, expected) => expect(lastQuarterEnd(day)).toBe(expected));
});
