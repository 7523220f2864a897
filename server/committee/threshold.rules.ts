/** How many are enough (D-4)? Quorum is asked of the base, majority of the votes for and against; counted in whole numbers, never in shares. */
import type { Threshold } from './vocabulary.js';

/** Numerator and denominator of the share that must be reached, or passed. */
const SHARES: Readonly<Record<Threshold, readonly [part: number, whole: number, isPassed: boolean]>> = {
  MORE_THAN_HALF: [1, 2, true],
  AT_LEAST_TWO_THIRDS: [2, 3, false],
  AT_LEAST_THREE_QUARTERS: [3, 4, false],
};

/** Whether `count` of `all` meets the threshold; nobody of nobody meets none. */
export function meets(threshold: Threshold, count: number, all: number): boolean {
  const [part, whole, isPassed] = SHARES[threshold];
  if (all <= 0) return false;
  return isPassed ? count * whole > all * part : count * whole >= all * part;
}

/** The least number of `all` that meets the threshold: 5 of 9 is more than half, 6 of 9 two thirds. */
export function leastFor(threshold: Threshold, all: number): number {
  const [part, whole, isPassed] = SHARES[threshold];
  return isPassed ? Math.floor((all * part) / whole) + 1 : Math.ceil((all * part) / whole);
}
