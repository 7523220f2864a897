// What the panel asks and commands about the check of an agency.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UserError } from '../data/faults.js';
import type { UsageTier } from '../ui/tiers.js';

export type CheckState = 'CHECKING' | 'SUBMITTED' | 'CONFIRMED';
export type CheckAction = 'SUBMIT' | 'CONFIRM' | 'RETURN' | 'NAME_HEAD';
export type CheckAnswer = 'CONFIRMED' | 'CONTESTED';
export const checkStates: readonly CheckState[] = ['CHECKING', 'SUBMITTED', 'CONFIRMED'];

export interface AgencyCheck {
  id: string;
  state: CheckState;
  isOverdue: boolean;
  findings: number;
  answered: number;
  left: number;
  contested: number;
  submittedAt: string | null;
  submittedBy: string | null;
  confirmedAt: string | null;
  confirmedBy: string | null;
  paperNumber: string | null;
  paperOn: string | null;
  attachmentId: string | null;
  returnReason: string | null;
  signals: string[];
  availableActions: CheckAction[];
  head: { officerId: string; fullName: string; post: string | null } | null;
  agency: { id: string; name: string; nameEn: string | null };
  review: { id: string; reference: string; title: string; state: string; checkUntil: string | null; silence: string };
}

const checkFields = gql`
  fragment CheckFields on AgencyCheck {
    id
    state
    isOverdue
    findings
    answered
    left
    contested
    submittedAt
    submittedBy
    confirmedAt
    confirmedBy
    paperNumber
    paperOn
    attachmentId
    returnReason
    signals
    availableActions
    head {
      officerId
      fullName
      post
    }
    agency {
      id
      name
      nameEn
    }
    review {
      id
      reference
      title
      state
      checkUntil
      silence
    }
  }
`;

const CHECKS: TypedDocumentNode<{ agencyChecks: Connection<AgencyCheck> }, ListVariables> = gql`
  query AgencyChecks($first: Int, $after: String, $offset: Int, $where: AgencyCheckWhere) {
    agencyChecks(first: $first, after: $after, offset: $offset, where: $where) {
      nodes {
        ...CheckFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${checkFields}
`;

const CHECK: TypedDocumentNode<{ agencyCheck: AgencyCheck | null }, { id: string }> = gql`
  query AgencyCheck($id: ID!) {
    agencyCheck(id: $id) {
      ...CheckFields
    }
  }
  ${checkFields}
`;

export interface CheckLine {
  findingId: string;
  code: string;
  fullName: string;
  post: string | null;
  isLeader: boolean;
  tier: UsageTier;
  answer: CheckAnswer | null;
  isContestOpen: boolean;
  isOwn: boolean;
  mayAnswer: boolean;
}

/** The list of an agency: names and tiers, no evidence. */
export const CHECK_LINES: TypedDocumentNode<{ agencyCheck: { list: CheckLine[] } | null }, { id: string }> = gql`
  query AgencyCheckLines($id: ID!) {
    agencyCheck(id: $id) {
      id
      list {
        findingId
        code
        fullName
        post
        isLeader
        tier
        answer
        isContestOpen
        isOwn
        mayAnswer
      }
    }
  }
`;

/** The leaders of an agency, of whom one confirms. */
export const LEADERS: TypedDocumentNode<
  { officers: { nodes: { id: string; fullName: string; post: string | null }[] } },
  { agencyId: string }
> = gql`
  query AgencyLeaders($agencyId: ID!) {
    officers(first: 100, where: { agencyId: { eq: $agencyId }, isLeader: true }) {
      nodes {
        id
        fullName
        post
      }
    }
  }
`;

export interface AnsweredPayload {
  findings: { id: string }[];
  userErrors: UserError[];
}

export const FINDING_ANSWER: TypedDocumentNode<
  { findingAnswer: AnsweredPayload },
  { ids: string[]; answer: CheckAnswer; note?: string; attachmentId?: string; fromOn?: string; untilOn?: string; seconds?: number }
> = gql`
  mutation FindingAnswer(
    $ids: [ID!]!
    $answer: CheckAnswer!
    $note: String
    $attachmentId: ID
    $fromOn: Date
    $untilOn: Date
    $seconds: Int
  ) {
    findingAnswer(
      ids: $ids
      answer: $answer
      note: $note
      attachmentId: $attachmentId
      fromOn: $fromOn
      untilOn: $untilOn
      seconds: $seconds
    ) {
      findings {
        id
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

type CheckCommand<Name extends string, Variables> = TypedDocumentNode<
  Record<Name, { agencyCheck: AgencyCheck | null; userErrors: UserError[] }>,
  Variables
>;

const payloadFields = gql`
  fragment CheckPayloadFields on AgencyCheckPayload {
    agencyCheck {
      ...CheckFields
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
  ${checkFields}
`;

export const CHECK_NAME_HEAD: CheckCommand<'agencyCheckNameHead', { id: string; officerId: string }> = gql`
  mutation AgencyCheckNameHead($id: ID!, $officerId: ID!) {
    agencyCheckNameHead(id: $id, officerId: $officerId) {
      ...CheckPayloadFields
    }
  }
  ${payloadFields}
`;

export const CHECK_SUBMIT: CheckCommand<'agencyCheckSubmit', { id: string }> = gql`
  mutation AgencyCheckSubmit($id: ID!) {
    agencyCheckSubmit(id: $id) {
      ...CheckPayloadFields
    }
  }
  ${payloadFields}
`;

export interface CheckPaper {
  paperNumber: string;
  paperOn: string;
  attachmentId?: string;
}

export const CHECK_CONFIRM: CheckCommand<'agencyCheckConfirm', { id: string; paper?: CheckPaper }> = gql`
  mutation AgencyCheckConfirm($id: ID!, $paper: CheckPaperInput) {
    agencyCheckConfirm(id: $id, paper: $paper) {
      ...CheckPayloadFields
    }
  }
  ${payloadFields}
`;

export const CHECK_RETURN: CheckCommand<'agencyCheckReturn', { id: string; reason: string }> = gql`
  mutation AgencyCheckReturn($id: ID!, $reason: String!) {
    agencyCheckReturn(id: $id, reason: $reason) {
      ...CheckPayloadFields
    }
  }
  ${payloadFields}
`;

export const checkDocuments: NounDocuments = { file: 'checks', plural: 'agencyChecks', singular: 'agencyCheck', list: CHECKS, one: CHECK };
