/**
 * Which user of a SCIM server does an account id mean? The one that bears it as externalId, for accounts that the product made; else the one whose own
 * id it is, for accounts that were there before and were adopted.
 */
import { type Setback, setbackOf } from './scim-answer.rules.js';
import type { ScimDoor } from './scim-door.js';
import type { ScimManner, ScimPlace } from './scim-settings.rules.js';
import { isResource, scimUser, type ScimUser } from './scim-user.rules.js';

/** A server, and how it keeps users. */
export interface ScimSystem {
  door: ScimDoor;
  place: ScimPlace;
  manner: ScimManner;
}

/** A user, none, or why that cannot be said. */
export type Found = { user?: ScimUser } | { setback: Setback };

const strange = (words: string): Found => ({ setback: { outcome: 'retryable', message: words } });

/** The filter as RFC 7644 §3.4.2.2 writes it: the value is a JSON string. */
export const byExternalId = (accountId: string): string =>
  `/Users?filter=${encodeURIComponent(`externalId eq ${JSON.stringify(accountId)}`)}`;

/** The user with an id of the server's own. */
export async function userWithId({ door, place, manner }: ScimSystem, id: string): Promise<Found> {
  // These would lead to another resource.
  if (/^\.{0,2}$/.test(id)) return {};
  const answer = await door.ask('GET', `/Users/${encodeURIComponent(id)}`);
  if (answer.status === 404) return {};
  const setback = setbackOf(answer, false, place.secrets);
  if (setback) return { setback };
  const user = scimUser('body' in answer ? answer.body : undefined, manner);
  if (!user) return strange('the answer is no SCIM user');
  return user.id === id ? { user } : {};
}

/** The user that an account id means. */
export async function findUser(system: ScimSystem, accountId: string): Promise<Found> {
  const { door, place, manner } = system;
  const answer = await door.ask('GET', byExternalId(accountId));
  const setback = setbackOf(answer, false, place.secrets);
  if (setback) return { setback };
  const body = 'body' in answer ? answer.body : undefined;
  if (!isResource(body) || typeof body.totalResults !== 'number') return strange('the answer is no SCIM list');
  // A server that does not understand the filter may answer with everybody.
  const same = (Array.isArray(body.Resources) ? body.Resources : []).filter((each) => isResource(each) && each.externalId === accountId);
  if (same.length > 1) return { setback: { outcome: 'permanent', message: 'several accounts have this externalId' } };
  if (same.length === 0) return userWithId(system, accountId);
  const user = scimUser(same[0], manner);
  return user ? { user } : strange('the account with this externalId has no id or no userName');
}
