/** Names of committees for the audit log. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { committeeAccess } from './committee.access.js';

const committee: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, committeeAccess.readCommittees)) return new Map();
  const rows = await run<{ id: string; name: string }>(
    db
      .selectFrom('committee as k')
      .select(['k.id', 'k.name'])
      .where(sql<boolean>`k.id = any(${wanted}::uuid[])`),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const committeeNames = { committee };
