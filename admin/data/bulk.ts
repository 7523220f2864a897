// A command on many things at once: each stands alone, so some may go through while others are refused.
import type { TypedDocumentNode } from '@apollo/client/core';
import { ask } from './client.js';
import type { UserError } from './faults.js';
import { refusalsIn } from './refusals.js';

export interface BulkAnswer<Payload> {
  payload: Payload;
  /** Why not, by the place in the list that was given. */
  refusals: Map<number, string>;
}

/** The payload of the one command in `document`, with what of it was refused. */
export async function carryOutEach<
  Name extends string,
  Payload extends { userErrors: UserError[] },
  Variables extends Record<string, unknown>,
>(document: TypedDocumentNode<Record<Name, Payload>, Variables>, variables: Variables): Promise<BulkAnswer<Payload>> {
  const payload = Object.values<Payload>(await ask(document, variables))[0]!;
  return { payload, refusals: refusalsIn(payload.userErrors) };
}
