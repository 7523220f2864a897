// What the panel asks of the record of acts.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';

export interface AuditEvent {
  id: string;
  at: string;
  actor: string;
  actorName: string;
  action: string;
  subject: string;
  subjectName: string | null;
  /** What was done, a sentence in the reader's language. */
  summary: string;
}

export const AUDIT_EVENTS: TypedDocumentNode<{ auditEvents: Connection<AuditEvent> }, ListVariables & { subject?: string }> = gql`
  query AuditEvents($first: Int, $after: String, $offset: Int, $subject: String) {
    auditEvents(first: $first, after: $after, offset: $offset, subject: $subject) {
      nodes {
        id: seq
        at
        actor
        actorName
        action
        subject
        subjectName
        summary
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`;

export const auditDocuments: NounDocuments = {
  file: 'audit',
  plural: 'auditEvents',
  list: AUDIT_EVENTS,
  ownArguments: ['subject'],
};
