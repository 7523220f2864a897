/**
 * Who may read what of cases, written by hand from product.md §2 and D-5 (G-15); a part of rights-table.ts. COMMITTEE_MEMBER chairs the
 * committee before which all cases are. COMMITTEE_MEMBER+OFFICER sits in it too: the own case is the own, and in the other's agency, the
 * parent of which is another post of theirs, they are recused.
 */
import { MAIL_ORDER_OF_CASE, MAIL_ORDER_OF_LIST } from './rights-provisioning-table.js';
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { DECISIONS, EMPTY, type Who } from './rights-who.js';
import type { Things } from './rights-world.js';

const DOOR = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT, OFFICER, paper code';
const filed = (t: Things) => `decision(id: "${t.decisions.filed}")`;
const filedIs = (t: Things) => `where: { id: { eq: "${t.decisions.filed}" } }`;

/** The file: not for a member who takes no part. */
const FILE: FieldsOf = { who: DECISIONS, exceptions: { 'COMMITTEE_MEMBER+OFFICER other': 'nothing' } };
/** Who voted how: for those who run the vote and take part in it, and in the own case for nobody. */
const BALLOTS: FieldsOf = {
  who: 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER',
  oneself: 'nothing',
  exceptions: { 'COMMITTEE_MEMBER+OFFICER other': 'nothing' },
};

export const DECISIONS_TYPES: Readonly<Record<string, TypeRow>> = {
  Decision: {
    at: (t) => `${filed(t)} { * }`,
    door: DOOR,
    fields: {
      'id version reference kind state officer committee finding legalBasis awardYear awardTitles docket proposedAt proposedBy': DECISIONS,
      'notifiedAt noticeMeans servedOn explainUntil explainedOn answeredAt isContested vote votes appeals number adoptedAt signedBy':
        DECISIONS,
      'inForceOn decisionServedOn appealUntil isRecused history orders letters': DECISIONS,
      'grounds explanation answer explanationAttachment papers': FILE,
      'mailboxAddress blockedBy endsDecision endedBy joinedTo myChoice myReason': EMPTY,
      // What can be done with a decision in force is to appeal: the officer, or contact and secretary from paper.
      availableActions: 'SECRETARY, AGENCY_CONTACT own, OFFICER own, paper code own',
    },
  },
  DecisionConnection: { at: (t) => `decisions(${filedIs(t)}) { * }`, door: DOOR, fields: page(DECISIONS) },
  DecisionEdge: { at: (t) => `decisions(${filedIs(t)}) { edges { * } }`, door: DOOR, fields: { 'cursor node': DECISIONS } },
  DecisionEvent: {
    at: (t) => `${filed(t)} { history { * } }`,
    door: DOOR,
    // Among the notes is the number, which is no secret; side-doors.api.test.ts looks at those that are.
    fields: { 'at actor action from to note': DECISIONS },
  },
  Vote: {
    at: (t) => `${filed(t)} { vote { * } }`,
    door: DOOR,
    fields: {
      'id purpose openedAt closesAt base quorum present for against abstain isOpen result closedAt endedBy': DECISIONS,
      'quorumThreshold majority isTieAdopted minimumVoters recused': DECISIONS,
      'ballots voters recusals': BALLOTS,
      closeReason: EMPTY,
    },
  },
  // Of the cases somebody sees; whoever is recused in one is not told more than that it is heard.
  Docket: {
    at: () => `dockets { * }`,
    door: 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER',
    fields: {
      'name committee kinds cases pending contested states': 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER',
      // On the list that was signed together stand the own cases too, and cases in which the second of them is recused.
      papers: {
        who: 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER',
        exceptions: {
          'TASK_FORCE+OFFICER': 'nothing',
          'TASK_FORCE+OFFICER other': 'nothing',
          'COMMITTEE_MEMBER+OFFICER': 'nothing',
          'COMMITTEE_MEMBER+OFFICER other': 'nothing',
        },
      },
    },
  },
  DocketFigure: {
    at: () => `dockets { states { * } }`,
    door: 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER',
    fields: { 'state cases': 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER' },
  },
  Ballot: {
    at: (t) => `${filed(t)} { vote { ballots { * } } }`,
    door: DOOR,
    fields: { 'id member choice reason castAt': BALLOTS },
  },
  Recusal: { at: (t) => `${filed(t)} { vote { recusals { * } } }`, door: DOOR, fields: { 'member reason': BALLOTS, note: EMPTY } },
  Appeal: {
    at: (t) => `${filed(t)} { appeals { * } }`,
    door: DOOR,
    fields: {
      'id instance receivedOn settleBy settledOn isUpheld settledBy findingWasWrong isOverdue settler': DECISIONS,
      'text answer': FILE,
      'paperNumber paperOn': EMPTY,
    },
  },
  MailOrder: {
    at: (t) => `${filed(t)} { orders { * } }`,
    door: DOOR,
    fields: MAIL_ORDER_OF_CASE,
    also: [MAIL_ORDER_OF_LIST],
  },
};

export const DECISIONS_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  decision: { args: 'id reference', at: (t) => `decision(reference: "${t.decisions.filedReference}") { id }`, who: DECISIONS, door: DOOR },
  dockets: { args: 'committeeId name', at: () => `dockets { name }`, who: 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER' },
  decisions: {
    args: 'first after offset search where',
    at: (t) => `decisions(where: { officerId: { eq: "${t.officer}" } }) { nodes { id } }`,
    who: DECISIONS,
    door: DOOR,
  },
};

export const DECISIONS_INPUTS: Readonly<Record<string, string>> = {
  DecisionWhere:
    'id kind state officerId agencyId committeeId awaitingMyVote explanationToAnswer isSigned appealOverdue awardYear docket inForceOn',
};
