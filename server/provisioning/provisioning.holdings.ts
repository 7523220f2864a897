/** What did comparisons with mail systems find of an officer's mailbox (K-4)? */
import { lendHolding } from '../kernel/personal-data.js';
import { provisioningHolds as t } from './provisioning-holdings.messages.js';

export function lendProvisioningHoldings(): void {
  lendHolding({
    ...t.drifts,
    name: 'provisioning.drifts',
    tables: ['mail_drift'],
    rows: ({ officer }) =>
      `select x.created_at as "createdAt", x.address, x.name, x.expected, x.found, x.settled_at as "settledAt", x.settlement from mail_drift x
       where exists (select 1 from mailbox_period p where p.mailbox_id = x.mailbox_id and p.officer_id = ${officer} and (p.from_on is null or x.created_at >= p.from_on)
         and (p.until_on is null or x.created_at < p.until_on + 1)) order by x.created_at, x.id`,
  });
}
