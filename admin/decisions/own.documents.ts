// What an officer reads of the own cases: all of it, in the own words and in those of the committee.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import { type AppealFile, type Case, caseFields } from './documents.js';

export interface OwnCase extends Case {
  legalBasis: string;
  grounds: string | null;
  explanation: string | null;
  explanationAttachment: { id: string; fileName: string } | null;
  answer: string | null;
  finding: { id: string } | null;
  appeals: AppealFile[];
}

export const OWN_CASES: TypedDocumentNode<{ decisions: { nodes: OwnCase[] } }, { officerId: string }> = gql`
  query OwnDecisions($officerId: ID!) {
    decisions(first: 10, where: { officerId: { eq: $officerId } }) {
      nodes {
        ...CaseFields
        legalBasis
        grounds
        explanation
        explanationAttachment {
          id
          fileName
        }
        answer
        finding {
          id
        }
        appeals {
          id
          instance
          receivedOn
          text
          settler
          settleBy
          settledOn
          isUpheld
          answer
          settledBy
          findingWasWrong
          paperNumber
          paperOn
          isOverdue
        }
      }
    }
  }
  ${caseFields}
`;
