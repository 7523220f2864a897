// Reads what a screen needs beside its record, kept in the same cache as the lists.
import type { TypedDocumentNode } from '@apollo/client/core';
import { useQuery } from '@tanstack/react-query';
import type { OperationDefinitionNode } from 'graphql';
import { ask } from './client.js';
import type { Fault } from './faults.js';
import { useKey } from './kept-under.js';

interface Often {
  /** Asked again so often while the page is looked at; undefined for once. */
  everyMs: number | undefined;
}

/** `isWanted: false` waits, for example until the record is known. */
export function useAsk<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  isWanted = true,
  { everyMs }: Often = { everyMs: undefined },
) {
  const name = (document.definitions.find((one) => one.kind === 'OperationDefinition') as OperationDefinitionNode).name!.value;
  const queryKey = useKey(name, variables);
  return useQuery<Data, Fault>({
    queryKey,
    queryFn: ({ signal }) => ask(document, variables, signal),
    enabled: isWanted,
    staleTime: 30_000,
    retry: false,
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  });
}
