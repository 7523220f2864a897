// The four tiers in the order they are always shown, and the figures counted by them.
export type UsageTier = 'REGULAR' | 'IRREGULAR' | 'NEVER' | 'NOT_ASSESSED';

export const tiers: readonly UsageTier[] = ['REGULAR', 'IRREGULAR', 'NEVER', 'NOT_ASSESSED'];

export interface TierFigures {
  regular: number;
  irregular: number;
  never: number;
  notAssessed: number;
  assessed: number;
  regularShare: number | null;
  usingShare: number | null;
}

export interface UsageFigures {
  officers: number;
  withMailbox: number;
  coverage: number;
  all: TierFigures;
  leaders: TierFigures;
}

export function countOf(figures: TierFigures, tier: UsageTier): number {
  return { REGULAR: figures.regular, IRREGULAR: figures.irregular, NEVER: figures.never, NOT_ASSESSED: figures.notAssessed }[tier];
}

/** Everyone who is not a leader: all less the leaders. */
export function staffOf({ all, leaders }: UsageFigures): TierFigures {
  const regular = all.regular - leaders.regular;
  const irregular = all.irregular - leaders.irregular;
  const assessed = all.assessed - leaders.assessed;
  return {
    regular,
    irregular,
    never: all.never - leaders.never,
    notAssessed: all.notAssessed - leaders.notAssessed,
    assessed,
    regularShare: assessed > 0 ? regular / assessed : null,
    usingShare: assessed > 0 ? (regular + irregular) / assessed : null,
  };
}
