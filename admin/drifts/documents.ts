// What the panel asks and commands about differences between mail systems and what decisions want.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UserError } from '../data/faults.js';
import type { MailboxState } from '../mailboxes/documents.js';

export const driftKinds = ['OTHER_STATE', 'MISSING', 'OTHER_ADDRESS', 'UNKNOWN_THERE'] as const;
export type DriftKind = (typeof driftKinds)[number];

export interface Drift {
  id: string;
  createdAt: string;
  kind: DriftKind;
  address: string;
  foundAddress: string | null;
  name: string | null;
  expected: MailboxState;
  found: MailboxState;
  connector: string;
  settledAt: string | null;
  settlement: 'REPAIRED' | 'ACCEPTED' | 'GONE' | null;
  note: string | null;
  isStopped: boolean;
  repair: { kind: string; decisionNumber: string | null; isEmergency: boolean } | null;
  availableActions: ('REPAIR' | 'ACCEPT')[];
  mailbox: { id: string } | null;
}

const MAIL_DRIFTS: TypedDocumentNode<{ mailDrifts: Connection<Drift> }, ListVariables> = gql`
  query MailDrifts($first: Int, $after: String, $offset: Int, $connector: String, $isOpen: Boolean, $kind: [DriftKind!]) {
    mailDrifts(first: $first, after: $after, offset: $offset, connector: $connector, isOpen: $isOpen, kind: $kind) {
      nodes {
        id
        createdAt
        kind
        address
        foundAddress
        name
        expected
        found
        connector
        settledAt
        settlement
        note
        isStopped
        repair {
          kind
          decisionNumber
          isEmergency
        }
        availableActions
        mailbox {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`;

export const driftDocuments: NounDocuments = {
  file: 'drifts',
  plural: 'mailDrifts',
  list: MAIL_DRIFTS,
  ownArguments: ['connector', 'isOpen', 'kind'],
};

interface Count {
  totalCount: number;
}

/** How many of each kind are not settled; of one mail system, or of all. */
export const MAIL_DRIFT_FIGURES: TypedDocumentNode<Record<DriftKind, Count>, { connector: string | undefined }> = gql`
  query MailDriftFigures($connector: String) {
    OTHER_STATE: mailDrifts(first: 0, isOpen: true, connector: $connector, kind: [OTHER_STATE]) {
      totalCount
    }
    MISSING: mailDrifts(first: 0, isOpen: true, connector: $connector, kind: [MISSING]) {
      totalCount
    }
    OTHER_ADDRESS: mailDrifts(first: 0, isOpen: true, connector: $connector, kind: [OTHER_ADDRESS]) {
      totalCount
    }
    UNKNOWN_THERE: mailDrifts(first: 0, isOpen: true, connector: $connector, kind: [UNKNOWN_THERE]) {
      totalCount
    }
  }
`;

interface DriftsPayload {
  drifts: { id: string }[];
  userErrors: UserError[];
}

export const MAIL_DRIFT_REPAIR: TypedDocumentNode<{ mailDriftRepair: DriftsPayload }, { ids: string[]; evenMany?: boolean }> = gql`
  mutation MailDriftRepair($ids: [ID!]!, $evenMany: Boolean) {
    mailDriftRepair(ids: $ids, evenMany: $evenMany) {
      drifts {
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

export const MAIL_DRIFT_ACCEPT: TypedDocumentNode<{ mailDriftAccept: DriftsPayload }, { ids: string[]; note: string }> = gql`
  mutation MailDriftAccept($ids: [ID!]!, $note: String!) {
    mailDriftAccept(ids: $ids, note: $note) {
      drifts {
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
