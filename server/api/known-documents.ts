/**
 * Which documents has this server read, and what does it know of them? A text is read once: limits, then the schema, then its cost.
 * The panel's own documents come from its build and may be asked for by their hash.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { sha256 } from '../kernel/audit-chain.rules.js';
import { type Complaint, complaintOfBreach, ownSentence, plainDetail } from './complaint.js';
import type { Text } from '../kernel/language.js';
import { apiMessages } from './api.messages.js';
import { formulasOf } from './cost.js';
import type { Formula } from './cost.rules.js';
import { LIMITS, surveyOf } from './document.rules.js';

/** Documents kept beside the panel's, the oldest goes first: a compiled one takes about 56 kB. */
const KEPT = 300;

export interface KnownOperation {
  name: string | null;
  isQuery: boolean;
  asksSchema: boolean;
  cost: Formula;
  /** Made when it is first asked by somebody signed in; null where it cannot be compiled. */
  compiled?: CompiledQuery | null;
}

export interface KnownDocument {
  text: string;
  document: DocumentNode;
  operations: KnownOperation[];
  /** Came with the panel. */
  isOurs: boolean;
}

/** Hash → text, as the build of the panel writes it. */
export type Manifest = Readonly<Record<string, string>>;

type Visit = (...of: unknown[]) => unknown;

/** The first complaint of each rule, which then rests: nobody needs two thousand of a kind. */
const firstOnly =
  (rule: ValidationRule): ValidationRule =>
  (context) => {
    let isReported = false;
    const once = Object.create(context) as typeof context;
    once.reportError = (error) => {
      if (!isReported) context.reportError(error);
      isReported = true;
    };
    const resting = (visit: Visit): Visit =>
      function (this: unknown, ...of) {
        return isReported ? undefined : visit.apply(this, of);
      };
    const visitor = rule(once) as Record<string, Visit | Record<string, Visit>>;
    return Object.fromEntries(
      Object.entries(visitor).map(([kind, visit]) => [
        kind,
        typeof visit === 'function' ? resting(visit) : Object.fromEntries(Object.entries(visit).map(([when, one]) => [when, resting(one)])),
      ]),
    );
  };
const RULES = specifiedRules.map(firstOnly);

const placeOfError = (error: GraphQLError) => error.locations?.[0] ?? { line: 1, column: 1 };

const sameInBoth = (words: string): Text => ({ vi: words, en: words });
const invalidFor = (detail: Text): Text => ({
  vi: apiMessages.invalid.vi.replace('{detail}', () => detail.vi),
  en: apiMessages.invalid.en.replace('{detail}', () => detail.en),
});

/** Reads a text; what is wrong with it otherwise. */
export function readDocument(schema: GraphQLSchema, text: string): Pick<KnownDocument, 'document' | 'operations'> | Complaint[] {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) return [complaintOfBreach({ limit: 'tokens', most: LIMITS.tokens })];
    const place = placeOfError(error);
    const values = { line: String(place.line), column: String(place.column), detail: plainDetail(error.message) };
    return [{ code: 'BAD_USER_INPUT', status: 'malformed', message: { text: apiMessages.syntax, values }, locations: [place] }];
  }
  const survey = surveyOf(document);
  if (survey.breaches.length) return survey.breaches.map(complaintOfBreach);
  const errors = validate(schema, document, RULES, { hideSuggestions: true });
  if (errors.length) {
    return errors.map((error) => {
      const place = placeOfError(error);
      const at = { line: String(place.line), column: String(place.column) };
      return {
        code: 'BAD_USER_INPUT',
        status: 'malformed',
        message: { text: invalidFor(ownSentence(error) ?? sameInBoth(plainDetail(error.message))), values: at },
        unsigned: { text: apiMessages.invalidUnsigned, values: at },
        locations: [place],
      };
    });
  }
  const fragments = new Map<string, FragmentDefinitionNode>();
  const nodes: OperationDefinitionNode[] = [];
  for (const one of document.definitions) {
    if (one.kind === 'FragmentDefinition') fragments.set(one.name.value, one);
    if (one.kind === 'OperationDefinition') nodes.push(one);
  }
  const costOf = formulasOf(schema, fragments);
  const operations = nodes.map((node) => ({
    name: node.name?.value ?? null,
    isQuery: node.operation === 'query',
    asksSchema: survey.asksSchema(node),
    cost: costOf(node),
  }));
  return { document, operations };
}

export class KnownDocuments {
  private readonly byText = new Map<string, KnownDocument>();
  private readonly byHash = new Map<string, KnownDocument>();
  private others = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly manifest: Manifest = {},
  ) {}

  /** The text of one of the panel's own documents. */
  textOf(hash: string): string | undefined {
    return Object.hasOwn(this.manifest, hash) ? this.manifest[hash] : undefined;
  }

  read(text: string): KnownDocument | Complaint[] {
    const before = this.byText.get(text);
    if (before) return before;
    const read = readDocument(this.schema, text);
    if (Array.isArray(read)) return read;
    const hash = sha256(text);
    const known = { text, ...read, isOurs: this.textOf(hash) === text };
    if (!known.isOurs && ++this.others > KEPT) this.forgetOldest();
    this.byText.set(text, known);
    this.byHash.set(hash, known);
    return known;
  }

  /** By the hash with which Apollo looks its parsed documents up. */
  withHash(hash: string): KnownDocument | undefined {
    return this.byHash.get(hash);
  }

  private forgetOldest(): void {
    for (const [text, { isOurs }] of this.byText) {
      if (isOurs) continue;
      this.byText.delete(text);
      this.byHash.delete(sha256(text));
      this.others--;
      return;
    }
  }
}
