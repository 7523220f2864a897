/** `LH-2026-0001`: the human reference of a class, counting within the year. */
import type { SqlEntityManager } from '@mikro-orm/sql';

/** The next one; whoever makes a class waits for whoever is making one. */
export async function nextClassReference(em: SqlEntityManager, year: string): Promise<string> {
  await em.execute("select pg_advisory_xact_lock(hashtext('training_class'))");
  const [{ last }] = (await em.execute<{ last: number }[]>(
    `select coalesce(max(substring(reference from 9)::int), 0) as last from training_class where reference like ?`,
    [`LH-${year}-%`],
  )) as [{ last: number }];
  return `LH-${year}-${String(last + 1).padStart(4, '0')}`;
}
