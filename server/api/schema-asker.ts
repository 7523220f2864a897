/**
 * Asks the schema from inside, as somebody and in a language, through the same door as a request: limits, cost, rights and row scopes are those of the API. For
 * what puts many answers together, such as an export. What must be recorded of the answers is left to whoever asks.
 */
import {
  execute,
  getNamedType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Language } from '../kernel/language.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { evenByCode, everyone, type FieldAccess, signedIn } from './access.js';
import { apiMessages } from './api.messages.js';
import { compiledData } from './compiled-queries.js';
import { plainDetail } from './complaint.js';
import type { Context } from './context.js';
import { Door } from './door.js';

export interface WhoAsks {
  actor: Actor;
  language: Language;
  requestId: string;
  address: string;
}

export class SchemaAsker {
  private readonly door: Door;

  constructor(
    private readonly ground: Ground,
    private readonly schema: GraphQLSchema,
  ) {
    this.door = new Door({ schema, isPanelOnly: false, isSchemaOpen: false });
  }

  private rootField(name: string): GraphQLField<unknown, unknown> {
    const field = this.schema.getQueryType()?.getFields()[name];
    if (!field) throw new Error(`The schema has no question ${name}.`);
    return field;
  }

  /** Refuses whoever may not ask this root field. */
  expect(actor: Actor | null, field: string): Actor {
    const access = this.rootField(field).extensions.access as FieldAccess;
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    const isOpen = typeof access === 'string' ? [everyone, signedIn, evenByCode].includes(access) : holds(actor, access);
    if (!isOpen || actor.restrictedTo) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    return actor;
  }

  /** The arguments of a root field, with their types as they are written. */
  argumentsOf(field: string): ReadonlyMap<string, string> {
    return new Map(this.rootField(field).args.map(({ name, type }) => [name, String(type)]));
  }

  /** Names of the rights that stand before a field, reached from the rows of a root field: `officer.mailbox.state`. */
  rightsOn(field: string, path: readonly string[]): string[] {
    const rights: string[] = [];
    const nodes = (type: GraphQLObjectType) => {
      const of = type.getFields()['nodes'];
      return of ? (getNamedType(of.type) as GraphQLObjectType) : type;
    };
    let type = getNamedType(this.rootField(field).type);
    for (const name of path) {
      const step = isObjectType(type) ? nodes(type).getFields()[name] : undefined;
      if (!step) throw new Error(`${field} has no ${path.join('.')}.`);
      if (typeof step.extensions.right === 'string') rights.push(step.extensions.right);
      type = getNamedType(step.type);
    }
    return rights;
  }

  /** The data of a query; a Refusal or Denial where it is refused, and what a resolver threw otherwise. */
  async ask(
    query: string,
    variables: Record<string, unknown>,
    { actor, language, requestId, address }: WhoAsks,
  ): Promise<Record<string, unknown>> {
    const context: Context = {
      ground: this.ground,
      actor,
      language,
      requestId,
      address,
      isPanel: false,
      reply: undefined,
      batches: new Map(),
      beforeAnswer: [],
    };
    const admission = this.door.admit({ query, variables }, actor);
    if ('complaints' in admission) throw new Refusal({ code: 'INVALID', path: [], message: admission.complaints[0]!.message });
    const compiled = await compiledData(this.schema, admission, context);
    if (compiled) return compiled as Record<string, unknown>;
    const { data, errors } = await execute({
      schema: this.schema,
      document: admission.known.document,
      contextValue: context,
      variableValues: admission.variables,
    });
    if (errors?.length) throw asThrown(errors[0]!);
    return data as Record<string, unknown>;
  }
}

/** Wrong values come as plain GraphQL errors, of no place in the answer: they are the asker's to mend. */
function asThrown(error: GraphQLError): Error {
  const { originalError, path } = error;
  if (path || originalError instanceof Refusal || originalError instanceof Denial) return originalError ?? error;
  return new Refusal({
    code: 'INVALID',
    path: [],
    message: { text: apiMessages.malformed, values: { detail: plainDetail(error.message) } },
  });
}
