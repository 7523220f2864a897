/**
 * Runs queries compiled by graphql-jit instead of interpreted, which halves the work of a list (docs/adr/0004). Mutations stay with
 * graphql-js, and whatever fails is run again there, so that errors are formatted in one place. Can be taken out whole: it changes
 * no answer.
 */
import type { GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from './context.js';
import type { Admission } from './door.js';

/** The data a query answers with; undefined where graphql-js shall answer. */
export async function compiledData(schema: GraphQLSchema, { known, operation, variables }: Admission, context: Context): Promise<unknown> {
  // Strangers ask little: they shall not make the server compile.
  if (!operation.isQuery || !context.actor) return undefined;
  if (operation.compiled === undefined) {
    const made = compileQuery(schema, known.document, operation.name ?? undefined);
    operation.compiled = isCompiledQuery(made) ? made : null;
  }
  const result = await operation.compiled?.query({}, context, variables);
  return result && !result.errors ? result.data : undefined;
}
