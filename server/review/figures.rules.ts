/**
 * How many use the mailbox, in an agency or the whole city, leaders apart (T-6)?
 */
import type { NotAssessedReason, UsageTier } from './vocabulary.js';

export interface TierFigures {
  regular: number;
  irregular: number;
  never: number;
  /** Beside the shares, never inside them. */
  notAssessed: number;
  assessed: number;
  /** Regular ÷ assessed; null when nobody was assessed. */
  regularShare: number | null;
  /** (Regular + irregular) ÷ assessed; null when nobody was assessed. */
  usingShare: number | null;
}

export interface UsageFigures {
  officers: number;
  withMailbox: number;
  coverage: number;
  all: TierFigures;
  leaders: TierFigures;
}

/** Counted findings that agree in all of this; one finding is a group with `count` 1. */
export interface FindingGroup {
  tier: UsageTier;
  notAssessedReason: NotAssessedReason | null;
  isLeader: boolean;
  count: number;
  /** Sums over the group. */
  candidateDays: number;
  assessableDays: number;
}

export function tierFigures(groups: readonly Pick<FindingGroup, 'tier' | 'count'>[]): TierFigures {
  const count = (tier: UsageTier) => groups.reduce((sum, group) => (group.tier === tier ? sum + group.count : sum), 0);
  const regular = count('REGULAR');
  const irregular = count('IRREGULAR');
  const never = count('NEVER');
  const assessed = regular + irregular + never;
  return {
    regular,
    irregular,
    never,
    notAssessed: count('NOT_ASSESSED'),
    assessed,
    regularShare: assessed === 0 ? null : regular / assessed,
    usingShare: assessed === 0 ? null : (regular + irregular) / assessed,
  };
}

export function usageFigures(groups: readonly FindingGroup[]): UsageFigures {
  const sum = (value: (group: FindingGroup) => number) => groups.reduce((total, group) => total + value(group), 0);
  const candidateDays = sum((group) => group.candidateDays);
  return {
    officers: sum((group) => group.count),
    withMailbox: sum((group) => (group.notAssessedReason === 'NO_MAILBOX' ? 0 : group.count)),
    coverage: candidateDays === 0 ? 0 : sum((group) => group.assessableDays) / candidateDays,
    all: tierFigures(groups),
    leaders: tierFigures(groups.filter((group) => group.isLeader)),
  };
}
