// How far an empty system has been filled, as far as the reader may see it.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';

interface Count {
  totalCount: number;
}

export interface Begun {
  agencies: Count;
  officers: Count;
  evidenceSources?: { id: string }[];
  evidenceImports?: { nodes: { used: number }[] };
  /** Accounts of the task force. */
  users?: Count;
  usagePolicies?: { id: string }[];
  reviews?: Count;
}

export interface BegunVariables extends Record<string, unknown> {
  maySources: boolean;
  mayPolicies: boolean;
  mayReviews: boolean;
  mayUsers: boolean;
}

export const BEGUN: TypedDocumentNode<Begun, BegunVariables> = gql`
  query Begun($maySources: Boolean!, $mayPolicies: Boolean!, $mayReviews: Boolean!, $mayUsers: Boolean!) {
    agencies(first: 1) {
      totalCount
    }
    officers(first: 1) {
      totalCount
    }
    evidenceSources @include(if: $maySources) {
      id
    }
    evidenceImports(first: 100, state: [DONE]) @include(if: $maySources) {
      nodes {
        used
      }
    }
    users(first: 1, role: [TASK_FORCE]) @include(if: $mayUsers) {
      totalCount
    }
    usagePolicies @include(if: $mayPolicies) {
      id
    }
    reviews(first: 1) @include(if: $mayReviews) {
      totalCount
    }
  }
`;
