/** How comparisons with mail systems and attempts of orders forget whose mailbox it was (K-5). */
import { type Erasing, lendErasure, namesIn } from '../kernel/erasure.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { provisioningErasing as m } from './provisioning-erasing.messages.js';
import { ownMailboxes } from '../registry/registry.erasing.js';

const OWN = (erasing: Erasing): string => `select m.id from (${ownMailboxes(erasing)}) m`;

export function lendProvisioningErasing(): void {
  lendErasure({
    room: 'provisioning',
    tables: ['mail_drift', 'mail_order_attempt'],
    async hindrances(erasing) {
      // The next comparison would find an account that nobody knows, and write its address and name down again.
      const standing = await erasing.run<{ address: string; system: string }>(
        `select m.address, s.name as system from (${ownMailboxes(erasing)}) m join mail_system s on s.name = m.connector where m.state <> 'NONE' order by 1`,
      );
      return standing.map((values) => ({ text: m.accountStands, values }));
    },
    subjects: (erasing) => namesIn(erasing, 'mailDrift', `select id::text as id from mail_drift where mailbox_id in (${OWN(erasing)})`),
    async erase(erasing) {
      const { run, now } = erasing;
      await run(
        `update mail_drift set account_id = null, address = ${REMOVED_SQL}, found_address = null, name = null, note = null, updated_at = ${now}
         where mailbox_id in (${OWN(erasing)}) or address in (select m.address from (${ownMailboxes(erasing)}) m) or found_address in (select m.address from (${ownMailboxes(erasing)}) m)`,
      );
      await run(
        `update mail_order_attempt set message = null, updated_at = ${now} where order_id in (select o.id from mail_order o where o.mailbox_id in (${OWN(erasing)}))`,
      );
    },
  });
}
