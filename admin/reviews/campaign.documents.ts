// What the panel asks and commands about a review as a campaign.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export type Silence = 'FINDING_STAYS' | 'TASK_FORCE_CHECKS';
export type ReviewStage = 'AGENCY_CHECK' | 'TASK_FORCE' | 'OVER';

export interface CampaignStep {
  id: string;
  kind: 'REMIND' | 'TELL_HEAD' | 'TELL_TASK_FORCE';
  dueAt: string;
  doneAt: string | null;
  letters: number;
  unreached: number;
}

export interface Progress {
  agencies: number;
  submitted: number;
  confirmed: number;
  overdue: number;
  findings: number;
  answered: number;
  openContests: number;
  unanswered: number;
}

export interface Campaign {
  id: string;
  state: string;
  stage: ReviewStage | null;
  silence: Silence;
  checkUntil: string | null;
  decideUntil: string | null;
  contestUntil: string | null;
  rerunScope: 'REMAINING' | 'CHANGED' | null;
  rerunOf: { id: string; reference: string } | null;
  steps: CampaignStep[];
  progress?: Progress;
}

/** How far it is; `seesAll` for those who may know of all agencies. */
export const REVIEW_CAMPAIGN: TypedDocumentNode<{ review: Campaign | null }, { id: string; seesAll: boolean }> = gql`
  query ReviewCampaign($id: ID!, $seesAll: Boolean!) {
    review(id: $id) {
      id
      state
      stage
      silence
      checkUntil
      decideUntil
      contestUntil
      rerunScope
      rerunOf {
        id
        reference
      }
      steps {
        id
        kind
        dueAt
        doneAt
        letters
        unreached
      }
      progress @include(if: $seesAll) {
        agencies
        submitted
        confirmed
        overdue
        findings
        answered
        openContests
        unanswered
      }
    }
  }
`;

export interface CheckBar {
  id: string;
  state: string;
  isOverdue: boolean;
  findings: number;
  answered: number;
  contested: number;
  agency: { id: string; name: string; nameEn: string | null };
}

/** The checks of a review, for the picture of how far each agency is. */
export const CHECK_BARS: TypedDocumentNode<
  { agencyChecks: { nodes: CheckBar[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { reviewId: string; after?: string }
> = gql`
  query CheckBars($reviewId: ID!, $after: String) {
    agencyChecks(first: 100, after: $after, where: { reviewId: { eq: $reviewId } }) {
      nodes {
        id
        state
        isOverdue
        findings
        answered
        contested
        agency {
          id
          name
          nameEn
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export interface Plan {
  checkDays: number;
  decideDays: number;
  remindDays: number[];
  escalateDays: number;
  silence: Silence;
  tellsOfficers: boolean;
}

export interface Definition extends Plan {
  id: string;
  version: number;
  name: string;
  agencies: { id: string; code: string; name: string }[] | null;
  next: { title: string; windowTo: string };
}

export const DEFINITIONS: TypedDocumentNode<{ reviewDefinitions: Definition[] }, Record<string, never>> = gql`
  query ReviewDefinitions {
    reviewDefinitions {
      id
      version
      name
      agencies {
        id
        code
        name
      }
      checkDays
      decideDays
      remindDays
      escalateDays
      silence
      tellsOfficers
      next {
        title
        windowTo
      }
    }
  }
`;

type ReviewCommand<Name extends string, Variables> = TypedDocumentNode<
  Record<Name, { review: { id: string; reference: string; state: string } | null; userErrors: UserError[] }>,
  Variables
>;

const payloadFields = gql`
  fragment ReviewPayloadFields on ReviewPayload {
    review {
      id
      reference
      state
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
`;

export interface OpenInput {
  title: string;
  windowTo: string;
  agencyIds?: string[];
  definitionId?: string;
  plan?: Plan;
  rerunOfId?: string;
  rerunScope?: 'REMAINING' | 'CHANGED';
  idempotencyKey?: string;
}

export const REVIEW_OPEN: ReviewCommand<'reviewOpen', { input: OpenInput }> = gql`
  mutation ReviewOpen($input: ReviewOpenInput!) {
    reviewOpen(input: $input) {
      ...ReviewPayloadFields
    }
  }
  ${payloadFields}
`;

export const REVIEW_FINALISE: ReviewCommand<'reviewFinalise', { id: string }> = gql`
  mutation ReviewFinalise($id: ID!) {
    reviewFinalise(id: $id) {
      ...ReviewPayloadFields
    }
  }
  ${payloadFields}
`;

export const REVIEW_CANCEL: ReviewCommand<'reviewCancel', { id: string; reason: string }> = gql`
  mutation ReviewCancel($id: ID!, $reason: String!) {
    reviewCancel(id: $id, reason: $reason) {
      ...ReviewPayloadFields
    }
  }
  ${payloadFields}
`;

export const REVIEW_EXTEND: ReviewCommand<'reviewExtendCheck', { id: string; until: string; reason: string }> = gql`
  mutation ReviewExtendCheck($id: ID!, $until: String!, $reason: String!) {
    reviewExtendCheck(id: $id, until: $until, reason: $reason) {
      ...ReviewPayloadFields
    }
  }
  ${payloadFields}
`;

export const DEFINITION_SAVE: TypedDocumentNode<
  { reviewDefinitionSave: { reviewDefinition: { id: string } | null; userErrors: UserError[] } },
  { input: Plan & { id?: string; expectedVersion?: number; name: string; agencyIds?: string[] } }
> = gql`
  mutation ReviewDefinitionSave($input: ReviewDefinitionInput!) {
    reviewDefinitionSave(input: $input) {
      reviewDefinition {
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
