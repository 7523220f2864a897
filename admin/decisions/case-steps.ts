// The way of a case as steps with their days: what is done, where it stands, what comes. Pure.
import { type DecisionKind, type DecisionState, isAdverse } from './case.js';

export type StepName = 'proposed' | 'notified' | 'explained' | 'voted' | 'adopted' | 'inForce' | 'appealed' | 'settled';
/** `without`: it could be done and was not, as explaining. */
export type StepMark = 'done' | 'now' | 'next' | 'left' | 'without';

export interface CaseStep {
  name: StepName;
  mark: StepMark;
  /** Day or moment on which it was done, or by which it is to be. */
  on: string | null;
  /** Until when, where `on` is a day to come. */
  isUntil: boolean;
}

export interface StepFacts {
  kind: DecisionKind;
  state: DecisionState;
  proposedAt: string;
  servedOn: string | null;
  explainUntil: string | null;
  explainedOn: string | null;
  adoptedAt: string | null;
  inForceOn: string | null;
  appealUntil: string | null;
  /** Until when the open appeal is to be settled. */
  settleBy: string | null;
  vote: { openedAt: string; closesAt: string; closedAt: string | null } | null;
}

/** At which step a state stands. */
const place: Record<DecisionState, StepName | null> = {
  PROPOSED: 'notified',
  NOTIFIED: 'explained',
  READY: 'voted',
  VOTING: 'voted',
  LAPSED: 'voted',
  REJECTED: 'voted',
  ADOPTED: 'inForce',
  IN_FORCE: 'appealed',
  APPEALED: 'settled',
  REVERSED: 'appealed',
  EXPIRED: 'appealed',
  WITHDRAWN: null,
  JOINED: null,
};

const ended: readonly DecisionState[] = ['REJECTED', 'REVERSED', 'EXPIRED', 'WITHDRAWN', 'JOINED'];

export function stepsOf(facts: StepFacts): CaseStep[] {
  const { kind, state, vote } = facts;
  const names: StepName[] = isAdverse(kind)
    ? ['proposed', 'notified', 'explained', 'voted', 'adopted', 'inForce', state === 'APPEALED' ? 'settled' : 'appealed']
    : ['proposed', 'voted', 'adopted', 'inForce'];
  const days: Record<StepName, { on: string | null; isUntil?: boolean; isDone: boolean }> = {
    proposed: { on: facts.proposedAt, isDone: true },
    notified: { on: facts.servedOn, isDone: facts.servedOn !== null },
    explained: facts.explainedOn
      ? { on: facts.explainedOn, isDone: true }
      : { on: facts.explainUntil, isUntil: facts.explainUntil !== null, isDone: false },
    voted: vote
      ? { on: vote.closedAt ?? vote.closesAt, isUntil: !vote.closedAt, isDone: vote.closedAt !== null }
      : { on: null, isDone: false },
    adopted: { on: facts.adoptedAt, isDone: facts.adoptedAt !== null },
    inForce: { on: facts.inForceOn, isDone: ['IN_FORCE', 'APPEALED', 'REVERSED', 'EXPIRED'].includes(state) },
    appealed: { on: facts.appealUntil, isUntil: facts.appealUntil !== null, isDone: state === 'REVERSED' },
    settled: { on: facts.settleBy, isUntil: facts.settleBy !== null, isDone: false },
  };
  const here = place[state];
  const at = here === null ? -1 : names.indexOf(names.includes(here) ? here : 'voted');
  const isEnded = ended.includes(state);
  return names.map((name, index) => {
    const { on, isUntil = false, isDone } = days[name];
    const isPast = index < at || (here === null && isDone);
    const isHere = index === at;
    const mark: StepMark = isHere
      ? isEnded
        ? 'done'
        : 'now'
      : isPast
        ? name === 'explained' && !isDone
          ? 'without'
          : 'done'
        : isEnded
          ? 'left'
          : 'next';
    return { name, mark, on, isUntil: isUntil && !isPast };
  });
}
