// What would come of an open vote if it were closed now (D-6, D-7)? Counted from its own figures, as the server counts. Pure.
import { leastFor } from '../committees/threshold.js';
import type { Threshold } from '../committees/words.js';
import { type DecisionKind, isAdverse } from './case.js';

export interface VoteFigures {
  purpose: 'CASE' | 'APPEAL';
  base: number;
  quorum: number;
  present: number;
  for: number;
  against: number;
  majority: Threshold;
  minimumVoters: number;
  isTieAdopted: boolean;
}

/** LAPSED_AGAIN: it has lapsed before, and a case is opened again only once. */
export type ClosingOutcome = 'LAPSED' | 'LAPSED_AGAIN' | 'ADOPTED' | 'REJECTED' | 'UPHELD' | 'REVERSED' | 'UNSETTLED';

export function outcomeNow(kind: DecisionKind, vote: VoteFigures, hasLapsed = false): ClosingOutcome {
  const isAppeal = vote.purpose === 'APPEAL';
  if (vote.present < vote.quorum) return isAppeal ? 'UNSETTLED' : hasLapsed ? 'LAPSED_AGAIN' : 'LAPSED';
  const isCarried = carries(vote, isAppeal || isAdverse(kind));
  return isAppeal ? (isCarried ? 'UPHELD' : 'REVERSED') : isCarried ? 'ADOPTED' : 'REJECTED';
}

function carries({ for: votesFor, against, majority, minimumVoters, isTieAdopted }: VoteFigures, isWeighty: boolean): boolean {
  if (votesFor === 0 || (isWeighty && votesFor < minimumVoters)) return false;
  const isTie = votesFor === against && isTieAdopted && majority === 'MORE_THAN_HALF';
  return isTie || votesFor >= leastFor(majority, votesFor + against);
}
