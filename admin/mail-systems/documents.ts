// What the panel asks and commands about mail systems.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export type SystemKind = 'SQL' | 'LDAP' | 'SCIM' | 'FILE';

export interface MailSystem {
  id: string;
  version: number;
  name: string;
  kind: SystemKind;
  domains: string[];
  isOn: boolean;
  parallel: number;
  mostAnHour: number;
  leaverDays: number | null;
  checkedAt: string | null;
  isWell: boolean | null;
  mailboxes: number;
  waiting: number;
  held: number;
  handedOver: number;
  failed: number;
  drifts: number;
  comparedAt: string | null;
}

export type MailSystemFull = MailSystem & { settings: { name: string; value: string }[]; secretsSet: string[] };

const systemFields = gql`
  fragment MailSystemFields on MailSystem {
    id
    version
    name
    kind
    domains
    isOn
    parallel
    mostAnHour
    leaverDays
    checkedAt
    isWell
    mailboxes
    waiting
    held
    handedOver
    failed
    drifts
    comparedAt
  }
`;

export const MAIL_SYSTEMS: TypedDocumentNode<{ mailSystems: MailSystem[]; isProvisioningPaused: boolean }, Record<string, never>> = gql`
  query MailSystems {
    mailSystems {
      ...MailSystemFields
    }
    isProvisioningPaused
  }
  ${systemFields}
`;

export const MAIL_SYSTEM: TypedDocumentNode<{ mailSystem: MailSystemFull | null; isProvisioningPaused: boolean }, { id: string }> = gql`
  query MailSystem($id: ID!) {
    mailSystem(id: $id) {
      ...MailSystemFields
      settings {
        name
        value
      }
      secretsSet
    }
    isProvisioningPaused
  }
  ${systemFields}
`;

export interface SettingField {
  name: string;
  type: 'TEXT' | 'LONG_TEXT' | 'NUMBER' | 'YES_NO' | 'CHOICE' | 'SECRET';
  label: string;
  hint: string | null;
  isRequired: boolean;
  usual: string | null;
  choices: { value: string; label: string }[];
}

export interface KindInfo {
  kind: SystemKind;
  name: string;
  fields: SettingField[];
}

export const MAIL_SYSTEM_KINDS: TypedDocumentNode<{ mailSystemKinds: KindInfo[] }, Record<string, never>> = gql`
  query MailSystemKinds {
    mailSystemKinds {
      kind
      name
      fields {
        name
        type
        label
        hint
        isRequired
        usual
        choices {
          value
          label
        }
      }
    }
  }
`;

export type ComparisonResult = 'COMPARED' | 'INCOMPLETE' | 'TOO_MUCH';

export interface Comparison {
  id: string;
  createdAt: string;
  result: ComparisonResult;
  problem: string | null;
  checked: number;
  differing: number;
}

export const MAIL_COMPARISONS: TypedDocumentNode<{ mailComparisons: Comparison[] }, { connector: string }> = gql`
  query MailComparisons($connector: String!) {
    mailComparisons(connector: $connector) {
      id
      createdAt
      result
      problem
      checked
      differing
    }
  }
`;

export interface SystemInput {
  name: string;
  kind: SystemKind;
  domains: string[];
  settings: { name: string; value: string }[];
  parallel?: number;
  mostAnHour?: number;
  leaverDays?: number | null;
}

interface SystemPayload {
  mailSystem: { id: string } | null;
  userErrors: UserError[];
}

export const MAIL_SYSTEM_CREATE: TypedDocumentNode<{ mailSystemCreate: SystemPayload }, { input: SystemInput }> = gql`
  mutation MailSystemCreate($input: MailSystemInput!) {
    mailSystemCreate(input: $input) {
      mailSystem {
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

export const MAIL_SYSTEM_EDIT: TypedDocumentNode<
  { mailSystemEdit: SystemPayload },
  { id: string; input: SystemInput; expectedVersion: number }
> = gql`
  mutation MailSystemEdit($id: ID!, $input: MailSystemInput!, $expectedVersion: Int!) {
    mailSystemEdit(id: $id, input: $input, expectedVersion: $expectedVersion) {
      mailSystem {
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

export const MAIL_SYSTEM_SWITCH: TypedDocumentNode<
  { mailSystemSwitch: SystemPayload },
  { id: string; isOn: boolean; acceptsEmbedded?: boolean }
> = gql`
  mutation MailSystemSwitch($id: ID!, $isOn: Boolean!, $acceptsEmbedded: Boolean) {
    mailSystemSwitch(id: $id, isOn: $isOn, acceptsEmbedded: $acceptsEmbedded) {
      mailSystem {
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

export const MAIL_SYSTEM_REMOVE: TypedDocumentNode<{ mailSystemRemove: { userErrors: UserError[] } }, { id: string }> = gql`
  mutation MailSystemRemove($id: ID!) {
    mailSystemRemove(id: $id) {
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export interface CheckStep {
  name: string;
  isWell: boolean;
  detail: string | null;
}

export const MAIL_SYSTEM_CHECK: TypedDocumentNode<
  { mailSystemCheck: { isWell: boolean; steps: CheckStep[]; userErrors: UserError[] } },
  { id: string }
> = gql`
  mutation MailSystemCheck($id: ID!) {
    mailSystemCheck(id: $id) {
      isWell
      steps {
        name
        isWell
        detail
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

export interface Reconciled {
  complete: boolean;
  checked: number;
  result: ComparisonResult | null;
  problem: string | null;
  drifts: { id: string }[];
  userErrors: UserError[];
}

export const MAIL_RECONCILE: TypedDocumentNode<{ mailReconcile: Reconciled }, { connector: string }> = gql`
  mutation MailReconcile($connector: String!) {
    mailReconcile(connector: $connector) {
      complete
      checked
      result
      problem
      drifts {
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

export const PROVISIONING_PAUSE: TypedDocumentNode<{ provisioningPause: boolean }, { isPaused: boolean }> = gql`
  mutation ProvisioningPause($isPaused: Boolean!) {
    provisioningPause(isPaused: $isPaused)
  }
`;
