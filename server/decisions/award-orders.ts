/** What the room of awards is told, after the command, when answers about exclusions have changed. */

/** Order to the outbox: answers about these officers and this year are no longer what they were. */
export const AWARD_ANSWERS_CHANGED = 'AWARD_ANSWERS_CHANGED';

export interface AwardAnswersChanged {
  decisionIds: string[];
  officerIds: string[];
  year: number;
}
