/** `QD-2026-0042`: the human reference of a case, counting within the year of its proposal. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';

/** The next so many; whoever proposes waits for whoever is proposing. */
export async function nextReferences(em: SqlEntityManager, year: string, count: number): Promise<string[]> {
  await executeBound(em, `select pg_advisory_xact_lock(hashtext('decision_reference'))`, []);
  const [{ last }] = (await executeBound<{ last: number }>(
    em,
    `select coalesce(max(substring(reference from 9)::int), 0) as last from decision where reference like $1`,
    [`QD-${year}-%`],
  )) as [{ last: number }];
  return Array.from({ length: count }, (_, i) => `QD-${year}-${String(last + 1 + i).padStart(4, '0')}`);
}
