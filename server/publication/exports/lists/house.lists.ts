/** Exported lists of accounts, keys, subscriptions, what they were sent, and the audit log. */
import { type Language } from '../../../kernel/language.js';
import { at, day, made, moment, number, type Row, text, texts, words } from '../column.js';
import { heads } from '../columns.messages.js';
import { exportMessages } from '../exports.messages.js';
import type { ExportedList } from '../list.js';
import { DELIVERY_PROBLEMS, DELIVERY_STATES, ROLES, YES_NO } from '../values.messages.js';

interface Grant {
  role: string;
  agency: { name: string; nameEn: string | null } | null;
  officer: { fullName: string } | null;
}

const rolesOf = (row: Row, language: Language): string =>
  ((at(row, 'grants') ?? []) as Grant[])
    .map(({ role, agency, officer }) =>
      [ROLES[role]?.[language] ?? role, (language === 'en' && agency?.nameEn) || agency?.name, officer?.fullName]
        .filter(Boolean)
        .join(' · '),
    )
    .join('; ');

/** As the panel has it: shut, used already, or waiting for somebody who was invited. */
function stateOf(row: Row, language: Language): string {
  const { disabled, active, invited } = exportMessages;
  const isUsed = at(row, 'hasPassword') || at(row, 'hasSingleSignOn') || at(row, 'lastSignInAt');
  return (at(row, 'disabledAt') ? disabled : isUsed ? active : invited)[language];
}

export const houseLists = {
  users: {
    title: { vi: 'Tài khoản', en: 'Accounts' },
    field: 'users',
    columns: [
      text(heads.fullName, 'name', 28),
      text(heads.email, 'email', 32),
      made(heads.roles, 'text', ['grants.role', 'grants.agency.name', 'grants.agency.nameEn', 'grants.officer.fullName'], rolesOf, 48),
      made(heads.state, 'text', ['disabledAt', 'hasPassword', 'hasSingleSignOn', 'lastSignInAt'], stateOf),
      words(heads.secondFactor, 'hasSecondFactor', YES_NO, 12),
      moment(heads.lastSignIn, 'lastSignInAt'),
    ],
  },
  apiKeys: {
    title: { vi: 'Khóa API', en: 'API keys' },
    field: 'apiKeys',
    columns: [
      text(heads.name, 'name', 28),
      text(heads.prefix, 'prefix', 18),
      texts(heads.scopes, 'scopes', 40),
      moment(heads.createdAt, 'createdAt'),
      text(heads.createdBy, 'createdBy', 28),
      day(heads.expiresOn, 'expiresOn'),
      moment(heads.lastUsedAt, 'lastUsedAt'),
      moment(heads.endedAt, 'endedAt'),
    ],
  },
  webhooks: {
    title: { vi: 'Hệ thống nhận thông báo', en: 'Webhook subscriptions' },
    field: 'webhookSubscriptions',
    columns: [
      text(heads.subscription, 'name', 28),
      text(heads.url, 'url', 48),
      number(heads.waiting, 'waiting'),
      number(heads.failed, 'dead'),
      moment(heads.createdAt, 'createdAt'),
      moment(heads.endedAt, 'endedAt'),
    ],
  },
  deliveries: {
    title: { vi: 'Tin gửi tới hệ thống khác', en: 'Webhook deliveries' },
    field: 'webhookDeliveries',
    columns: [
      moment(heads.createdAt, 'createdAt'),
      text(heads.subscription, 'subscription.name', 28),
      text(heads.type, 'type'),
      number(heads.officers, 'officers'),
      words(heads.state, 'state', DELIVERY_STATES),
      words(heads.problem, 'lastProblem', DELIVERY_PROBLEMS, 32),
      number(heads.status, 'lastStatus'),
      number(heads.attempts, 'attempts'),
      moment(heads.deliveredAt, 'deliveredAt'),
      text(heads.messageId, 'messageId', 38),
    ],
  },
  audit: {
    title: { vi: 'Nhật ký hệ thống', en: 'Audit log' },
    field: 'auditEvents',
    columns: [
      number(heads.event, 'seq'),
      moment(heads.at, 'at'),
      text(heads.whoDid, 'actorName', 28),
      text(heads.summary, 'summary', 48),
      made(heads.subject, 'text', ['subjectName', 'subject'], (row) => (at(row, 'subjectName') ?? at(row, 'subject')) as string, 36),
      text(heads.hash, 'hash', 66),
    ],
  },
} satisfies Record<string, ExportedList>;
