/**
 * Runs queries compiled by graphql-jit instead of interpreted, which halves the work of a list (docs/adr/0004). A query that Apollo
 * has parsed, validated and answered once is answered directly from then on. Mutations stay with graphql-js, and whatever fails is
 * run again there, so that errors are formatted in one place. Can be taken out whole: it changes no answer.
 */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from './context.js';

/** Queries kept, the oldest goes first: one takes about 56 kB, and a panel has some dozens. */
const KEPT = 300;
const LONG_TEXT = 8192;

interface Asking {
  query: CompiledQuery;
  variables: Record<string, unknown>;
}

export interface CompiledQueries {
  /** Everything that is not known goes the way of Apollo, where this answers instead of the interpreter. */
  plugin: ApolloServerPlugin<Context>;
  /**
   * The answer to a query answered before, as JSON; undefined where Apollo shall answer. Whatever must see each request
   * therefore stands before the route or in the context, not in a plugin of Apollo.
   */
  answer(request: FastifyRequest, reply: FastifyReply, contextOf: () => Promise<Context>): Promise<string | Buffer | undefined>;
}

const keyOf = (text: string, operationName: unknown) => (operationName ? `${String(operationName)} ${text}` : text);

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Other media types are Apollo's to choose between. */
const takesJson = (accept: string | undefined) => accept === undefined || accept === '*/*' || accept === 'application/json';

export function compiledQueries(): CompiledQueries {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();
  const known = new Map<string, CompiledQuery>();
  const failed = new WeakSet<FastifyReply>();

  function remember(key: string, query: CompiledQuery): void {
    if (known.has(key)) return;
    if (known.size >= KEPT) known.delete(known.keys().next().value!);
    known.set(key, query);
  }

  function askingOf({ headers, body }: FastifyRequest): Asking | undefined {
    if (!takesJson(headers.accept) || !headers['content-type']?.startsWith('application/json') || !isPlainObject(body)) return undefined;
    const { query: text, operationName, variables, extensions } = body;
    if (typeof text !== 'string' || extensions || (variables != null && !isPlainObject(variables))) return undefined;
    const query = known.get(keyOf(text, operationName));
    return query && { query, variables: variables ?? {} };
  }

  return {
    answer: async (request, reply, contextOf) => {
      const asking = askingOf(request);
      if (!asking) return undefined;
      const result = await asking.query.query({}, await contextOf(), asking.variables);
      if (!result.errors) {
        const text = `${JSON.stringify({ data: result.data })}\n`;
        // A long text is turned into bytes once, not once to be measured and once to be sent.
        return text.length > LONG_TEXT ? Buffer.from(text) : text;
      }
      failed.add(reply);
      return undefined;
    },
    plugin: {
      requestDidStart: async () => ({
        responseForOperation: async ({ schema, document, operation, operationName, request, contextValue }) => {
          if (operation?.operation !== 'query') return null;
          if (contextValue.reply && failed.has(contextValue.reply)) return null;
          const byName = compiled.get(document) ?? new Map<string, CompiledQuery | null>();
          compiled.set(document, byName);
          const name = operationName ?? '';
          if (!byName.has(name)) {
            const made = compileQuery(schema, document, operationName ?? undefined);
            byName.set(name, isCompiledQuery(made) ? made : null);
          }
          const query = byName.get(name);
          if (!query) return null;
          const result = await query.query({}, contextValue, request.variables ?? {});
          if (result.errors) return null;
          if (request.query && !request.extensions) remember(keyOf(request.query, request.operationName), query);
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: result.data as Record<string, unknown> } },
          };
        },
      }),
    },
  };
}
