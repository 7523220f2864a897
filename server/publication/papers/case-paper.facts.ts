/** What papers may say of a case: facts, not yet words. */
import type { Day } from '../../kernel/calendar.js';
import type { DecisionKind, Seat } from '../../committee/vocabulary.js';
import type { DecisionState, NoticeMeans } from '../../decisions/vocabulary.js';
import type { Cause, UsageTier } from '../../review/vocabulary.js';

export interface PersonFacts {
  name: string;
  post: string | null;
  agency: string | null;
}

export interface CommitteeFacts {
  /** Of the committee that holds the case today; what follows is of the one that acted. */
  id: string;
  name: string;
  legalBasis: string;
  numberSymbol: string;
}

export interface FindingFacts {
  review: string;
  from: Day;
  to: Day;
  finalisedOn: Day | null;
  tier: UsageTier;
  cause: Cause | null;
  /** The paragraph of T-7. */
  reason: string;
}

/** A decision that is ended by this one. */
export interface EndedFacts {
  number: string;
  signedOn: Day;
  committee: string;
  kind: DecisionKind;
  awardYear: number | null;
}

/** For whom somebody proposed: a decision names the body, a file the person too. */
export interface ProposerFacts {
  role: 'TASK_FORCE' | 'SECRETARY' | 'AGENCY_CONTACT';
  name: string | null;
  /** Where it was proposed. */
  committee: string;
}

export interface CasePaperFacts {
  id: string;
  reference: string;
  kind: DecisionKind;
  state: DecisionState;
  docket: string | null;
  officerId: string;
  officer: PersonFacts;
  /** Whose decision it is: who had it signed; before that, who holds the case. */
  committee: CommitteeFacts;
  heldBy: CommitteeFacts;
  /** Who had the notice served, and the chair of that day. */
  noticeBy: CommitteeFacts & { chair: string | null };
  /** Whose vote adopted it. */
  adoptedBy: string;
  /** The chair decided alone, no vote was held (D-4). */
  isByChairAlone: boolean;
  /** Mergers that moved it. */
  moves: { on: Day; committee: string }[];
  legalBasis: string;
  grounds: string;
  awardYear: number | null;
  awardTitles: string[];
  address: string | null;
  proposedOn: Day;
  proposer: ProposerFacts;
  servedOn: Day | null;
  noticeMeans: NoticeMeans | null;
  noticeDays: number;
  isNoticeWritten: boolean;
  explainUntil: Day | null;
  explainedOn: Day | null;
  explanation: string | null;
  answeredOn: Day | null;
  answer: string | null;
  adoptedOn: Day | null;
  number: string | null;
  signedOn: Day | null;
  signedBy: string | null;
  /** Seat of who signed, on that day; null where the name is of nobody in the committee. */
  signerSeat: Seat | null;
  inForceOn: Day | null;
  servedDecisionOn: Day | null;
  /** Last day for the first appeal, whatever came after it; null in kinds that are not adverse. */
  appealUntil: Day | null;
  ended: EndedFacts | null;
  /** Signed together with others of its docket: the original is the decision with their list. */
  isOnList: boolean;
  /** Issued as an original of its own. */
  hasOwnOriginal: boolean;
  withdrawn: { on: Day; reason: string | null } | null;
  finding: FindingFacts | null;
}
