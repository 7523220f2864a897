// What the panel asks and commands about published lists.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export type Audience = 'INTERNAL' | 'PUBLIC';

export interface PublishedList {
  slug: string;
  version: number;
  audience: Audience;
  legalBasis: string;
  publishedAt: string;
  expiresOn: string | null;
  withdrawnAt: string | null;
  withdrawReason: string | null;
  isUp: boolean;
  corrections: string[];
}

const listFields = gql`
  fragment PublishedListFields on PublishedList {
    slug
    version
    audience
    legalBasis
    publishedAt
    expiresOn
    withdrawnAt
    withdrawReason
    isUp
    corrections
  }
`;

/** What is published of a review, and what can be done about it. */
export const REVIEW_LISTS: TypedDocumentNode<{ review: { availableActions: string[]; lists: PublishedList[] } | null }, { id: string }> =
  gql`
    query ReviewLists($id: ID!) {
      review(id: $id) {
        id
        availableActions
        lists {
          ...PublishedListFields
        }
      }
    }
    ${listFields}
  `;

export interface PublishInput {
  slug: string;
  audience: Audience;
  legalBasis: string;
  expiresOn: string | null;
}

interface Payload {
  list: PublishedList | null;
  userErrors: UserError[];
}

export const REVIEW_PUBLISH: TypedDocumentNode<{ reviewPublish: Payload }, { id: string; input: PublishInput }> = gql`
  mutation ReviewPublish($id: ID!, $input: PublishInput!) {
    reviewPublish(id: $id, input: $input) {
      list {
        ...PublishedListFields
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${listFields}
`;

export const LIST_WITHDRAW: TypedDocumentNode<{ publishedListWithdraw: Payload }, { slug: string; reason: string }> = gql`
  mutation PublishedListWithdraw($slug: String!, $reason: String!) {
    publishedListWithdraw(slug: $slug, reason: $reason) {
      list {
        ...PublishedListFields
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${listFields}
`;
