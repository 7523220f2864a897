/** Lends the holidays of the policy to the rooms on the left: coverage judges a holiday as a day off (E-8, T-1). */
import { WorkingCalendar } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import { calendarOf, policyFor } from './policy.rules.js';
import { UsagePolicy } from './usage-policy.entity.js';

export function lendCalendar(ground: Ground): void {
  ground.calendars.lend(async (day, em = ground.orm.em.fork()) => {
    const policy = policyFor(await em.find(UsagePolicy, {}), day);
    return policy ? calendarOf(policy) : new WorkingCalendar();
  });
}
