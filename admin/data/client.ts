// The one way to the server: GraphQL at the same origin with the session cookie; a lost session is asked for over the page and the request goes on.
// Of Apollo Client only the links are used: the query cache of react-admin is the panel's one cache.
import type { TypedDocumentNode } from '@apollo/client/core';
import { ApolloLink, type FetchResult, execute } from '@apollo/client/link/core';
import { HttpLink } from '@apollo/client/link/http';
import { Observable } from '@apollo/client/utilities/observables/Observable';
import { askByHash } from './ask-by-hash.js';
import { toFault, wireCode, wireSentence } from './faults.js';
import { readLanguage } from './language.js';
import { session } from './session.js';

const aboutSession = new Set(['Me', 'SessionCreate', 'SessionEnd']);

function isForWantOfSession(result: FetchResult | undefined, error: unknown): boolean {
  if (wireCode(result?.errors) === 'UNAUTHENTICATED') return true;
  return error !== undefined && toFault(error).code === 'UNAUTHENTICATED';
}

const speakTheLanguage = new ApolloLink((operation, forward) => {
  operation.setContext({ headers: { 'accept-language': readLanguage() } });
  return forward(operation);
});

const askForPasswordAgain = new ApolloLink((operation, forward) => {
  if (aboutSession.has(operation.operationName)) return forward(operation);
  return new Observable<FetchResult>((observer) => {
    let running: { unsubscribe: () => void } | undefined;
    const attempt = (isSecond: boolean): void => {
      const settle = (result: FetchResult | undefined, error: unknown): void => {
        const tell = () => {
          if (error !== undefined) return observer.error(error);
          observer.next(result!);
          observer.complete();
        };
        if (isSecond || !isForWantOfSession(result, error)) return tell();
        session.lost(wireSentence(result, error)).then(() => attempt(true), tell);
      };
      running = forward(operation).subscribe({ next: (result) => settle(result, undefined), error: (error) => settle(undefined, error) });
    };
    attempt(false);
    return () => running?.unsubscribe();
  });
});

const link = ApolloLink.from([
  speakTheLanguage,
  askForPasswordAgain,
  askByHash,
  new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: { 'apollo-require-preflight': '1', 'x-hopthu-panel': '1' } }),
]);

/** Asks or commands with a handwritten document. Throws a Fault; what the reader can mend is in `userErrors` of a command's answer. */
export function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  return new Promise((resolve, reject) => {
    const running = execute(link, { query: document, variables }).subscribe({
      next: ({ data, errors }) => (errors?.length ? reject(toFault({ errors })) : resolve(data as Data)),
      error: (error) => reject(toFault(error)),
    });
    signal?.addEventListener('abort', () => {
      running.unsubscribe();
      reject(signal.reason);
    });
  });
}
