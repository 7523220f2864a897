// What the panel asks and commands about accounts.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UserError } from '../data/faults.js';
import { type Grant, grantFields } from './grant.documents.js';

export type UserAction = 'UPDATE' | 'DISABLE' | 'ENABLE' | 'INVITE' | 'RESET_SECOND_FACTOR' | 'END_SESSIONS';

export interface User {
  id: string;
  name: string;
  email: string | null;
  grants: Grant[];
  disabledAt: string | null;
  invitedUntil: string | null;
  lastSignInAt: string | null;
  hasPassword: boolean | null;
  hasSecondFactor: boolean | null;
  hasSingleSignOn: boolean | null;
  version: number;
  availableActions: UserAction[];
}

export interface Invitation {
  url: string;
  expiresAt: string;
}

const userFields = gql`
  fragment UserFields on User {
    id
    name
    email
    grants {
      ...GrantFields
    }
    disabledAt
    invitedUntil
    lastSignInAt
    hasPassword
    hasSecondFactor
    hasSingleSignOn
    version
    availableActions
  }
  ${grantFields}
`;

const payloadFields = gql`
  fragment UserPayloadFields on UserPayload {
    user {
      id
    }
    invitation {
      url
      expiresAt
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
`;

const USERS: TypedDocumentNode<{ users: Connection<User> }, ListVariables & { role?: string[] }> = gql`
  query Users($first: Int, $after: String, $offset: Int, $search: String, $role: [Role!]) {
    users(first: $first, after: $after, offset: $offset, search: $search, role: $role) {
      nodes {
        ...UserFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${userFields}
`;

const USER: TypedDocumentNode<{ user: User | null }, { id: string }> = gql`
  query User($id: ID!) {
    user(id: $id) {
      ...UserFields
    }
  }
  ${userFields}
`;

export interface GrantInput {
  role: string;
  scopeId?: string;
}

export interface UserInput {
  name: string;
  email: string;
  grants: GrantInput[];
}

interface Made {
  user: { id: string } | null;
  invitation: Invitation | null;
  userErrors: UserError[];
}

export const USER_CREATE: TypedDocumentNode<{ userCreate: Made }, { input: UserInput }> = gql`
  mutation UserCreate($input: UserInput!) {
    userCreate(input: $input) {
      ...UserPayloadFields
    }
  }
  ${payloadFields}
`;

export const USER_UPDATE: TypedDocumentNode<{ userUpdate: Made }, { id: string; input: UserInput; expectedVersion: number }> = gql`
  mutation UserUpdate($id: ID!, $input: UserInput!, $expectedVersion: Int!) {
    userUpdate(id: $id, input: $input, expectedVersion: $expectedVersion) {
      ...UserPayloadFields
    }
  }
  ${payloadFields}
`;

export const USER_DISABLE: TypedDocumentNode<{ userDisable: Made }, { id: string; reason: string }> = gql`
  mutation UserDisable($id: ID!, $reason: String!) {
    userDisable(id: $id, reason: $reason) {
      ...UserPayloadFields
    }
  }
  ${payloadFields}
`;

export const USER_ENABLE: TypedDocumentNode<{ userEnable: Made }, { id: string }> = gql`
  mutation UserEnable($id: ID!) {
    userEnable(id: $id) {
      ...UserPayloadFields
    }
  }
  ${payloadFields}
`;

export const USER_INVITE: TypedDocumentNode<{ userInvite: Made }, { id: string }> = gql`
  mutation UserInvite($id: ID!) {
    userInvite(id: $id) {
      ...UserPayloadFields
    }
  }
  ${payloadFields}
`;

export const USER_RESET_SECOND_FACTOR: TypedDocumentNode<{ userResetSecondFactor: Made }, { id: string; reason: string }> = gql`
  mutation UserResetSecondFactor($id: ID!, $reason: String!) {
    userResetSecondFactor(id: $id, reason: $reason) {
      ...UserPayloadFields
    }
  }
  ${payloadFields}
`;

export const USER_END_SESSIONS: TypedDocumentNode<{ userEndSessions: Made }, { id: string }> = gql`
  mutation UserEndSessions($id: ID!) {
    userEndSessions(id: $id) {
      ...UserPayloadFields
    }
  }
  ${payloadFields}
`;

export const userDocuments: NounDocuments = {
  file: 'users',
  plural: 'users',
  singular: 'user',
  list: USERS,
  one: USER,
  ownArguments: ['role'],
};
