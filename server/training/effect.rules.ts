/** What has a class changed (TR-4)? Of those who completed it, the tier before and the tier in the next review. */

/** Tiers that can be compared, the least use first; NOT_ASSESSED says nothing about use and is left out. */
const LADDER = ['NEVER', 'IRREGULAR', 'REGULAR'];

export interface TierChange {
  before: string | null;
  after: string | null;
}

export interface EffectFigures {
  /** Persons who completed the class. */
  completed: number;
  /** Of them, those assessed before it, and those assessed before it and in the next review. */
  assessedBefore: number;
  assessedAfter: number;
  /** Of those assessed both times. */
  improved: number;
  unchanged: number;
  worsened: number;
  regularBefore: number;
  regularAfter: number;
  /** Regular and irregular users together (T-6). */
  usingBefore: number;
  usingAfter: number;
}

const rank = (tier: string | null): number => (tier === null ? -1 : LADDER.indexOf(tier));

export function effectOf(changes: readonly TierChange[]): EffectFigures {
  const both = changes.filter(({ before, after }) => rank(before) >= 0 && rank(after) >= 0);
  const count = (holds: (change: TierChange) => boolean) => both.filter(holds).length;
  const uses = (tier: string | null) => rank(tier) > 0;
  return {
    completed: changes.length,
    assessedBefore: changes.filter(({ before }) => rank(before) >= 0).length,
    assessedAfter: both.length,
    improved: count(({ before, after }) => rank(after) > rank(before)),
    unchanged: count(({ before, after }) => rank(after) === rank(before)),
    worsened: count(({ before, after }) => rank(after) < rank(before)),
    regularBefore: count(({ before }) => before === 'REGULAR'),
    regularAfter: count(({ after }) => after === 'REGULAR'),
    usingBefore: count(({ before }) => uses(before)),
    usingAfter: count(({ after }) => uses(after)),
  };
}
