/**
 * As of which moment can an answer be given that never changes? Exclusions are recorded at milliseconds of the clock, read under a lock that
 * answers wait for; so a millisecond that is over can get no new ones, and the one that is running could.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../kernel/clock.js';

/** Writers take this lock exclusively before they read the time, and hold it to the end of their transaction. */
export const EXCLUSION_LOCK = `hashtext('award_exclusion')`;

/** The last moment that is over; a clock that stands still, in tests, has no such moment. */
export const lastMoment = (clock: Clock): Date => new Date(clock.now().getTime() - (clock.isStopped ? 0 : 1));

/** Waits until a moment is over; for one that has just begun. */
export async function untilOver(clock: Clock, moment: Date): Promise<void> {
  while (!clock.isStopped && clock.now() <= moment) await sleep(1);
}
