/** Names of sources and imported files for the audit log, to whoever may read them. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { evidenceAccess } from './evidence.access.js';

const namedIn =
  (table: string, column: string): NameFinder =>
  async ({ db, run }, viewer, ids) => {
    const wanted = ids.filter(isId);
    if (wanted.length === 0 || !holds(viewer, evidenceAccess.readSources)) return new Map();
    const rows = await run<{ id: string; name: string }>(
      db
        .selectFrom(`${table} as t`)
        .select(['t.id', `t.${column} as name`])
        .where(sql<boolean>`t.id = any(${wanted}::uuid[])`),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  };

export const evidenceNames = {
  'evidence-source': namedIn('evidence_source', 'name'),
  'evidence-import': namedIn('evidence_import', 'file_name'),
};
