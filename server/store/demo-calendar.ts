/** Which days does the demonstration city look at: three windows of 90 days one after another, and the public holidays in them? */
import type { Day } from '../kernel/calendar.js';
import { addDays, dayNumber, dayOfNumber, weekday } from '../kernel/calendar.js';
import type { PolicyValues, Window } from '../review/policy.rules.js';

export const WINDOW_DAYS = 90;
export const REVIEWS = 3;
export const DEMO_DAYS = WINDOW_DAYS * REVIEWS;

/** The windows, the oldest first; the last one ends on the day before `today`. */
export function demoWindows(today: Day): Window[] {
  return Array.from({ length: REVIEWS }, (_, i) => {
    const to = addDays(today, -1 - WINDOW_DAYS * (REVIEWS - 1 - i));
    return { from: addDays(to, 1 - WINDOW_DAYS), to };
  });
}

/** First day of the lunar year (Tết) and the day of the Hùng Kings, by year, in Vietnam's reckoning. */
const LUNAR: Record<number, readonly [string, string]> = {
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
  2031: ['01-23', '04-01'],
  2032: ['02-11', '04-19'],
  2033: ['01-31', '04-09'],
  2034: ['02-19', '04-28'],
  2035: ['02-08', '04-17'],
  2036: ['01-28', '04-06'],
  2037: ['02-15', '04-25'],
  2038: ['02-04', '04-14'],
  2039: ['01-24', '04-03'],
  2040: ['02-12', '04-20'],
};

/** Paid public holidays of Vietnam in a span of days; one that falls on a weekend is made up for on the next working day. */
export function publicHolidays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    const named = [`${year}-01-01`, `${year}-04-30`, `${year}-05-01`, `${year}-09-01`, `${year}-09-02`];
    const lunar = LUNAR[year];
    if (lunar) {
      const tet = dayNumber(`${year}-${lunar[0]}`);
      for (let day = tet - 1; day <= tet + 3; day++) named.push(dayOfNumber(day));
      named.push(`${year}-${lunar[1]}`);
    }
    const off = new Set<number>();
    for (const day of named.map(dayNumber).sort((a, b) => a - b)) {
      off.add(day);
      if (weekday(day) <= 5) continue;
      let instead = day + 1;
      while (weekday(instead) > 5 || off.has(instead) || named.includes(dayOfNumber(instead))) instead++;
      off.add(instead);
    }
    days.push(...[...off].sort((a, b) => a - b).map(dayOfNumber));
  }
  return days.filter((day) => day >= from && day <= to);
}

/** The policy of the demonstration city: the defaults of T-1, without days for contesting. */
export function demoPolicy(today: Day): PolicyValues {
  const from = demoWindows(today)[0]!.from;
  return {
    effectiveOn: from,
    windowDays: WINDOW_DAYS,
    regularShare: 0.6,
    minimumCoverage: 0.8,
    minimumAssessableDays: 20,
    acts: ['SENT', 'READ'],
    newMailboxGraceDays: 0,
    trainingGraceDays: 30,
    contestDays: 0,
    holidays: publicHolidays(from, addDays(today, 60)),
    extraWorkingDays: [],
  };
}
