// What the panel asks about the vote on a case, again and again while it is open; nothing in it is a reading that is recorded.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Choice, ConflictReason, DecisionKind, DecisionState } from './case.js';
import type { VoteFigures } from './vote-outcome.js';

export interface Member {
  id: string;
  seat: string;
  user: { id: string; name: string };
}

export interface LiveVote {
  id: string;
  purpose: 'CASE' | 'APPEAL';
  isOpen: boolean;
  openedAt: string;
  closesAt: string;
  closedAt: string | null;
  endedBy: string | null;
  closeReason: string | null;
  result: DecisionState | null;
  base: number;
  quorum: number;
  present: number;
  for: number;
  against: number;
  abstain: number;
  majority: string;
  minimumVoters: number;
  isTieAdopted: boolean;
  ballots: { choice: Choice; reason: string | null; castAt: string; member: Member }[];
  voters: Member[];
  recused: Member[];
  recusals: { member: Member; reason: ConflictReason; note: string | null }[];
}

export interface VoteState {
  id: string;
  version: number;
  state: DecisionState;
  myChoice: Choice | null;
  myReason: string | null;
  vote: LiveVote | null;
}

export const CASE_VOTE: TypedDocumentNode<{ decision: VoteState | null }, { id: string }> = gql`
  query DecisionVote($id: ID!) {
    decision(id: $id) {
      id
      version
      state
      myChoice
      myReason
      vote {
        id
        purpose
        isOpen
        openedAt
        closesAt
        closedAt
        endedBy
        closeReason
        result
        base
        quorum
        present
        for
        against
        abstain
        majority
        minimumVoters
        isTieAdopted
        ballots {
          choice
          reason
          castAt
          member {
            ...SeatedMember
          }
        }
        voters {
          ...SeatedMember
        }
        recused {
          ...SeatedMember
        }
        recusals {
          reason
          note
          member {
            ...SeatedMember
          }
        }
      }
    }
  }
  fragment SeatedMember on CommitteeMember {
    id
    seat
    user {
      id
      name
    }
  }
`;

/** The cases that wait for the vote of whoever looks. */
export const AWAITING_VOTE: TypedDocumentNode<{ decisions: { totalCount: number; nodes: { id: string }[] } }, Record<string, never>> = gql`
  query DecisionsAwaitingVote {
    decisions(first: 100, where: { awaitingMyVote: true }) {
      totalCount
      nodes {
        id
      }
    }
  }
`;

export interface VoteToClose {
  id: string;
  kind: DecisionKind;
  vote: (VoteFigures & { id: string; isOpen: boolean }) | null;
  history: { to: DecisionState }[];
}

/** What closing votes now would come to, as they stand. */
export const VOTES_TO_CLOSE: TypedDocumentNode<{ decisions: { nodes: VoteToClose[] } }, { ids: string[]; first: number }> = gql`
  query DecisionVotesToClose($ids: [ID!]!, $first: Int) {
    decisions(first: $first, where: { id: { in: $ids } }) {
      nodes {
        id
        kind
        vote {
          id
          isOpen
          purpose
          base
          quorum
          present
          for
          against
          majority
          minimumVoters
          isTieAdopted
        }
        history {
          to
        }
      }
    }
  }
`;
