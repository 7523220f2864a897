// What the panel asks about award exclusions and about who may be considered for a title.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';

export const exclusionStates = ['IN_FORCE', 'APPEALED', 'EXPIRED'] as const;
export type ExclusionState = (typeof exclusionStates)[number];

export interface Exclusion {
  id: string;
  reference: string;
  state: ExclusionState;
  number: string | null;
  inForceOn: string | null;
  awardYear: number;
  awardTitles: string[];
  officer: { id: string; code: string; fullName: string; agency: { id: string; code: string; name: string; nameEn: string | null } };
  /** The decision that lifted it; null where the year ended it, or nothing has. */
  endedBy: { id: string; number: string | null } | null;
}

const EXCLUSIONS: TypedDocumentNode<{ decisions: Connection<Exclusion> }, ListVariables> = gql`
  query Exclusions($first: Int, $after: String, $offset: Int, $where: DecisionWhere) {
    decisions(first: $first, after: $after, offset: $offset, where: $where) {
      nodes {
        id
        reference
        state
        number
        inForceOn
        awardYear
        awardTitles
        officer {
          id
          code
          fullName
          agency {
            id
            code
            name
            nameEn
          }
        }
        endedBy {
          id
          number
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

export const exclusionDocuments: NounDocuments = { file: 'exclusions', plural: 'decisions', list: EXCLUSIONS };

export interface AwardTitle {
  code: string;
  name: string;
}

/** The emulation titles, from the lowest. */
export const AWARD_TITLES: TypedDocumentNode<{ awardTitles: AwardTitle[] }, Record<string, never>> = gql`
  query AwardTitles {
    awardTitles {
      code
      name
    }
  }
`;

export const eligibilityStatuses = ['ELIGIBLE', 'EXCLUDED', 'UNDER_APPEAL', 'UNKNOWN_OFFICER'] as const;
export type EligibilityStatus = (typeof eligibilityStatuses)[number];

export interface Eligibility {
  officerCode: string;
  status: EligibilityStatus;
  isEligible: boolean;
  decisionNumber: string | null;
  inForceOn: string | null;
  asOf: string;
}

export interface EligibilityQuestion extends Record<string, unknown> {
  officerCodes: string[];
  year: number;
  title: string;
  asOf?: string;
}

export const AWARD_ELIGIBILITY: TypedDocumentNode<{ awardEligibility: Eligibility[] }, EligibilityQuestion> = gql`
  query AwardEligibility($officerCodes: [String!]!, $year: Int!, $title: String!, $asOf: DateTime) {
    awardEligibility(officerCodes: $officerCodes, year: $year, title: $title, asOf: $asOf) {
      officerCode
      status
      isEligible
      decisionNumber
      inForceOn
      asOf
    }
  }
`;
