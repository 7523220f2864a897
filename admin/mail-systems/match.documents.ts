// What the panel asks and commands about the first connection of a mail system: whose account is whose?
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export const matchClasses = ['EXACT', 'ADDRESS_ONLY', 'NAME_ONLY', 'ONLY_THERE', 'ONLY_HERE'] as const;
export type MatchClass = (typeof matchClasses)[number];

export interface MatchSide {
  id: string;
  address: string;
  name: string | null;
}

export interface Match {
  class: MatchClass;
  mailboxes: MatchSide[];
  accounts: MatchSide[];
}

export interface MatchReport {
  complete: boolean;
  problem: string | null;
  figures: { class: MatchClass; matches: number }[];
  matches: Match[];
  userErrors: UserError[];
}

export const MAIL_MATCH: TypedDocumentNode<{ mailMatch: MatchReport }, { connector: string }> = gql`
  mutation MailMatch($connector: String!) {
    mailMatch(connector: $connector) {
      complete
      problem
      figures {
        class
        matches
      }
      matches {
        class
        mailboxes {
          id
          address
          name
        }
        accounts {
          id
          address
          name
        }
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export interface AdoptInput {
  connector: string;
  allExact?: boolean;
  pairs?: { mailboxId: string; accountId: string }[];
  strangers?: { accountId: string; kind: string }[];
}

export interface Adopted {
  adopted: number;
  recorded: number;
  userErrors: UserError[];
}

export const MAIL_ADOPT: TypedDocumentNode<{ mailAdopt: Adopted }, { input: AdoptInput }> = gql`
  mutation MailAdopt($input: MailAdoptInput!) {
    mailAdopt(input: $input) {
      adopted
      recorded
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
