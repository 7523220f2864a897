/** How the counters of a mailbox are forgotten (K-5): all of an address that was one person's, of one that was passed on the days that were theirs. */
import { type Erasing, lendErasure } from '../kernel/erasure.js';
import { ownMailboxes } from '../registry/registry.erasing.js';
import { IN_PERIOD } from './evidence.holdings.js';

/** Ids of addresses of the person alone. */
const ownAddresses = (erasing: Erasing): string =>
  `select a.id from evidence_address a join (${ownMailboxes(erasing)}) m on m.address = a.address`;

export function lendEvidenceErasing(): void {
  lendErasure({
    room: 'evidence',
    tables: ['evidence_day', 'evidence_act', 'evidence_address', 'evidence_import'],
    async erase(erasing) {
      const { run, officer } = erasing;
      const passedOn = `join evidence_address a on a.id = d.address join mailbox m on m.address = a.address
        join mailbox_period p on p.mailbox_id = m.id and p.officer_id = ${officer} and ${IN_PERIOD}`;
      for (const [table, key] of [
        ['evidence_day', 'address, day, source'],
        ['evidence_act', 'source, hash'],
      ] as const) {
        const columns = key
          .split(', ')
          .map((column) => `d.${column}`)
          .join(', ');
        await run(`delete from ${table} where address in (${ownAddresses(erasing)})`);
        await run(`delete from ${table} where (${key}) in (select ${columns} from ${table} d ${passedOn})`);
      }
      await run(
        `update evidence_import set unknown_addresses = (select coalesce(jsonb_agg(u), '[]'::jsonb) from jsonb_array_elements_text(unknown_addresses) u
           where u not in (select m.address from (${ownMailboxes(erasing)}) m))
         where exists (select 1 from (${ownMailboxes(erasing)}) m where unknown_addresses @> to_jsonb(array[m.address]))`,
      );
      await run(`delete from evidence_address where id in (${ownAddresses(erasing)})`);
    },
  });
}
