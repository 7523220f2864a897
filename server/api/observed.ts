/** What is noted of a request while it is answered, for its line in the log and for the metrics: kinds and codes, never what was said. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import type { Ground } from '../kernel/ground.js';

export interface Observed {
  /** Who asked: a kind, never an id. */
  actor?: 'user' | 'key' | 'code' | 'operator' | 'system';
  operation?: 'query' | 'mutation';
  /** How a GraphQL operation ended. */
  outcome?: string;
}

const OUTCOMES = ['ok', 'UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'TOO_COSTLY', 'INTERNAL_SERVER_ERROR'];
/** Methods with a name of their own in the figures; anybody may invent others. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const notes = new WeakMap<FastifyRequest, Observed>();

export function observed(request: FastifyRequest): Observed {
  let note = notes.get(request);
  if (!note) notes.set(request, (note = {}));
  return note;
}

export function observeActor(request: FastifyRequest, actor: Actor | null): void {
  const kind = actor?.isSystem ? 'system' : actor?.name.split(':')[0];
  if (kind) observed(request).actor = kind as Observed['actor'];
}

/** Notes how a GraphQL operation ended; the type is missing where the document could not be read. */
export function observeOperation(reply: FastifyReply, operation: Observed['operation'], outcome: unknown): void {
  const note = observed(reply.request);
  note.operation = operation;
  note.outcome = OUTCOMES.includes(outcome as string) ? (outcome as string) : 'INTERNAL_SERVER_ERROR';
}

/** The way to the answer as it was written in the program, so that no id and no file name of a request comes into a line. */
export const routeOf = (request: FastifyRequest): string => (request.is404 ? 'none' : (request.routeOptions.url ?? 'none'));

/** One line in the log a request, and its duration in the metrics. */
export function observeRequests(app: FastifyInstance, { log, metrics }: Ground): void {
  app.addHook('onResponse', async (request, reply) => {
    const note = observed(request);
    const method = METHODS.includes(request.method) ? request.method : 'other';
    const route = routeOf(request);
    const status = reply.statusCode;
    const seconds = reply.elapsedTime / 1000;
    metrics.took('http_request_duration_seconds', 'Duration of requests.', { method, route, status: String(status) }, seconds);
    if (note.outcome) {
      const operation = note.operation ?? 'none';
      metrics.count('hopthu_graphql_operations_total', 'GraphQL operations by how they ended.', { operation, outcome: note.outcome });
      metrics.took('hopthu_graphql_duration_seconds', 'Duration of GraphQL operations.', { operation }, seconds);
    }
    if (request.routeOptions.logLevel === 'silent') return;
    log.info({ requestId: request.id, method, route, status, ms: Math.round(reply.elapsedTime), ...note }, 'request');
  });
}
