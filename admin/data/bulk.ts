// A command on many things at once: each stands alone, so some may go through while others are refused.
import type { TypedDocumentNode } from '@apollo/client/core';
import { ask } from './client.js';
import { Refused, type UserError } from './faults.js';

export interface BulkAnswer<Payload> {
  payload: Payload;
  /** Why not, by the place in the list that was given. */
  refusals: Map<number, string>;
}

/** The place in the list that an error speaks of: the number in ["officerIds","3"]; undefined for an error of the whole input. */
export function placeIn(path: readonly string[]): number | undefined {
  const number = path.find((part) => /^\d+$/.test(part));
  return number === undefined ? undefined : Number(number);
}

/** Sorts what was refused by its place; what concerns the whole input is thrown. */
export function refusalsIn(userErrors: readonly UserError[]): Map<number, string> {
  const whole = userErrors.filter((error) => placeIn(error.path) === undefined);
  if (whole.length > 0) throw new Refused(whole);
  return new Map(userErrors.map((error) => [placeIn(error.path)!, error.message]));
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
