// Why is a button not there that somebody in this role might look for, and whose turn is it? From what the server says of the case. Pure.
import { type DecisionAction, type DecisionKind, type DecisionState, isAdverse } from './case.js';

export interface ActFacts {
  kind: DecisionKind;
  state: DecisionState;
  availableActions: readonly DecisionAction[];
  blockedBy: readonly string[];
  isRecused: boolean;
  explainUntil: string | null;
  explainedOn: string | null;
  answeredAt: string | null;
  inForceOn: string | null;
  number: string | null;
  appealUntil: string | null;
  vote: { isOpen: boolean; purpose: 'CASE' | 'APPEAL' } | null;
}

export interface MissingAct {
  action: DecisionAction;
  why:
    | 'notNotified'
    | 'blocked'
    | 'lapsedTwice'
    | 'recused'
    | 'notVoter'
    | 'explainOver'
    | 'explainLater'
    | 'waitsForDay'
    | 'appealOver'
    | 'appealLater'
    | 'notAdverse'
    | 'membersSettle';
  on: string | null;
}

export function missingActs(facts: ActFacts, roles: readonly string[], isOwn: boolean): MissingAct[] {
  const { kind, state, availableActions, vote } = facts;
  const has = (...wanted: string[]) => roles.some((role) => wanted.includes(role));
  const missing: MissingAct[] = [];
  const tell = (action: DecisionAction, why: MissingAct['why'], on: string | null = null) => {
    if (!availableActions.includes(action)) missing.push({ action, why, on });
  };
  if (isOwn) {
    if (state === 'PROPOSED' && isAdverse(kind)) tell('EXPLAIN', 'explainLater');
    if (facts.explainUntil && ['NOTIFIED', 'READY'].includes(state)) tell('EXPLAIN', 'explainOver', facts.explainUntil);
    if (state === 'IN_FORCE' || state === 'EXPIRED') {
      if (!isAdverse(kind)) tell('APPEAL', 'notAdverse');
      else if (facts.appealUntil) tell('APPEAL', 'appealOver', facts.appealUntil);
    }
    return missing;
  }
  if (has('SECRETARY', 'COMMITTEE_MEMBER')) {
    if (state === 'PROPOSED' && isAdverse(kind)) tell('OPEN_VOTE', 'notNotified');
    if ((state === 'NOTIFIED' || state === 'READY') && facts.blockedBy.length > 0) tell('OPEN_VOTE', 'blocked');
    if (state === 'LAPSED' && has('SECRETARY')) tell('OPEN_VOTE', facts.blockedBy.length > 0 ? 'blocked' : 'lapsedTwice');
  }
  if (has('COMMITTEE_MEMBER') && vote?.isOpen) tell('CAST_VOTE', facts.isRecused ? 'recused' : 'notVoter');
  if (has('SECRETARY') && state === 'ADOPTED' && facts.number) tell('ENTER_INTO_FORCE', 'waitsForDay', facts.inForceOn);
  if (has('COMMITTEE_MEMBER') && state === 'APPEALED' && vote?.isOpen && vote.purpose === 'APPEAL') tell('SETTLE_APPEAL', 'membersSettle');
  return missing;
}

export type Turn =
  | 'notice'
  | 'explain'
  | 'answer'
  | 'blocked'
  | 'open'
  | 'vote'
  | 'openAgain'
  | 'sign'
  | 'force'
  | 'appeal'
  | 'settle'
  | 'settleByVote'
  | 'inForce'
  | 'over';

/** Who is to act next, or what is waited for. */
export function whoseTurn(facts: ActFacts): Turn {
  const { state, explainedOn, answeredAt, blockedBy, vote } = facts;
  const isToAnswer = explainedOn !== null && answeredAt === null;
  switch (state) {
    case 'PROPOSED':
      return isAdverse(facts.kind) ? 'notice' : 'open';
    case 'NOTIFIED':
      return isToAnswer ? 'answer' : 'explain';
    case 'READY':
      return isToAnswer ? 'answer' : blockedBy.length > 0 ? 'blocked' : 'open';
    case 'VOTING':
      return 'vote';
    case 'LAPSED':
      return 'openAgain';
    case 'ADOPTED':
      return facts.number ? 'force' : 'sign';
    case 'IN_FORCE':
      return isAdverse(facts.kind) && facts.appealUntil ? 'appeal' : 'inForce';
    case 'APPEALED':
      return vote?.isOpen && vote.purpose === 'APPEAL' ? 'settleByVote' : 'settle';
    default:
      return 'over';
  }
}
