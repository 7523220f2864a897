/** What keeps the vote on an adverse case from opening now (D-2, D-3, T-5, TR-3)? Kinds that take nothing from anybody are never blocked. */
import type { Cause, FindingSignal, UsageTier } from '../review/vocabulary.js';
import { blockingSignals } from '../review/signal.rules.js';
import type { DecisionState } from './vocabulary.js';

export interface BlockFacts {
  state: DecisionState;
  isAdverse: boolean;
  /** Whether the officer has had every day of the notice period. */
  isNoticeOver: boolean;
  isExplained: boolean;
  isAnswered: boolean;
  /** The finding as it stands today; null where the case rests on none. */
  finding: { tier: UsageTier; cause: Cause | null; signals: readonly FindingSignal[] } | null;
  /** The cause that the kind asks for (D-2). */
  neededCause: Cause | null;
  isSheltered: boolean;
  /** Whether another case of the kind that rests on the same finding was decided meanwhile, by a committee that shares the kind. */
  isFindingSpent: boolean;
}

const BEFORE_THE_VOTE: readonly DecisionState[] = ['PROPOSED', 'NOTIFIED', 'READY', 'LAPSED'];

/** Ids of the rules, in the order in which an official would mend them; empty once the vote may open, and after it. */
export function blockedBy(facts: BlockFacts): string[] {
  if (!facts.isAdverse || !BEFORE_THE_VOTE.includes(facts.state)) return [];
  const rules: string[] = [];
  if (!bears(facts) || facts.isFindingSpent) rules.push('D-2');
  if (!facts.isNoticeOver || (facts.isExplained && !facts.isAnswered)) rules.push('D-3');
  if (blockingSignals(facts.finding?.signals ?? []).length > 0) rules.push('T-5');
  if (facts.isSheltered) rules.push('TR-3');
  return rules;
}

/** Whether the finding still bears the case: it may have become better since it was proposed. */
function bears({ finding, neededCause }: BlockFacts): boolean {
  return finding !== null && (finding.tier === 'IRREGULAR' || finding.tier === 'NEVER') && finding.cause === neededCause;
}
