/** The private mail stack itself: its directory side keeps the table of states in both ways of storing it, two stacks stand side by side, and nothing is left of one whose process was killed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Attribute, Change, Client } from 'ldapts';
import { fresh } from '../provisioning/conformance-bench.js';
import { incoming, inboxOf, send, SmtpTalk, tryLogin, until } from '../support/mail-clients.js';
import { type LdapSide, type MailStack, startMailStack } from '../support/mail-stack.js';

let stack: MailStack;
let ldap: LdapSide;
let directory: Client;
beforeAll(async () => {
  stack = await startMailStack({ ldap: true });
  ldap = stack.ldap!;
  directory = new Client({ url: ldap.url });
  await directory.bind(ldap.connectorDn, ldap.connectorPassword);
});
afterAll(async () => {
  await directory?.unbind();
  await stack?.stop();
});

async function entry(word: string, facts: Record<string, string>): Promise<{ address: string; dn: string; rdn: string }> {
  const address = `${fresh(word)}@example.test`;
  const rdn = `mail=${address}`;
  const dn = `${rdn},${ldap.peopleDn}`;
  const objectClass = ['inetOrgPerson', 'registryMailbox'];
  await directory.add(dn, { objectClass, cn: word, sn: word, mail: address, userPassword: 'geheim', ...facts });
  return { address, dn, rdn };
}

const replace = (dn: string, type: string, value: string) =>
  directory.modify(dn, new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) }));

/** Dovecot remembers what it saw last; the connectors flush, here it is done by hand. */
async function forget(address: string): Promise<void> {
  const { url, key } = ldap.doveadm;
  const body = JSON.stringify([['authCacheFlush', { user: [address] }, 't']]);
  await fetch(url, { method: 'POST', headers: { authorization: `X-Dovecot-API ${btoa(key)}` }, body });
}

/** Login, submission with a live session, and what another server is told. */
async function seen(address: string, talk?: SmtpTalk) {
  await forget(address);
  return {
    login: await tryLogin(ldap, address, 'geheim'),
    submission: await send(ldap, { from: address, to: address, subject: 'thử', password: 'geheim' }),
    incoming: (await incoming(ldap, address)).slice(0, 3),
    open: talk && (await talk.recipient(address, address)).slice(0, 3),
  };
}
const OPEN = { login: 'OK', submission: 250, incoming: '250' };

test('directory, state by moving: disabled is suspended, moved away is revoked', async () => {
  const { address, dn, rdn } = await entry('lan', { mailEnabled: 'TRUE' });
  expect(await seen(address)).toMatchObject(OPEN);
  await until(async () => (await inboxOf(ldap, address, 'geheim')).length === 1);
  const talk = await SmtpTalk.authenticated(ldap, address, 'geheim');
  await replace(dn, 'mailEnabled', 'FALSE');
  expect(await seen(address, talk)).toEqual({ login: 'REFUSED', submission: 535, incoming: '250', open: '553' });
  await directory.modifyDN(dn, `${rdn},${ldap.revokedDn}`);
  expect(await seen(address, talk)).toEqual({ login: 'REFUSED', submission: 535, incoming: '550', open: '553' });
  talk.close();
  await directory.modifyDN(`${rdn},${ldap.revokedDn}`, dn);
  await replace(dn, 'mailEnabled', 'TRUE');
  expect(await seen(address)).toMatchObject(OPEN);
});

test('directory, state by one attribute', async () => {
  const { address, dn } = await entry('minh', { mailState: 'active' });
  expect(await seen(address)).toMatchObject(OPEN);
  await replace(dn, 'mailState', 'suspended');
  expect(await seen(address)).toMatchObject({ login: 'REFUSED', submission: 535, incoming: '250' });
  await replace(dn, 'mailState', 'revoked');
  expect(await seen(address)).toMatchObject({ login: 'REFUSED', submission: 535, incoming: '550' });
  await replace(dn, 'mailState', 'active');
  expect(await seen(address)).toMatchObject(OPEN);
});

test('directory, forwarding: with a copy to both, without one to the other only', async () => {
  const away = `${fresh('away')}@elsewhere.test`;
  const { address, dn } = await entry('hoa', { mailEnabled: 'TRUE', mailForwardTo: away, mailKeepCopy: 'FALSE' });
  const gone = () => stack.outside.filter(({ to }) => to.includes(away)).length;
  const deliver = (subject: string) => send(ldap, { from: 'someone@elsewhere.test', to: address, subject });
  expect(await deliver('một')).toBe(250);
  await until(() => gone() === 1);
  await replace(dn, 'mailKeepCopy', 'TRUE');
  expect(await deliver('hai')).toBe(250);
  await until(() => gone() === 2);
  await until(async () => (await inboxOf(ldap, address, 'geheim')).length === 1);
  expect(await inboxOf(ldap, address, 'geheim')).toEqual(['hai']);
});

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

test('a second stack beside the first, in a process that is killed: all of it stops and its folder is removed', async () => {
  const module = new URL('../support/mail-stack.ts', import.meta.url).href;
  const program = `const { startMailStack } = await import(${JSON.stringify(module)});
    console.log(JSON.stringify(await startMailStack({ ldap: true }))); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', './.config/register.mjs', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  const second = JSON.parse(String(value)) as MailStack;
  const ports = [second, second.ldap!].flatMap(({ imapPort, smtpPort, submissionPort }) => [imapPort, smtpPort, submissionPort]);
  ports.push(Number(new URL(second.databaseUrl).port), Number(new URL(second.ldap!.url).port));
  expect(await Promise.all(ports.map(isOpen))).toEqual(ports.map(() => true));
  expect(second.folder).not.toBe(stack.folder);
  child.kill('SIGKILL');
  await until(async () => !existsSync(second.folder) && !(await Promise.all(ports.map(isOpen))).includes(true), 60);
  expect(await isOpen(stack.imapPort)).toBe(true);
});

test('the database can be stopped and started again', async () => {
  const port = Number(new URL(stack.databaseUrl).port);
  await stack.database.stop();
  expect(await isOpen(port)).toBe(false);
  await stack.database.start();
  expect(await isOpen(port)).toBe(true);
});
