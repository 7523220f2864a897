// What the panel asks about findings.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { EvidenceDay } from '../ui/calendar-days.js';
import type { UsageTier } from '../ui/tiers.js';

export interface Finding {
  id: string;
  tier: UsageTier;
  isLeader: boolean;
  daysOfUse: number;
  assessableDays: number;
  coverage: number;
  notAssessedReason: string | null;
  cause: string | null;
  nextStep: string;
  signals: string[];
  improvedTier: UsageTier | null;
  version: number;
  availableActions: string[];
  officer: { id: string; code: string; fullName: string; post: string | null };
  agency: { id: string; name: string; nameEn: string | null };
  review: { id: string; reference: string; title: string; contestUntil: string | null };
}

const findingFields = gql`
  fragment FindingFields on Finding {
    id
    tier
    isLeader
    daysOfUse
    assessableDays
    coverage
    notAssessedReason
    cause
    nextStep
    signals
    improvedTier
    version
    availableActions
    officer {
      id
      code
      fullName
      post
    }
    agency {
      id
      name
      nameEn
    }
    review {
      id
      reference
      title
      contestUntil
    }
  }
`;

const FINDINGS: TypedDocumentNode<{ findings: Connection<Finding> }, ListVariables> = gql`
  query Findings($first: Int, $after: String, $offset: Int, $where: FindingWhere) {
    findings(first: $first, after: $after, offset: $offset, where: $where) {
      nodes {
        ...FindingFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${findingFields}
`;

const FINDINGS_BY_IDS: TypedDocumentNode<{ findings: Connection<Finding> }, { ids: string[]; first: number }> = gql`
  query FindingsByIds($ids: [ID!]!, $first: Int) {
    findings(first: $first, where: { id: { in: $ids } }) {
      nodes {
        ...FindingFields
      }
    }
  }
  ${findingFields}
`;

const FINDING: TypedDocumentNode<{ finding: Finding | null }, { id: string }> = gql`
  query Finding($id: ID!) {
    finding(id: $id) {
      ...FindingFields
    }
  }
  ${findingFields}
`;

export interface FindingFile extends Pick<Finding, 'tier' | 'daysOfUse' | 'assessableDays' | 'signals' | 'improvedTier'> {
  reason: string;
  daysOfUseOutside: number;
  sent: number;
  read: number;
  logins: number;
  causeNote: string | null;
  days: EvidenceDay[];
  review: { id: string; reference: string; windowFrom: string; windowTo: string };
}

/** The evidence under one finding. Asked for only on pages that show it: each reading is recorded. */
export const FINDING_FILE: TypedDocumentNode<{ finding: FindingFile | null }, { id: string }> = gql`
  query FindingFile($id: ID!) {
    finding(id: $id) {
      tier
      daysOfUse
      assessableDays
      signals
      improvedTier
      reason
      daysOfUseOutside
      sent
      read
      logins
      causeNote
      days {
        date
        sent
        read
        logins
        received
        forwarded
        polled
        isDayOfUse
        isWorkingDay
        isHeld
        isCovered
        isExcused
      }
      review {
        id
        reference
        windowFrom
        windowTo
      }
    }
  }
`;

export const findingDocuments: NounDocuments = {
  file: 'findings',
  plural: 'findings',
  singular: 'finding',
  list: FINDINGS,
  one: FINDING,
  byIds: FINDINGS_BY_IDS,
};
