// What waits in cases, as numbers of one request.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { DecisionAction, DecisionKind, DecisionState } from '../decisions/case.js';

interface Count {
  totalCount: number;
}

export interface CaseWork {
  toVote: Count & { nodes: { id: string; vote: { closesAt: string } | null }[] };
  toNotice: Count;
  toAnswer: Count;
  toOpen: Count;
  voting: Count;
  toSign: Count;
  appealed: Count;
  overdue: Count;
  lapsed: { nodes: { id: string; availableActions: DecisionAction[] }[] };
}

export const CASE_WORK: TypedDocumentNode<CaseWork, Record<string, never>> = gql`
  query DecisionWork {
    toVote: decisions(first: 100, where: { awaitingMyVote: true }) {
      totalCount
      nodes {
        id
        vote {
          closesAt
        }
      }
    }
    toNotice: decisions(first: 0, where: { state: [PROPOSED] }) {
      totalCount
    }
    toAnswer: decisions(first: 0, where: { explanationToAnswer: true, state: [NOTIFIED, READY] }) {
      totalCount
    }
    toOpen: decisions(first: 0, where: { explanationToAnswer: false, state: [READY] }) {
      totalCount
    }
    voting: decisions(first: 0, where: { state: [VOTING] }) {
      totalCount
    }
    toSign: decisions(first: 0, where: { state: [ADOPTED], isSigned: false }) {
      totalCount
    }
    appealed: decisions(first: 0, where: { state: [APPEALED] }) {
      totalCount
    }
    overdue: decisions(first: 0, where: { state: [APPEALED], appealOverdue: true }) {
      totalCount
    }
    lapsed: decisions(first: 100, where: { state: [LAPSED] }) {
      nodes {
        id
        availableActions
      }
    }
  }
`;

export interface Seats {
  committees: { id: string; members: { id: string; seat: string; user: { id: string } }[] }[];
}

/** Who sits where today: chair and deputy lead the work of their committee. */
export const SEATS: TypedDocumentNode<Seats, Record<string, never>> = gql`
  query SeatsOfCommittees {
    committees {
      id
      members {
        id
        seat
        user {
          id
        }
      }
    }
  }
`;

export const AGENCY_CASES: TypedDocumentNode<{ decisions: Count }, { agencyId: string }> = gql`
  query AgencyDecisionsToExplain($agencyId: ID!) {
    decisions(first: 0, where: { agencyId: { eq: $agencyId }, state: [NOTIFIED] }) {
      totalCount
    }
  }
`;

export interface OwnWork {
  id: string;
  reference: string;
  kind: DecisionKind;
  state: DecisionState;
  awardYear: number | null;
  explainUntil: string | null;
  explainedOn: string | null;
  answeredAt: string | null;
  appealUntil: string | null;
  availableActions: DecisionAction[];
}

export const OWN_WORK: TypedDocumentNode<{ decisions: { nodes: OwnWork[] } }, { officerId: string }> = gql`
  query OwnDecisionWork($officerId: ID!) {
    decisions(first: 10, where: { officerId: { eq: $officerId } }) {
      nodes {
        id
        reference
        kind
        state
        awardYear
        explainUntil
        explainedOn
        answeredAt
        appealUntil
        availableActions
      }
    }
  }
`;
