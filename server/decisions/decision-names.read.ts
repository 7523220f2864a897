/** Names of cases for the audit log: their references, for whoever may read cases at all. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { decisionAccess } from './decision.access.js';

const decision: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, decisionAccess.read as never)) return new Map();
  const rows = await run<{ id: string; reference: string }>(
    db
      .selectFrom('decision as d')
      .select(['d.id', 'd.reference'])
      .where(sql<boolean>`d.id = any(${wanted}::uuid[])`),
  );
  return new Map(rows.map(({ id, reference }) => [id, reference]));
};

export const decisionNames = { decision };
