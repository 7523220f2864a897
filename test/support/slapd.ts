/**
 * A private directory for tests: OpenLDAP's slapd on a free port of loopback, with a folder of its own and the schema that the product ships. It needs
 * no root, and is gone when stop() is called or this process ends.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SLAPD = '/usr/sbin/slapd';
const SCHEMA = fileURLToPath(new URL('../../server/provisioning/connectors/ldap-schema.schema', import.meta.url));

export const SUFFIX = 'dc=example,dc=test';
export const PEOPLE = `ou=people,${SUFFIX}`;
export const REVOKED = `ou=revoked,${SUFFIX}`;
export const ADMIN = { dn: `cn=admin,${SUFFIX}`, password: 'admin-writes' };
/** The product's own account. */
export const PRODUCT = { dn: `cn=hopthu,ou=services,${SUFFIX}`, password: 'product-writes' };
/** A mail server's account: reads, but no passwords. */
export const READER = { dn: `cn=dovecot,ou=services,${SUFFIX}`, password: 'dovecot-reads' };

export interface SlapdChoice {
  /** What the product's account may do with passwords. */
  passwordRight?: 'write' | '=w';
  /** Whether the product's account meets the size limit of 500 that everybody else meets. */
  isLimited?: boolean;
  /** Without the product's schema, as a site that may not extend its own. */
  isPlain?: boolean;
  /** Offers encryption with a certificate made for the test. */
  withTls?: boolean;
}

export interface Slapd {
  port: number;
  url: string;
  /** Where every word is encrypted from the start; only with `withTls`. */
  secureUrl?: string;
  /** The certificate (PEM), its own issuer. */
  certificate?: string;
  folder: string;
  pid: number;
  stop(): Promise<void>;
}

/** Why there can be no directory here; undefined when there can. */
export const slapdMissing = (): string | undefined => (existsSync(SLAPD) ? undefined : 'slapd is not installed (apt-get install slapd)');

const configuration = (folder: string, { passwordRight = 'write', isLimited, isPlain, withTls }: SlapdChoice): string => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
${isPlain ? '' : `include ${SCHEMA}`}
pidfile ${folder}/slapd.pid
argsfile ${folder}/slapd.args
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload argon2
moduleload pw-sha2
sizelimit 500
disallow bind_anon
${withTls ? `TLSCertificateFile ${folder}/certificate.pem\nTLSCertificateKeyFile ${folder}/key.pem` : ''}

database mdb
suffix "${SUFFIX}"
rootdn "${ADMIN.dn}"
rootpw ${ADMIN.password}
directory ${folder}/data
maxsize 268435456
dbnosync
index objectClass,mail,entryUUID${isPlain ? '' : ',registryAccountId'} eq
access to attrs=userPassword by dn.exact="${PRODUCT.dn}" ${passwordRight} by anonymous auth by * none
access to * by dn.exact="${PRODUCT.dn}" write by users read by * none
${isLimited ? '' : `limits dn.exact="${PRODUCT.dn}" size=unlimited`}
`;

const service = ({ dn, password }: { dn: string; password: string }): string =>
  `dn: ${dn}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: ${/cn=([^,]+)/.exec(dn)![1]}\nuserPassword: ${password}\n`;

const branch = (dn: string): string => `dn: ${dn}\nobjectClass: organizationalUnit\nou: ${/ou=([^,]+)/.exec(dn)![1]}\n`;

const entries = [
  `dn: ${SUFFIX}\nobjectClass: dcObject\nobjectClass: organization\no: Example\ndc: example\n`,
  ...[PEOPLE, REVOKED, `ou=services,${SUFFIX}`, `ou=elsewhere,${SUFFIX}`].map(branch),
  service(PRODUCT),
  service(READER),
].join('\n');

// The shell waits for its input to end: when this process goes, however it goes, the directory stops and its folder is removed.
const keeper = `
${SLAPD} -d 0 -f "$1/slapd.conf" -h "$2" </dev/null >"$1/log" 2>&1 &
server=$!
cat >/dev/null
kill -TERM $server 2>/dev/null
wait $server
cd / && rm -rf "$1"
`;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, failed) => probe.once('error', failed).listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true))).once('error', () => resolve(false));
  });

/** Makes a key and a certificate for `localhost` and 127.0.0.1 that vouches for itself. */
export function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', [...request, ...names, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
  return { certificate, key };
}

/** Starts a directory with empty branches of people, of revoked ones and elsewhere; about 0.2 s. */
export async function startSlapd(choice: SlapdChoice = {}): Promise<Slapd> {
  const missing = slapdMissing();
  if (missing) throw new Error(missing);
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-slapd-'));
  mkdirSync(join(folder, 'data'));
  if (choice.withTls) makeCertificate(folder);
  writeFileSync(join(folder, 'slapd.conf'), configuration(folder, choice));
  execFileSync('/usr/sbin/slapadd', ['-q', '-f', join(folder, 'slapd.conf'), '-b', SUFFIX], { input: entries, stdio: 'pipe' });
  const [port, securePort] = [await freePort(), choice.withTls ? await freePort() : undefined];
  const urls = [`ldap://127.0.0.1:${port}`, ...(securePort ? [`ldaps://127.0.0.1:${securePort}`] : [])];
  const shell = spawn('/bin/sh', ['-c', keeper, 'slapd', folder, urls.join(' ')], {
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.stdin.on('error', () => undefined);
  const ended = new Promise<void>((done) => shell.once('exit', () => done()));
  const stop = async () => {
    shell.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + 30_000; !(await listens(port)) || !existsSync(join(folder, 'slapd.pid'));) {
    if (Date.now() > deadline || shell.exitCode !== null) {
      const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '';
      await stop();
      throw new Error(`slapd did not start: ${log}`);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  return {
    port,
    url: urls[0]!,
    ...(securePort && { secureUrl: urls[1], certificate: readFileSync(join(folder, 'certificate.pem'), 'utf8') }),
    folder,
    pid: Number(readFileSync(join(folder, 'slapd.pid'), 'utf8')),
    stop,
  };
}
