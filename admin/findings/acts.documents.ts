// What can be done with findings.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { Cause } from './cause.js';

export interface FindingsPayload {
  findings: { id: string; cause: Cause | null; causeNote: string | null }[];
  userErrors: UserError[];
}

export const SET_CAUSE: TypedDocumentNode<{ findingSetCause: FindingsPayload }, { ids: string[]; cause: Cause; note?: string }> = gql`
  mutation FindingSetCause($ids: [ID!]!, $cause: Cause!, $note: String) {
    findingSetCause(ids: $ids, cause: $cause, note: $note) {
      findings {
        id
        cause
        causeNote
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
