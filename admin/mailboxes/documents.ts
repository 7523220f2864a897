// What the panel asks and commands about mailboxes.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UserError } from '../data/faults.js';

export const mailboxStates = ['ACTIVE', 'SUSPENDED', 'REVOKED', 'PENDING', 'NONE'] as const;
export type MailboxState = (typeof mailboxStates)[number];
export type MailboxAction = 'SUSPEND' | 'RENEW_SUSPENSION' | 'END_SUSPENSION' | 'RESET_PASSWORD' | 'SEND_PASSWORD' | 'FORWARD';

export interface MailboxStanding {
  state: MailboxState;
  expectedState: MailboxState;
  lockedUntil: string | null;
  verifiedAt: string | null;
  connector: string | null;
  awaitsPassword: boolean;
}

export interface Mailbox extends MailboxStanding {
  id: string;
  address: string;
  kind: 'PERSONAL' | 'ROLE' | 'MACHINE';
  createdOn: string | null;
  liveSessionsRemaining: number | null;
  officer: {
    id: string;
    fullName: string;
    post: string | null;
    agency: { id: string; name: string; nameEn: string | null };
  } | null;
}

const mailboxFields = gql`
  fragment MailboxFields on Mailbox {
    id
    address
    kind
    state
    expectedState
    lockedUntil
    verifiedAt
    connector
    awaitsPassword
    createdOn
    liveSessionsRemaining
    officer {
      id
      fullName
      post
      agency {
        id
        name
        nameEn
      }
    }
  }
`;

const MAILBOXES: TypedDocumentNode<{ mailboxes: Connection<Mailbox> }, ListVariables> = gql`
  query Mailboxes($first: Int, $after: String, $offset: Int, $search: String, $where: MailboxWhere) {
    mailboxes(first: $first, after: $after, offset: $offset, search: $search, where: $where) {
      nodes {
        ...MailboxFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${mailboxFields}
`;

export const mailboxDocuments: NounDocuments = { file: 'mailboxes', plural: 'mailboxes', list: MAILBOXES };

export type MailboxFull = Mailbox & { availableActions: MailboxAction[] };

export const MAIL_MAILBOX: TypedDocumentNode<{ mailboxes: { nodes: MailboxFull[] } }, { id: string }> = gql`
  query MailMailbox($id: ID!) {
    mailboxes(first: 1, where: { id: { eq: $id } }) {
      nodes {
        ...MailboxFields
        availableActions
      }
    }
  }
  ${mailboxFields}
`;

interface ActPayload {
  orders: { id: string }[];
  userErrors: UserError[];
}

export const MAILBOX_SUSPEND: TypedDocumentNode<{ mailboxSuspend: ActPayload }, { id: string; reason: string }> = gql`
  mutation MailboxSuspend($id: ID!, $reason: String!) {
    mailboxSuspend(id: $id, reason: $reason) {
      orders {
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

export const MAILBOX_END_SUSPENSION: TypedDocumentNode<{ mailboxEndSuspension: ActPayload }, { id: string; reason: string }> = gql`
  mutation MailboxEndSuspension($id: ID!, $reason: String!) {
    mailboxEndSuspension(id: $id, reason: $reason) {
      orders {
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

export const MAILBOX_FORWARD: TypedDocumentNode<{ mailboxForward: ActPayload }, { id: string; forwardTo: string[]; keepCopy: boolean }> =
  gql`
    mutation MailboxForward($id: ID!, $forwardTo: [String!]!, $keepCopy: Boolean!) {
      mailboxForward(id: $id, forwardTo: $forwardTo, keepCopy: $keepCopy) {
        orders {
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

export const MAILBOX_RESET_PASSWORD: TypedDocumentNode<
  { mailboxResetPassword: { password: string | null; userErrors: UserError[] } },
  { id: string }
> = gql`
  mutation MailboxResetPassword($id: ID!) {
    mailboxResetPassword(id: $id) {
      password
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

/** The own mailbox, for whoever came in to take its password. */
export const OWN_MAILBOX: TypedDocumentNode<
  {
    officers: {
      nodes: {
        id: string;
        fullName: string;
        mailbox: (MailboxStanding & { id: string; address: string; availableActions: MailboxAction[] }) | null;
      }[];
    };
  },
  Record<string, never>
> = gql`
  query OwnMailbox {
    officers(first: 1) {
      nodes {
        id
        fullName
        mailbox {
          id
          address
          state
          expectedState
          lockedUntil
          verifiedAt
          connector
          awaitsPassword
          availableActions
        }
      }
    }
  }
`;

export const MAILBOX_SEND_PASSWORD: TypedDocumentNode<{ mailboxSendPassword: { userErrors: UserError[] } }, { id: string }> = gql`
  mutation MailboxSendPassword($id: ID!) {
    mailboxSendPassword(id: $id) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
