// What waits in the checks of open reviews.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { CheckAction } from './documents.js';

export interface WaitingCheck {
  id: string;
  left: number;
  availableActions: CheckAction[];
  review: { id: string; title: string; checkUntil: string | null };
}

export const CHECK_WORK: TypedDocumentNode<{ agencyChecks: { nodes: WaitingCheck[] } }, Record<string, never>> = gql`
  query CheckWork {
    agencyChecks(first: 10, where: { isOpen: true, state: [CHECKING, SUBMITTED] }) {
      nodes {
        id
        left
        availableActions
        review {
          id
          title
          checkUntil
        }
      }
    }
  }
`;

interface Count {
  totalCount: number;
}

export const FORCE_WORK: TypedDocumentNode<{ overdue: Count; contests: Count }, Record<string, never>> = gql`
  query ForceCheckWork {
    overdue: agencyChecks(first: 0, where: { isOpen: true, isOverdue: true }) {
      totalCount
    }
    contests: findings(first: 0, where: { isContestOpen: true }) {
      totalCount
    }
  }
`;
