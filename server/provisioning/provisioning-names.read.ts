/** Names of mail systems and orders for the audit log. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { provisioningAccess } from './provisioning.access.js';

const mailSystem: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  // Where a name stands for the system itself, it is its name already.
  const named = new Map(ids.filter((id) => !isId(id)).map((name) => [name, name]));
  if (wanted.length === 0 || !holds(viewer, provisioningAccess.readSystems)) return named;
  const rows = await run<{ id: string; name: string }>(
    db
      .selectFrom('mail_system as s')
      .select(['s.id', 's.name'])
      .where(sql<boolean>`s.id = any(${wanted}::uuid[])`),
  );
  return new Map([...named, ...rows.map(({ id, name }) => [id, name] as const)]);
};

const mailOrder: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, provisioningAccess.readOrders)) return new Map();
  const rows = await run<{ id: string; name: string }>(
    db
      .selectFrom('mail_order as o')
      .innerJoin('mailbox as m', 'm.id', 'o.mailbox_id')
      .select(['o.id', sql<string>`o.number::text || ' · ' || m.address`.as('name')])
      .where(sql<boolean>`o.id = any(${wanted}::uuid[])`),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const provisioningNames = { mailSystem, mailOrder };
