// What the panel asks about officers.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { MailboxAction, MailboxStanding } from '../mailboxes/documents.js';
import type { UsageTier } from '../ui/tiers.js';

export interface Officer {
  id: string;
  code: string;
  fullName: string;
  post: string | null;
  isLeader: boolean;
  leftOn: string | null;
  agency: { id: string; name: string; nameEn: string | null };
  mailbox: { id: string; address: string; state: string; kind: string } | null;
  latestFinding: { id: string; tier: UsageTier } | null;
  /** Whether the server answers mailbox, postings, absences and contact details to this reader; without it empty says nothing. */
  mayReadFile: boolean;
  mayReadFinding: boolean;
}

const officerFields = gql`
  fragment OfficerFields on Officer {
    id
    code
    fullName
    post
    isLeader
    leftOn
    agency {
      id
      name
      nameEn
    }
    mailbox {
      id
      address
      state
      kind
    }
    latestFinding {
      id
      tier
    }
    mayReadFile
    mayReadFinding
  }
`;

const OFFICERS: TypedDocumentNode<{ officers: Connection<Officer> }, ListVariables> = gql`
  query Officers($first: Int, $after: String, $offset: Int, $search: String, $where: OfficerWhere, $orderBy: [OfficerOrder!]) {
    officers(first: $first, after: $after, offset: $offset, search: $search, where: $where, orderBy: $orderBy) {
      nodes {
        ...OfficerFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${officerFields}
`;

const OFFICERS_BY_IDS: TypedDocumentNode<{ officers: Connection<Officer> }, { ids: string[]; first: number }> = gql`
  query OfficersByIds($ids: [ID!]!, $first: Int) {
    officers(first: $first, where: { id: { in: $ids } }) {
      nodes {
        ...OfficerFields
      }
    }
  }
  ${officerFields}
`;

const OFFICER: TypedDocumentNode<{ officer: Officer | null }, { id: string }> = gql`
  query Officer($id: ID!) {
    officer(id: $id) {
      ...OfficerFields
    }
  }
  ${officerFields}
`;

export interface OfficerFile {
  otherEmail: string | null;
  phone: string | null;
  prefersPaper: boolean | null;
  availableActions: string[];
  mailbox: (MailboxStanding & { id: string; address: string; createdOn: string | null; availableActions: MailboxAction[] }) | null;
  absences: { id: string; fromOn: string; untilOn: string; document: string }[];
  postings: {
    isMain: boolean;
    post: string | null;
    isLeader: boolean;
    fromOn: string;
    untilOn: string | null;
    agency: { id: string; name: string; nameEn: string | null };
  }[];
}

/** What only the page of one officer shows: how to reach them, postings, absences. */
export const OFFICER_FILE: TypedDocumentNode<{ officer: OfficerFile | null }, { id: string }> = gql`
  query OfficerFile($id: ID!) {
    officer(id: $id) {
      otherEmail
      phone
      prefersPaper
      availableActions
      mailbox {
        id
        address
        createdOn
        state
        expectedState
        lockedUntil
        verifiedAt
        connector
        awaitsPassword
        availableActions
      }
      absences {
        id
        fromOn
        untilOn
        document
      }
      postings {
        isMain
        post
        isLeader
        fromOn
        untilOn
        agency {
          id
          name
          nameEn
        }
      }
    }
  }
`;

export const officerDocuments: NounDocuments = {
  file: 'officers',
  plural: 'officers',
  singular: 'officer',
  list: OFFICERS,
  one: OFFICER,
  byIds: OFFICERS_BY_IDS,
  sortable: { fullName: 'FULL_NAME', code: 'CODE', agency: 'AGENCY' },
};

export const OFFICER_SET_REACH: TypedDocumentNode<
  { officerSetReach: { officer: { id: string } | null; userErrors: UserError[] } },
  { id: string; input: { otherEmail: string | null; phone: string | null; prefersPaper: boolean } }
> = gql`
  mutation OfficerSetReach($id: ID!, $input: OfficerReachInput!) {
    officerSetReach(id: $id, input: $input) {
      officer {
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
