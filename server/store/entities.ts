/** Everything that is stored, for the ORM. A room adds its entities here. */
import { AuditEvent, AuditHead } from '../kernel/audit-event.entity.js';
import { IdempotencyKey } from '../kernel/idempotency-key.entity.js';
import { OutboxMessage } from '../kernel/outbox-message.entity.js';
import { Setting } from '../kernel/setting.entity.js';
import { Session } from '../identity/session.entity.js';
import { RoleGrant, User } from '../identity/user.entity.js';
import { Agency } from '../registry/agency.entity.js';
import { Absence, Officer, Posting } from '../registry/officer.entity.js';
import { Mailbox, MailboxPeriod } from '../registry/mailbox.entity.js';

export const entities = [
  Setting,
  AuditEvent,
  AuditHead,
  OutboxMessage,
  IdempotencyKey,
  User,
  RoleGrant,
  Session,
  Agency,
  Officer,
  Posting,
  Absence,
  Mailbox,
  MailboxPeriod,
];
