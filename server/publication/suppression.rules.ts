/**
 * Which figures may a published list show (P-2)? Those who were not assessed are counted and not named, so a figure about fewer than five of them could
 * tell of a person. Everybody else stands in the list by name, and the figures say no more than the names do.
 */
import type { TierFigures } from '../review/figures.rules.js';
import { SMALL_GROUP } from './vocabulary.js';

/** How many were not assessed: leaders, and everybody with them. */
export interface NotNamed {
  all: number;
  leaders: number;
}

/** Which of the two figures is shown. */
export interface Shown {
  all: boolean;
  leaders: boolean;
}

const isSmall = (people: number): boolean => people > 0 && people < SMALL_GROUP;

/**
 * A figure about a small group is left out, and a second one where the first could be worked out: those who are no leaders are the difference of the
 * two, so with a small difference the leaders' figure goes, too.
 */
export function shownOf({ all, leaders }: NotNamed): Shown {
  return { all: !isSmall(all), leaders: !isSmall(all) && !isSmall(leaders) && !isSmall(all - leaders) };
}

/**
 * For all versions of all lists of one review together. Who moves from the names to those not assessed is named by the correction, so versions can be subtracted from
 * each other: what one of them may not show none of them shows.
 */
export function shownTogether(versions: readonly NotNamed[]): Shown {
  const each = versions.map(shownOf);
  return { all: each.every(({ all }) => all), leaders: each.every(({ leaders }) => leaders) };
}

export interface PublishedTierFigures extends Omit<TierFigures, 'notAssessed'> {
  notAssessed: number | null;
  isSuppressed: boolean;
}

/** The figures as they are shown; `isSuppressed` where one is left out. */
export const published = (figures: TierFigures, isShown: boolean): PublishedTierFigures => ({
  ...figures,
  notAssessed: isShown ? figures.notAssessed : null,
  isSuppressed: !isShown,
});
