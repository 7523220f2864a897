/** The enums of mail systems as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  COMPARISON_RESULTS,
  type ComparisonResult as ResultName,
  DRIFT_KINDS,
  DRIFT_SETTLEMENTS,
  type DriftKind as DriftName,
  type DriftSettlement as SettlementName,
  MAIL_SYSTEM_KINDS,
  type MailSystemKind as KindName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const MailSystemKind = enumOf<KindName>(MAIL_SYSTEM_KINDS);
export const DriftKind = enumOf<DriftName>(DRIFT_KINDS);
export const DriftSettlement = enumOf<SettlementName>(DRIFT_SETTLEMENTS);
export const ComparisonResult = enumOf<ResultName>(COMPARISON_RESULTS);

registerEnumType(MailSystemKind, {
  name: 'MailSystemKind',
  description: 'How a mail system is reached.',
  valuesConfig: {
    SQL: { description: 'By the tables its Postfix and Dovecot read, and doveadm over HTTP.' },
    LDAP: { description: 'By the directory its servers read.' },
    SCIM: { description: 'By a SCIM 2.0 service.' },
    FILE: { description: 'By people: orders go out in a file, confirmations come back in one.' },
  },
});

registerEnumType(DriftKind, {
  name: 'DriftKind',
  description: 'What is otherwise than decisions want it.',
  valuesConfig: {
    MISSING: { description: 'The mailbox should be there and is not.' },
    UNKNOWN_THERE: { description: 'The mail system has an account that the registry does not know; it is never touched.' },
    OTHER_STATE: { description: 'The account is in another state.' },
    OTHER_ADDRESS: { description: 'The account has another address.' },
  },
});

registerEnumType(DriftSettlement, {
  name: 'DriftSettlement',
  description: 'How a difference was settled.',
  valuesConfig: {
    REPAIRED: { description: 'The order that decisions want was given again.' },
    ACCEPTED: { description: 'It stays so; a person gave the reason.' },
    GONE: { description: 'A later comparison did not find it any more.' },
  },
});

registerEnumType(ComparisonResult, {
  name: 'ComparisonResult',
  description: 'How far a comparison went.',
  valuesConfig: {
    COMPARED: { description: 'The list was whole and was compared.' },
    INCOMPLETE: { description: 'The list was not whole: nothing was compared.' },
    TOO_MUCH: {
      description: 'More than 5 % of the accounts, and more than 10, differ: shown, and nothing is repaired until an administrator looks.',
    },
  },
});
