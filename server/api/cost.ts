/** What does each field of the schema cost? Writes the formula of an operation (cost.rules.ts) from its document. */
import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { DEEPEST_OFFSET, LARGEST_PAGE, PAGE_SIZE } from '../kernel/page.js';
import { type Count, type Formula, formulaOf } from './cost.rules.js';

export interface FieldCost {
  /** Beside the objects it answers with; for what is computed or read by a statement of its own. */
  own?: number;
  /** How many a list without pages holds, usually. */
  items?: number;
  /** Most that `first` brings, where the list has a maximum of its own. */
  most?: number;
}

/** Says that a field is dear. Without it a value costs nothing, an object 1, a list as many as its page or `USUAL_ITEMS`. */
export const Cost = (cost: FieldCost) => Extensions({ cost });

/** A question at the root is at least one statement. */
const ROOT = 5;
/** Words are looked for in every row. */
const SEARCH = 3000;
/** Rows skipped are read too. */
const SKIPPED = 0.2;
/** Below the root a page after a cursor is a statement for each parent. */
const NESTED_AFTER = 400;
const SCHEMA_QUESTION = 500;
const USUAL_ITEMS = 10;
const LONGEST_LIST = 1000;

const withoutNull = (type: GraphQLOutputType): GraphQLOutputType => (isNonNullType(type) ? type.ofType : type);

function countIn(value: ValueNode | undefined, usual: number, most: number, operation: OperationDefinitionNode): Count {
  if (!value || value.kind === 'NullValue') return usual;
  if (value.kind === 'IntValue') return Math.min(Math.max(Number(value.value), 0), most);
  if (value.kind === 'ListValue') return Math.min(value.values.length, most);
  if (value.kind !== 'Variable') return most;
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.name.value);
  const whenLeftOut = declared?.defaultValue ? countIn(declared.defaultValue, usual, most, operation) : usual;
  return { variable: value.name.value, usual: typeof whenLeftOut === 'number' ? whenLeftOut : most, most };
}

const argumentNamed = (node: FieldNode, name: string): ValueNode | undefined =>
  node.arguments?.find((argument: ArgumentNode) => argument.name.value === name)?.value;

/** Formulas of the operations of a document that fits the schema. */
export function formulasOf(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  return (operation: OperationDefinitionNode): Formula => {
    // By type and size of the page around it: a fragment costs more where each of a hundred holds it.
    const known = new Map<SelectionSetNode, Map<string, Formula>>();

    const root = schema.getRootType(operation.operation)!;
    // A command for many ids answers with as many things as were named.
    const given = operation.operation === 'mutation' ? idsGivenTo(operation) : undefined;

    const costOfField = (node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLObjectType, page: Count): Formula => {
      const { own = 0, items = USUAL_ITEMS, most = LARGEST_PAGE } = (field.extensions.cost ?? {}) as FieldCost;
      const type = withoutNull(field.type);
      const named = getNamedType(type);
      if (!isCompositeType(named)) return own;
      const isPaged = field.args.some(({ name }) => name === 'first');
      const asked = isPaged ? countIn(argumentNamed(node, 'first'), PAGE_SIZE, most, operation) : undefined;
      const isList = isListType(type);
      const inner = costOfSet(node.selectionSet!, named as GraphQLObjectType, isList ? USUAL_ITEMS : (asked ?? given ?? USUAL_ITEMS));
      if (!isList) return formulaOf(own + 1, 1, [inner, ...(isPaged ? waysOfReading(node, parent) : [])]);
      const isOfPage = field.name === 'nodes' || field.name === 'edges' || (given !== undefined && parent.name.endsWith('Payload'));
      return formulaOf(own, asked ?? (isOfPage ? page : items), [formulaOf(1, 1, [inner])]);
    };

    const waysOfReading = (node: FieldNode, parent: GraphQLObjectType): Formula[] => {
      const given = (name: string, most: number) => countIn(argumentNamed(node, name), 0, most, operation);
      return [
        formulaOf(0, given('search', 1), [SEARCH]),
        formulaOf(0, given('offset', DEEPEST_OFFSET), [SKIPPED]),
        parent === root ? 0 : formulaOf(0, given('after', 1), [NESTED_AFTER]),
      ];
    };

    const costOfSet = (set: SelectionSetNode, type: GraphQLObjectType, page: Count): Formula => {
      const key = `${type.name} ${JSON.stringify(page)}`;
      const before = known.get(set)?.get(key);
      if (before !== undefined) return before;
      const parts: Formula[] = set.selections.map((node) => {
        if (node.kind === 'Field') {
          const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
          if (field) return costOfField(node, field, type, page);
          return node.name.value === '__typename' ? 0 : SCHEMA_QUESTION;
        }
        const spread = node.kind === 'InlineFragment' ? node : fragments.get(node.name.value);
        const on = spread?.typeCondition && schema.getType(spread.typeCondition.name.value);
        return spread ? costOfSet(spread.selectionSet, (isObjectType(on) ? on : type) as GraphQLObjectType, page) : 0;
      });
      const formula = formulaOf(0, 1, parts);
      const ofSet = known.get(set) ?? new Map<string, Formula>();
      known.set(set, ofSet.set(key, formula));
      return formula;
    };

    return formulaOf(ROOT * rootFieldsOf(operation.selectionSet, fragments), 1, [costOfSet(operation.selectionSet, root, USUAL_ITEMS)]);
  };
}

function idsGivenTo(operation: OperationDefinitionNode): Count | undefined {
  const [field] = operation.selectionSet.selections;
  const ids = field?.kind === 'Field' ? argumentNamed(field, 'ids') : undefined;
  return ids && countIn(ids, 0, LONGEST_LIST, operation);
}

function rootFieldsOf(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  let fields = 0;
  for (const node of set.selections) {
    if (node.kind === 'Field') fields += node.name.value === '__typename' ? 0 : 1;
    else {
      const spread = node.kind === 'InlineFragment' ? node : fragments.get(node.name.value);
      if (spread) fields += rootFieldsOf(spread.selectionSet, fragments);
    }
  }
  return fields;
}
