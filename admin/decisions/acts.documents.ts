// What can be done with cases: one command each, on one case or on many; each case stands alone.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { Choice, DecisionKind, DecisionState, NoticeMeans } from './case.js';

export interface CaseResult {
  id: string | null;
  decision: {
    id: string;
    reference: string;
    state: DecisionState;
    number: string | null;
    officer: { id: string; fullName: string };
  } | null;
  userErrors: UserError[];
}

export interface CasesPayload {
  results: CaseResult[];
  userErrors: UserError[];
}

export type CaseCommand<Variables extends Record<string, unknown>> = TypedDocumentNode<Record<string, CasesPayload>, Variables>;

const payloadFields = gql`
  fragment CasesPayloadFields on DecisionsPayload {
    results {
      id
      decision {
        id
        reference
        state
        number
        officer {
          id
          fullName
        }
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
`;

type Many = { ids: string[] };
type Paper = { id: string; text: string; receivedOn?: string; attachmentId?: string };

export interface ProposeInput {
  kind: DecisionKind;
  findingIds?: string[];
  officerIds?: string[];
  legalBasis: string;
  grounds: string;
  docket?: string;
  committeeId?: string;
  awardYear?: number;
  awardTitles?: string[];
  mailboxAddress?: string;
  endsDecisionId?: string;
  idempotencyKey?: string;
}

export const PROPOSE: CaseCommand<{ input: ProposeInput }> = gql`
  mutation DecisionPropose($input: ProposeInput!) {
    decisionPropose(input: $input) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const SET_DOCKET: CaseCommand<Many & { docket: string | null }> = gql`
  mutation DecisionSetDocket($ids: [ID!]!, $docket: String) {
    decisionSetDocket(ids: $ids, docket: $docket) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const PREPARE_NOTICE: CaseCommand<Many> = gql`
  mutation DecisionPrepareNotice($ids: [ID!]!) {
    decisionPrepareNotice(ids: $ids) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const GIVE_NOTICE: CaseCommand<Many & { means: NoticeMeans; servedOn: string }> = gql`
  mutation DecisionGiveNotice($ids: [ID!]!, $means: NoticeMeans!, $servedOn: Date) {
    decisionGiveNotice(ids: $ids, means: $means, servedOn: $servedOn) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const EXPLAIN: CaseCommand<Paper> = gql`
  mutation DecisionExplain($id: ID!, $text: String!, $receivedOn: Date, $attachmentId: ID) {
    decisionExplain(id: $id, text: $text, receivedOn: $receivedOn, attachmentId: $attachmentId) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const ANSWER: CaseCommand<{ id: string; text: string }> = gql`
  mutation DecisionAnswerExplanation($id: ID!, $text: String!) {
    decisionAnswerExplanation(id: $id, text: $text) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const OPEN_VOTE: CaseCommand<Many> = gql`
  mutation DecisionOpenVote($ids: [ID!]!) {
    decisionOpenVote(ids: $ids) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const DECLARE_CONFLICT: CaseCommand<Many & { note: string }> = gql`
  mutation DecisionDeclareConflict($ids: [ID!]!, $note: String!) {
    decisionDeclareConflict(ids: $ids, note: $note) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const CAST_VOTE: CaseCommand<Many & { choice: Choice; reason?: string; idempotencyKey?: string }> = gql`
  mutation DecisionCastVote($ids: [ID!]!, $choice: Choice!, $reason: String, $idempotencyKey: String) {
    decisionCastVote(ids: $ids, choice: $choice, reason: $reason, idempotencyKey: $idempotencyKey) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const CLOSE_VOTE: CaseCommand<Many & { reason: string }> = gql`
  mutation DecisionCloseVote($ids: [ID!]!, $reason: String) {
    decisionCloseVote(ids: $ids, reason: $reason) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const ENTER_INTO_FORCE: CaseCommand<Many & { number?: string; signedBy?: string; inForceOn: string; servedOn: string }> = gql`
  mutation DecisionEnterIntoForce($ids: [ID!]!, $number: String, $signedBy: String, $inForceOn: Date, $servedOn: Date) {
    decisionEnterIntoForce(ids: $ids, number: $number, signedBy: $signedBy, inForceOn: $inForceOn, servedOn: $servedOn) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const APPEAL: CaseCommand<Paper> = gql`
  mutation DecisionAppeal($id: ID!, $text: String!, $receivedOn: Date, $attachmentId: ID) {
    decisionAppeal(id: $id, text: $text, receivedOn: $receivedOn, attachmentId: $attachmentId) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export interface SettlementInput extends Record<string, unknown> {
  id: string;
  uphold: boolean;
  text: string;
  findingWasWrong?: boolean;
  paperNumber?: string;
  paperOn?: string;
}

export const SETTLE_APPEAL: CaseCommand<SettlementInput> = gql`
  mutation DecisionSettleAppeal(
    $id: ID!
    $uphold: Boolean!
    $text: String!
    $findingWasWrong: Boolean! = false
    $paperNumber: String
    $paperOn: Date
  ) {
    decisionSettleAppeal(
      id: $id
      uphold: $uphold
      text: $text
      findingWasWrong: $findingWasWrong
      paperNumber: $paperNumber
      paperOn: $paperOn
    ) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;

export const WITHDRAW: CaseCommand<Many & { reason: string }> = gql`
  mutation DecisionWithdraw($ids: [ID!]!, $reason: String!) {
    decisionWithdraw(ids: $ids, reason: $reason) {
      ...CasesPayloadFields
    }
  }
  ${payloadFields}
`;
