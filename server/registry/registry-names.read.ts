/** Names of officers, agencies and mailboxes for the audit log: only of those that the viewer may see. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { visibleOfficers } from './officer.read.js';
import { registryAccess } from './registry.access.js';

interface Named {
  id: string;
  name: string;
}

const byId = (rows: readonly Named[]) => new Map(rows.map(({ id, name }) => [id, name]));

const officer: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, registryAccess.readOfficers as never)) return new Map();
  const rows = visibleOfficers(viewer, db.selectFrom('officer as o') as never).where(sql<boolean>`o.id = any(${wanted}::uuid[])`);
  return byId(await run<Named>(rows.select(['o.id', 'o.full_name as name'])));
};

const agency: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, registryAccess.readAgencies as never)) return new Map();
  return byId(
    await run<Named>(
      db
        .selectFrom('agency as a')
        .select(['a.id', 'a.name'])
        .where(sql<boolean>`a.id = any(${wanted}::uuid[])`),
    ),
  );
};

/** A mailbox by its address; earlier versions recorded it by the address itself. */
const mailbox: NameFinder = async ({ db, run }, viewer, ids) => {
  if (!holds(viewer, registryAccess.readMailboxes as never)) return new Map();
  const named = ids.filter((id) => !isId(id)).map((address): [string, string] => [address, address]);
  const wanted = ids.filter(isId);
  const rows = wanted.length
    ? await run<Named>(
        db
          .selectFrom('mailbox as m')
          .select(['m.id', 'm.address as name'])
          .where(sql<boolean>`m.id = any(${wanted}::uuid[])`),
      )
    : [];
  return new Map([...named, ...byId(rows)]);
};

export const registryNames = { officer, agency, mailbox };
