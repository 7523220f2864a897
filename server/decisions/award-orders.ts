/**
 * Decisions order that systems be told when the awards' answer about officers changes (A-2); the room of awards, to the right, carries it out.
 * The order is written in the transaction that changes rows of award_exclusion, one for each year.
 */

export const AWARD_ANSWERS_CHANGED = 'AWARD_ANSWERS_CHANGED';

export interface AwardAnswersChanged {
  /** The decisions by which the answer changed. */
  decisionIds: string[];
  officerIds: string[];
  year: number;
}
