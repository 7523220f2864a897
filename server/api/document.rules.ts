/**
 * Is a GraphQL document of a size that anybody needs (G-20)? Counts what hostile documents have too much of, before the schema is
 * asked anything. Every count is made once a fragment, so that fragments spread in fragments cost no more than their text.
 */
import type { DirectiveNode, DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode, ValueNode } from 'graphql';

/** Fields in fields in the deepest document of panel, command line and benches; a test counts them. */
export const DEEPEST_DOCUMENT = 7;

export const LIMITS = {
  tokens: 2000,
  depth: DEEPEST_DOCUMENT + 2,
  /** Of questions about the schema: the usual introspection query has 15 levels of types in types. */
  schemaDepth: 15,
  aliases: 20,
  directivesInOnePlace: 5,
  directives: 30,
  /** The same name in one selection, those of fragments included. */
  repeats: 10,
  operations: 5,
  mutationFields: 1,
  valueDepth: 8,
  listLength: 1000,
} as const;

export type Limit = keyof typeof LIMITS | 'cycle' | 'subscription';

/** What a document has too much of; at most one for each kind. */
export interface Breach {
  limit: Limit;
  most: number;
  /** The name of the field or fragment, where there is one. */
  name?: string;
  line?: number;
  column?: number;
}

type Node = { readonly loc?: { readonly startToken: { line: number; column: number } } | undefined };
interface Depth {
  data: number;
  /** Beneath `__schema` and `__type`; 0 where they are not asked for. */
  schema: number;
}

const ASKS_SCHEMA = new Set(['__schema', '__type']);

/** What is known of a document whose fragments make no circle. */
export interface Survey {
  breaches: Breach[];
  /** Whether an operation asks about the schema. */
  asksSchema(operation: OperationDefinitionNode): boolean;
}

/** Looks at the whole document; `asksSchema` is meaningful only where there are no breaches. */
export function surveyOf(document: DocumentNode): Survey {
  const breaches = new Map<Limit, Breach>();
  const found = (limit: Limit, node: Node, name?: string): void => {
    if (breaches.has(limit)) return;
    const at = node.loc?.startToken;
    const most = limit === 'cycle' || limit === 'subscription' ? 0 : LIMITS[limit];
    breaches.set(limit, { limit, most, ...(name && { name }), ...(at && { line: at.line, column: at.column }) });
  };
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
    if (definition.kind === 'OperationDefinition') operations.push(definition);
  }
  countText(document, found);
  if (operations.length > LIMITS.operations) found('operations', operations[LIMITS.operations]!);
  const circle = circleIn(fragments);
  if (circle) {
    found('cycle', circle, circle.name.value);
    return { breaches: [...breaches.values()], asksSchema: () => true };
  }
  const depthOf = depthsIn(fragments);
  const namesOf = namesIn(fragments);
  for (const operation of operations) {
    if (operation.operation === 'subscription') found('subscription', operation);
    const depth = depthOf(operation.selectionSet);
    if (depth.data > LIMITS.depth) found('depth', operation);
    if (depth.schema > LIMITS.schemaDepth) found('schemaDepth', operation);
    if (operation.operation !== 'mutation') continue;
    const acts = [...namesOf(operation.selectionSet).values()].reduce((sum, { times, isMeta }) => sum + (isMeta ? 0 : times), 0);
    if (acts > LIMITS.mutationFields) found('mutationFields', operation);
  }
  for (const { definition, set } of everySet(document)) {
    for (const [name, { times }] of namesOf(set)) if (times > LIMITS.repeats) found('repeats', definition, name);
  }
  return { breaches: [...breaches.values()], asksSchema: (operation) => depthOf(operation.selectionSet).schema > 0 };
}

/** Aliases, directives and written values, as often as they stand in the text. */
function countText(document: DocumentNode, found: (limit: Limit, node: Node, name?: string) => void): void {
  let aliases = 0;
  let directives = 0;
  const values = (value: ValueNode, depth: number): void => {
    if (depth > LIMITS.valueDepth) return found('valueDepth', value);
    if (value.kind === 'ObjectValue') for (const field of value.fields) values(field.value, depth + 1);
    if (value.kind !== 'ListValue') return;
    if (value.values.length > LIMITS.listLength) found('listLength', value);
    for (const one of value.values) values(one, depth + 1);
  };
  const marks = (node: Node & { readonly directives?: readonly DirectiveNode[] | undefined }): void => {
    const here = node.directives ?? [];
    directives += here.length;
    if (here.length > LIMITS.directivesInOnePlace) found('directivesInOnePlace', node);
    if (directives > LIMITS.directives) found('directives', node);
    for (const directive of here) for (const argument of directive.arguments ?? []) values(argument.value, 1);
  };
  const through = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      marks(node);
      if (node.kind === 'Field') {
        if (node.alias && ++aliases > LIMITS.aliases) found('aliases', node, node.alias.value);
        for (const argument of node.arguments ?? []) values(argument.value, 1);
      }
      if (node.kind !== 'FragmentSpread') through(node.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition' && definition.kind !== 'FragmentDefinition') continue;
    marks(definition);
    for (const variable of definition.variableDefinitions ?? []) {
      marks(variable);
      if (variable.defaultValue) values(variable.defaultValue, 1);
    }
    through(definition.selectionSet);
  }
}

function spreadsIn(set: SelectionSetNode, into: Set<string> = new Set()): Set<string> {
  for (const node of set.selections) {
    if (node.kind === 'FragmentSpread') into.add(node.name.value);
    else if (node.selectionSet) spreadsIn(node.selectionSet, into);
  }
  return into;
}

function circleIn(fragments: Map<string, FragmentDefinitionNode>): FragmentDefinitionNode | undefined {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string): FragmentDefinitionNode | undefined => {
    const fragment = fragments.get(name);
    if (!fragment || state.get(name) === 'done') return undefined;
    if (state.get(name) === 'open') return fragment;
    state.set(name, 'open');
    for (const inner of spreadsIn(fragment.selectionSet)) {
      const circle = visit(inner);
      if (circle) return circle;
    }
    state.set(name, 'done');
    return undefined;
  };
  for (const name of fragments.keys()) {
    const circle = visit(name);
    if (circle) return circle;
  }
  return undefined;
}

function depthsIn(fragments: Map<string, FragmentDefinitionNode>): (set: SelectionSetNode | undefined) => Depth {
  const known = new Map<SelectionSetNode, Depth>();
  const depthOf = (set: SelectionSetNode | undefined): Depth => {
    if (!set) return { data: 0, schema: 0 };
    const before = known.get(set);
    if (before) return before;
    const depth: Depth = { data: 0, schema: 0 };
    for (const node of set.selections) {
      const inner = depthOf(node.kind === 'FragmentSpread' ? fragments.get(node.name.value)?.selectionSet : node.selectionSet);
      const isField = node.kind === 'Field';
      const isSchema = isField && ASKS_SCHEMA.has(node.name.value);
      depth.data = Math.max(depth.data, isSchema ? 1 : inner.data + (isField ? 1 : 0));
      depth.schema = Math.max(depth.schema, isSchema ? inner.data + 1 : inner.schema);
    }
    known.set(set, depth);
    return depth;
  };
  return depthOf;
}

type Names = Map<string, { times: number; isMeta: boolean }>;

/** The names in the answer of a selection and how often each is asked for, fragments included. */
function namesIn(fragments: Map<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Names {
  const known = new Map<SelectionSetNode, Names>();
  const namesOf = (set: SelectionSetNode): Names => {
    const before = known.get(set);
    if (before) return before;
    const names: Names = new Map();
    const add = (name: string, times: number, isMeta: boolean) =>
      names.set(name, { times: (names.get(name)?.times ?? 0) + times, isMeta: isMeta && (names.get(name)?.isMeta ?? true) });
    for (const node of set.selections) {
      if (node.kind === 'Field') {
        add((node.alias ?? node.name).value, 1, node.name.value === '__typename');
        continue;
      }
      const inner = node.kind === 'InlineFragment' ? node.selectionSet : fragments.get(node.name.value)?.selectionSet;
      if (inner) for (const [name, { times, isMeta }] of namesOf(inner)) add(name, times, isMeta);
    }
    known.set(set, names);
    return names;
  };
  return namesOf;
}

function* everySet(document: DocumentNode): Generator<{ definition: Node; set: SelectionSetNode }> {
  function* inside(set: SelectionSetNode): Generator<{ definition: Node; set: SelectionSetNode }> {
    yield { definition: set, set };
    for (const node of set.selections) if (node.kind !== 'FragmentSpread' && node.selectionSet) yield* inside(node.selectionSet);
  }
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition' || definition.kind === 'FragmentDefinition') yield* inside(definition.selectionSet);
  }
}

const HALF_A_CHARACTER = /\p{Cs}/u;

/** Whether every text in the variables is one: JSON can carry halves of characters, which no database takes. Depth is bounded before. */
export function isWellFormed(variables: unknown): boolean {
  if (typeof variables === 'string') return !HALF_A_CHARACTER.test(variables);
  return typeof variables !== 'object' || variables === null || Object.values(variables).every(isWellFormed);
}

/** What the variables of a request have too much of. */
export function breachOfVariables(variables: unknown): Breach | undefined {
  const look = (value: unknown, depth: number): Limit | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (depth > LIMITS.valueDepth) return 'valueDepth';
    const inner = Array.isArray(value) ? value : Object.values(value);
    if (inner.length > LIMITS.listLength) return 'listLength';
    for (const one of inner) {
      const limit = look(one, depth + 1);
      if (limit) return limit;
    }
    return undefined;
  };
  const limit = look(variables, 0);
  return limit && limit !== 'cycle' && limit !== 'subscription' ? { limit, most: LIMITS[limit] } : undefined;
}
