// What the panel asks about dockets.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { DecisionKind, DecisionState } from './case.js';

export interface Docket {
  name: string;
  committee: { id: string; name: string };
  kinds: DecisionKind[];
  cases: number;
  pending: number;
  contested: number;
  states: { state: DecisionState; cases: number }[];
}

export const DOCKETS: TypedDocumentNode<{ dockets: Docket[] }, { committeeId?: string }> = gql`
  query Dockets($committeeId: ID) {
    dockets(committeeId: $committeeId) {
      name
      committee {
        id
        name
      }
      kinds
      cases
      pending
      contested
      states {
        state
        cases
      }
    }
  }
`;
