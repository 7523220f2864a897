/** What a kind of decision is made of: when it may be proposed, and what its force, its stay and its reversal do (D-1, D-2, D-8 to D-11). */
import type { DecisionKind } from '../../committee/vocabulary.js';
import type { Day } from '../../kernel/calendar.js';
import type { Reason } from '../../kernel/refusal.js';
import type { Cause, UsageTier } from '../../review/vocabulary.js';
import type { DecisionState, ExclusionStatus, OrderKind } from '../vocabulary.js';

/** The finding a case would rest on. */
export interface ProposedFinding {
  officerId: string;
  tier: UsageTier;
  cause: Cause | null;
  isFinal: boolean;
  windowTo: Day;
}

export interface ProposedMailbox {
  expectedState: string;
}

/** A decision that would be ended. */
export interface EndedDecision {
  kind: DecisionKind;
  state: DecisionState;
  officerId: string;
  isEnded: boolean;
}

export interface ProposalFacts {
  officerId: string;
  hasLeft: boolean;
  finding: ProposedFinding | null;
  mailbox: ProposedMailbox | null;
  awardYear: number | null;
  ends: EndedDecision | null;
}

export type KindTexts =
  | 'noFinding'
  | 'findingOfAnother'
  | 'notFinal'
  | 'tier'
  | 'causeRefuses'
  | 'causeNoNeed'
  | 'otherYear'
  | 'noMailbox'
  | 'hasMailbox'
  | 'isRevoked'
  | 'notRevoked'
  | 'hasLeft'
  | 'nothingToEnd'
  | 'endsOther'
  | 'endsOver';

export interface ProposalFault {
  code: Reason['code'];
  rule: string;
  text: KindTexts;
}

/** What follows from a change of force; `FORMER` is the state a mailbox was in before the decision. */
export type Effect =
  | { do: 'ORDER'; order: OrderKind; expected: 'ACTIVE' | 'REVOKED' | 'FORMER' }
  | { do: 'EXCLUDE'; status: ExclusionStatus }
  | { do: 'END_EXCLUSION' }
  | { do: 'END_DECISION' };

/** In force; stayed by an appeal; upheld, so in force again; reversed. */
export type Moment = 'IN_FORCE' | 'STAYED' | 'UPHELD' | 'REVERSED';

export interface Kind {
  kind: DecisionKind;
  isAdverse: boolean;
  /** The cause that a finding must have to bear it (D-2). */
  neededCause: Cause | null;
  /** Whether it is about titles of one emulation year (D-11). */
  isAboutAwards: boolean;
  /** Whether it may end a decision in force. */
  ends: DecisionKind | null;
  proposalFault(facts: ProposalFacts): ProposalFault | null;
  effects: Readonly<Record<Moment, readonly Effect[]>>;
}

/** What D-2 asks of the finding of an adverse case. */
export function findingFault({ officerId, finding }: ProposalFacts, cause: Cause): ProposalFault | null {
  const violated = (text: KindTexts): ProposalFault => ({ code: 'RULE_VIOLATED', rule: 'D-2', text });
  if (!finding) return violated('noFinding');
  if (finding.officerId !== officerId) return violated('findingOfAnother');
  if (!finding.isFinal) return violated('notFinal');
  if (finding.tier !== 'IRREGULAR' && finding.tier !== 'NEVER') return violated('tier');
  if (finding.cause !== cause) return violated(cause === 'REFUSES' ? 'causeRefuses' : 'causeNoNeed');
  return null;
}
