/**
 * Who may read and move cases (product.md §2). What somebody may do with one case also hangs on as whom they act on it: chair, voter,
 * proposer, the officer (case-standing.ts); these rights are the doors before that.
 */
import { type Actor, scopesOf } from '../identity/actor.js';
import { by, fieldsOf, may, right, withSecondFactor } from '../identity/right.js';
import type { DecisionKind } from '../committee/vocabulary.js';

/** What a right about a case looks at. */
export interface CaseFile {
  officerId: string;
  /** The officer's agency of today. */
  agencyId: string;
  /** Whether the case is before a committee in which the actor sits, or the actor has a place in the vote that is open. */
  isBeforeActor: boolean;
  /** Whether the actor takes no part because of a conflict of interest (D-5). */
  isActorRecused: boolean;
}

const isOwn = (actor: Actor, { officerId }: CaseFile): boolean => scopesOf(actor, 'OFFICER').includes(officerId);
const isOfOwnAgency = (actor: Actor, { agencyId }: { agencyId: string }): boolean => scopesOf(actor, 'AGENCY_CONTACT').includes(agencyId);
const isBefore = (_actor: Actor, { isBeforeActor }: CaseFile): boolean => isBeforeActor;
const isBeforeUnrecused = (_actor: Actor, { isBeforeActor, isActorRecused }: CaseFile): boolean => isBeforeActor && !isActorRecused;

export const decisionAccess = {
  read: right<CaseFile>(
    'decision.read',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER', isBefore),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOwn),
  ),
  /** Grounds, explanation, answer, appeal: what a recused member does not read (D-5). */
  readGrounds: right<CaseFile>(
    'decision.readGrounds',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER', isBeforeUnrecused),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOwn),
  ),
  /** Who voted how, and why; the officer and the agency see the result, and so does whoever is recused. */
  readBallots: right<CaseFile>('decision.readBallots', by('TASK_FORCE'), by('SECRETARY'), by('COMMITTEE_MEMBER', isBeforeUnrecused)),
  propose: right<{ kind: DecisionKind; agencyId: string }>(
    'decision.propose',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', (actor, about) => about.kind === 'MAILBOX_PROVISION' && isOfOwnAgency(actor, about)),
  ),
  readDockets: right('decision.readDockets', by('TASK_FORCE'), by('SECRETARY'), by('COMMITTEE_MEMBER')),
  setDocket: right('decision.setDocket', by('SECRETARY')),
  giveNotice: right('decision.giveNotice', by('SECRETARY')),
  explain: right('decision.explain', by('SECRETARY'), by('AGENCY_CONTACT'), by('OFFICER')),
  answerExplanation: right('decision.answerExplanation', by('TASK_FORCE'), by('SECRETARY')),
  openVote: withSecondFactor(right('decision.openVote', by('SECRETARY'), by('COMMITTEE_MEMBER'))),
  vote: withSecondFactor(right('decision.vote', by('COMMITTEE_MEMBER'))),
  closeVote: withSecondFactor(right('decision.closeVote', by('COMMITTEE_MEMBER'))),
  enterIntoForce: withSecondFactor(right('decision.enterIntoForce', by('SECRETARY'))),
  appeal: right('decision.appeal', by('SECRETARY'), by('AGENCY_CONTACT'), by('OFFICER')),
  settleAppeal: withSecondFactor(right('decision.settleAppeal', by('SECRETARY'), by('COMMITTEE_MEMBER'))),
  withdraw: right('decision.withdraw', by('TASK_FORCE'), by('SECRETARY'), by('COMMITTEE_MEMBER'), by('AGENCY_CONTACT')),
};

/** Who voted how is kept from the officer whose case it is, whatever role they hold: a role never adds a right in the own case. */
export const maySeeBallots = (actor: Actor, file: CaseFile): boolean => !isOwn(actor, file) && may(actor, decisionAccess.readBallots, file);

const grounds = decisionAccess.readGrounds;

/** A new field of these types names its place here, or does not build (G-15). */
export const decisionFields = {
  Decision: fieldsOf(
    'id version reference kind state officer committee finding legalBasis awardYear awardTitles mailboxAddress docket proposedAt proposedBy notifiedAt noticeMeans servedOn explainUntil explainedOn answeredAt blockedBy isContested vote votes appeals number adoptedAt signedBy inForceOn decisionServedOn appealUntil endsDecision endedBy joinedTo myChoice myReason isRecused availableActions history orders letters',
    { grounds, explanation: grounds, answer: grounds, explanationAttachment: grounds },
  ),
  Vote: fieldsOf(
    'id purpose openedAt closesAt base quorum present for against abstain isOpen result closedAt endedBy closeReason quorumThreshold majority isTieAdopted minimumVoters ballots recused recusals voters',
  ),
  Docket: fieldsOf('name committee kinds cases pending contested states'),
  DocketFigure: fieldsOf('state cases'),
  Ballot: fieldsOf('id member choice reason castAt'),
  Recusal: fieldsOf('member reason note'),
  Appeal: fieldsOf(
    'id instance receivedOn text settleBy settledOn isUpheld answer settledBy findingWasWrong paperNumber paperOn isOverdue settler',
  ),
  DecisionEvent: fieldsOf('at actor action from to note'),
  MailOrder: fieldsOf(
    'id number kind mailbox decision connector state attempts message liveSessionsRemaining verified createdAt doneAt nextTryAt approvedAt reason endsAt handedOverAt',
  ),
};
