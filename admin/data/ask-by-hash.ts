// Documents go to the server by their hash: it has their texts from the build. Only where it does not know one is the text sent.
import { ApolloLink, type FetchResult, type Operation } from '@apollo/client/link/core';
import { Observable } from '@apollo/client/utilities/observables/Observable';
import { hashOf } from './document-hash.js';
import { toFault, wireCode } from './faults.js';

// Browsers hash only where the page came over https or from this machine; elsewhere nobody can sign in either.
const canHash = globalThis.crypto?.subtle !== undefined;

function sayHash(operation: Operation, sha256Hash: string, includesText: boolean): void {
  operation.extensions['persistedQuery'] = { version: 1, sha256Hash };
  operation.setContext({ http: { includeQuery: includesText, includeExtensions: !includesText } });
}

const isUnknown = (result: FetchResult | undefined, error: unknown): boolean => {
  const errors = result?.errors ?? (error as { result?: { errors?: [] } } | undefined)?.result?.errors;
  return wireCode(errors) === 'PERSISTED_QUERY_NOT_FOUND';
};

export const askByHash = new ApolloLink((operation, forward) => {
  if (!canHash) return forward(operation);
  return new Observable<FetchResult>((observer) => {
    let running: { unsubscribe: () => void } | undefined;
    let isGone = false;
    const send = (hash: string, includesText: boolean): void => {
      if (isGone) return;
      sayHash(operation, hash, includesText);
      const settle = (result: FetchResult | undefined, error: unknown): void => {
        if (!includesText && isUnknown(result, error)) return send(hash, true);
        if (error !== undefined) return observer.error(error);
        observer.next(result!);
        observer.complete();
      };
      running = forward(operation).subscribe({ next: (result) => settle(result, undefined), error: (error) => settle(undefined, error) });
    };
    hashOf(operation.query).then(
      (hash) => send(hash, false),
      (error) => observer.error(toFault(error)),
    );
    return () => {
      isGone = true;
      running?.unsubscribe();
    };
  });
});
