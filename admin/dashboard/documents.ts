// What the overview asks: the reviews in time, the agencies of one review.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection } from '../data/build-query.js';
import { figuresFields } from '../ui/figures.documents.js';
import type { UsageFigures } from '../ui/tiers.js';

export interface ReviewFigures {
  id: string;
  reference: string;
  title: string;
  state: string;
  windowFrom: string;
  windowTo: string;
  figures: UsageFigures;
}

export const REVIEWS_IN_TIME: TypedDocumentNode<{ reviews: { nodes: ReviewFigures[] } }, Record<string, never>> = gql`
  query ReviewsInTime {
    reviews(first: 24) {
      nodes {
        id
        reference
        title
        state
        windowFrom
        windowTo
        figures {
          ...UsageFiguresFields
        }
      }
    }
  }
  ${figuresFields}
`;

export interface RankedAgency {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  usage: UsageFigures | null;
}

export const AGENCIES_OF_REVIEW: TypedDocumentNode<{ agencies: Connection<RankedAgency> }, { reviewId: string; after?: string }> = gql`
  query AgenciesOfReview($reviewId: ID!, $after: String) {
    agencies(first: 100, after: $after) {
      nodes {
        id
        code
        name
        nameEn
        usage(reviewId: $reviewId) {
          ...UsageFiguresFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${figuresFields}
`;

/** What one source had on one day for one mail domain (E-8). */
export interface CoverageDay {
  date: string;
  source: string;
  mailDomain: string;
  mailboxesSeen: number;
  isThin: boolean;
  isCovered: boolean;
}

export const COVERAGE: TypedDocumentNode<{ evidenceCoverage: CoverageDay[] }, { from: string; to: string }> = gql`
  query Coverage($from: Date!, $to: Date!) {
    evidenceCoverage(from: $from, to: $to) {
      date
      source
      mailDomain
      mailboxesSeen
      isThin
      isCovered
    }
  }
`;
