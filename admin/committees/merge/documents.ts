// What the panel asks and commands about mergers of committees.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../../data/faults.js';
import { type Member, memberFields } from '../documents.js';
import type { DecisionKind } from '../words.js';

export interface MergeInput {
  sourceIds: string[];
  code: string;
  name: string;
  chairUserId: string;
  effectiveOn: string;
  legalBasis: string;
  dryRun?: boolean;
  idempotencyKey?: string;
}

export interface MergePreview {
  people: Pick<Member, 'seat' | 'user'>[];
  members: number;
  competences: DecisionKind[];
  moved: number;
  reopened: number;
  joined: number;
}

export interface Merged {
  isPlanned: boolean;
  committee: { id: string; name: string } | null;
  preview: MergePreview | null;
  userErrors: UserError[];
}

/** With `dryRun` nothing changes: only `preview` is answered. */
export const COMMITTEE_MERGE: TypedDocumentNode<{ committeeMerge: Merged }, { input: MergeInput }> = gql`
  mutation CommitteeMerge($input: CommitteeMergeInput!) {
    committeeMerge(input: $input) {
      isPlanned
      committee {
        id
        name
      }
      preview {
        people {
          ...CommitteeMemberFields
        }
        members
        competences
        moved
        reopened
        joined
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${memberFields}
`;
