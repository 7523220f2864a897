/** Sessions of a Dovecot that reads a directory: asked for by doveadm over HTTP, where the site lets the product reach it. */
import type { SettingField, SettingValue } from '../setting-fields.rules.js';
import { Doveadm } from './doveadm.js';
import { MailServer } from './mail-server.js';
import type { MailSessions } from './mail-sessions.js';
import { sqlSettingFields } from './sql-shape.rules.js';

const NAMES = ['doveadmUrl', 'doveadmKey', 'endOthersToo'];

/** The same fields as where Dovecot reads tables. */
export const doveadmFields: readonly SettingField[] = sqlSettingFields.filter(({ name }) => NAMES.includes(name));

/** Nothing where no address of doveadm was told. */
export function doveadmSessions(
  settings: Readonly<Record<string, SettingValue>>,
  secrets: Readonly<Record<string, string>>,
): MailSessions | undefined {
  const { doveadmUrl, endOthersToo } = settings;
  if (!doveadmUrl) return undefined;
  const address = { url: String(doveadmUrl), key: secrets['doveadmKey'] ?? '', timeLimitSeconds: 5 };
  const doveadm = new Doveadm(address);
  const server = new MailServer({ ...address, endOthersToo: endOthersToo === true, asksDovecot: false });
  return { flush: (of) => doveadm.forget(of), end: (of) => server.endSessions(of), count: (of) => doveadm.sessions(of) };
}
