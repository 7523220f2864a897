// What the panel asks and commands about mergers of committees.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../../data/faults.js';
import { type Member, memberFields, type NamedCommittee, ruleFields, type VotingRule } from '../documents.js';
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
  /** Of each kind the strictest of the sources; the usual one holds for kinds that are not named. */
  rules: VotingRule[];
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
        rules {
          ...VotingRuleFields
        }
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
  ${ruleFields}
`;

export interface PlannedMerger {
  id: string;
  code: string;
  name: string;
  effectiveOn: string;
  legalBasis: string;
  chair: { id: string; name: string };
  sources: NamedCommittee[];
}

export const PLANNED_MERGERS: TypedDocumentNode<{ plannedMergers: PlannedMerger[] }, Record<string, never>> = gql`
  query PlannedMergers {
    plannedMergers {
      id
      code
      name
      effectiveOn
      legalBasis
      chair {
        id
        name
      }
      sources {
        id
        code
        name
        closedOn
      }
    }
  }
`;

export const MERGER_CANCEL: TypedDocumentNode<
  { committeeMergerCancel: { merger: { id: string } | null; userErrors: UserError[] } },
  { id: string }
> = gql`
  mutation CommitteeMergerCancel($id: ID!) {
    committeeMergerCancel(id: $id) {
      merger {
        id
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
