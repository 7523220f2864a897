// What the panel asks and commands about letters to persons.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Session } from '../classes/sessions.js';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { UserError } from '../data/faults.js';
import type { LetterAction, LetterChannel, LetterState, ReceiptMeans } from './letter.js';

export interface Letter {
  id: string;
  kind: string;
  title: string;
  about: string;
  channel: LetterChannel;
  state: LetterState;
  sentTo: string | null;
  createdAt: string;
  sentAt: string | null;
  printedAt: string | null;
  officer: { id: string; code: string; fullName: string; post: string | null; agency: { id: string; name: string; nameEn: string | null } };
  availableActions: LetterAction[];
}

const letterFields = gql`
  fragment LetterFields on Letter {
    id
    kind
    title
    about
    channel
    state
    sentTo
    createdAt
    sentAt
    printedAt
    officer {
      id
      code
      fullName
      post
      agency {
        id
        name
        nameEn
      }
    }
    availableActions
  }
`;

const LETTERS: TypedDocumentNode<{ letters: Connection<Letter> }, ListVariables> = gql`
  query Letters($first: Int, $after: String, $offset: Int, $search: String, $where: LetterWhere) {
    letters(first: $first, after: $after, offset: $offset, search: $search, where: $where) {
      nodes {
        ...LetterFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${letterFields}
`;

export interface Receipt {
  receivedOn: string;
  means: ReceiptMeans;
  note: string | null;
  document: { id: string; fileName: string; mediaType: string; size: number } | null;
  recordedAt: string;
  recordedBy: string;
}

const LETTER: TypedDocumentNode<{ letter: Letter | null }, { id: string }> = gql`
  query Letter($id: ID!) {
    letter(id: $id) {
      ...LetterFields
    }
  }
  ${letterFields}
`;

/** What only the page of one letter shows: its words, its way, its receipt, and the class it is about. */
export interface LetterFile {
  about: string;
  officer: { enrolments: { id: string; trainingClass: { id: string; title: string } }[] };
  body: string;
  language: string;
  hasCalendar: boolean;
  attempts: { at: string; outcome: 'SENT' | 'RETRY' | 'REFUSED'; detail: string | null }[];
  receipt: Receipt | null;
}

export const LETTER_FILE: TypedDocumentNode<{ letter: LetterFile | null }, { id: string }> = gql`
  query LetterFile($id: ID!) {
    letter(id: $id) {
      id
      about
      officer {
        enrolments {
          id
          trainingClass {
            id
            title
          }
        }
      }
      body
      language
      hasCalendar
      attempts {
        at
        outcome
        detail
      }
      receipt {
        receivedOn
        means
        note
        document {
          id
          fileName
          mediaType
          size
        }
        recordedAt
        recordedBy
      }
    }
  }
`;

/** How many wait to be handed over. */
export const TO_HAND_OVER: TypedDocumentNode<{ letters: { totalCount: number } }, Record<string, never>> = gql`
  query LettersToHandOver {
    letters(first: 1, where: { state: [TO_HAND_OVER] }) {
      totalCount
    }
  }
`;

/** A letter as it is printed, and as its officer is called. */
export interface PrintedLetter {
  id: string;
  kind: string;
  kindName: string;
  printedAt: string | null;
  title: string;
  body: string;
  /** Its text hides a one-time code, which is made when it is printed. */
  carriesCode: boolean;
  language: string;
  about: string;
  createdAt: string;
  officer: {
    id: string;
    code: string;
    fullName: string;
    post: string | null;
    phone: string | null;
    agency: { id: string; name: string; nameEn: string | null };
    enrolments: { id: string; trainingClass: { id: string; title: string; place: string | null; sessions: Session[] } }[];
  };
  availableActions: LetterAction[];
}

export const LETTERS_TO_PRINT: TypedDocumentNode<{ letters: Connection<PrintedLetter> }, ListVariables> = gql`
  query LettersToPrint($first: Int, $after: String, $offset: Int, $where: LetterWhere) {
    letters(first: $first, after: $after, offset: $offset, where: $where) {
      nodes {
        id
        kind
        kindName
        printedAt
        title
        body
        carriesCode
        language
        about
        createdAt
        officer {
          id
          code
          fullName
          post
          phone
          agency {
            id
            name
            nameEn
          }
          enrolments {
            id
            trainingClass {
              id
              title
              place
              sessions {
                id
                startsAt
                endsAt
              }
            }
          }
        }
        availableActions
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`;

/** For walking every letter to print; it is no noun of its own. */
export const printDocuments: NounDocuments = { plural: 'letters', list: LETTERS_TO_PRINT };

export interface ReceiptInput {
  receivedOn: string;
  means: ReceiptMeans;
  note?: string;
  attachmentId?: string;
}

type LetterCommand<Name extends string, Variables> = TypedDocumentNode<
  Record<Name, { letters: { id: string }[]; userErrors: UserError[] }>,
  Variables
>;

const payloadFields = gql`
  fragment LettersPayloadFields on LettersPayload {
    letters {
      id
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
`;

export const LETTER_RECORD_RECEIPT: LetterCommand<'letterRecordReceipt', { ids: string[]; input: ReceiptInput }> = gql`
  mutation LetterRecordReceipt($ids: [ID!]!, $input: ReceiptInput!) {
    letterRecordReceipt(ids: $ids, input: $input) {
      ...LettersPayloadFields
    }
  }
  ${payloadFields}
`;

export const LETTER_MARK_PRINTED: LetterCommand<'letterMarkPrinted', { ids: string[] }> = gql`
  mutation LetterMarkPrinted($ids: [ID!]!) {
    letterMarkPrinted(ids: $ids) {
      ...LettersPayloadFields
    }
  }
  ${payloadFields}
`;

/** The texts as they are handed over, codes with them; asked for as the last thing before printing. */
export const LETTER_PRINT: TypedDocumentNode<
  { letterPrint: { printed: { id: string; body: string }[]; userErrors: UserError[] } },
  { ids: string[] }
> = gql`
  mutation LetterPrint($ids: [ID!]!) {
    letterPrint(ids: $ids) {
      printed {
        id
        body
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

export const LETTER_SEND_AGAIN: LetterCommand<'letterSendAgain', { ids: string[] }> = gql`
  mutation LetterSendAgain($ids: [ID!]!) {
    letterSendAgain(ids: $ids) {
      ...LettersPayloadFields
    }
  }
  ${payloadFields}
`;

export const letterDocuments: NounDocuments = { file: 'letters', plural: 'letters', singular: 'letter', list: LETTERS, one: LETTER };
