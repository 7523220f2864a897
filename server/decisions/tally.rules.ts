/** What comes of a vote (D-4, D-6, D-7)? Counted from the ballots, the base and the rule that were frozen when it opened. */
import { meets } from '../committee/threshold.rules.js';
import type { RuleValues } from '../committee/voting-rule.rules.js';
import type { Choice } from './vocabulary.js';

export interface Tally {
  /** How many may vote: the recused are not counted. */
  base: number;
  for: number;
  against: number;
  abstain: number;
}

/** Of a rule what the result is asked of. */
export type CountingRule = Pick<RuleValues, 'quorum' | 'majority' | 'isTieAdopted' | 'minimumVoters'>;

export type VoteResult = 'ADOPTED' | 'REJECTED' | 'LAPSED';

export const present = (tally: Tally): number => tally.for + tally.against + tally.abstain;

/** Counts ballots. */
export function tallyOf(base: number, choices: Iterable<Choice>): Tally {
  const tally = { base, for: 0, against: 0, abstain: 0 };
  for (const choice of choices) {
    if (choice === 'FOR') tally.for += 1;
    else if (choice === 'AGAINST') tally.against += 1;
    else tally.abstain += 1;
  }
  return tally;
}

/** Whether enough of the base take part; abstaining is taking part (D-6). */
export const isQuorate = (tally: Tally, { quorum }: CountingRule): boolean => meets(quorum, present(tally), tally.base);

/**
 * Whether the votes for carry it: the majority of those for and against, or a tie where the rule says so. In adverse kinds besides that at
 * least the minimum of voters must be for it; where nobody is for it, nothing is adopted (D-6). Where more than half is not enough a tie
 * never is: else one vote more for it would turn 2 : 2, adopted, into 3 : 2, rejected.
 */
function carries(votesFor: number, votesAgainst: number, rule: CountingRule, isAdverse: boolean): boolean {
  if (votesFor === 0 || (isAdverse && votesFor < rule.minimumVoters)) return false;
  const isTie = votesFor === votesAgainst && rule.isTieAdopted && rule.majority === 'MORE_THAN_HALF';
  return isTie || meets(rule.majority, votesFor, votesFor + votesAgainst);
}

/** The result at the deadline, or when the chair closes (D-7): too few present lapse, silence never convicts. */
export function resultAtEnd(tally: Tally, rule: CountingRule, isAdverse: boolean): VoteResult {
  if (!isQuorate(tally, rule)) return 'LAPSED';
  return carries(tally.for, tally.against, rule, isAdverse) ? 'ADOPTED' : 'REJECTED';
}

/**
 * Whether the vote closes by itself (D-7): the quorum is met and, were the ballots cast to stand, no votes of the others could change the
 * result. More votes for never hurt and more against never help, so the two ends are enough to try.
 */
export function isSettled(tally: Tally, rule: CountingRule, isAdverse: boolean): boolean {
  if (!isQuorate(tally, rule)) return false;
  const others = tally.base - present(tally);
  return carries(tally.for, tally.against + others, rule, isAdverse) === carries(tally.for + others, tally.against, rule, isAdverse);
}
