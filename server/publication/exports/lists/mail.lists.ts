/** Exported lists of orders to mail systems, of the systems, and of where they differ from what decisions want. */
import { moment, number, text, texts, words } from '../column.js';
import { heads } from '../columns.messages.js';
import type { ExportedList } from '../list.js';
import {
  COMPARISON_RESULTS,
  DRIFT_KINDS,
  DRIFT_SETTLEMENTS,
  MAIL_SYSTEM_KINDS,
  MAILBOX_STATES,
  ORDER_HOLDS,
  ORDER_KINDS,
  ORDER_STATES,
  YES_NO,
} from '../values.messages.js';

export const mailLists = {
  mailOrders: {
    title: { vi: 'Lệnh tới hệ thống thư', en: 'Orders to mail systems' },
    field: 'mailOrders',
    about: 'mailbox.officer.id',
    columns: [
      number(heads.orderNumber, 'number'),
      words(heads.order, 'kind', ORDER_KINDS),
      text(heads.address, 'mailbox.address', 32),
      text(heads.code, 'mailbox.officer.code', 16),
      text(heads.holder, 'mailbox.officer.fullName', 28),
      words(heads.state, 'state', ORDER_STATES),
      words(heads.heldFor, 'heldFor', ORDER_HOLDS),
      number(heads.attempts, 'attempts'),
      text(heads.message, 'message', 40),
      words(heads.proof, 'verified', YES_NO, 12),
      number(heads.sessions, 'liveSessionsRemaining'),
      text(heads.connector, 'connector'),
      moment(heads.createdAt, 'createdAt'),
      moment(heads.doneAt, 'doneAt'),
    ],
  },
  drifts: {
    title: { vi: 'Sai lệch với hệ thống thư', en: 'Differences from mail systems' },
    field: 'mailDrifts',
    about: 'mailbox.officer.id',
    columns: [
      text(heads.address, 'address', 32),
      text(heads.holder, 'name', 28),
      words(heads.kindOfDrift, 'kind', DRIFT_KINDS, 32),
      words(heads.expectedState, 'expected', MAILBOX_STATES),
      words(heads.foundState, 'found', MAILBOX_STATES),
      text(heads.foundAddress, 'foundAddress', 32),
      words(heads.settlement, 'settlement', DRIFT_SETTLEMENTS),
      text(heads.note, 'note', 40),
      text(heads.connector, 'connector'),
      moment(heads.createdAt, 'createdAt'),
    ],
  },
  mailSystems: {
    title: { vi: 'Hệ thống thư', en: 'Mail systems' },
    field: 'mailSystems',
    columns: [
      text(heads.name, 'name'),
      words(heads.kindOfSystem, 'kind', MAIL_SYSTEM_KINDS),
      texts(heads.mailDomain, 'domains', 40),
      words(heads.isOn, 'isOn', YES_NO, 12),
      words(heads.isWell, 'isWell', YES_NO, 12),
      number(heads.mailboxes, 'mailboxes'),
      number(heads.waiting, 'waiting'),
      number(heads.failed, 'failed'),
      number(heads.drifts, 'drifts'),
      moment(heads.verifiedAt, 'checkedAt'),
      moment(heads.comparedAt, 'comparedAt'),
    ],
  },
  comparisons: {
    title: { vi: 'Các lần đối chiếu với một hệ thống thư', en: 'Comparisons with a mail system' },
    field: 'mailComparisons',
    columns: [
      moment(heads.at, 'createdAt'),
      words(heads.outcome, 'result', COMPARISON_RESULTS, 32),
      number(heads.mailboxes, 'checked'),
      number(heads.drifts, 'differing'),
      text(heads.problem, 'problem', 40),
    ],
  },
} satisfies Record<string, ExportedList>;
