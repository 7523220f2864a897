/** Is the process alive (/healthz), and may requests be sent to it (/readyz)? For proxies, systemd and Kubernetes. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '../kernel/ground.js';

/** Why not: the server is stopping, the database does not answer, or it lacks migrations. */
export type NotReadyReason = 'STOPPING' | 'DATABASE' | 'MIGRATIONS';

/** The embedded store answers one after the other: behind a large import that takes a while. */
const PATIENCE_MILLISECONDS = 10_000;

export interface Health {
  isStopping(): boolean;
  /** Throws when the database does not answer. */
  askDatabase(): Promise<{ isMigrated: boolean }>;
}

/** Of a server about which only its database is known. */
export const healthOf = ({ orm }: Ground): Health => ({
  isStopping: () => false,
  askDatabase: async () => {
    await orm.em.fork().execute('select 1');
    return { isMigrated: true };
  },
});

async function reasonOf({ isStopping, askDatabase }: Health): Promise<NotReadyReason | undefined> {
  if (isStopping()) return 'STOPPING';
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error('The database takes too long')), PATIENCE_MILLISECONDS);
  });
  try {
    const { isMigrated } = await Promise.race([askDatabase(), patience]);
    return isMigrated ? undefined : 'MIGRATIONS';
  } catch {
    return 'DATABASE';
  } finally {
    clearTimeout(timer);
  }
}

export function registerHealth(app: FastifyInstance, health: Health): void {
  app.get('/healthz', { logLevel: 'silent' }, () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const reason = await reasonOf(health);
    void reply.header('cache-control', 'no-store');
    return reason ? reply.code(503).send({ status: 'not ready', reason }) : { status: 'ready' };
  });
}
