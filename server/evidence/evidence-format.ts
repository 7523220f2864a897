/** Kinds of logs and reports, and states of an import, as the schema names them. */
import { registerEnumType } from 'type-graphql';
import type { EvidenceFormat as Format } from './act.rules.js';

export const EvidenceFormat: { [F in Format]: F } = {
  DOVECOT: 'DOVECOT',
  POSTFIX: 'POSTFIX',
  ZIMBRA_AUDIT: 'ZIMBRA_AUDIT',
  M365_EMAIL_ACTIVITY: 'M365_EMAIL_ACTIVITY',
  GOOGLE_USER_USAGE: 'GOOGLE_USER_USAGE',
  HOPTHU_DAY: 'HOPTHU_DAY',
};
export type EvidenceFormat = Format;

registerEnumType(EvidenceFormat, {
  name: 'EvidenceFormat',
  description: 'Kind of log or report.',
  valuesConfig: {
    DOVECOT: { description: 'Text log of Dovecot 2.3 or 2.4: logins, messages read, deliveries.' },
    POSTFIX: { description: 'Text log of Postfix: messages submitted under a login.' },
    ZIMBRA_AUDIT: { description: 'audit.log of Zimbra: logins.' },
    M365_EMAIL_ACTIVITY: { description: 'One-day e-mail activity report of Microsoft 365.' },
    GOOGLE_USER_USAGE: { description: 'User usage report of Google Workspace.' },
    HOPTHU_DAY: { description: 'Day rows as CSV or NDJSON, for everything else.' },
  },
});

export enum ReadsFrom {
  FLAGS = 'FLAGS',
  BODIES = 'BODIES',
}

registerEnumType(ReadsFrom, {
  name: 'ReadsFrom',
  description: 'What a Dovecot server’s log says of reading (E-2).',
  valuesConfig: {
    FLAGS: { description: 'Flags changed (plugin mail_log): a message is read when \\Seen is newly set. The usual.' },
    BODIES: { description: 'Only how many bodies a session fetched, phones that prefetch included: for servers that log no flags.' },
  },
});

export enum ImportState {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
}

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far an import is.',
  valuesConfig: {
    RUNNING: { description: 'Being read.' },
    DONE: { description: 'Read to the end; its counters are in.' },
    REFUSED: { description: 'The file as a whole cannot be read; nothing was counted.' },
    FAILED: { description: 'A fault of the server; nothing was counted, import it again.' },
  },
});
