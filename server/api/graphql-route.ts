/** POST /graphql as GraphQL over HTTP has it (G-21): media types, the door, the answer with its cost; everything else is refused. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say, type Text } from '../kernel/language.js';
import { apiMessages } from './api.messages.js';
import { compiledData } from './compiled-queries.js';
import { told } from './complaint.js';
import { type Context, readyToAnswer } from './context.js';
import { type Admission, type Cost, Door, type Refused } from './door.js';
import { formatted } from './error-format.js';
import type { Manifest } from './known-documents.js';
import { isJson, mediaTypeOf } from './media-type.rules.js';
import { observeOperation } from './observed.js';
import { DATA_HEADERS } from './page-headers.js';

export interface GraphqlOptions {
  ground: Ground;
  schema: GraphQLSchema;
  manifest?: Manifest;
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
}

const LONG_TEXT = 8192;

const withCost = (cost: Cost | undefined) => (cost ? `,"extensions":{"cost":{"requested":${cost.requested},"limit":${cost.limit}}}` : '');

export async function graphqlRoute(app: FastifyInstance, { ground, schema, manifest, contextOf }: GraphqlOptions): Promise<void> {
  const door = new Door({
    schema,
    manifest,
    isPanelOnly: process.env.HOPTHU_DOCUMENTS === 'known',
    isSchemaOpen: process.env.HOPTHU_INTROSPECTION === 'everyone',
  });
  if (process.env.HOPTHU_INTROSPECTION === 'everyone') ground.log.warn(apiMessages.introspectionOpen.en);

  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    // The door has read each document: Apollo finds it under the same hash and reads it no second time.
    documentStore: {
      get: async (key) => door.documents.withHash(key.slice(-64))?.document,
      set: async () => undefined,
      delete: async () => undefined,
    },
    logger: ground.log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ response: { body }, contextValue: { language, requestId, nobodyBecause }, errors }) => {
            if (!errors?.length || body.kind !== 'single' || !body.singleResult.errors) return;
            body.singleResult.errors = errors.map((error, i) =>
              formatted(error, body.singleResult.errors?.[i] ?? error.toJSON(), {
                language,
                requestId,
                nobodyBecause,
                onFault: (fault) => ground.log.error({ requestId, error: fault }, 'A request failed'),
              }),
            );
          },
        }),
      },
    ],
  });
  await apollo.start();

  async function interpreted({ known, operation, variables, cost }: Admission, contextValue: Context) {
    const asking = { query: known.text, variables, ...(operation.name && { operationName: operation.name }) };
    const { body } = await apollo.executeOperation(asking, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer came in parts.');
    const { errors, data } = body.singleResult;
    const text = JSON.stringify({ ...(errors && { errors }), ...(data !== undefined && { data }) });
    const isFault = data === undefined && errors?.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
    const status = data !== undefined ? 200 : isFault ? 500 : 'malformed';
    const outcome = errors?.length ? errors[0]!.extensions?.code : 'ok';
    return { text: `${text.slice(0, -1)}${withCost(cost)}}\n`, status, outcome } as const;
  }

  app.route({
    method: 'POST',
    url: '/graphql',
    helmet: false,
    handler: async (request, reply) => {
      void reply.headers(DATA_HEADERS);
      const type = mediaTypeOf(request.headers.accept);
      const language = languageOf(request.headers['accept-language']);
      const send = (status: number | 'malformed', body: string | Buffer) =>
        reply
          .code(status === 'malformed' ? (type === 'application/json' ? 200 : 400) : status)
          .header('content-type', `${type ?? 'application/json'}; charset=utf-8`)
          .send(body);
      const refuse = ({ complaints, cost }: Refused, isSignedIn: boolean, nobodyBecause?: Text) => {
        observeOperation(reply, undefined, complaints[0]!.code);
        const errors = complaints
          .map((one) => (nobodyBecause && one.message.text === kernelMessages.signIn ? { ...one, message: { text: nobodyBecause } } : one))
          .map((one) => told(one, language, isSignedIn));
        return send(
          complaints[0]!.status,
          `{"errors":${JSON.stringify(errors)}${complaints[0]!.status === 200 ? ',"data":null' : ''}${withCost(cost)}}\n`,
        );
      };
      const complain = (status: number, text: (typeof apiMessages)[keyof typeof apiMessages]) =>
        refuse({ complaints: [{ code: 'BAD_USER_INPUT', status, message: { text } }] }, false);
      if (!type) return complain(406, apiMessages.accept);
      // A page of another site can send a form or plain text with the visitor's cookie, but not this media type (G-19).
      if (!isJson(request.headers['content-type'])) return complain(400, apiMessages.mediaType);
      const context = await contextOf(request, reply);
      const admission = door.admit(request.body, context.actor);
      if ('complaints' in admission) return refuse(admission, context.actor !== null, context.nobodyBecause);
      const kind = admission.operation.isQuery ? 'query' : 'mutation';
      const data = await compiledData(schema, admission, context);
      if (data === undefined) {
        const { status, text, outcome } = await interpreted(admission, context);
        observeOperation(reply, kind, outcome);
        await readyToAnswer(context);
        return send(status, text);
      }
      observeOperation(reply, kind, 'ok');
      await readyToAnswer(context);
      const text = `{"data":${JSON.stringify(data)}${withCost(admission.cost)}}\n`;
      // A long text is turned into bytes once, not once to be measured and once to be sent.
      return send(200, text.length > LONG_TEXT ? Buffer.from(text) : text);
    },
  });
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: (request, reply) =>
      reply
        .code(405)
        .header('allow', 'POST')
        .send({ code: 'BAD_USER_INPUT', message: say({ text: apiMessages.method }, languageOf(request.headers['accept-language'])) }),
  });
}
