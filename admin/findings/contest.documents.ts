// Contesting a finding and answering it; an officer's findings of reviews that are open.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { UsageTier } from '../ui/tiers.js';

type FindingCommand<Name extends string, Variables> = TypedDocumentNode<
  Record<Name, { findings: { id: string }[]; userErrors: UserError[] }>,
  Variables
>;

const payloadFields = gql`
  fragment ContestPayloadFields on FindingsPayload {
    findings {
      id
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
`;

export const FINDING_CONTEST: FindingCommand<
  'findingContest',
  { id: string; note: string; attachmentId?: string; fromOn?: string; untilOn?: string }
> = gql`
  mutation FindingContest($id: ID!, $note: String!, $attachmentId: ID, $fromOn: Date, $untilOn: Date) {
    findingContest(id: $id, note: $note, attachmentId: $attachmentId, fromOn: $fromOn, untilOn: $untilOn) {
      ...ContestPayloadFields
    }
  }
  ${payloadFields}
`;

export const FINDING_ANSWER_CONTEST: FindingCommand<
  'findingAnswerContest',
  { id: string; accept: boolean; note: string; asAbsence?: boolean }
> = gql`
  mutation FindingAnswerContest($id: ID!, $accept: Boolean!, $note: String!, $asAbsence: Boolean) {
    findingAnswerContest(id: $id, accept: $accept, note: $note, asAbsence: $asAbsence) {
      ...ContestPayloadFields
    }
  }
  ${payloadFields}
`;

export const FINDING_SETTLE: FindingCommand<'findingSettleSignals', { ids: string[]; takeImproved: boolean; note: string }> = gql`
  mutation FindingSettleSignals($ids: [ID!]!, $takeImproved: Boolean!, $note: String!) {
    findingSettleSignals(ids: $ids, takeImproved: $takeImproved, note: $note) {
      ...ContestPayloadFields
    }
  }
  ${payloadFields}
`;

export interface Contest {
  id: string;
  contestNote: string | null;
  contestAnswer: string | null;
  contestAttachmentId: string | null;
  contestFromOn: string | null;
  contestUntilOn: string | null;
}

/** What was said against a finding, and the answer. Asked for only where it is shown: each reading is recorded. */
export const FINDING_CONTEST_FILE: TypedDocumentNode<{ finding: Contest | null }, { id: string }> = gql`
  query FindingContestFile($id: ID!) {
    finding(id: $id) {
      id
      contestNote
      contestAnswer
      contestAttachmentId
      contestFromOn
      contestUntilOn
    }
  }
`;

export interface OpenFinding {
  id: string;
  tier: UsageTier;
  signals: string[];
  availableActions: string[];
  review: { id: string; title: string; reference: string; contestUntil: string | null; state: string };
}

/** The findings of an officer, among them those of a review that is open. */
export const OFFICER_FINDINGS: TypedDocumentNode<{ findings: { nodes: OpenFinding[] } }, { officerId: string }> = gql`
  query OfficerFindings($officerId: ID!) {
    findings(first: 100, where: { officerId: { eq: $officerId } }) {
      nodes {
        id
        tier
        signals
        availableActions
        review {
          id
          title
          reference
          contestUntil
          state
        }
      }
    }
  }
`;
