/** What can somebody do with a case, as things stand? Asked of the same table and guards by which the commands refuse. */
import { addDays, type Day } from '../kernel/calendar.js';
import { isAdverse } from '../committee/vocabulary.js';
import type { DecisionKind } from '../committee/vocabulary.js';
import { type CaseParty, decisionWorkflow } from './decision.workflow.js';
import { DECISION_ACTIONS, type DecisionAction, type DecisionState } from './vocabulary.js';

export interface CaseActionFacts {
  kind: DecisionKind;
  state: DecisionState;
  parties: readonly CaseParty[];
  today: Day;
  blocks: readonly string[];
  explainUntil: Day | null;
  isExplained: boolean;
  isAnswered: boolean;
  lapses: number;
  hasNumber: boolean;
  appealUntil: Day | null;
  isEnded: boolean;
  /** The appeal that is not settled. */
  openAppeal: { instance: number; settler: 'CHAIR' | 'OTHER_MEMBERS' } | null;
  /** Whether members vote on the appeal at this moment, or have voted without a result. */
  appealVote: 'OPEN' | 'OVER' | null;
}

/** Days after the period in which a paper that was received in time may still be entered: the day of receipt counts, but not for ever. */
export const ENTRY_DAYS = 30;

export function caseActions(facts: CaseActionFacts): DecisionAction[] {
  return DECISION_ACTIONS.filter((action) => {
    const steps = decisionWorkflow.steps.filter((step) => step.act === action && step.from.includes(facts.state));
    const as = facts.parties.filter((party) => steps.some((step) => step.who.includes(party)));
    return as.length > 0 && GUARDS[action](facts, as);
  });
}

type Guard = (facts: CaseActionFacts, as: readonly CaseParty[]) => boolean;

const always: Guard = () => true;

const GUARDS: Readonly<Record<DecisionAction, Guard>> = {
  GIVE_NOTICE: ({ kind }) => isAdverse(kind),
  EXPLAIN: ({ today, explainUntil, state }, as) => {
    if (!explainUntil) return false;
    if (as.includes('OFFICER')) return today <= explainUntil;
    return state === 'NOTIFIED' || (today > explainUntil && today <= addDays(explainUntil, ENTRY_DAYS));
  },
  ANSWER_EXPLANATION: ({ isExplained, isAnswered }) => isExplained && !isAnswered,
  OPEN_VOTE: ({ blocks, state, lapses }) => blocks.length === 0 && !(state === 'LAPSED' && lapses >= 2),
  DECLARE_CONFLICT: always,
  CAST_VOTE: always,
  CLOSE_VOTE: always,
  ENTER_INTO_FORCE: ({ hasNumber }) => !hasNumber,
  APPEAL: ({ kind, appealUntil, today, isEnded }, as) => {
    if (!isAdverse(kind) || !appealUntil || isEnded) return false;
    return today <= appealUntil || (!as.includes('OFFICER') && today <= addDays(appealUntil, ENTRY_DAYS));
  },
  SETTLE_APPEAL: ({ openAppeal, appealVote }, as) => {
    if (!openAppeal || appealVote === 'OPEN') return false;
    if (openAppeal.instance > 1) return as.includes('SECRETARY');
    return as.includes('CHAIR') && (openAppeal.settler === 'CHAIR' || appealVote === 'OVER');
  },
  WITHDRAW: always,
};
