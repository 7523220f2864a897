/** Which words do committees use? Their meaning is fixed by product.md §4: C-1, D-1, D-4. */

/** From the highest to the lowest: a merger keeps the higher seat of a person (C-2). */
export const SEATS = ['CHAIR', 'DEPUTY', 'STANDING', 'MEMBER', 'SECRETARY'] as const;
export type Seat = (typeof SEATS)[number];

/** Kinds of decision: what a committee may be competent for (D-1). */
export const DECISION_KINDS = [
  'MAILBOX_PROVISION',
  'MAILBOX_REVOCATION',
  'MAILBOX_RESTORATION',
  'AWARD_EXCLUSION',
  'EXCLUSION_LIFT',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Kinds that take something from an officer: notice, explanation and appeal are theirs (D-1, D-3). */
export const ADVERSE_KINDS = ['MAILBOX_REVOCATION', 'AWARD_EXCLUSION'] as const satisfies readonly DecisionKind[];
export const isAdverse = (kind: DecisionKind): boolean => (ADVERSE_KINDS as readonly string[]).includes(kind);

/** From the lowest to the highest (C-2). */
export const THRESHOLDS = ['MORE_THAN_HALF', 'AT_LEAST_TWO_THIRDS', 'AT_LEAST_THREE_QUARTERS'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** Who settles an appeal in the first instance; members who did not vote on the case judge more freely than the chair alone (D-9). */
export const APPEAL_SETTLERS = ['CHAIR', 'OTHER_MEMBERS'] as const;
export type AppealSettler = (typeof APPEAL_SETTLERS)[number];

/** The secretary keeps the papers and does not vote (C-1). */
export const votes = (seat: Seat): boolean => seat !== 'SECRETARY';
