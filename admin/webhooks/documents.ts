// What the panel asks and commands about systems that are told when an award answer changes.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UserError } from '../data/faults.js';

export const deliveryStates = ['WAITING', 'DELIVERED', 'DEAD', 'CANCELLED'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface Subscription {
  id: string;
  name: string;
  url: string;
  createdAt: string;
  endedAt: string | null;
  waiting: number;
  dead: number;
  availableActions: string[];
}

export interface Delivery {
  id: string;
  messageId: string;
  type: string;
  officers: number;
  createdAt: string;
  state: DeliveryState;
  attempts: number;
  lastTriedAt: string | null;
  lastStatus: number | null;
  lastProblem: string | null;
  nextTryAt: string | null;
  deliveredAt: string | null;
  subscription: { id: string; name: string; endedAt: string | null };
}

export const WEBHOOK_SUBSCRIPTIONS: TypedDocumentNode<{ webhookSubscriptions: Subscription[] }, Record<string, never>> = gql`
  query WebhookSubscriptions {
    webhookSubscriptions {
      id
      name
      url
      createdAt
      endedAt
      waiting
      dead
      availableActions
    }
  }
`;

const WEBHOOK_DELIVERIES: TypedDocumentNode<
  { webhookDeliveries: Connection<Delivery> },
  ListVariables & { subscriptionId?: string; state?: DeliveryState[] }
> = gql`
  query WebhookDeliveries($first: Int, $after: String, $offset: Int, $subscriptionId: ID, $state: [WebhookDeliveryState!]) {
    webhookDeliveries(first: $first, after: $after, offset: $offset, subscriptionId: $subscriptionId, state: $state) {
      nodes {
        id
        messageId
        type
        officers
        createdAt
        state
        attempts
        lastTriedAt
        lastStatus
        lastProblem
        nextTryAt
        deliveredAt
        subscription {
          id
          name
          endedAt
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

export const webhookDocuments: NounDocuments = {
  file: 'deliveries',
  plural: 'webhookDeliveries',
  list: WEBHOOK_DELIVERIES,
  ownArguments: ['subscriptionId', 'state'],
};

interface Made {
  secret: string | null;
  userErrors: UserError[];
}

export const WEBHOOK_SUBSCRIBE: TypedDocumentNode<{ webhookSubscribe: Made }, { input: { name: string; url: string } }> = gql`
  mutation WebhookSubscribe($input: WebhookInput!) {
    webhookSubscribe(input: $input) {
      secret
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export const WEBHOOK_UNSUBSCRIBE: TypedDocumentNode<{ webhookUnsubscribe: { userErrors: UserError[] } }, { id: string }> = gql`
  mutation WebhookUnsubscribe($id: ID!) {
    webhookUnsubscribe(id: $id) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export const WEBHOOK_TEST: TypedDocumentNode<{ webhookTest: { userErrors: UserError[] } }, { id: string }> = gql`
  mutation WebhookTest($id: ID!) {
    webhookTest(id: $id) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export const WEBHOOK_REPLAY: TypedDocumentNode<
  { webhookReplay: { replayed: number; userErrors: UserError[] } },
  { ids?: string[]; since?: string; subscriptionId?: string }
> = gql`
  mutation WebhookReplay($ids: [ID!], $since: DateTime, $subscriptionId: ID) {
    webhookReplay(ids: $ids, since: $since, subscriptionId: $subscriptionId) {
      replayed
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
