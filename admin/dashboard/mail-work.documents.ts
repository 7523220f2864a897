// What waits for the administrator at mail systems, as numbers of one request.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';

interface Count {
  totalCount: number;
}

export interface MailWorkFigures {
  isProvisioningPaused: boolean;
  failed: Count;
  unknown: Count;
  held: Count;
  drifts: Count;
  awaiting: Count;
  mailSystems: { id: string; name: string; isOn: boolean; isWell: boolean | null }[];
}

export const MAIL_WORK: TypedDocumentNode<MailWorkFigures, Record<string, never>> = gql`
  query MailWork {
    isProvisioningPaused
    failed: mailOrders(first: 0, state: [FAILED]) {
      totalCount
    }
    unknown: mailOrders(first: 0, state: [UNKNOWN]) {
      totalCount
    }
    held: mailOrders(first: 0, isHeld: true) {
      totalCount
    }
    drifts: mailDrifts(first: 0, isOpen: true) {
      totalCount
    }
    awaiting: mailboxes(first: 0, where: { awaitsPassword: true }) {
      totalCount
    }
    mailSystems {
      id
      name
      isOn
      isWell
    }
  }
`;
