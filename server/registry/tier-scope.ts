/** Whose tier may somebody know, so that a list can be filtered by it? By whose finding they may read, which review knows and lends. */
import { sql } from 'kysely';
import type { Actor } from '../identity/actor.js';
import type { Rows } from '../kernel/read.js';

export type TierScope = (actor: Actor, officers: Rows, alias: string) => Rows;

let lent: TierScope = (_actor, officers) => officers.where(sql<boolean>`false`);

/** Until review lends its answer, nobody's tier is known. */
export const lendTierScope = (scope: TierScope): void => {
  lent = scope;
};

/** Only those officers whose tier the actor may know. */
export const whoseTierIsKnown: TierScope = (actor, officers, alias) => lent(actor, officers, alias);
