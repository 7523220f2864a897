/** Which words does a campaign use: the agencies' check of a review, its steps and its answers (F-1 to F-6)? */

/** What a contact says of a finding. */
export const CHECK_ANSWERS = ['CONFIRMED', 'CONTESTED'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** Where the check of an agency stands. */
export const CHECK_STATES = ['CHECKING', 'SUBMITTED', 'CONFIRMED'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const CHECK_ACTIONS = ['SUBMIT', 'CONFIRM', 'RETURN', 'NAME_HEAD'] as const;
export type CheckAction = (typeof CHECK_ACTIONS)[number];

/** What becomes of findings that nobody answered, chosen before the start (F-3). */
export const SILENCES = ['FINDING_STAYS', 'TASK_FORCE_CHECKS'] as const;
export type Silence = (typeof SILENCES)[number];

/** Letters of a campaign, in the order in which they are due (F-4). */
export const STEP_KINDS = ['REMIND', 'TELL_HEAD', 'TELL_TASK_FORCE'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Which part of a campaign is under way. */
export const REVIEW_STAGES = ['AGENCY_CHECK', 'TASK_FORCE', 'OVER'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

/** Whom a review that is made again looks at (F-6). */
export const RERUN_SCOPES = ['REMAINING', 'CHANGED'] as const;
export type RerunScope = (typeof RERUN_SCOPES)[number];

/** What may mean that an answer was given without looking (F-5). */
export const CHECK_SIGNALS = ['FAST', 'ALL_AT_ONCE', 'ALL_SAME', 'LEADERS_BY_A_LEADER'] as const;
export type CheckSignal = (typeof CHECK_SIGNALS)[number];
