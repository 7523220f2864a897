/** GET /metrics: who may read the figures, and the figures of the process and of the store. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Ground } from '../kernel/ground.js';

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via', 'x-forwarded-host'];
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

let ofProcess: Registry | undefined;

/** Memory, processor time, event-loop lag, collections of garbage: of the process, so made once. */
function processRegistry(): Registry {
  if (!ofProcess) collectDefaultMetrics({ register: (ofProcess = new Registry()) });
  return ofProcess;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** With the token from anywhere; without one from this machine itself, and not through a proxy on it. */
export function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token && given && isSame(given, token)) return true;
  const isForwarded = FORWARDING.some((name) => request.headers[name] !== undefined);
  return !isForwarded && !given && LOOPBACK.test(request.socket.remoteAddress ?? '');
}

export function registerMetrics(app: FastifyInstance, ground: Ground): void {
  const { metrics, native, orm } = ground;
  const read = async <R>(sql: string) => (await orm.em.fork().execute<R[]>(sql))[0]!;
  metrics.gauges('hopthu_outbox_waiting', 'Orders waiting to be carried out.', ['state'], async () => {
    const row = await read<{ due: number; later: number }>(
      `select count(*) filter (where attempts = 0)::int as due, count(*) filter (where attempts > 0)::int as later from outbox_message where done_at is null`,
    );
    return [
      [{ state: 'new' }, Number(row.due)],
      [{ state: 'tried' }, Number(row.later)],
    ];
  });
  metrics.gauge('hopthu_outbox_oldest_age_seconds', 'Age of the oldest waiting order; 0 when none waits.', async () =>
    Number(
      (
        await read<{ age: number }>(
          `select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age from outbox_message where done_at is null`,
        )
      ).age,
    ),
  );
  metrics.gauge('hopthu_audit_head_seq', 'Number of the newest event of the audit log.', async () =>
    Number((await read<{ seq: number }>('select seq from public.audit_head where id = 1')).seq),
  );
  metrics.gauge('hopthu_imports_running', 'Files of evidence being read or waiting to be.', async () =>
    Number((await read<{ n: number }>(`select count(*)::int as n from evidence_import where state = 'RUNNING'`)).n),
  );
  if (native.kind === 'server') {
    metrics.gauges('hopthu_database_connections', 'Connections of the pool.', ['state'], () => [
      [{ state: 'open' }, native.pool.totalCount],
      [{ state: 'idle' }, native.pool.idleCount],
      [{ state: 'waiting' }, native.pool.waitingCount],
    ]);
  }
  app.addHook('onListen', async () => void processRegistry());
  app.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    if (!mayReadMetrics(request, process.env.HOPTHU_METRICS_TOKEN || undefined)) return reply.callNotFound();
    const text = await Registry.merge([processRegistry(), metrics.registry]).metrics();
    return reply.header('cache-control', 'no-store').type(Registry.PROMETHEUS_CONTENT_TYPE).send(text);
  });
}
