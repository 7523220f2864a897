/**
 * How the registry forgets an officer (K-5): name, code, post, addresses and documents go; agencies, days and the leader flag stay, as figures rest on them. A
 * mailbox whose address was ever somebody else's is theirs as well, and stays as it is.
 */
import { type Erasing, lendErasure, namesIn, wordsIn } from '../kernel/erasure.js';
import { REMOVED_SQL } from '../kernel/removed.js';

/** Mailboxes that were this officer's and nobody else's, under the alias `m`. */
export const ownMailboxes = ({ officer }: Pick<Erasing, 'officer'>): string =>
  `select m.* from mailbox m where (m.officer_id = ${officer} or m.officer_id is null)
     and exists (select 1 from mailbox_period p where p.mailbox_id = m.id and p.officer_id = ${officer}
       union all select 1 from mailbox h where h.id = m.id and h.officer_id = ${officer})
     and not exists (select 1 from mailbox_period q where q.mailbox_id = m.id and q.officer_id <> ${officer})`;

/** What stands in place of an address: of the same domain, so that findings are worked out as before, and of nobody. */
export const ANONYMOUS_ADDRESS = (id: string, address: string): string =>
  `'da-xoa-' || replace(${id}::text, '-', '') || '@' || split_part(${address}, '@', 2)`;

export function lendRegistryErasing(): void {
  lendErasure({
    room: 'registry',
    tables: ['officer', 'posting', 'absence', 'mailbox', 'mailbox_period'],
    words: (erasing) =>
      wordsIn(
        erasing,
        `select x.word from (select code as word from officer where id = ${erasing.officer} union select phone from officer where id = ${erasing.officer}
           union select other_email from officer where id = ${erasing.officer} union select m.address from (${ownMailboxes(erasing)}) m) x where length(x.word) > 3`,
      ),
    subjects: async (erasing) => [
      `officer:${erasing.person.officerId}`,
      ...(await namesIn(erasing, 'mailbox', `select m.id::text as id from (${ownMailboxes(erasing)}) m`)),
      ...(await namesIn(erasing, 'mailbox', `select m.address as id from (${ownMailboxes(erasing)}) m`)),
    ],
    async erase({ run, officer, now, ...rest }) {
      // Of no mail system any more, and there is none: nothing is ordered, compared or matched under the false address.
      await run(
        `update mailbox set address = ${ANONYMOUS_ADDRESS('id', 'address')}, account_id = null, connector = null, state = 'NONE', expected_state = 'NONE', officer_id = null, version = version + 1, updated_at = ${now}
         where id in (select m.id from (${ownMailboxes({ officer })}) m)`,
      );
      await run(`update mailbox set officer_id = null, version = version + 1, updated_at = ${now} where officer_id = ${officer}`);
      await run(`update absence set document = ${REMOVED_SQL} || ' ' || id::text, updated_at = ${now} where officer_id = ${officer}`);
      await run(`update posting set post = null, updated_at = ${now} where officer_id = ${officer}`);
      await run(
        `update officer set code = 'DX-' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)), full_name = ${REMOVED_SQL}, post = null, mailbox_id = null,
           left_reason = null, other_email = null, phone = null, prefers_paper = false, search_text = '', sort_key = '~', erased_at = ${now}, version = version + 1, updated_at = ${now}
         where id = $1::uuid`,
        [rest.person.officerId],
      );
    },
  });
}
