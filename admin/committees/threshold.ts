// How many are enough? The same whole numbers as the server counts, for the examples beside a rule. Pure.
import type { RuleValues } from './documents.js';
import { type DecisionKind, isAdverse, type Threshold, thresholds } from './words.js';

const leasts: Record<Threshold, (all: number) => number> = {
  MORE_THAN_HALF: (all) => Math.floor(all / 2) + 1,
  AT_LEAST_TWO_THIRDS: (all) => Math.ceil((all * 2) / 3),
  AT_LEAST_THREE_QUARTERS: (all) => Math.ceil((all * 3) / 4),
};

/** The least number of `all` that meets a threshold. */
export const leastFor = (threshold: Threshold, all: number): number => leasts[threshold](all);

export interface Example {
  /** So many may vote. */
  base: number;
  /** So many of them must take part. */
  present: number;
  /** So many must be for it where just these take part and nobody abstains. */
  forOfPresent: number;
  /** So many where all take part and nobody abstains. */
  forOfAll: number;
}

/** What a rule asks where so many may vote. A tie that is adopted needs one vote less of an even number. */
export function exampleOf(kind: DecisionKind, rule: RuleValues, base: number): Example {
  const needed = (all: number) => {
    const majority = leastFor(rule.majority, all);
    // A tie decides only where more than half is enough.
    const least = rule.isTieAdopted && rule.majority === 'MORE_THAN_HALF' && all % 2 === 0 ? Math.min(majority, all / 2) : majority;
    return isAdverse(kind) ? Math.max(least, rule.minimumVoters) : Math.max(least, 1);
  };
  const present = leastFor(rule.quorum, base);
  return { base, present, forOfPresent: needed(present), forOfAll: needed(base) };
}

/** In the order in which a rule is read. */
export const ruleFieldNames = [
  'quorum',
  'majority',
  'isTieAdopted',
  'isByChairAlone',
  'minimumVoters',
  'voteDays',
  'noticeDays',
  'appealDays',
  'appealSettledBy',
  'appealSettleDays',
  'secondAppealDays',
] as const satisfies readonly (keyof RuleValues)[];
export type RuleField = (typeof ruleFieldNames)[number];

/** What is only asked in kinds that take something from somebody, and what only in the others. */
export function fieldsOf(kind: DecisionKind): RuleField[] {
  const ofAdverse: RuleField[] = ['noticeDays', 'appealDays', 'appealSettledBy', 'appealSettleDays', 'secondAppealDays'];
  return ruleFieldNames.filter((field) => (isAdverse(kind) ? field !== 'isByChairAlone' : !ofAdverse.includes(field)));
}

/** How strict a value is: the higher, the stricter (C-2). */
export function strictness(rule: RuleValues, field: RuleField): number {
  const value = rule[field];
  if (typeof value === 'boolean') return value ? 0 : 1;
  if (typeof value === 'number') return value;
  return field === 'appealSettledBy' ? Number(value === 'OTHER_MEMBERS') : thresholds.indexOf(value as Threshold);
}

/** What a higher value is called: a stricter threshold, or more time, and for whom. */
export function moreOf(field: RuleField): 'stricter' | 'longer' | 'longerForOfficer' {
  if (field === 'noticeDays' || field === 'appealDays' || field === 'secondAppealDays') return 'longerForOfficer';
  return field === 'voteDays' || field === 'appealSettleDays' ? 'longer' : 'stricter';
}
