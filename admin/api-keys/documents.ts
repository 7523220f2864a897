// What the panel asks and commands about keys of other systems.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: string;
  expiresOn: string;
  lastUsedAt: string | null;
  endedAt: string | null;
  createdBy: string;
  availableActions: string[];
}

export const API_KEYS: TypedDocumentNode<{ apiKeys: ApiKey[] }, Record<string, never>> = gql`
  query ApiKeys {
    apiKeys {
      id
      name
      prefix
      scopes
      createdAt
      expiresOn
      lastUsedAt
      endedAt
      createdBy
      availableActions
    }
  }
`;

export const API_KEY_CREATE: TypedDocumentNode<
  { apiKeyCreate: { id: string | null; secret: string | null; userErrors: UserError[] } },
  { name: string; scopes: string[]; expiresOn: string }
> = gql`
  mutation ApiKeyCreate($name: String!, $scopes: [String!]!, $expiresOn: Date!) {
    apiKeyCreate(name: $name, scopes: $scopes, expiresOn: $expiresOn) {
      id
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

export const API_KEY_REVOKE: TypedDocumentNode<{ apiKeyRevoke: { userErrors: UserError[] } }, { id: string }> = gql`
  mutation ApiKeyRevoke($id: ID!) {
    apiKeyRevoke(id: $id) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
