/** Adopting a usage policy: a new version that is never changed afterwards (T-1). */
import { type Acting, perform } from '../identity/command.js';
import { Refusal } from '../kernel/refusal.js';
import { policyFaults, type PolicyValues } from './policy.rules.js';
import { reviewAccess } from './review.access.js';
import { UsagePolicy } from './usage-policy.entity.js';

/** Adopts a policy as the next version; refused INVALID at the fields that are wrong, RULE_VIOLATED E-4 where receiving shall count. */
export async function adoptPolicy(acting: Acting, values: PolicyValues): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.changePolicies, undefined);
    const faults = policyFaults(values);
    if (faults.length) throw new Refusal(...faults);
    await act.em.execute("select pg_advisory_xact_lock(hashtext('usage_policy'))");
    const [{ last }] = (await act.em.execute<{ last: number }[]>('select coalesce(max(version), 0)::int as last from usage_policy')) as [
      { last: number },
    ];
    const policy = act.em.create(UsagePolicy, {
      version: last + 1,
      effectiveOn: values.effectiveOn,
      windowDays: values.windowDays,
      regularShare: values.regularShare,
      minimumCoverage: values.minimumCoverage,
      minimumAssessableDays: values.minimumAssessableDays,
      acts: [...new Set(values.acts)],
      newMailboxGraceDays: values.newMailboxGraceDays,
      trainingGraceDays: values.trainingGraceDays,
      contestDays: values.contestDays,
      holidays: [...new Set(values.holidays)].sort(),
      extraWorkingDays: [...new Set(values.extraWorkingDays)].sort(),
    } as never);
    act.em.persist(policy);
    act.record('usagePolicy.adopt', `usagePolicy:${policy.id}`, { ...values, version: policy.version });
    return policy.id;
  });
}
