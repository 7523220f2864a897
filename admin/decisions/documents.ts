// What the panel asks about cases.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { FindingFile } from '../findings/documents.js';
import type { MailOrder } from '../mail-orders/documents.js';
import type { MailboxStanding } from '../mailboxes/documents.js';
import type { DecisionAction, DecisionKind, DecisionState, NoticeMeans } from './case.js';

export interface Case {
  id: string;
  reference: string;
  kind: DecisionKind;
  state: DecisionState;
  version: number;
  officer: { id: string; code: string; fullName: string; post: string | null; agency: { id: string; name: string; nameEn: string | null } };
  committee: { id: string; code: string; name: string };
  docket: string | null;
  awardYear: number | null;
  awardTitles: string[];
  proposedAt: string;
  proposedBy: string;
  servedOn: string | null;
  noticeMeans: NoticeMeans | null;
  explainUntil: string | null;
  explainedOn: string | null;
  answeredAt: string | null;
  adoptedAt: string | null;
  number: string | null;
  signedBy: string | null;
  inForceOn: string | null;
  decisionServedOn: string | null;
  appealUntil: string | null;
  isContested: boolean;
  isRecused: boolean;
  myChoice: 'FOR' | 'AGAINST' | 'ABSTAIN' | null;
  blockedBy: string[];
  availableActions: DecisionAction[];
  vote: {
    id: string;
    purpose: 'CASE' | 'APPEAL';
    isOpen: boolean;
    openedAt: string;
    closesAt: string;
    closedAt: string | null;
    result: DecisionState | null;
  } | null;
}

export const caseFields = gql`
  fragment CaseFields on Decision {
    id
    reference
    kind
    state
    version
    officer {
      id
      code
      fullName
      post
      agency {
        id
        name
        nameEn
      }
    }
    committee {
      id
      code
      name
    }
    docket
    awardYear
    awardTitles
    proposedAt
    proposedBy
    servedOn
    noticeMeans
    explainUntil
    explainedOn
    answeredAt
    adoptedAt
    number
    signedBy
    inForceOn
    decisionServedOn
    appealUntil
    isContested
    isRecused
    myChoice
    blockedBy
    availableActions
    vote {
      id
      purpose
      isOpen
      openedAt
      closesAt
      closedAt
      result
    }
  }
`;

const CASES: TypedDocumentNode<{ decisions: Connection<Case> }, ListVariables> = gql`
  query Decisions($first: Int, $after: String, $offset: Int, $search: String, $where: DecisionWhere) {
    decisions(first: $first, after: $after, offset: $offset, search: $search, where: $where) {
      nodes {
        ...CaseFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${caseFields}
`;

const CASE: TypedDocumentNode<{ decision: Case | null }, { id: string }> = gql`
  query Decision($id: ID!) {
    decision(id: $id) {
      ...CaseFields
    }
  }
  ${caseFields}
`;

export const decisionDocuments: NounDocuments = { file: 'decisions', plural: 'decisions', singular: 'decision', list: CASES, one: CASE };

export interface AppealFile {
  id: string;
  instance: number;
  receivedOn: string;
  text: string | null;
  settler: 'CHAIR' | 'OTHER_MEMBERS';
  settleBy: string;
  settledOn: string | null;
  isUpheld: boolean | null;
  answer: string | null;
  settledBy: string | null;
  findingWasWrong: boolean;
  paperNumber: string | null;
  paperOn: string | null;
  isOverdue: boolean;
}

export interface CaseEvent {
  at: string;
  actor: string;
  action: string;
  from: DecisionState | null;
  to: DecisionState;
  note: string | null;
}

export type CaseOrder = Pick<
  MailOrder,
  | 'id'
  | 'number'
  | 'kind'
  | 'state'
  | 'message'
  | 'createdAt'
  | 'doneAt'
  | 'attempts'
  | 'nextTryAt'
  | 'heldFor'
  | 'isTrouble'
  | 'verified'
  | 'liveSessionsRemaining'
> & { mailbox: MailboxStanding & { id: string; address: string } };

interface Related {
  id: string;
  reference: string;
  number: string | null;
}

export interface CaseFile {
  legalBasis: string;
  grounds: string | null;
  mailboxAddress: string | null;
  explanation: string | null;
  explanationAttachment: { id: string; fileName: string; size: number } | null;
  answer: string | null;
  finding: { id: string; review: { id: string; reference: string } } | null;
  appeals: AppealFile[];
  history: CaseEvent[];
  orders: CaseOrder[];
  letters: { id: string; kindName: string; state: 'WAITING' | 'SENT' | 'TO_HAND_OVER' | 'RECEIVED' | 'LAPSED'; createdAt: string }[];
  endsDecision: Related | null;
  endedBy: Related | null;
  joinedTo: Related | null;
}

/** The papers of one case. Asked for only on its page: reading an explanation or an appeal is recorded. */
export const CASE_FILE: TypedDocumentNode<{ decision: CaseFile | null }, { id: string }> = gql`
  query DecisionFile($id: ID!) {
    decision(id: $id) {
      legalBasis
      grounds
      mailboxAddress
      explanation
      explanationAttachment {
        id
        fileName
        size
      }
      answer
      finding {
        id
        review {
          id
          reference
        }
      }
      appeals {
        ...AppealFields
      }
      history {
        at
        actor
        action
        from
        to
        note
      }
      orders {
        id
        number
        kind
        state
        message
        createdAt
        doneAt
        attempts
        nextTryAt
        heldFor
        isTrouble
        verified
        liveSessionsRemaining
        mailbox {
          id
          address
          state
          expectedState
          lockedUntil
          verifiedAt
          connector
          awaitsPassword
        }
      }
      letters {
        id
        kindName
        state
        createdAt
      }
      endsDecision {
        id
        reference
        number
      }
      endedBy {
        id
        reference
        number
      }
      joinedTo {
        id
        reference
        number
      }
    }
  }
  fragment AppealFields on Appeal {
    id
    instance
    receivedOn
    text
    settler
    settleBy
    settledOn
    isUpheld
    answer
    settledBy
    findingWasWrong
    paperNumber
    paperOn
    isOverdue
  }
`;

/** The finding under a case with its days; a member of the committee reads it here and nowhere else. Each reading is recorded. */
export const CASE_EVIDENCE: TypedDocumentNode<{ decision: { finding: FindingFile | null } | null }, { id: string }> = gql`
  query DecisionEvidence($id: ID!) {
    decision(id: $id) {
      finding {
        tier
        daysOfUse
        assessableDays
        signals
        improvedTier
        reason
        daysOfUseOutside
        sent
        read
        logins
        causeNote
        days {
          date
          sent
          read
          logins
          received
          forwarded
          polled
          isDayOfUse
          isWorkingDay
          isHeld
          isCovered
          isExcused
        }
        review {
          id
          reference
          windowFrom
          windowTo
        }
      }
    }
  }
`;

/** Cases about one officer. */
export const OFFICER_CASES: TypedDocumentNode<
  { officer: { id: string; latestFinding: { id: string; nextStep: string } | null; decisions: { nodes: Case[] } } | null },
  { id: string }
> = gql`
  query OfficerDecisions($id: ID!) {
    officer(id: $id) {
      id
      latestFinding {
        id
        nextStep
      }
      decisions(first: 25) {
        nodes {
          ...CaseFields
        }
      }
    }
  }
  ${caseFields}
`;

/** What the latest finding of an officer leads to. */
export const OFFICER_NEXT_STEP: TypedDocumentNode<
  { officer: { id: string; latestFinding: { id: string; nextStep: string } | null } | null },
  { id: string }
> = gql`
  query OfficerNextStep($id: ID!) {
    officer(id: $id) {
      id
      latestFinding {
        id
        nextStep
      }
    }
  }
`;

/** Committees a case may go to. */
export const COMMITTEES: TypedDocumentNode<
  { committees: { id: string; code: string; name: string; competences: DecisionKind[]; closedOn: string | null }[] },
  Record<string, never>
> = gql`
  query CommitteesForCases {
    committees {
      id
      code
      name
      competences
      closedOn
    }
  }
`;
