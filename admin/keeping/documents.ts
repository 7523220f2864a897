// What the panel asks about keeping and erasing.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export type PeriodUnit = 'DAYS' | 'MONTHS' | 'YEARS';

export interface RetentionItem {
  name: string;
  rule: string;
  what: string;
  why: string;
  unit: PeriodUnit;
  period: number;
  chosen: number;
  least: number;
  most: number;
  cutOff: string;
}

export interface RetentionRun {
  id: string;
  startedAt: string;
  endedAt: string | null;
  isBrokenOff: boolean;
  removed: number;
  results: { name: string; what: string; removed: number; needed: number; isComplete: boolean; fault: string | null }[];
}

export interface Retention {
  retentionPolicy: {
    version: number;
    effectiveOn: string | null;
    legalBasis: string | null;
    adoptedBy: string | null;
    items: RetentionItem[];
  };
  retentionRuns: RetentionRun[];
}

export const RETENTION: TypedDocumentNode<Retention, Record<string, never>> = gql`
  query Retention {
    retentionPolicy {
      version
      effectiveOn
      legalBasis
      adoptedBy
      items {
        name
        rule
        what
        why
        unit
        period
        chosen
        least
        most
        cutOff
      }
    }
    retentionRuns(first: 10) {
      id
      startedAt
      endedAt
      isBrokenOff
      removed
      results {
        name
        what
        removed
        needed
        isComplete
        fault
      }
    }
  }
`;

export const RETENTION_PREVIEW: TypedDocumentNode<
  { retentionPreview: { name: string; due: number; needed: number }[] },
  Record<string, never>
> = gql`
  query RetentionPreview {
    retentionPreview {
      name
      due
      needed
    }
  }
`;

export const RETENTION_POLICY_SET: TypedDocumentNode<
  { retentionPolicySet: { userErrors: UserError[] } },
  { input: { legalBasis: string; periods: { name: string; period: number }[] } }
> = gql`
  mutation RetentionPolicySet($input: RetentionPolicyInput!) {
    retentionPolicySet(input: $input) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export const RETENTION_APPLY: TypedDocumentNode<{ retentionApply: { userErrors: UserError[] } }, Record<string, never>> = gql`
  mutation RetentionApply {
    retentionApply {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export interface Erasure {
  isErased: boolean;
  isAllowed: boolean;
  dueOn: string | null;
  hindrances: string[];
}

export const OFFICER_ERASURE: TypedDocumentNode<{ officerErasure: Erasure | null }, { id: string }> = gql`
  query OfficerErasure($id: ID!) {
    officerErasure(id: $id) {
      isErased
      isAllowed
      dueOn
      hindrances
    }
  }
`;

export const OFFICER_ERASE: TypedDocumentNode<{ officerErase: { userErrors: UserError[] } }, { id: string; reason: string }> = gql`
  mutation OfficerErase($id: ID!, $reason: String!) {
    officerErase(id: $id, reason: $reason) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
