// What the panel asks about findings.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { CoverageDay, EvidenceDay } from '../ui/calendar-days.js';
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
  officer: { id: string; code: string; fullName: string; post: string | null };
  agency: { id: string; name: string; nameEn: string | null };
  review: { id: string; reference: string; title: string };
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

const FINDING: TypedDocumentNode<{ findings: Connection<Finding> }, { id: string }> = gql`
  query Finding($id: ID!) {
    findings(first: 1, where: { id: { eq: $id } }) {
      nodes {
        ...FindingFields
      }
    }
  }
  ${findingFields}
`;

export interface FindingFile extends Pick<
  Finding,
  'tier' | 'daysOfUse' | 'assessableDays' | 'coverage' | 'signals' | 'improvedTier' | 'notAssessedReason'
> {
  reason: string;
  daysOfUseOutside: number;
  sent: number;
  read: number;
  logins: number;
  causeNote: string | null;
  days: EvidenceDay[];
  review: {
    id: string;
    title: string;
    windowFrom: string;
    windowTo: string;
    policy: {
      version: number;
      acts: string[];
      holidays: string[];
      extraWorkingDays: string[];
      regularShare: number;
      minimumCoverage: number;
      minimumAssessableDays: number;
    };
  };
  officer: {
    leftOn: string | null;
    mailbox: { address: string; createdOn: string | null } | null;
    absences: { fromOn: string; untilOn: string }[];
    postings: { fromOn: string; untilOn: string | null }[];
  };
}

/** The evidence under one finding. Asked for only on pages that show it: each reading is recorded. */
export const FINDING_FILE: TypedDocumentNode<{ findings: { nodes: FindingFile[] } }, { id: string }> = gql`
  query FindingFile($id: ID!) {
    findings(first: 1, where: { id: { eq: $id } }) {
      nodes {
        tier
        daysOfUse
        assessableDays
        coverage
        signals
        improvedTier
        notAssessedReason
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
        }
        review {
          id
          title
          windowFrom
          windowTo
          policy {
            version
            acts
            holidays
            extraWorkingDays
            regularShare
            minimumCoverage
            minimumAssessableDays
          }
        }
        officer {
          leftOn
          mailbox {
            address
            createdOn
          }
          absences {
            fromOn
            untilOn
          }
          postings {
            fromOn
            untilOn
          }
        }
      }
    }
  }
`;

export const COVERAGE: TypedDocumentNode<{ evidenceCoverage: CoverageDay[] }, { from: string; to: string }> = gql`
  query Coverage($from: Date!, $to: Date!) {
    evidenceCoverage(from: $from, to: $to) {
      date
      source
      mailDomain
      shows
      mailboxesSeen
      isThin
      isCovered
    }
  }
`;

export const findingDocuments: NounDocuments = {
  plural: 'findings',
  singular: 'findings',
  list: FINDINGS,
  one: FINDING,
  byIds: FINDINGS_BY_IDS,
};
