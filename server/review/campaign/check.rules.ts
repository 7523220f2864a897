/** May this finding be answered for, and may an agency hand in what it has (F-2, F-3)? */
import { type Day, dayNumber } from '../../kernel/calendar.js';
import type { Reason } from '../../kernel/refusal.js';
import type { ReviewState } from '../review.workflow.js';
import type { Cause } from '../vocabulary.js';
import { CAMPAIGN_TEXTS } from './campaign.messages.js';
import type { CheckAnswer, CheckState, ReviewStage, Silence } from './vocabulary.js';

const refusal = (code: Reason['code'], text: keyof typeof CAMPAIGN_TEXTS, values?: Record<string, string | number>): Reason => ({
  code,
  rule: 'F-2',
  message: { text: CAMPAIGN_TEXTS[text], values },
});

export interface AnswerFacts {
  reviewState: ReviewState;
  /** Null: the review has no check by the agencies. */
  checkUntil: Day | null;
  /** Of the agency's check; null where there is none. */
  checkState: CheckState | null;
  isOwnFinding: boolean;
  isTaskForce: boolean;
  /** What was answered already; null: nothing. */
  former: CheckAnswer | null;
  /** Whether that was said by the task force. */
  isFormerByTaskForce: boolean;
  answer: CheckAnswer;
}

/** Why a finding cannot be answered for now; null when it can. Nobody checks the own finding. */
export function answerFault(facts: AnswerFacts): Reason | null {
  if (facts.isOwnFinding) return refusal('RULE_VIOLATED', 'ownFinding');
  if (facts.reviewState !== 'OPEN') return refusal('NOT_ALLOWED_NOW', 'reviewNotOpen');
  if (facts.checkUntil === null || facts.checkState === null) return refusal('NOT_ALLOWED_NOW', 'noCheck');
  // What the agency has handed in stands, unless it is returned; what is left over is for the task force.
  if (!facts.isTaskForce && facts.checkState !== 'CHECKING') return refusal('NOT_ALLOWED_NOW', 'handedIn');
  // What an agency has said is not written over by the task force; it is given back, or settled as a contest.
  if (facts.isTaskForce && facts.former !== null && !facts.isFormerByTaskForce) return refusal('NOT_ALLOWED_NOW', 'agencyAnswered');
  // A contest is answered, not taken back by another click.
  if (facts.former === 'CONTESTED') return refusal('NOT_ALLOWED_NOW', 'contestedAlready');
  return null;
}

/** Why an agency's check cannot be handed in; null when it can. The own finding of whoever hands in is left to another contact or the task force. */
export function submitFault({ unanswered, own, hasHead }: { unanswered: number; own: number; hasHead: boolean }): Reason | null {
  if (unanswered - own > 0) return refusal('NOT_ALLOWED_NOW', 'unanswered', { count: unanswered - own });
  return hasHead ? null : refusal('NOT_ALLOWED_NOW', 'noHead');
}

export interface SilentCauseFacts {
  /** Null: the review has no check by the agencies. */
  checkUntil: Day | null;
  /** Whether anybody has answered for the finding. */
  isAnswered: boolean;
  cause: Cause;
}

/** Why a cause cannot be set on a finding that nobody has answered for: nothing adverse may follow from silence (F-3). */
export function silentCauseFault({ checkUntil, isAnswered, cause }: SilentCauseFacts): Reason | null {
  if (checkUntil === null || isAnswered || !(cause === 'REFUSES' || cause === 'NO_NEED')) return null;
  return { code: 'NOT_ALLOWED_NOW', rule: 'F-3', message: { text: CAMPAIGN_TEXTS.silentCause } };
}

export interface FinaliseFacts {
  silence: Silence;
  /** Null: the review has no check by the agencies. */
  checkUntil: Day | null;
  /** Irregular or never, and nobody has answered for them. */
  unchecked: number;
}

/** Why the findings cannot be made to hold because of those who were silent; null when they can (F-3). While the check lasts findings can be contested: that is T-8's. */
export function silenceFault({ silence, checkUntil, unchecked }: FinaliseFacts): Reason | null {
  if (checkUntil === null || silence !== 'TASK_FORCE_CHECKS' || unchecked === 0) return null;
  return { code: 'NOT_ALLOWED_NOW', rule: 'F-3', message: { text: CAMPAIGN_TEXTS.uncheckedLeft, values: { count: unchecked } } };
}

/** Which part is under way; null where a review has no check by the agencies. */
export function stageOf({ state, checkUntil, today }: { state: ReviewState; checkUntil: Day | null; today: Day }): ReviewStage | null {
  if (checkUntil === null) return null;
  if (state !== 'OPEN') return 'OVER';
  return dayNumber(today) <= dayNumber(checkUntil) ? 'AGENCY_CHECK' : 'TASK_FORCE';
}
