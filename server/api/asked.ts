/** Which fields did a request ask for? A walk over the selection, through fragments, `@skip` and `@include`. */
import {
  getArgumentValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Asked } from '../kernel/read.js';

function isWanted(node: SelectionNode, info: GraphQLResolveInfo): boolean {
  for (const directive of node.directives ?? []) {
    if (directive.name.value === 'skip' && getArgumentValues(GraphQLSkipDirective, directive, info.variableValues).if === true)
      return false;
    if (directive.name.value === 'include' && getArgumentValues(GraphQLIncludeDirective, directive, info.variableValues).if === false)
      return false;
  }
  return true;
}

function walk(set: SelectionSetNode | undefined, info: GraphQLResolveInfo, into: Asked): Asked {
  for (const node of set?.selections ?? []) {
    if (!isWanted(node, info)) continue;
    if (node.kind === 'Field') {
      const name = node.name.value;
      into.set(name, walk(node.selectionSet, info, into.get(name) ?? new Map()));
    } else {
      walk(node.kind === 'InlineFragment' ? node.selectionSet : info.fragments[node.name.value]?.selectionSet, info, into);
    }
  }
  return into;
}

/** The fields asked for beneath the field being resolved; beneath a path of it when names are given. */
export function asked(info: GraphQLResolveInfo, ...path: string[]): Asked {
  const all: Asked = new Map();
  for (const node of info.fieldNodes) walk(node.selectionSet, info, all);
  return path.reduce<Asked>((inner, name) => inner.get(name) ?? new Map(), all);
}
