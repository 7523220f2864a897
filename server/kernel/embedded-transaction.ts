/**
 * Which transaction is the embedded store in? It has one at a time, and COPY inside it needs PGlite's own handle,
 * which the ORM keeps to itself.
 */
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { SqlEntityManager } from '@mikro-orm/sql';

const running = new WeakMap<object, Transaction>();

/** Takes note of every transaction begun on this store; called once, before the ORM is given it. */
export function noteTransactions(pglite: PGlite): void {
  const transaction = pglite.transaction.bind(pglite);
  pglite.transaction = (work) =>
    transaction(async (begun) => {
      running.set(pglite, begun);
      try {
        return await work(begun);
      } finally {
        running.delete(pglite);
      }
    });
}

/** The transaction of this entity manager on the embedded store; undefined outside of one and on PostgreSQL. */
export async function embeddedTransaction(em: SqlEntityManager): Promise<Transaction | undefined> {
  if (!em.isInTransaction()) return undefined;
  const connection = em.getConnection() as { getNativeClient?: () => Promise<object> };
  const native = await connection.getNativeClient?.();
  return native && running.get(native);
}
