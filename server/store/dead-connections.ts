/**
 * Gives a connection back that died while a transaction held it. The query builder gives it back only after a commit or rollback that went
 * through, which a dead connection cannot do: after as many broken transactions as the pool has places the server would answer nobody (G-28).
 */
import type { Pool, PoolClient } from 'pg';

export function releaseDeadConnections(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    client.on('error', () => {
      try {
        client.release(true);
      } catch {
        // Nobody held it: the pool itself has taken it out.
      }
      // Whoever still held it may give it back a second time, which would be a fault of its own.
      client.release = () => undefined;
    });
  });
}
