// One search over agencies, officers and, for whoever may read them, cases.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';

export interface Found {
  agencies: { nodes: { id: string; code: string; name: string }[] };
  officers: {
    nodes: { id: string; code: string; fullName: string; post: string | null; agency: { name: string } }[];
    pageInfo: { hasNextPage: boolean };
  };
  decisions?: { nodes: { id: string; reference: string; number: string | null; officer: { fullName: string } }[] };
}

export const SEARCH: TypedDocumentNode<Found, { words: string; mayCases: boolean }> = gql`
  query Search($words: String!, $mayCases: Boolean!) {
    agencies(first: 4, search: $words) {
      nodes {
        id
        code
        name
      }
    }
    officers(first: 8, search: $words) {
      nodes {
        id
        code
        fullName
        post
        agency {
          name
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    decisions(first: 4, search: $words) @include(if: $mayCases) {
      nodes {
        id
        reference
        number
        officer {
          fullName
        }
      }
    }
  }
`;
