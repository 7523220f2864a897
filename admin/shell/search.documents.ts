// One search over agencies and officers.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';

export interface Found {
  agencies: { nodes: { id: string; code: string; name: string }[] };
  officers: {
    nodes: { id: string; code: string; fullName: string; post: string | null; agency: { name: string } }[];
    pageInfo: { hasNextPage: boolean };
  };
}

export const SEARCH: TypedDocumentNode<Found, { words: string }> = gql`
  query Search($words: String!) {
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
  }
`;
