/** For how long are attempts of mail orders and lists of accounts that were compared kept (K-1)? What waits or is not settled stays (K-2). */
import { lendNeed, lendRetention, ofRows, together } from '../kernel/retention.js';
import { provisioningKeeps as t } from './provisioning-retention.messages.js';

const ATTEMPTS = 'provisioning.attempts';
const COMPARISONS = 'provisioning.comparisons';
const days = { rule: 'K-1', unit: 'DAYS', usual: 400, least: 30, most: 3_650 } as const;

export function lendProvisioningRetention(): void {
  lendRetention(
    {
      ...days,
      name: ATTEMPTS,
      what: t.attempts,
      why: t.attemptsWhy,
      tables: ['mail_order_attempt'],
      ...ofRows({ name: ATTEMPTS, table: 'mail_order_attempt', old: ({ moment }) => `t.created_at < ${moment}` }),
    },
    {
      ...days,
      name: COMPARISONS,
      what: t.comparisons,
      why: t.comparisonsWhy,
      tables: ['mail_drift', 'mail_comparison'],
      ...together(
        ofRows({ name: COMPARISONS, table: 'mail_drift', old: ({ moment }) => `t.settled_at < ${moment}` }),
        ofRows({
          name: 'provisioning.oldComparisons',
          table: 'mail_comparison',
          old: ({ moment }) =>
            `t.created_at < ${moment} and not exists (select 1 from mail_drift x where x.comparison_id = t.id)
             and exists (select 1 from mail_comparison later where later.mail_system_id = t.mail_system_id and later.id > t.id)`,
        }),
      ),
    },
  );
  lendNeed(
    ATTEMPTS,
    'provisioning',
    () => `exists (select 1 from mail_order o where o.id = t.order_id and o.state in ('WAITING', 'RUNNING', 'UNKNOWN'))`,
  );
}
