/** Where does a private mail stack keep its files, and what stands in them? Fills in the places of test/system/mail-stack. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One Dovecot with one Postfix. */
export interface Places {
  instance: 'sql' | 'ldap';
  imapPort: number;
  submissionPort: number;
  smtpPort: number;
  doveadmPort: number;
}

export interface StackFacts {
  sides: readonly Places[];
  databasePort: number;
  ldapPort: number;
  outsidePort: number;
  doveadmKey: string;
  hibernateSeconds: number;
}

export const DIRECTORY = {
  adminDn: 'cn=admin,dc=example,dc=test',
  adminPassword: 'admin-writes',
  connectorDn: 'cn=connector,ou=services,dc=example,dc=test',
  connectorPassword: 'connector-writes',
  peopleDn: 'ou=people,dc=example,dc=test',
  revokedDn: 'ou=revoked,dc=example,dc=test',
};

const templates = new URL('../system/mail-stack/', import.meta.url);
/** Owner of the mail; a number is enough. */
const MAIL_OWNER = 5000;

/** Short: the path of a socket has at most 107 bytes. */
export function stackFolder(): string {
  const folder = mkdtempSync(join(tmpdir().length <= 40 ? tmpdir() : '/tmp', 'hm-'));
  chmodSync(folder, 0o755);
  return folder;
}

const idOf = (user: string): number => Number(execFileSync('id', ['-u', user], { encoding: 'utf8' }));

function filled(name: string, values: Readonly<Record<string, string | number>>): string {
  return readFileSync(new URL(name, templates), 'utf8').replaceAll(/@(\w+)@/g, (whole, place: string) => {
    // In queries, `@example.test` and its like are no places.
    return place in values ? String(values[place]) : whole;
  });
}

/** The questions that Postfix asks, by the name of its map. */
const SQL_QUESTIONS = {
  domains: `SELECT domain FROM mail_domain WHERE domain = '%s'`,
  mailboxes: `SELECT address FROM mail_recipient WHERE address = '%s'`,
  forwards: `SELECT destination FROM mail_forward WHERE address = '%s'`,
  senders: `SELECT address FROM mail_account WHERE address = '%s'`,
};
const PERSON = '(objectClass=registryMailbox)(mail=%s)(!(mailState=revoked))';
const LDAP_QUESTIONS = {
  mailboxes: [`(&${PERSON})`, 'mail'],
  'forwards-only': [`(&${PERSON}(mailForwardTo=*)(mailKeepCopy=FALSE))`, 'mailForwardTo'],
  'forwards-and-copy': [`(&${PERSON}(mailForwardTo=*)(!(mailKeepCopy=FALSE)))`, 'mailForwardTo, mail'],
  senders: ['(&(objectClass=registryMailbox)(mail=%s)(|(mailEnabled=TRUE)(mailState=active)))', 'mail'],
} as const;

function writePostfix(folder: string, places: Places, values: Record<string, string | number>): void {
  const { instance } = places;
  const home = join(folder, `postfix-${instance}`);
  const own = { ...values, log: join(folder, `postfix-${instance}.log`), queue: join(home, 'queue'), data: join(home, 'data') };
  for (const part of [home, own.queue, own.data]) mkdirSync(part, { mode: 0o755 });
  chownSync(own.data, idOf('postfix'), 0);
  const map = (kind: string, name: string) => `proxy:${kind}:${join(home, `${name}.cf`)}`;
  const maps =
    instance === 'sql'
      ? {
          domains: map('pgsql', 'domains'),
          mailboxes: map('pgsql', 'mailboxes'),
          forwards: map('pgsql', 'forwards'),
          senders: map('pgsql', 'senders'),
        }
      : {
          domains: 'example.test',
          mailboxes: map('ldap', 'mailboxes'),
          forwards: `${map('ldap', 'forwards-only')} ${map('ldap', 'forwards-and-copy')}`,
          senders: map('ldap', 'senders'),
        };
  writeFileSync(join(home, 'main.cf'), filled('postfix-main.cf', { ...own, ...maps }));
  writeFileSync(join(home, 'master.cf'), filled('postfix-master.cf', own));
  if (instance === 'sql')
    for (const [name, query] of Object.entries(SQL_QUESTIONS))
      writeFileSync(join(home, `${name}.cf`), filled('postfix-sql.cf', { ...own, query }));
  else
    for (const [name, [query, result]] of Object.entries(LDAP_QUESTIONS))
      writeFileSync(join(home, `${name}.cf`), filled('postfix-ldap.cf', { ...own, query, result }));
}

function writeDovecot(folder: string, { instance }: Places, values: Record<string, string | number>): void {
  const own = { ...values, driver: instance === 'sql' ? 'sql' : 'ldap', log: join(folder, `dovecot-${instance}.log`) };
  mkdirSync(String(values.run), { mode: 0o755 });
  writeFileSync(join(folder, `dovecot-${instance}.conf`), filled('dovecot.conf', own));
  for (const part of ['password', 'user'])
    writeFileSync(join(folder, `${instance}-${part}.conf`), filled(`${instance}-${part}.conf`, own), { mode: 0o600 });
}

function writeDirectory(folder: string, values: Record<string, string | number>): void {
  const own = { ...values, run: join(folder, 'slapd'), data: join(folder, 'slapd/data') };
  for (const part of [own.run, own.data]) mkdirSync(part);
  cpSync(new URL('registry-mailbox.schema', templates), join(folder, 'registry-mailbox.schema'));
  writeFileSync(join(folder, 'slapd.conf'), filled('slapd.conf', own));
  execFileSync('/usr/sbin/slapadd', ['-q', '-f', join(folder, 'slapd.conf'), '-b', 'dc=example,dc=test'], {
    input: readFileSync(new URL('people.ldif', templates)),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  execFileSync('chown', ['-R', 'openldap:openldap', own.run]);
}

/** Writes all configuration below the folder. */
export function writeStack(folder: string, facts: StackFacts): void {
  mkdirSync(join(folder, 'mail'));
  chownSync(join(folder, 'mail'), MAIL_OWNER, MAIL_OWNER);
  const { sides, hibernateSeconds, ...ports } = facts;
  for (const places of sides) {
    const values = {
      ...ports,
      ...places,
      folder,
      run: join(folder, places.instance),
      database: 'hopthu',
      hibernate: hibernateSeconds === 0 ? '0' : `${hibernateSeconds}s`,
    };
    if (places.instance === 'ldap') writeDirectory(folder, values);
    writeDovecot(folder, places, values);
    writePostfix(folder, places, values);
  }
}
