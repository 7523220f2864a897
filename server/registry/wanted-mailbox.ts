/** What decisions want of mailboxes (D-8): the registry keeps it beside what was last seen on the mail system. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import { newId } from '../kernel/record.js';
import { searchText } from '../kernel/search.rules.js';

/** Sets the state that decisions want of mailboxes. */
export async function wantStates(em: SqlEntityManager, wanted: ReadonlyMap<string, string>, now: Date): Promise<void> {
  if (wanted.size === 0) return;
  await executeBound(
    em,
    `update mailbox m set expected_state = w.state, version = m.version + 1, updated_at = $3::timestamptz
     from unnest($1::uuid[], $2::text[]) as w(id, state) where m.id = w.id`,
    [`{${[...wanted.keys()].join(',')}}`, `{${[...wanted.values()].join(',')}}`, now.toISOString()],
  );
}

/** Notes a mailbox that is to be made for an officer: it is not on the mail system yet, and nobody has held it on any day. */
export async function wantMailbox(em: SqlEntityManager, officerId: string, address: string, now: Date): Promise<string> {
  const [made] = await executeBound<{ id: string }>(
    em,
    `insert into mailbox (id, created_at, updated_at, address, kind, state, expected_state, officer_id)
     values ($1::uuid, $4::timestamptz, $4::timestamptz, $2, 'PERSONAL', 'NONE', 'ACTIVE', $3::uuid)
     on conflict (address) do update set expected_state = 'ACTIVE', officer_id = excluded.officer_id, version = mailbox.version + 1, updated_at = excluded.updated_at
     returning id`,
    [newId(), address, officerId, now.toISOString()],
  );
  const [officer] = await executeBound<{ full_name: string; code: string }>(em, 'select full_name, code from officer where id = $1::uuid', [
    officerId,
  ]);
  await executeBound(em, 'update officer set mailbox_id = $2::uuid, search_text = $3, updated_at = $4::timestamptz where id = $1::uuid', [
    officerId,
    made!.id,
    searchText(officer!.full_name, officer!.code, address),
    now.toISOString(),
  ]);
  return made!.id;
}
