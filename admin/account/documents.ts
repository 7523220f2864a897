// What the page of the own account asks and commands.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { Factors, Passkey } from '../data/me.documents.js';
import { type Grant, grantFields } from '../users/grant.documents.js';

type Command<Name extends string, Made, Variables> = TypedDocumentNode<Record<Name, Made & { userErrors: UserError[] }>, Variables>;
type Nothing = Record<string, never>;

const userErrors = gql`
  fragment AccountErrors on UserError {
    code
    message
    path
    rule
  }
`;

export interface Account {
  id: string;
  name: string;
  email: string | null;
  secondFactorUntil: string | null;
  factors: Factors;
}

export const ACCOUNT: TypedDocumentNode<{ me: Account | null }, Nothing> = gql`
  query Account {
    me {
      id
      name
      email
      secondFactorUntil
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

/** The own roles with what each of them is for. */
export const MY_GRANTS: TypedDocumentNode<{ user: { grants: Grant[] } | null }, { id: string }> = gql`
  query MyGrants($id: ID!) {
    user(id: $id) {
      id
      grants {
        ...GrantFields
      }
    }
  }
  ${grantFields}
`;

export interface MySession {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
  isCurrent: boolean;
  method: string;
  device: string | null;
}

const sessionFields = gql`
  fragment SessionFields on Session {
    id
    createdAt
    lastUsedAt
    expiresAt
    isCurrent
    method
    device
  }
`;

export const MY_SESSIONS: TypedDocumentNode<{ mySessions: MySession[] }, Nothing> = gql`
  query MySessions {
    mySessions {
      ...SessionFields
    }
  }
  ${sessionFields}
`;

export const SESSION_REVOKE: Command<'sessionRevoke', object, { id: string }> = gql`
  mutation SessionRevoke($id: ID!) {
    sessionRevoke(id: $id) {
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const SESSION_END_OTHERS: Command<'sessionEndOthers', object, Nothing> = gql`
  mutation SessionEndOthers {
    sessionEndOthers {
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const PASSWORD_CHANGE: Command<'passwordChange', object, { currentPassword: string; newPassword: string }> = gql`
  mutation PasswordChange($currentPassword: String!, $newPassword: String!) {
    passwordChange(currentPassword: $currentPassword, newPassword: $newPassword) {
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const TOTP_BEGIN: Command<'totpBegin', { secret: string; uri: string }, { password: string }> = gql`
  mutation TotpBegin($password: String!) {
    totpBegin(password: $password) {
      secret
      uri
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const TOTP_CONFIRM: Command<'totpConfirm', { recoveryCodes: string[] }, { code: string }> = gql`
  mutation TotpConfirm($code: String!) {
    totpConfirm(code: $code) {
      recoveryCodes
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const TOTP_REMOVE: Command<'totpRemove', object, { code: string }> = gql`
  mutation TotpRemove($code: String!) {
    totpRemove(code: $code) {
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const RECOVERY_CODES_RENEW: Command<'recoveryCodesRenew', { recoveryCodes: string[] }, Nothing> = gql`
  mutation RecoveryCodesRenew {
    recoveryCodesRenew {
      recoveryCodes
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const PASSKEY_BEGIN: Command<'passkeyBegin', { options: string }, { password?: string }> = gql`
  mutation PasskeyBegin($password: String) {
    passkeyBegin(password: $password) {
      options
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const PASSKEY_ADD: Command<'passkeyAdd', { passkeys: Passkey[] }, { name: string; response: string }> = gql`
  mutation PasskeyAdd($name: String!, $response: String!) {
    passkeyAdd(name: $name, response: $response) {
      passkeys {
        id
      }
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;

export const PASSKEY_REMOVE: Command<'passkeyRemove', object, { id: string }> = gql`
  mutation PasskeyRemove($id: ID!) {
    passkeyRemove(id: $id) {
      userErrors {
        ...AccountErrors
      }
    }
  }
  ${userErrors}
`;
