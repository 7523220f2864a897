/**
 * A private mail system for tests: PostgreSQL, Dovecot and Postfix of its own, and on wish a second pair on a directory, on free ports of loopback.
 * Nothing of this machine's own mail is touched, and nothing leaves the machine. All of it is gone when stop() is called or this process ends.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { sqlSchema, USUAL_ROLES } from '../../server/provisioning/connectors/sql-schema.js';
import { mailServersMissing } from './mail-servers.mjs';
import { DIRECTORY, type Places, stackFolder, writeStack } from './mail-stack-files.js';
import { openOutside, type Letter } from './outside-world.js';
import { startPostgres } from './postgres.mjs';

export interface MailDoors {
  imapPort: number;
  submissionPort: number;
  smtpPort: number;
  doveadm: { url: string; key: string };
  dovecotLog: string;
  postfixLog: string;
}

export interface LdapSide extends MailDoors {
  url: string;
  adminDn: string;
  adminPassword: string;
  /** Reads and writes people, has the size limit of everybody. */
  connectorDn: string;
  connectorPassword: string;
  peopleDn: string;
  revokedDn: string;
}

export interface MailStack extends MailDoors {
  domain: 'example.test';
  folder: string;
  /** As a superuser. */
  databaseUrl: string;
  /** As the product: select, insert and update of accounts. */
  productDatabaseUrl: string;
  database: { stop(): Promise<void>; start(): Promise<void> };
  /** Second Dovecot and Postfix, for the same domain, on a directory. */
  ldap?: LdapSide;
  /** What left for the world, oldest first. */
  outside: readonly Letter[];
  stop(): Promise<void>;
}

export interface StackChoice {
  ldap?: boolean;
  /** After how long an idle IMAP session is put to sleep; 0: never. */
  hibernateSeconds?: number;
}

// When this process goes, however it goes, the input ends: then everything stops, in the order of who needs whom, and the folder is removed.
const keeper = `
cd / || exit 1
if [ -f "$1/slapd.conf" ]; then /usr/sbin/slapd -d 0 -f "$1/slapd.conf" -h "ldap://127.0.0.1:$2" -u openldap -g openldap & slapd=$!; fi
for side in sql ldap; do
  [ -f "$1/dovecot-$side.conf" ] || continue
  /usr/sbin/dovecot -F -c "$1/dovecot-$side.conf" & dovecots="$dovecots $!"
  /usr/sbin/postfix -c "$1/postfix-$side" start
done
cat >/dev/null
for side in sql ldap; do [ -d "$1/postfix-$side" ] && /usr/sbin/postfix -c "$1/postfix-$side" stop; done
kill -TERM $dovecots $slapd 2>/dev/null
wait
rm -rf "$1"
`;

/** As many free ports as asked for; they are held until all are known, so that none comes twice. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((done, failed) => probe.once('error', failed).listen(0, '127.0.0.1', done));
      return probe;
    }),
  );
  const ports = probes.map((probe) => (probe.address() as { port: number }).port);
  await Promise.all(probes.map((probe) => new Promise((done) => probe.close(done))));
  return ports;
}

/** Whether somebody there greets. */
const greets = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2_000 });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('data', () => end(true));
    for (const event of ['error', 'timeout', 'close']) socket.once(event, () => end(false));
  });

async function ready(ports: readonly number[], shell: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (const port of ports)
    while (!(await greets(port))) {
      if (Date.now() > deadline || shell.exitCode !== null) throw new Error(`nobody greets on port ${port}`);
      await new Promise((done) => setTimeout(done, 30));
    }
}

const lastLines = (file: string): string =>
  existsSync(file) ? `${file}\n${readFileSync(file, 'utf8').split('\n').slice(-15).join('\n')}` : '';

async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sqlSchema());
  await client.query(`insert into mail_domain values ('example.test')`);
  await client.end();
}

/** Starts a stack; about 3 s. Every account of the SQL side is a row of `mailbox`, of the directory an entry below `peopleDn`. */
export async function startMailStack({ ldap = false, hibernateSeconds = 0 }: StackChoice = {}): Promise<MailStack> {
  const missing = mailServersMissing();
  if (missing) throw new Error(`No private mail stack: ${missing}`);
  const cluster = await startPostgres();
  const folder = stackFolder();
  const outside = await openOutside();
  let shell: ChildProcess | undefined;
  const stop = async () => {
    if (shell) {
      const ended = new Promise((done) => (shell!.exitCode === null ? shell!.once('exit', done) : done(undefined)));
      shell.stdin!.end();
      await ended;
    }
    await outside.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareDatabase(cluster.url);
    const [imapPort, submissionPort, smtpPort, doveadmPort, ...second] = await freePorts(9);
    const key = randomBytes(18).toString('base64url');
    const side = (name: 'sql' | 'ldap', ports: number[]): Places => ({
      instance: name,
      imapPort: ports[0]!,
      submissionPort: ports[1]!,
      smtpPort: ports[2]!,
      doveadmPort: ports[3]!,
    });
    const sides = [side('sql', [imapPort!, submissionPort!, smtpPort!, doveadmPort!]), ...(ldap ? [side('ldap', second)] : [])];
    const ldapPort = second[4]!;
    writeStack(folder, { sides, databasePort: cluster.port, ldapPort, outsidePort: outside.port, doveadmKey: key, hibernateSeconds });
    shell = spawn('/bin/sh', ['-c', keeper, 'mail-stack', folder, String(ldapPort)], {
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    shell.stdin!.on('error', () => undefined);
    await ready(
      sides.flatMap((each) => [each.imapPort, each.smtpPort, each.submissionPort]),
      shell,
    );
    const doors = (each: Places): MailDoors => ({
      imapPort: each.imapPort,
      submissionPort: each.submissionPort,
      smtpPort: each.smtpPort,
      doveadm: { url: `http://127.0.0.1:${each.doveadmPort}/doveadm/v1`, key },
      dovecotLog: join(folder, `dovecot-${each.instance}.log`),
      postfixLog: join(folder, `postfix-${each.instance}.log`),
    });
    const product = new URL(cluster.url);
    product.username = USUAL_ROLES.product;
    return {
      domain: 'example.test',
      folder,
      ...doors(sides[0]!),
      databaseUrl: cluster.url,
      productDatabaseUrl: product.toString(),
      database: { stop: cluster.halt, start: cluster.resume },
      ...(ldap && { ldap: { ...doors(sides[1]!), url: `ldap://127.0.0.1:${ldapPort}`, ...DIRECTORY } }),
      outside: outside.letters,
      stop,
    };
  } catch (fault) {
    const logs = ['dovecot-sql.log', 'postfix-sql.log', 'dovecot-ldap.log', 'postfix-ldap.log'].map((name) =>
      lastLines(join(folder, name)),
    );
    await stop();
    throw new Error(`The mail stack did not start: ${(fault as Error).message}\n${logs.filter(Boolean).join('\n')}`, { cause: fault });
  }
}
