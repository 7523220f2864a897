/** Which words do cases use? Their meaning is fixed by product.md §4: D-1 to D-12 and the transition table. */

/** Cases that one call may name (house rule for bulk). */
export const MOST_AT_A_TIME = 1_000;

/** From proposal to end; the table that leads from one to the other is decision.workflow.ts. */
export const DECISION_STATES = [
  'PROPOSED',
  'NOTIFIED',
  'READY',
  'VOTING',
  'ADOPTED',
  'REJECTED',
  'LAPSED',
  'IN_FORCE',
  'APPEALED',
  'REVERSED',
  'EXPIRED',
  'WITHDRAWN',
  'JOINED',
] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export const DECISION_ACTIONS = [
  'GIVE_NOTICE',
  'EXPLAIN',
  'ANSWER_EXPLANATION',
  'OPEN_VOTE',
  'DECLARE_CONFLICT',
  'CAST_VOTE',
  'CLOSE_VOTE',
  'ENTER_INTO_FORCE',
  'APPEAL',
  'SETTLE_APPEAL',
  'WITHDRAW',
] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

export const CHOICES = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
export type Choice = (typeof CHOICES)[number];

/** How the notice reached the officer; never through the unused mailbox alone (D-3). */
export const NOTICE_MEANS = ['HANDED_OVER', 'REGISTERED_POST', 'AGENCY_BOARD', 'OTHER_EMAIL', 'REFUSED_TO_SIGN'] as const;
export type NoticeMeans = (typeof NOTICE_MEANS)[number];

/** Why a member takes no part in a vote (D-5). */
export const CONFLICT_REASONS = ['OWN_CASE', 'SAME_AGENCY', 'PROPOSER', 'OWN_ADVERSE_CASE', 'DECLARED'] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];

/** What a vote is about: the case itself, or an appeal that members settle who did not vote on the case (D-9). */
export const VOTE_PURPOSES = ['CASE', 'APPEAL'] as const;
export type VotePurpose = (typeof VOTE_PURPOSES)[number];

/** What ended a vote. */
export const VOTE_ENDS = ['ITSELF', 'DEADLINE', 'CHAIR', 'CONFLICTS', 'MERGER'] as const;
export type VoteEnd = (typeof VOTE_ENDS)[number];

/** Emulation titles (danh hiệu thi đua), from the lowest. */
export const AWARD_TITLES = ['LDTT', 'CSTDCS', 'CSTDTP', 'CSTDTQ'] as const;
export type AwardTitleCode = (typeof AWARD_TITLES)[number];

/** What the awards' answer says of an exclusion while it stands: in force, or stayed by an appeal (A-1). */
export const EXCLUSION_STATUSES = ['EXCLUDED', 'UNDER_APPEAL'] as const;
export type ExclusionStatus = (typeof EXCLUSION_STATUSES)[number];

/** Not yet decided: only one such case an officer, kind and year (D-2). A case that lapsed twice is over. */
export const PENDING_STATES = ['PROPOSED', 'NOTIFIED', 'READY', 'VOTING', 'ADOPTED', 'LAPSED'] as const satisfies readonly DecisionState[];

/** Something can still become of it, so that it moves with its committee (C-3). */
export const OPEN_STATES = [...PENDING_STATES, 'IN_FORCE', 'APPEALED'] as const satisfies readonly DecisionState[];

/** With effect, stayed or not: where an adverse case counts against a member's own judgement (D-5). */
export const FORCE_STATES = ['IN_FORCE', 'APPEALED'] as const satisfies readonly DecisionState[];

/** Never was: does not use up the finding it rested on (D-2). */
export const UNMADE_STATES = ['WITHDRAWN', 'JOINED'] as const satisfies readonly DecisionState[];

/** What mail systems are ordered to do (D-8). */
export const ORDER_KINDS = ['PROVISION', 'SUSPEND', 'RESTORE', 'REVOKE', 'RESET_PASSWORD', 'FORWARD'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATES = ['WAITING', 'RUNNING', 'DONE', 'FAILED', 'UNKNOWN'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Acts of members beside a vote: when each came would tell, with the figures of an open vote, who voted how. */
export const tellsOfVotes = (act: string): boolean => act === 'CAST_VOTE' || act === 'DECLARE_CONFLICT';
