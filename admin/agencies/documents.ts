// What the panel asks about agencies.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import { figuresFields } from '../ui/figures.documents.js';
import type { UsageFigures } from '../ui/tiers.js';

export interface Agency {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  kind: string;
  staffQuota: number;
  mailDomain: string | null;
  closedOn: string | null;
  parent: { id: string; name: string } | null;
  successor: { id: string; name: string } | null;
  usage: UsageFigures | null;
}

const agencyFields = gql`
  fragment AgencyFields on Agency {
    id
    code
    name
    nameEn
    kind
    staffQuota
    mailDomain
    closedOn
    parent {
      id
      name
    }
    successor {
      id
      name
    }
    usage {
      ...UsageFiguresFields
    }
  }
  ${figuresFields}
`;

const AGENCIES: TypedDocumentNode<{ agencies: Connection<Agency> }, ListVariables> = gql`
  query Agencies($first: Int, $after: String, $offset: Int, $search: String, $where: AgencyWhere, $orderBy: [AgencyOrder!]) {
    agencies(first: $first, after: $after, offset: $offset, search: $search, where: $where, orderBy: $orderBy) {
      nodes {
        ...AgencyFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${agencyFields}
`;

const AGENCIES_BY_IDS: TypedDocumentNode<{ agencies: Connection<Agency> }, { ids: string[]; first: number }> = gql`
  query AgenciesByIds($ids: [ID!]!, $first: Int) {
    agencies(first: $first, where: { id: { in: $ids } }) {
      nodes {
        ...AgencyFields
      }
    }
  }
  ${agencyFields}
`;

const AGENCY: TypedDocumentNode<{ agency: Agency | null }, { id: string }> = gql`
  query Agency($id: ID!) {
    agency(id: $id) {
      ...AgencyFields
    }
  }
  ${agencyFields}
`;

export const agencyDocuments: NounDocuments = {
  file: 'agencies',
  plural: 'agencies',
  singular: 'agency',
  list: AGENCIES,
  one: AGENCY,
  byIds: AGENCIES_BY_IDS,
  sortable: { code: 'CODE', name: 'NAME', staffQuota: 'STAFF_QUOTA', leaderShare: 'LEADER_SHARE' },
};
