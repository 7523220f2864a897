// The one way to the server: GraphQL at the same origin with the session cookie; a lost session is asked for over the page and the request goes on.
import {
  ApolloClient,
  ApolloLink,
  type FetchResult,
  HttpLink,
  InMemoryCache,
  Observable,
  type TypedDocumentNode,
} from '@apollo/client/core';
import { toFault, wireCode } from './faults.js';
import { readLanguage } from './language.js';
import { session } from './session.js';

const aboutSession = new Set(['Me', 'SessionCreate', 'SessionEnd']);

function refusedForSession(result: FetchResult | undefined, error: unknown): boolean {
  if (wireCode(result?.errors) === 'UNAUTHENTICATED') return true;
  return error !== undefined && toFault({ networkError: error }).code === 'UNAUTHENTICATED';
}

const speakTheLanguage = new ApolloLink((operation, forward) => {
  operation.setContext({ headers: { 'accept-language': readLanguage() } });
  return forward(operation);
});

const askForPasswordAgain = new ApolloLink((operation, forward) => {
  if (aboutSession.has(operation.operationName)) return forward(operation);
  return new Observable<FetchResult>((observer) => {
    let isOver = false;
    const attempt = (again: boolean): void => {
      const settle = (result: FetchResult | undefined, error: unknown): void => {
        if (isOver) return;
        const tell = () => (error === undefined ? (observer.next(result!), observer.complete()) : observer.error(error));
        if (again || !refusedForSession(result, error)) return tell();
        session.lost().then(() => attempt(true), tell);
      };
      forward(operation).subscribe({ next: (result) => settle(result, undefined), error: (error) => settle(undefined, error) });
    };
    attempt(false);
    return () => {
      isOver = true;
    };
  });
});

const client = new ApolloClient({
  cache: new InMemoryCache({ addTypename: false }),
  link: ApolloLink.from([
    speakTheLanguage,
    askForPasswordAgain,
    new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: { 'apollo-require-preflight': '1', 'x-hopthu-panel': '1' } }),
  ]),
  // The query cache of the panel is the only cache; a question asked again must not share the fate of one that was called off.
  queryDeduplication: false,
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
});

/** Reads with a handwritten document. Throws a Fault. */
export async function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  try {
    const { data } = await client.query({ query: document, variables, ...(signal && { context: { fetchOptions: { signal } } }) });
    return data;
  } catch (error) {
    throw toFault(error);
  }
}

/** Changes something with a handwritten document. Throws a Fault; what the reader can mend is in `userErrors` of the answer. */
export async function command<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  try {
    const { data } = await client.mutate({ mutation: document, variables: variables as never });
    return data as Data;
  } catch (error) {
    throw toFault(error);
  }
}
