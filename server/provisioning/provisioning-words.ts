/** The enums of mail systems as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  COMPARISON_RESULTS,
  type ComparisonResult as ResultName,
  DRIFT_KINDS,
  DRIFT_SETTLEMENTS,
  DRIFT_ACTIONS,
  type DriftAction as DriftActionName,
  type DriftKind as DriftName,
  type DriftSettlement as SettlementName,
  MAIL_SYSTEM_KINDS,
  MAIL_ORDER_ACTIONS,
  type MailOrderAction as OrderActionName,
  MAILBOX_ACTIONS,
  type MailboxAction as MailboxActionName,
  type MailSystemKind as KindName,
  MATCH_CLASSES,
  ORDER_HOLDS,
  type OrderHold as HoldName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const MailSystemKind = enumOf<KindName>(MAIL_SYSTEM_KINDS);
export const DriftKind = enumOf<DriftName>(DRIFT_KINDS);
export const DriftSettlement = enumOf<SettlementName>(DRIFT_SETTLEMENTS);
export const ComparisonResult = enumOf<ResultName>(COMPARISON_RESULTS);
export const OrderHold = enumOf<HoldName>(ORDER_HOLDS);
export const MailOrderAction = enumOf<OrderActionName>(MAIL_ORDER_ACTIONS);
export const MailboxAction = enumOf<MailboxActionName>(MAILBOX_ACTIONS);
export const DriftAction = enumOf<DriftActionName>(DRIFT_ACTIONS);
export const MatchClass = enumOf<(typeof MATCH_CLASSES)[number]>(MATCH_CLASSES);

registerEnumType(OrderHold, {
  name: 'OrderHold',
  description: 'Why an order that could go does not.',
  valuesConfig: {
    BRAKE: { description: 'Too much would change at once: a second person must let it through.' },
    FILE: { description: 'People carry it out by hand: it is told in a hand-over file.' },
  },
});

registerEnumType(MailOrderAction, {
  name: 'MailOrderAction',
  description: 'What can be done about an order.',
  valuesConfig: {
    RETRY: { description: 'Try it again now: mailOrderRetry.' },
    SETTLE: { description: 'Close it by what is known: mailOrderSettle.' },
    APPROVE: { description: 'Let it through the brake: mailOrderApprove.' },
  },
});

registerEnumType(MailboxAction, {
  name: 'MailboxAction',
  description: 'What can be done with a mailbox at its mail system without a decision (D-8).',
  valuesConfig: {
    SUSPEND: { description: 'Suspend it in an emergency, for 72 hours: mailboxSuspend.' },
    RENEW_SUSPENSION: { description: 'Renew the emergency suspension, once, by a second person: mailboxSuspend.' },
    END_SUSPENSION: { description: 'End the emergency suspension: mailboxEndSuspension.' },
    RESET_PASSWORD: { description: 'Give it a new password: mailboxResetPassword.' },
    SEND_PASSWORD: { description: 'Write to the holder how to take a new password: mailboxSendPassword.' },
    FORWARD: { description: 'Forward its mail, or no longer: mailboxForward.' },
  },
});

registerEnumType(DriftAction, {
  name: 'DriftAction',
  description: 'What can be done about a difference.',
  valuesConfig: {
    REPAIR: { description: 'Give the order of the decision in force again: mailDriftRepair.' },
    ACCEPT: { description: 'Leave it so, with a reason: mailDriftAccept.' },
  },
});

registerEnumType(MatchClass, {
  name: 'MatchClass',
  description: 'How an account and a mailbox of the registry were found to belong together.',
  valuesConfig: {
    EXACT: { description: 'The same address and name.' },
    ADDRESS_ONLY: { description: 'The same address; the name is another or not told.' },
    NAME_ONLY: { description: 'The same name at another address.' },
    ONLY_THERE: { description: 'The registry does not know the account.' },
    ONLY_HERE: { description: 'The mail system does not know the mailbox.' },
  },
});

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
