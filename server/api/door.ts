/**
 * May this request be begun (G-20)? Finds its document by text or hash, its operation, its cost, and says why not where it may not.
 * Every request passes here, also those answered by a compiled query.
 */
import type { GraphQLSchema } from 'graphql';
import { type Actor, operatorActor } from '../identity/actor.js';
import { sha256 } from '../kernel/audit-chain.rules.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Message, Text } from '../kernel/language.js';
import { apiMessages } from './api.messages.js';
import { type Complaint, complaintOfBreach } from './complaint.js';
import { COST_LIMIT, COST_LIMIT_ANONYMOUS, costOf } from './cost.rules.js';
import { breachOfVariables, isWellFormed } from './document.rules.js';
import { type KnownDocument, KnownDocuments, type KnownOperation, type Manifest } from './known-documents.js';

export interface DoorOptions {
  schema: GraphQLSchema;
  /** The panel's documents by hash. */
  manifest?: Manifest;
  /** Only the panel's documents are taken, but from the operator (HOPTHU_DOCUMENTS=known). */
  isPanelOnly: boolean;
  /** The schema may be read by anybody (HOPTHU_INTROSPECTION=everyone). */
  isSchemaOpen: boolean;
}

export interface Cost {
  requested: number;
  limit: number;
}

/** A request that may be begun. */
export interface Admission {
  known: KnownDocument;
  operation: KnownOperation;
  variables: Record<string, unknown>;
  cost: Cost;
}

export interface Refused {
  complaints: Complaint[];
  /** Where it was known. */
  cost?: Cost;
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (message: Text | Message, code: Complaint['code'] = 'BAD_USER_INPUT', status: Complaint['status'] = 400): Refused => ({
  complaints: [{ code, status, message: 'text' in message ? message : { text: message } }],
});

const wrongParameter = (name: string): Refused => refused({ text: apiMessages.parameter, values: { name } });

export class Door {
  readonly documents: KnownDocuments;

  constructor(private readonly options: DoorOptions) {
    this.documents = new KnownDocuments(options.schema, options.manifest);
  }

  /** `body` is what was sent as JSON. */
  admit(body: unknown, actor: Actor | null): Admission | Refused {
    if (Array.isArray(body)) return refused(apiMessages.batch);
    if (!isPlainObject(body)) return refused(apiMessages.unreadable);
    const { operationName, variables, extensions } = body;
    if (operationName != null && typeof operationName !== 'string') return wrongParameter('operationName');
    if (variables != null && !isPlainObject(variables)) return wrongParameter('variables');
    if (extensions != null && !isPlainObject(extensions)) return wrongParameter('extensions');
    const text = this.textIn(body.query, body.documentId, extensions ?? {});
    if (typeof text !== 'string') return text;
    const known = this.documents.read(text);
    if (Array.isArray(known)) return { complaints: known };
    if (this.options.isPanelOnly && !known.isOurs && actor !== operatorActor) {
      return refused(apiMessages.documentsKnownOnly, actor ? 'FORBIDDEN' : 'UNAUTHENTICATED', actor ? 403 : 401);
    }
    const operation = operationName
      ? known.operations.find(({ name }) => name === operationName)
      : known.operations.length === 1
        ? known.operations[0]
        : undefined;
    if (!operation) return refused(apiMessages.operation, 'BAD_USER_INPUT', 'malformed');
    if (operation.asksSchema && !actor && !this.options.isSchemaOpen) return refused(apiMessages.introspection, 'UNAUTHENTICATED', 200);
    const given = variables ?? {};
    const breach = breachOfVariables(given);
    if (breach) return { complaints: [complaintOfBreach(breach)] };
    if (!isWellFormed(given)) return refused(kernelMessages.character);
    const limit = actor ? COST_LIMIT : COST_LIMIT_ANONYMOUS;
    const cost = { requested: costOf(operation.cost, given), limit };
    if (cost.requested > limit) {
      // Whoever was signed out in the meantime must be told that, not that a list of every day is too large.
      if (!actor && cost.requested <= COST_LIMIT) return { ...refused(kernelMessages.signIn, 'UNAUTHENTICATED', 200), cost };
      return { ...refused({ text: apiMessages.tooCostly, values: { ...cost } }, 'TOO_COSTLY'), cost };
    }
    return { known, operation, variables: given, cost };
  }

  /** The text of the document: as sent, or the panel's by `documentId` or `extensions.persistedQuery.sha256Hash`. */
  private textIn(query: unknown, documentId: unknown, extensions: Record<string, unknown>): string | Refused {
    const persisted = extensions.persistedQuery;
    if (persisted != null && !isPlainObject(persisted)) return wrongParameter('extensions.persistedQuery');
    const hash = documentId ?? persisted?.sha256Hash;
    if (query != null && typeof query !== 'string') return wrongParameter('query');
    if (hash == null) return query ? query : wrongParameter('query');
    if (typeof hash !== 'string') return wrongParameter(documentId == null ? 'extensions.persistedQuery.sha256Hash' : 'documentId');
    if (query) return sha256(query) === hash.replace(/^sha256:/, '') ? query : refused(apiMessages.persistedMismatch);
    return (
      this.documents.textOf(hash.replace(/^sha256:/, '')) ?? refused(apiMessages.persistedUnknown, 'PERSISTED_QUERY_NOT_FOUND', 'malformed')
    );
  }
}
