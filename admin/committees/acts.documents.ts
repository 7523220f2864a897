// What the panel commands about committees, seats and rules.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { RuleValues } from './documents.js';
import type { DecisionKind, Seat } from './words.js';

interface Made {
  committee: { id: string } | null;
  userErrors: UserError[];
}

const payloadFields = gql`
  fragment CommitteePayloadFields on CommitteePayload {
    committee {
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

export interface CommitteeInput {
  code: string;
  /** The usual one where empty. */
  numberSymbol?: string;
  name: string;
  competences: DecisionKind[];
  effectiveOn: string;
  legalBasis: string;
  members: { userId: string; seat: Seat }[];
}

export const COMMITTEE_CREATE: TypedDocumentNode<{ committeeCreate: Made }, { input: CommitteeInput }> = gql`
  mutation CommitteeCreate($input: CommitteeInput!) {
    committeeCreate(input: $input) {
      ...CommitteePayloadFields
    }
  }
  ${payloadFields}
`;

export interface SeatInput {
  committeeId: string;
  userId: string;
  seat: Seat;
  fromOn: string;
}

export const COMMITTEE_SEAT_MEMBER: TypedDocumentNode<{ committeeSeatMember: Made }, { input: SeatInput }> = gql`
  mutation CommitteeSeatMember($input: CommitteeSeatInput!) {
    committeeSeatMember(input: $input) {
      ...CommitteePayloadFields
    }
  }
  ${payloadFields}
`;

export const COMMITTEE_END_SEAT: TypedDocumentNode<{ committeeEndSeat: Made }, { memberId: string; untilOn: string }> = gql`
  mutation CommitteeEndSeat($memberId: ID!, $untilOn: Date!) {
    committeeEndSeat(memberId: $memberId, untilOn: $untilOn) {
      ...CommitteePayloadFields
    }
  }
  ${payloadFields}
`;

export interface RuleInput extends RuleValues {
  committeeId: string;
  kind: DecisionKind;
  effectiveOn: string;
}

export const VOTING_RULE_ADOPT: TypedDocumentNode<{ votingRuleAdopt: Made }, { input: RuleInput }> = gql`
  mutation VotingRuleAdopt($input: VotingRuleInput!) {
    votingRuleAdopt(input: $input) {
      ...CommitteePayloadFields
    }
  }
  ${payloadFields}
`;
