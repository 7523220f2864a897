/** Who must have shown a second factor, and how long does it count? (G-18) */
import type { Actor } from './actor.js';

/** Hours for which a second factor, once shown in a session, counts. */
export const SECOND_FACTOR_HOURS = 12;

/** Whether the actor may use a right that needs a second factor. The program itself and the operator on the server's own machine need none. */
export function hasFreshSecondFactor({ isSystem, name, secondFactorAt }: Actor, now: Date): boolean {
  if (isSystem || name === 'operator') return true;
  return secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() <= SECOND_FACTOR_HOURS * 3_600_000;
}

/** Until when the second factor shown in the session counts; null where none was shown or it is over. */
export function secondFactorEnd({ secondFactorAt }: Actor, now: Date): Date | null {
  const end = secondFactorAt && new Date(secondFactorAt.getTime() + SECOND_FACTOR_HOURS * 3_600_000);
  return end && end >= now ? end : null;
}
