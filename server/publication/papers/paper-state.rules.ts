/** What does the public page say of a paper: in force, stayed, over, reversed, replaced? Worked out from where its decisions stand now. */
import type { Day } from '../../kernel/calendar.js';
import type { DecisionKind } from '../../committee/vocabulary.js';
import type { DecisionState } from '../../decisions/vocabulary.js';
import type { PaperKind } from './vocabulary.js';

export const VALIDITIES = [
  'ISSUED',
  'NOT_YET',
  'IN_FORCE',
  'STAYED',
  'REVERSED',
  'YEAR_OVER',
  'OVER',
  'TAKEN_BACK',
  'PARTLY',
  'REPLACED',
] as const;
export type Validity = (typeof VALIDITIES)[number];

export interface DecisionStanding {
  state: DecisionState;
  inForceOn: Day | null;
  kind: DecisionKind;
  /** Another decision ended it: an exclusion was lifted. */
  isEnded: boolean;
}

function ofDecision({ state, kind, isEnded }: DecisionStanding): Validity {
  if (state === 'IN_FORCE') return 'IN_FORCE';
  if (state === 'APPEALED') return 'STAYED';
  if (state === 'REVERSED') return 'REVERSED';
  if (state === 'ADOPTED') return 'NOT_YET';
  // Nothing is asked of an exclusion after its year, but the answer for that year stays (D-11).
  return state === 'EXPIRED' && kind === 'AWARD_EXCLUSION' && !isEnded ? 'YEAR_OVER' : 'OVER';
}

/** Only decisions are in force or not; other papers are what they are until another takes their place. */
export function validityOf(kind: PaperKind, decisions: readonly DecisionStanding[], isReplaced: boolean): Validity {
  if (isReplaced) return 'REPLACED';
  if (kind !== 'DECISION' && kind !== 'DOCKET_DECISION') return 'ISSUED';
  const all = new Set(decisions.map(ofDecision));
  return all.size === 1 ? [...all][0]! : all.size === 0 ? 'OVER' : 'PARTLY';
}
