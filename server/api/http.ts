/** The HTTP server: GraphQL at POST /graphql, who asks, health, the panel's files; routes of rooms are added by app.ts. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type Actor, operatorActor } from '../identity/actor.js';
import { SESSION_COOKIE } from '../identity/session-cookie.js';
import { actorOfToken } from '../identity/session.service.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { compiledQueries } from './compiled-queries.js';
import type { Context } from './context.js';
import { formatted } from './error-format.js';

export interface HttpOptions {
  ground: Ground;
  schema: GraphQLSchema;
  /** Opens the server to the command line on the same machine. */
  operatorToken?: string;
  /** Folder of the built panel. */
  panelFolder?: string;
}

const BODY_LIMIT = 256 * 1024;
/** Of answers that are data, never a page; the headers of pages are helmet's. */
const DATA_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export interface HttpServer {
  app: FastifyInstance;
  /** Who asks, for routes that are not GraphQL; null when nobody is signed in. */
  actorOf(request: FastifyRequest): Promise<Actor | null>;
}

const bearerOf = (request: FastifyRequest): string | undefined => /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

export async function httpServer({ ground, schema, operatorToken, panelFolder }: HttpOptions): Promise<HttpServer> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    trustProxy: process.env.HOPTHU_TRUST_PROXY === '1',
  });

  // Before the first route: a route keeps the handler that was known when it was made.
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    if (error instanceof Denial)
      return reply.code(error.code === 'UNAUTHENTICATED' ? 401 : 403).send({ code: error.code, message: error.in(language) });
    if (error instanceof Refusal) {
      const [reason] = error.reasons;
      return reply.code(400).send({ code: reason!.code, message: say(reason!.message, language), path: reason!.path ?? [] });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ code: 'BAD_USER_INPUT', message: error.message });
    ground.log.error({ requestId: request.id, error }, 'A request failed');
    const message = say({ text: kernelMessages.fault, values: { requestId: request.id } }, language);
    return reply.code(500).send({ code: 'INTERNAL_SERVER_ERROR', message, requestId: request.id });
  });

  const isPanel = (request: FastifyRequest) => request.headers['x-hopthu-panel'] === '1';

  const actorOf = async (request: FastifyRequest, cookieCounts = true): Promise<Actor | null> => {
    const token = bearerOf(request) ?? (cookieCounts ? request.cookies[SESSION_COOKIE] : undefined);
    if (!token) return null;
    if (operatorToken && token === operatorToken) return operatorActor;
    return actorOfToken(ground, token);
  };

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => ({
    ground,
    actor: await actorOf(request),
    language: languageOf(request.headers['accept-language']),
    requestId: request.id,
    address: request.ip,
    isPanel: isPanel(request),
    reply,
    batches: new Map(),
  });

  const compiled = compiledQueries();
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // What is refused before a request begins (batches, other media types) has our code too.
    formatError: (error) => (error.extensions?.code === 'BAD_REQUEST' ? { ...error, extensions: { code: 'BAD_USER_INPUT' } } : error),
    logger: ground.log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      compiled.plugin,
      fastifyApolloDrainPlugin(app),
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ response, contextValue, errors }) => {
            response.http.headers.set('cache-control', 'no-store');
            const body = response.body;
            if (!errors?.length || body.kind !== 'single' || !body.singleResult.errors) return;
            const { language, requestId } = contextValue;
            body.singleResult.errors = errors.map((error, i) =>
              formatted(error, body.singleResult.errors?.[i] ?? error.toJSON(), {
                language: language ?? 'vi',
                requestId: requestId ?? '',
                onFault: (fault) => ground.log.error({ requestId, error: fault }, 'A request failed'),
              }),
            );
          },
        }),
      },
    ],
  });
  await apollo.start();

  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });

  const byApollo = fastifyApolloHandler(apollo, { context: contextOf });
  app.route({
    method: 'POST',
    url: '/graphql',
    helmet: false,
    handler: async (request, reply) => {
      void reply.headers(DATA_HEADERS);
      const body = await compiled.answer(request, reply, () => contextOf(request, reply));
      if (body === undefined) return byApollo.call(app, request, reply);
      return reply.header('content-type', 'application/json; charset=utf-8').send(body);
    },
  });
  app.get('/healthz', { logLevel: 'silent' }, () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    try {
      await ground.orm.em.fork().execute('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready' });
    }
  });

  if (panelFolder && existsSync(panelFolder)) {
    await app.register(statics, { root: panelFolder, immutable: true, maxAge: '365d', setHeaders: freshIndex });
  }

  // An upload takes any media type, so another site could send one with the visitor's cookie: the panel’s own header shows that it is ours.
  return { app, actorOf: (request) => actorOf(request, isPanel(request)) };
}

/** The page itself is asked for anew each time; its parts have names that change with their content. */
function freshIndex(reply: { header(name: string, value: string): unknown }, path: string): void {
  if (path.endsWith('.html')) reply.header('cache-control', 'no-cache');
}
