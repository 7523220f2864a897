/** Which fields did a request ask for? A walk over the selection, through fragments, `@skip` and `@include`; done once a document. */
import {
  type FieldNode,
  getArgumentValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Asked } from '../kernel/read.js';

/** What one walk met. */
interface Walk {
  info: GraphQLResolveInfo;
  /** The answer depends on variables, so it holds for this request only. */
  isConditional: boolean;
}

function isWanted(node: SelectionNode, walk: Walk): boolean {
  for (const directive of node.directives ?? []) {
    walk.isConditional = true;
    const { variableValues } = walk.info;
    if (directive.name.value === 'skip' && getArgumentValues(GraphQLSkipDirective, directive, variableValues).if === true) return false;
    if (directive.name.value === 'include' && getArgumentValues(GraphQLIncludeDirective, directive, variableValues).if === false)
      return false;
  }
  return true;
}

function through(set: SelectionSetNode | undefined, walk: Walk, into: Asked): Asked {
  for (const node of set?.selections ?? []) {
    if (!isWanted(node, walk)) continue;
    if (node.kind === 'Field') {
      const name = node.name.value;
      into.set(name, through(node.selectionSet, walk, into.get(name) ?? new Map()));
    } else {
      const { fragments } = walk.info;
      through(node.kind === 'InlineFragment' ? node.selectionSet : fragments[node.name.value]?.selectionSet, walk, into);
    }
  }
  return into;
}

/** By the field's place in its document, which Apollo keeps and gives to every request with the same text. */
const known = new WeakMap<FieldNode, Asked>();

/** The fields asked for beneath the field being resolved; beneath a path of it when names are given. Never change what is answered. */
export function asked(info: GraphQLResolveInfo, ...path: string[]): Asked {
  const [first] = info.fieldNodes;
  const isSingle = info.fieldNodes.length === 1 && first !== undefined;
  let all = isSingle ? known.get(first) : undefined;
  if (!all) {
    const walk: Walk = { info, isConditional: false };
    all = new Map();
    for (const node of info.fieldNodes) through(node.selectionSet, walk, all);
    if (isSingle && !walk.isConditional) known.set(first, all);
  }
  return path.reduce<Asked>((inner, name) => inner.get(name) ?? new Map(), all);
}
