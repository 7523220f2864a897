// What the panel asks about reviews.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import { figuresFields } from '../ui/figures.documents.js';
import type { UsageFigures } from '../ui/tiers.js';

export interface Review {
  id: string;
  reference: string;
  title: string;
  state: 'OPEN' | 'FINALISED' | 'PUBLISHED' | 'CANCELLED';
  windowFrom: string;
  windowTo: string;
  openedAt: string;
  finalisedAt: string | null;
  checkUntil: string | null;
  figures: UsageFigures;
}

const reviewFields = gql`
  fragment ReviewFields on Review {
    id
    reference
    title
    state
    windowFrom
    windowTo
    openedAt
    finalisedAt
    checkUntil
    figures {
      ...UsageFiguresFields
    }
  }
  ${figuresFields}
`;

const REVIEWS: TypedDocumentNode<{ reviews: Connection<Review> }, ListVariables> = gql`
  query Reviews($first: Int, $after: String, $offset: Int) {
    reviews(first: $first, after: $after, offset: $offset) {
      nodes {
        ...ReviewFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${reviewFields}
`;

const REVIEW: TypedDocumentNode<{ review: Review | null }, { id: string }> = gql`
  query Review($id: ID!) {
    review(id: $id) {
      ...ReviewFields
    }
  }
  ${reviewFields}
`;

export interface ReviewPolicy {
  policy: {
    version: number;
    effectiveOn: string;
    windowDays: number;
    regularShare: number;
    minimumCoverage: number;
    minimumAssessableDays: number;
    acts: string[];
    newMailboxGraceDays: number;
    trainingGraceDays: number;
    contestDays: number;
  };
}

/** The policy a review was made by. */
export const REVIEW_POLICY: TypedDocumentNode<{ review: ReviewPolicy | null }, { id: string }> = gql`
  query ReviewPolicy($id: ID!) {
    review(id: $id) {
      policy {
        version
        effectiveOn
        windowDays
        regularShare
        minimumCoverage
        minimumAssessableDays
        acts
        newMailboxGraceDays
        trainingGraceDays
        contestDays
      }
    }
  }
`;

export const reviewDocuments: NounDocuments = { file: 'reviews', plural: 'reviews', singular: 'review', list: REVIEWS, one: REVIEW };
