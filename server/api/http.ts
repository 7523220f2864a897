/** The HTTP server: GraphQL at POST /graphql, who asks, health, the panel's files; routes of rooms are added by app.ts. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type Actor, operatorActor } from '../identity/actor.js';
import { actorOfBearer, whyNobody } from '../identity/bearer.service.js';
import { SESSION_COOKIE } from '../identity/session-cookie.js';
import { isOwnPage } from '../identity/session.rules.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say, type Text } from '../kernel/language.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { apiMessages } from './api.messages.js';
import { badAddress, badHeaders } from './before-routes.js';
import type { Context } from './context.js';
import { graphqlRoute } from './graphql-route.js';
import { type Health, registerHealth } from './health.routes.js';
import type { Manifest } from './known-documents.js';
import { registerMetrics } from './metrics.routes.js';
import { observeActor, observeRequests } from './observed.js';
import { pageHeaders, PERMISSIONS } from './page-headers.js';
import { endSlowBodies, slowHeaders } from './slow-senders.js';
import { readForwarded, trustedProxy } from './trusted-proxy.js';
import { checkQueryStrings } from './query-string.js';
import { unreadable } from './unreadable.js';

export interface HttpOptions {
  ground: Ground;
  schema: GraphQLSchema;
  /** Opens the server to the command line on the same machine. */
  operatorToken?: string;
  /** Folder of the built panel. */
  panelFolder?: string;
  /** The panel's documents by their hash. */
  manifest?: Manifest;
  health: Health;
}

const BODY_LIMIT = 256 * 1024;

export interface HttpServer {
  app: FastifyInstance;
  /** Who asks, for routes that are not GraphQL; null when nobody is signed in. */
  actorOf(request: FastifyRequest): Promise<Actor | null>;
}

const bearerOf = (request: FastifyRequest): string | undefined => /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

export async function httpServer({ ground, schema, operatorToken, panelFolder, manifest, health }: HttpOptions): Promise<HttpServer> {
  /** Why the token of a request opens nothing. */
  const nobodyBecause = new WeakMap<FastifyRequest, Text>();
  const trustProxy = trustedProxy(process.env.HOPTHU_TRUST_PROXY);
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    // An upload may take hours: who sends slowly is dealt with route by route.
    requestTimeout: 0,
    http: slowHeaders,
    forceCloseConnections: 'idle',
    trustProxy,
    frameworkErrors: badAddress,
    clientErrorHandler: badHeaders,
  });

  // Before the first route: a route keeps the handler that was known when it was made.
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    if (error instanceof Denial) {
      const because = error.code === 'UNAUTHENTICATED' ? nobodyBecause.get(request) : undefined;
      const message = because ? say({ text: because }, language) : error.in(language);
      return reply.code(error.code === 'UNAUTHENTICATED' ? 401 : 403).send({ code: error.code, message });
    }
    if (error instanceof Refusal) {
      const [reason] = error.reasons;
      return reply.code(400).send({ code: reason!.code, message: say(reason!.message, language), path: reason!.path ?? [] });
    }
    const status = error.statusCode ?? 500;
    if (status < 500)
      return reply
        .code(status)
        .send({ code: 'BAD_USER_INPUT', message: say(unreadable(error, status, request.routeOptions.bodyLimit ?? BODY_LIMIT), language) });
    ground.log.error({ requestId: request.id, error }, 'A request failed');
    const message = say({ text: kernelMessages.fault, values: { requestId: request.id } }, language);
    return reply.code(500).send({ code: 'INTERNAL_SERVER_ERROR', message, requestId: request.id });
  });

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id).header('permissions-policy', PERMISSIONS);
    if (trustProxy) readForwarded(request.raw);
  });
  endSlowBodies(app);
  observeRequests(app, ground);
  checkQueryStrings(app);
  app.setNotFoundHandler((request, reply) => {
    const message = say({ text: apiMessages.unknownAddress }, languageOf(request.headers['accept-language']));
    return reply.code(404).send({ code: 'BAD_USER_INPUT', message });
  });

  const isPanel = (request: FastifyRequest) => request.headers['x-hopthu-panel'] === '1';

  const actorOf = async (request: FastifyRequest, cookieCounts = true): Promise<Actor | null> => {
    const { origin, host } = request.headers;
    // A browser sends the cookie with whatever page asks; only our own page speaks for its holder (G-19).
    const isOurs = cookieCounts && isOwnPage(origin, host, process.env.HOPTHU_URL);
    const token = bearerOf(request) ?? (isOurs ? request.cookies[SESSION_COOKIE] : undefined);
    if (!token) return null;
    const actor = operatorToken && token === operatorToken ? operatorActor : await actorOfBearer(ground, token);
    if (!actor) nobodyBecause.set(request, await whyNobody(ground, token));
    observeActor(request, actor);
    return actor;
  };

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => ({
    ground,
    actor: await actorOf(request),
    ...(nobodyBecause.has(request) && { nobodyBecause: nobodyBecause.get(request)! }),
    language: languageOf(request.headers['accept-language']),
    requestId: request.id,
    address: request.ip,
    isPanel: isPanel(request),
    reply,
    batches: new Map(),
    beforeAnswer: [],
  });

  await app.register(cookie);
  await app.register(helmet, pageHeaders(process.env.HOPTHU_URL));

  await graphqlRoute(app, { ground, schema, manifest, contextOf });
  registerHealth(app, health);
  registerMetrics(app, ground);

  if (panelFolder && existsSync(panelFolder)) {
    await app.register(statics, { root: panelFolder, immutable: true, maxAge: '365d', setHeaders: freshIndex });
  }

  // An upload takes any media type, so another site could send one with the visitor's cookie: the panel’s own header shows that it is ours.
  return { app, actorOf: (request) => actorOf(request, isPanel(request)) };
}

/** The page, its icon and its worker are asked for anew each time; the parts in `assets/` have names that change with their content. */
function freshIndex(reply: { header(name: string, value: string): unknown }, path: string): void {
  if (!path.includes('/assets/')) reply.header('cache-control', 'no-cache');
}
