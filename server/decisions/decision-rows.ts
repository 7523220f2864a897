/** Rows of the tables of this room as commands hold them: days and instants as texts (kernel/json-rows.ts). */
import type { DecisionKind, Seat } from '../committee/vocabulary.js';
import type { RuleValues } from '../committee/voting-rule.rules.js';
import type { Day } from '../kernel/calendar.js';
import type { Choice, ConflictReason, DecisionState, NoticeMeans, VoteEnd, VotePurpose } from './vocabulary.js';

export interface CaseRow {
  id: string;
  reference: string;
  kind: DecisionKind;
  state: DecisionState;
  isPending: boolean;
  version: number;
  officerId: string;
  committeeId: string;
  findingId: string | null;
  findingVersion: number | null;
  windowFrom: Day;
  legalBasis: string;
  grounds: string;
  awardYear: number | null;
  awardTitles: string[];
  mailboxAddress: string | null;
  mailboxId: string | null;
  mailboxStateBefore: string | null;
  endsDecisionId: string | null;
  endedById: string | null;
  joinedToId: string | null;
  docket: string | null;
  proposedAt: string;
  proposedBy: string;
  proposedByUserId: string | null;
  notifiedAt: string | null;
  noticeMeans: NoticeMeans | null;
  servedOn: Day | null;
  explainUntil: Day | null;
  explanation: string | null;
  explainedOn: Day | null;
  explanationAttachmentId: string | null;
  earlierAttachmentIds: string[];
  answer: string | null;
  answeredAt: string | null;
  hasDeclaredConflict: boolean;
  lapses: number;
  adoptedAt: string | null;
  number: string | null;
  numberYear: number | null;
  signedBy: string | null;
  inForceOn: Day | null;
  decisionServedOn: Day | null;
  appealUntil: Day | null;
}

export interface VoteRow {
  id: string;
  decisionId: string;
  committeeId: string;
  number: number;
  purpose: VotePurpose;
  openedAt: string;
  closesAt: string;
  rule: RuleValues;
  base: number;
  quorum: number;
  present: number;
  for: number;
  against: number;
  abstain: number;
  isOpen: boolean;
  result: DecisionState | null;
  closedAt: string | null;
  endedBy: VoteEnd | null;
  closeReason: string | null;
}

export interface VoterRow {
  id: string;
  voteId: string;
  memberId: string;
  userId: string;
  seat: Seat;
  recusedFor: ConflictReason | null;
  recusalNote: string | null;
}

export interface BallotRow {
  id: string;
  voteId: string;
  memberId: string;
  choice: Choice;
  reason: string | null;
  castAt: string;
}

export interface AppealRow {
  id: string;
  decisionId: string;
  instance: number;
  receivedOn: Day;
  text: string;
  attachmentId: string | null;
  settler: 'CHAIR' | 'OTHER_MEMBERS';
  settleBy: Day;
  settledOn: Day | null;
  isUpheld: boolean | null;
  answer: string | null;
  settledBy: string | null;
  findingWasWrong: boolean;
  paperNumber: string | null;
  paperOn: Day | null;
}
