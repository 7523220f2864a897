// What the panel asks and commands about orders to mail systems.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UserError } from '../data/faults.js';

export const orderStates = ['FAILED', 'UNKNOWN', 'WAITING', 'RUNNING', 'DONE'] as const;
export type OrderState = (typeof orderStates)[number];
export type OrderAction = 'RETRY' | 'SETTLE' | 'APPROVE';
export type OrderKind = 'PROVISION' | 'SUSPEND' | 'RESTORE' | 'REVOKE' | 'RESET_PASSWORD' | 'FORWARD';

export interface MailOrder {
  id: string;
  number: number;
  kind: OrderKind;
  connector: string;
  state: OrderState;
  attempts: number;
  message: string | null;
  liveSessionsRemaining: number | null;
  verified: boolean;
  createdAt: string;
  doneAt: string | null;
  nextTryAt: string | null;
  approvedAt: string | null;
  handedOverAt: string | null;
  endsAt: string | null;
  reason: string | null;
  heldFor: 'BRAKE' | 'FILE' | null;
  isTrouble: boolean;
  confirmBy: string | null;
  isLate: boolean;
  availableActions: OrderAction[];
  mailbox: {
    id: string;
    address: string;
    officer: { id: string; fullName: string; agency: { id: string; name: string; nameEn: string | null } } | null;
  };
}

const orderFields = gql`
  fragment MailOrderFields on MailOrder {
    id
    number
    kind
    connector
    state
    attempts
    message
    liveSessionsRemaining
    verified
    createdAt
    doneAt
    nextTryAt
    approvedAt
    handedOverAt
    endsAt
    reason
    heldFor
    isTrouble
    confirmBy
    isLate
    availableActions
    mailbox {
      id
      address
      officer {
        id
        fullName
        agency {
          id
          name
          nameEn
        }
      }
    }
  }
`;

const MAIL_ORDERS: TypedDocumentNode<{ mailOrders: Connection<MailOrder> }, ListVariables> = gql`
  query MailOrders(
    $first: Int
    $after: String
    $offset: Int
    $search: String
    $state: [OrderState!]
    $connector: String
    $mailboxId: ID
    $isHeld: Boolean
    $needsPerson: Boolean
  ) {
    mailOrders(
      first: $first
      after: $after
      offset: $offset
      search: $search
      state: $state
      connector: $connector
      mailboxId: $mailboxId
      isHeld: $isHeld
      needsPerson: $needsPerson
    ) {
      nodes {
        ...MailOrderFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${orderFields}
`;

export interface Attempt {
  id: string;
  createdAt: string;
  endedAt: string | null;
  outcome: string | null;
  message: string | null;
}

const MAIL_ORDER: TypedDocumentNode<{ mailOrder: MailOrder | null }, { id: string }> = gql`
  query MailOrder($id: ID!) {
    mailOrder(id: $id) {
      ...MailOrderFields
    }
  }
  ${orderFields}
`;

/** Every attempt at one order; apart from the order, which a list may have read already. */
export const MAIL_ORDER_ATTEMPTS: TypedDocumentNode<{ mailOrder: { id: string; attemptLog: Attempt[] } | null }, { id: string }> = gql`
  query MailOrderAttempts($id: ID!) {
    mailOrder(id: $id) {
      id
      attemptLog {
        id
        createdAt
        endedAt
        outcome
        message
      }
    }
  }
`;

export const orderDocuments: NounDocuments = {
  file: 'mailOrders',
  plural: 'mailOrders',
  singular: 'mailOrder',
  list: MAIL_ORDERS,
  one: MAIL_ORDER,
  ownArguments: ['state', 'connector', 'mailboxId', 'isHeld', 'needsPerson'],
};

interface Count {
  totalCount: number;
}

/** How many orders stand where; held ones are counted apart from those that wait. */
export const MAIL_ORDER_FIGURES: TypedDocumentNode<
  { failed: Count; unknown: Count; held: Count; waiting: Count; running: Count; done: Count },
  Record<string, never>
> = gql`
  query MailOrderFigures {
    failed: mailOrders(first: 0, state: [FAILED]) {
      totalCount
    }
    unknown: mailOrders(first: 0, state: [UNKNOWN]) {
      totalCount
    }
    held: mailOrders(first: 0, isHeld: true) {
      totalCount
    }
    waiting: mailOrders(first: 0, state: [WAITING], isHeld: false) {
      totalCount
    }
    running: mailOrders(first: 0, state: [RUNNING]) {
      totalCount
    }
    done: mailOrders(first: 0, state: [DONE]) {
      totalCount
    }
  }
`;

export interface PlanStep {
  means: string;
  text: string;
}

export const MAIL_ORDER_PLAN: TypedDocumentNode<{ mailOrderPlan: PlanStep[] }, { id: string }> = gql`
  query MailOrderPlan($id: ID!) {
    mailOrderPlan(id: $id) {
      means
      text
    }
  }
`;

interface OrdersPayload {
  orders: { id: string }[];
  userErrors: UserError[];
}

export const MAIL_ORDER_RETRY: TypedDocumentNode<{ mailOrderRetry: OrdersPayload }, { ids: string[] }> = gql`
  mutation MailOrderRetry($ids: [ID!]!) {
    mailOrderRetry(ids: $ids) {
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

export const MAIL_ORDER_APPROVE: TypedDocumentNode<{ mailOrderApprove: OrdersPayload }, { ids: string[] }> = gql`
  mutation MailOrderApprove($ids: [ID!]!) {
    mailOrderApprove(ids: $ids) {
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

export const MAIL_ORDER_SETTLE: TypedDocumentNode<{ mailOrderSettle: OrdersPayload }, { id: string; done: boolean; note: string }> = gql`
  mutation MailOrderSettle($id: ID!, $done: Boolean!, $note: String!) {
    mailOrderSettle(id: $id, done: $done, note: $note) {
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
