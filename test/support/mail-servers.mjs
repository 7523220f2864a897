// Are the mail servers here that a private mail stack is made of? Asked by .config/test.mjs before test/system/*.mail.test.ts is run.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findPostgres } from './postgres.mjs';

const parts = [
  ['Dovecot', '/usr/sbin/dovecot'],
  ['Dovecot for PostgreSQL', '/usr/lib/dovecot/modules/auth/libdriver_pgsql.so'],
  ['Dovecot for LDAP', '/usr/lib/dovecot/modules/auth/libauthdb_ldap.so'],
  ['Dovecot for LMTP', '/usr/lib/dovecot/lmtp'],
  ['Dovecot for IMAP', '/usr/lib/dovecot/imap'],
  ['Postfix', '/usr/sbin/postfix'],
  ['Postfix for PostgreSQL', '/usr/lib/postfix/postfix-pgsql.so'],
  ['Postfix for LDAP', '/usr/lib/postfix/postfix-ldap.so'],
  ['slapd', '/usr/sbin/slapd'],
];

/** Why no private mail stack can be started here; undefined when one can. */
export function mailServersMissing() {
  if (process.getuid?.() !== 0) return 'Postfix starts as root only, and this is another user.';
  const missing = parts.filter(([, path]) => !existsSync(path)).map(([name]) => name);
  if (!findPostgres()) missing.push('PostgreSQL');
  if (missing.length > 0) return `${missing.join(', ')} not installed (.config/install-mail-servers.sh installs it).`;
  const version = execFileSync('/usr/sbin/dovecot', ['--version'], { encoding: 'utf8' }).trim();
  if (!version.startsWith('2.3.')) return `Dovecot ${version} is here; the configuration is that of Dovecot 2.3 (Debian 12).`;
  return undefined;
}
