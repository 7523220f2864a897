/** How many days of grace follow a class completed on a day: those of the policy in effect then (T-1, TR-3). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Day } from '../kernel/calendar.js';
import { policyFor } from '../review/policy.rules.js';
import { UsagePolicy } from '../review/usage-policy.entity.js';

/** Where no policy has been adopted yet. */
const USUAL_GRACE_DAYS = 30;

export async function graceOn(em: SqlEntityManager, day: Day): Promise<number> {
  return policyFor(await em.find(UsagePolicy, {}), day)?.trainingGraceDays ?? USUAL_GRACE_DAYS;
}
