// What the page of demand asks: who needs a class, how many by agency, and which classes would meet it.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UsageTier } from '../ui/tiers.js';

interface Named {
  id: string;
  name: string;
  nameEn: string | null;
}

/** Somebody who finds it hard and has no seat. */
export interface Need {
  id: string;
  officer: { id: string; code: string; fullName: string; post: string | null; isLeader: boolean };
  agency: Named;
  district: Named | null;
  finding: { id: string; tier: UsageTier };
}

export const TRAINING_DEMAND: TypedDocumentNode<{ trainingDemand: Connection<Need> }, ListVariables> = gql`
  query TrainingDemand($first: Int, $after: String, $offset: Int, $search: String, $where: TrainingDemandWhere) {
    trainingDemand(first: $first, after: $after, offset: $offset, search: $search, where: $where) {
      nodes {
        id
        officer {
          id
          code
          fullName
          post
          isLeader
        }
        agency {
          id
          name
          nameEn
        }
        district {
          id
          name
          nameEn
        }
        finding {
          id
          tier
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`;

/** For walking the whole list; it is no noun of its own. */
export const demandDocuments: NounDocuments = { file: 'demand', plural: 'trainingDemand', list: TRAINING_DEMAND };

export interface DemandFigure {
  agency: Named;
  district: Named | null;
  officers: number;
  leaders: number;
}

export const DEMAND_BY_AGENCY: TypedDocumentNode<{ trainingDemandByAgency: DemandFigure[] }, Record<string, never>> = gql`
  query DemandByAgency {
    trainingDemandByAgency {
      agency {
        id
        name
        nameEn
      }
      district {
        id
        name
        nameEn
      }
      officers
      leaders
    }
  }
`;

export interface ClassProposal {
  title: string;
  officers: number;
  leaders: number;
  agencies: { agency: Named; officers: number }[];
  officerIds: string[];
}

export const CLASS_PROPOSALS: TypedDocumentNode<{ trainingClassProposals: ClassProposal[] }, { capacity: number }> = gql`
  query ClassProposals($capacity: Int!) {
    trainingClassProposals(capacity: $capacity) {
      title
      officers
      leaders
      agencies {
        agency {
          id
          name
          nameEn
        }
        officers
      }
      officerIds
    }
  }
`;
