// Who am I, signing in and signing out, and which factors I have.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from './faults.js';

export interface Viewer {
  id: string;
  name: string;
  email: string | null;
  roles: string[];
  rights: string[];
  /** Came in with the code of a paper notice: only the own file is open. */
  isByCode: boolean;
  /** Kind of what that notice was about: `decision` or `mailbox`. */
  codeAbout: string | null;
  /** Holds a right that asks for a second factor, and has set up none. */
  needsSecondFactor: boolean;
  officer: { id: string; fullName: string; isLeader: boolean } | null;
  agency: { id: string; name: string } | null;
}

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

export interface Factors {
  hasPassword: boolean;
  hasTotp: boolean;
  recoveryCodesLeft: number;
  passkeys: Passkey[];
}

const viewerFields = gql`
  fragment ViewerFields on Viewer {
    id
    name
    email
    roles
    rights
    isByCode
    codeAbout
    needsSecondFactor
    officer {
      id
      fullName
      isLeader
    }
    agency {
      id
      name
    }
  }
`;

export const ME: TypedDocumentNode<{ me: (Viewer & { now: string }) | null }, Record<string, never>> = gql`
  query Me {
    me {
      ...ViewerFields
      now
    }
  }
  ${viewerFields}
`;

export const FACTORS: TypedDocumentNode<{ me: { id: string; factors: Factors } | null }, Record<string, never>> = gql`
  query Factors {
    me {
      id
      factors {
        hasPassword
        hasTotp
        recoveryCodesLeft
        passkeys {
          id
          name
          createdAt
          lastUsedAt
        }
      }
    }
  }
`;

export const SESSION_CREATE: TypedDocumentNode<
  { sessionCreate: { viewer: { id: string } | null; userErrors: UserError[] } },
  { email: string; password: string; code?: string }
> = gql`
  mutation SessionCreate($email: String!, $password: String!, $code: String) {
    sessionCreate(email: $email, password: $password, code: $code) {
      viewer {
        id
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

/** Opens the own file with the code of a paper notice. */
export const SESSION_CREATE_BY_CODE: TypedDocumentNode<
  { sessionCreateByCode: { viewer: { id: string } | null; userErrors: UserError[] } },
  { code: string }
> = gql`
  mutation SessionCreateByCode($code: String!) {
    sessionCreateByCode(code: $code) {
      viewer {
        id
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

export const SESSION_END: TypedDocumentNode<{ sessionEnd: boolean }, Record<string, never>> = gql`
  mutation SessionEnd {
    sessionEnd
  }
`;

/** Shows the second factor anew: a code of the app, or a recovery code. */
export const SESSION_PROVE: TypedDocumentNode<{ sessionProve: { userErrors: UserError[] } }, { code: string }> = gql`
  mutation SessionProve($code: String!) {
    sessionProve(code: $code) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
