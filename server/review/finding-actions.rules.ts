/** What can somebody do with a finding, as things stand? Asked of the same rules by which the commands refuse. */
import { Refusal } from '../kernel/refusal.js';
import { causeFaults } from './cause.rules.js';
import { answerFault, contestFault, type ContestFacts } from './contest.rules.js';
import { settle, type SignalFacts } from './signal.rules.js';

export const FINDING_ACTIONS = ['SET_CAUSE', 'CONTEST', 'ANSWER_CONTEST', 'SETTLE_SIGNALS'] as const;
export type FindingAction = (typeof FINDING_ACTIONS)[number];

export interface FindingActionFacts extends ContestFacts, SignalFacts {
  isLeader: boolean;
  /** A role never adds a right in the own case; only contesting is for oneself. */
  isOwnFinding: boolean;
  /** Whether a case rests on it: then its cause stands (T-8). */
  carriesCase: boolean;
  maySetCause: boolean;
  maySetCauseOfLeaders: boolean;
  mayContest: boolean;
  mayAnswer: boolean;
  maySettle: boolean;
}

/** Stands for whatever the person will write. */
const note = '…';

function canBeSettled(facts: SignalFacts): boolean {
  try {
    settle({ ...facts, declinedTier: null }, false, note);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export function findingActions(facts: FindingActionFacts): FindingAction[] {
  const { state, isOwnFinding } = facts;
  const causeStands = () => {
    const about = { cause: 'EXCUSED' as const, note, hasAbsence: false, isTaskForce: facts.maySetCauseOfLeaders };
    return causeFaults({ ...about, tier: facts.tier, isLeader: facts.isLeader, isOwnFinding }).length === 0;
  };
  const can: Record<FindingAction, boolean> = {
    SET_CAUSE: facts.maySetCause && !facts.carriesCase && state !== 'CANCELLED' && causeStands(),
    CONTEST: facts.mayContest && contestFault({ ...facts, note }) === null,
    ANSWER_CONTEST: facts.mayAnswer && !isOwnFinding && answerFault({ ...facts, note }) === null,
    SETTLE_SIGNALS: facts.maySettle && !isOwnFinding && state !== 'CANCELLED' && canBeSettled(facts),
  };
  return FINDING_ACTIONS.filter((action) => can[action]);
}
