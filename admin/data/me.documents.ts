// Who am I, signing in and signing out.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from './faults.js';

export interface Viewer {
  id: string;
  name: string;
  roles: string[];
  rights: string[];
  officer: { id: string; fullName: string } | null;
  agency: { id: string; name: string } | null;
}

const viewerFields = gql`
  fragment ViewerFields on Viewer {
    id
    name
    roles
    rights
    officer {
      id
      fullName
    }
    agency {
      id
      name
    }
  }
`;

export const ME: TypedDocumentNode<{ me: Viewer | null }, Record<string, never>> = gql`
  query Me {
    me {
      ...ViewerFields
    }
  }
  ${viewerFields}
`;

export const SESSION_CREATE: TypedDocumentNode<
  { sessionCreate: { viewer: Viewer | null; userErrors: UserError[] } },
  { email: string; password: string; code?: string }
> = gql`
  mutation SessionCreate($email: String!, $password: String!, $code: String) {
    sessionCreate(email: $email, password: $password, code: $code) {
      viewer {
        ...ViewerFields
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${viewerFields}
`;

export const SESSION_END: TypedDocumentNode<{ sessionEnd: boolean }, Record<string, never>> = gql`
  mutation SessionEnd {
    sessionEnd
  }
`;
