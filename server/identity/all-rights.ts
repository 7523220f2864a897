/** Every right of every room, so that a viewer can be told which ones are held. Rooms announce theirs at composition. */
import type { Right } from './right.js';

const rights = new Map<string, Right<never>>();

/** Announces the rights of a room: `announce(registryAccess)`. */
export function announce(ofRoom: Record<string, Right<never>>): void {
  for (const right of Object.values(ofRoom)) rights.set(right.name, right);
}

export const allRights = (): Right<never>[] => [...rights.values()];

/** Every scope that an API key can have, in order of name: those that open a right of some room. */
export const allScopes = (): string[] =>
  [...new Set(allRights().flatMap(({ holders }) => holders.flatMap(({ scope }) => scope ?? [])))].sort();
