/**
 * Revoked means out (G-11): the SQL connector on a real Dovecot and Postfix, every cell of the table of states with real programs, with Dovecot's memory
 * switched on so that nothing is forgotten by chance.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../server/kernel/record.js';
import type { FoundState, MailConnector } from '../../server/provisioning/connector.js';
import { sqlConnector } from '../../server/provisioning/connectors/sql.js';
import { mailPasswordHash, newMailPassword } from '../../server/provisioning/mail-password.js';
import type { Bench } from '../provisioning/conformance-bench.js';
import { fresh } from '../provisioning/conformance-bench.js';
import { conformance } from '../provisioning/conformance.js';
import { openWay } from '../support/cuttable-way.js';
import { inboxOf, incoming, logIn, send, SmtpTalk, subjects, tryLogin, until } from '../support/mail-clients.js';
import { type MailStack, startMailStack } from '../support/mail-stack.js';

let stack: MailStack;
let connector: MailConnector;
const others: MailConnector[] = [];

const connectorWith = (settings: Record<string, string | boolean> = {}, databaseUrl = stack.productDatabaseUrl): MailConnector => {
  const { url, key } = stack.doveadm;
  const made = sqlConnector('city', { doveadmUrl: url, ...settings }, { databaseUrl, doveadmKey: key });
  others.push(made);
  return made;
};

beforeAll(async () => {
  stack = await startMailStack({ hibernateSeconds: 1 });
  connector = connectorWith();
});
afterAll(async () => {
  await Promise.all(others.map((one) => one.close()));
  await stack?.stop();
});

/** A person with a mailbox. */
async function person(word: string, given: { forwardTo?: string[]; keepCopy?: boolean } = {}) {
  const password = newMailPassword();
  const address = `${fresh(word)}@example.test`;
  const accountId = newId();
  const account = { accountId, address, fence: 1, name: word, passwordHash: await mailPasswordHash(password), quotaMb: 100 };
  const result = await connector.provision({ ...account, forwardTo: [], keepCopy: true, ...given });
  expect(result).toMatchObject({ outcome: 'changed', before: 'NONE', after: 'ACTIVE', verified: true });
  let fence = 1;
  return { address, password, accountId, next: () => ({ accountId, address, fence: (fence += 1) }) };
}
type Person = Awaited<ReturnType<typeof person>>;

const login = ({ address, password }: Person) => tryLogin(stack, address, password);
const submit = ({ address, password }: Person, to: string, subject = 'thử') => send(stack, { from: address, password, to, subject });
const deliver = ({ address }: Person, subject: string) => send(stack, { from: 'someone@elsewhere.test', to: address, subject });
const arrived = (one: Person, subject: string) => until(async () => (await inboxOf(stack, one.address, one.password)).includes(subject));
/** Files of letters, new and read. */
const lettersOf = ({ address }: Person): string[] =>
  ['new', 'cur'].flatMap((part) => readdirSync(join(stack.folder, 'mail', address, 'Maildir', part)));

describe('states', () => {
  test('active: gets in, sends, receives', async () => {
    const [lan, minh] = [await person('lan'), await person('minh')];
    expect(await login(lan)).toBe('OK');
    expect(await submit(lan, minh.address, 'gửi minh')).toBe(250);
    await arrived(minh, 'gửi minh');
    expect(await deliver(lan, 'từ ngoài')).toBe(250);
    await arrived(lan, 'từ ngoài');
    expect(await submit(lan, 'friend@elsewhere.test', 'ra ngoài')).toBe(250);
    await until(() => stack.outside.some(({ to, from }) => to[0] === 'friend@elsewhere.test' && from === lan.address));
    expect(await incoming(stack, lan.address)).toMatch(/^250 /);
    expect(await incoming(stack, `${fresh('nobody')}@example.test`)).toMatch(/^550 5\.1\.1 /);
    expect(await connector.observe(lan)).toMatchObject({ state: 'ACTIVE', sessions: 0, inbox: { messages: 1, unseen: 1 }, fence: 1 });
  });

  test.each([
    ['SUSPENDED', 'suspend', /^250 /],
    ['REVOKED', 'revoke', /^550 5\.1\.1 /],
  ] as const)('%s: shut out everywhere, sessions ended, mail kept; restored with the same password', async (state, operation, answer) => {
    const [lan, minh] = [await person('lan'), await person('minh')];
    expect(await deliver(lan, 'thư cũ')).toBe(250);
    await arrived(lan, 'thư cũ');
    const session = await logIn(stack, lan.address, lan.password);
    const ended = new Promise((done) => session.once('close', () => done('ended')));
    const bystander = await logIn(stack, minh.address, minh.password);
    const smtp = await SmtpTalk.authenticated(stack, lan.address, lan.password);
    expect(await smtp.recipient(lan.address, minh.address)).toMatch(/^250 /);
    expect((await connector.observe(lan)).sessions).toBe(1);

    const result = await connector[operation](lan.next());
    expect(result).toMatchObject({ outcome: 'changed', before: 'ACTIVE', after: state, liveSessionsRemaining: 0, verified: true });
    expect(await ended).toBe('ended');
    expect(await login(lan)).toBe('REFUSED');
    expect(await submit(lan, minh.address)).toBe(535);
    expect(await smtp.recipient(lan.address, minh.address)).toMatch(/^553 5\.7\.1 /);
    expect(await incoming(stack, lan.address)).toMatch(answer);
    expect(await deliver(lan, 'thư mới')).toBe(state === 'SUSPENDED' ? 250 : 550);
    expect(await subjects(bystander)).toEqual([]);
    await bystander.logout();
    smtp.close();
    await until(() => lettersOf(lan).length === (state === 'SUSPENDED' ? 2 : 1));
    expect(await connector[operation](lan.next())).toMatchObject({ outcome: 'unchanged', after: state, verified: true });
    expect((await connector.observe(lan)).state).toBe(state);

    expect(await connector.restore(lan.next())).toMatchObject({ outcome: 'changed', before: state, after: 'ACTIVE', verified: true });
    expect(await inboxOf(stack, lan.address, lan.password)).toEqual(state === 'SUSPENDED' ? ['thư cũ', 'thư mới'] : ['thư cũ']);
    expect(await submit(lan, minh.address)).toBe(250);
    expect(await incoming(stack, lan.address)).toMatch(/^250 /);
  });

  test('a suspended account that is revoked receives no more, and a revoked one that is suspended receives again', async () => {
    const lan = await person('lan');
    await connector.suspend(lan.next());
    expect(await incoming(stack, lan.address)).toMatch(/^250 /);
    expect(await connector.revoke(lan.next())).toMatchObject({ before: 'SUSPENDED', after: 'REVOKED', verified: true });
    expect(await incoming(stack, lan.address)).toMatch(/^550 /);
    expect(await connector.suspend(lan.next())).toMatchObject({ before: 'REVOKED', after: 'SUSPENDED', verified: true });
    expect([await incoming(stack, lan.address), await login(lan)]).toEqual([expect.stringMatching(/^250 /), 'REFUSED']);
  });

  test('a new password: the old one is refused, the new one accepted', async () => {
    const lan = await person('lan');
    expect(await login(lan)).toBe('OK');
    const password = newMailPassword();
    const result = await connector.resetPassword(lan.next(), await mailPasswordHash(password));
    expect(result).toMatchObject({ outcome: 'changed', after: 'ACTIVE', verified: true });
    expect([await login(lan), await login({ ...lan, password })]).toEqual(['REFUSED', 'OK']);
    expect([await submit(lan, lan.address), await submit({ ...lan, password }, lan.address)]).toEqual([535, 250]);
  });

  test('forwarding: with a copy to both, without one to the other only, while suspended too; a revoked one forwards nothing', async () => {
    const lan = await person('lan');
    const away = `${fresh('away')}@elsewhere.test`;
    const gone = () => stack.outside.filter(({ to }) => to.includes(away)).length;
    expect((await connector.forward(lan.next(), { forwardTo: [away], keepCopy: true })).outcome).toBe('changed');
    expect(await deliver(lan, 'cả hai')).toBe(250);
    await until(() => gone() === 1);
    await arrived(lan, 'cả hai');
    expect((await connector.forward(lan.next(), { forwardTo: [away], keepCopy: false })).outcome).toBe('changed');
    expect(await deliver(lan, 'chỉ bên kia')).toBe(250);
    await until(() => gone() === 2);
    await connector.suspend(lan.next());
    expect(await deliver(lan, 'khi tạm khóa')).toBe(250);
    await until(() => gone() === 3);
    expect(lettersOf(lan)).toHaveLength(1);
    await connector.revoke(lan.next());
    expect(await incoming(stack, lan.address)).toMatch(/^550 /);
  });

  test('the hash of a first password is one that Dovecot itself accepts', async () => {
    const lan = await person('lan');
    expect(await tryLogin(stack, lan.address, lan.password.toUpperCase())).toBe('REFUSED');
    expect(await tryLogin(stack, lan.address.toUpperCase(), lan.password)).toBe('OK');
    expect(readFileSync(stack.dovecotLog, 'utf8')).not.toContain(lan.password);
  });
});

describe('what Dovecot remembers', () => {
  /** Writes and stops there: what becomes of an order whose flush is missing. */
  const withoutFlush = () => connectorWith({ doveadmUrl: '' });

  test('without a flush a revoked account goes on getting in; with it, it does not', async () => {
    const lan = await person('lan');
    expect(await login(lan)).toBe('OK');
    expect(await withoutFlush().revoke(lan.next())).toMatchObject({ outcome: 'changed', after: 'REVOKED' });
    expect(await login(lan)).toBe('OK');
    expect(await connector.revoke(lan.next())).toMatchObject({ outcome: 'unchanged', after: 'REVOKED', verified: true });
    expect(await login(lan)).toBe('REFUSED');
  });

  test('a refusal is not remembered beyond a restoration, nor an old password beyond a new one', async () => {
    const lan = await person('lan');
    await connector.revoke(lan.next());
    expect(await login(lan)).toBe('REFUSED');
    expect(await withoutFlush().restore(lan.next())).toMatchObject({ outcome: 'changed' });
    expect(await login(lan)).toBe('REFUSED');
    expect(await connector.restore(lan.next())).toMatchObject({ outcome: 'unchanged', verified: true });
    expect(await login(lan)).toBe('OK');
    const password = newMailPassword();
    await withoutFlush().resetPassword(lan.next(), await mailPasswordHash(password));
    expect(await login(lan)).toBe('OK');
    await connector.resetPassword(lan.next(), await mailPasswordHash(password));
    expect([await login(lan), await login({ ...lan, password })]).toEqual(['REFUSED', 'OK']);
  });

  test('a mailbox that somebody tried before it was there opens at once when it is provisioned', async () => {
    const address = `${fresh('som')}@example.test`;
    expect(await tryLogin(stack, address, 'whatever')).toBe('REFUSED');
    const password = newMailPassword();
    const passwordHash = await mailPasswordHash(password);
    const account = { accountId: newId(), address, fence: 1, name: 'Sớm', passwordHash, quotaMb: 10, forwardTo: [], keepCopy: true };
    expect(await connector.provision(account)).toMatchObject({ outcome: 'changed', verified: true });
    expect(await tryLogin(stack, address, password)).toBe('OK');
  });
});

describe('sessions', () => {
  /** The processes in which sessions of a person live. */
  async function processesOf({ address }: Person): Promise<string[]> {
    const { url, key } = stack.doveadm;
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `X-Dovecot-API ${btoa(key)}` },
      body: JSON.stringify([['who', { mask: [address], separateConnections: true }, 't']]),
    });
    const [[, rows]] = (await response.json()) as [[string, { pid: string }[]]];
    return rows.map(({ pid }) => pid);
  }

  /** A session in IDLE: after a second it sleeps. */
  async function idle({ address, password }: Person) {
    const client = await logIn(stack, address, password);
    await client.mailboxOpen('INBOX');
    let isOpen = true;
    client.once('close', () => (isOpen = false));
    void client.idle().catch(() => undefined);
    return { isOpen: () => isOpen, close: () => client.close() };
  }

  test('one that sleeps beside others is reported, not passed over, and ended when others may be', async () => {
    const [lan, minh] = [await person('lan'), await person('minh')];
    const [first, second] = [await idle(lan), await idle(minh)];
    await until(async () => (await processesOf(lan))[0] === (await processesOf(minh))[0]);
    const spared = await connector.revoke(lan.next());
    expect(spared).toMatchObject({ outcome: 'changed', after: 'REVOKED', liveSessionsRemaining: 1, verified: false });
    expect([first.isOpen(), second.isOpen()]).toEqual([true, true]);
    const rest = await connectorWith({ endOthersToo: true }).revoke(lan.next());
    expect(rest).toMatchObject({ outcome: 'unchanged', after: 'REVOKED', liveSessionsRemaining: 0, verified: true });
    await until(() => !first.isOpen());
    expect([await login(lan), await login(minh)]).toEqual(['REFUSED', 'OK']);
    second.close();
  });

  test('one that sleeps alone is ended, and one that is awake does not touch those who sleep', async () => {
    const [lan, minh, hoa] = [await person('lan'), await person('minh'), await person('hoa')];
    const alone = await idle(lan);
    await until(async () => (await processesOf(lan)).length === 1);
    await new Promise((done) => setTimeout(done, 2_000));
    expect(await connector.suspend(lan.next())).toMatchObject({ liveSessionsRemaining: 0, verified: true });
    await until(() => !alone.isOpen());
    const asleep = await idle(minh);
    const awake = await logIn(stack, hoa.address, hoa.password);
    const ended = new Promise((done) => awake.once('close', () => done('ended')));
    await new Promise((done) => setTimeout(done, 2_000));
    expect(await connector.revoke(hoa.next())).toMatchObject({ liveSessionsRemaining: 0, verified: true });
    expect(await ended).toBe('ended');
    expect(asleep.isOpen()).toBe(true);
    asleep.close();
  });
});

describe('faults', () => {
  test('a wrong key, a doveadm that says nothing and one that is not there: written, but never called verified', async () => {
    const lan = await person('lan');
    const silent = await openWay(Number(new URL(stack.doveadm.url).port));
    await silent.spoil('held');
    const { productDatabaseUrl: databaseUrl } = stack;
    const settings = { timeLimitSeconds: 1, doveadmUrl: stack.doveadm.url };
    const broken = [
      sqlConnector('wrong key', settings, { databaseUrl, doveadmKey: 'not-the-key' }),
      sqlConnector(
        'silent',
        { ...settings, doveadmUrl: `http://127.0.0.1:${silent.port}` },
        { databaseUrl, doveadmKey: stack.doveadm.key },
      ),
      sqlConnector('nobody there', { ...settings, doveadmUrl: 'http://127.0.0.1:9' }, { databaseUrl, doveadmKey: stack.doveadm.key }),
    ];
    for (const one of broken) {
      const result = await one.revoke(lan.next());
      expect(result).toMatchObject({ after: 'REVOKED', verified: false, message: expect.stringMatching(/^doveadm: /) });
      const health = await one.check();
      expect(health.isWell).toBe(false);
      expect(health.steps.filter(({ isWell }) => !isWell).map(({ name }) => name.en)).toContain('doveadm answers');
      expect((await one.observe(lan)).sessions).toBeUndefined();
      const said = JSON.stringify([result, health]);
      for (const secret of [stack.doveadm.key, 'not-the-key', Buffer.from('not-the-key').toString('base64')])
        expect(said).not.toContain(secret);
      await one.close();
    }
    await silent.close();
    expect(await connector.revoke(lan.next())).toMatchObject({ outcome: 'unchanged', verified: true });
  });

  test('the database stops for ten seconds in the middle of an order: nothing is claimed, and it is carried out once afterwards', async () => {
    const lan = await person('lan');
    const session = await logIn(stack, lan.address, lan.password);
    const lock = new pg.Client({ connectionString: stack.databaseUrl });
    lock.on('error', () => undefined);
    await lock.connect();
    await lock.query('begin');
    await lock.query('select from mailbox where id = $1 for update', [lan.accountId]);
    const target = lan.next();
    const order = connector.revoke(target);
    await until(async () => {
      const { rows } = await lock.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'hopthu-provisioning'`,
      );
      return rows.length > 0;
    });
    // A server that stops ends its connections in any order; here the one of the order goes first, or the lock would be free and it be written.
    await lock.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'hopthu-provisioning'`,
    );
    await stack.database.stop();
    try {
      expect(await order).toMatchObject({ outcome: 'unknown', verified: false });
      const end = Date.now() + 10_000;
      while (Date.now() < end) {
        expect(await connector.revoke(target)).toMatchObject({ outcome: 'retryable', verified: false });
        await expect(connector.observe(lan)).rejects.toThrow();
        await new Promise((done) => setTimeout(done, 1_000));
      }
    } finally {
      await stack.database.start();
    }
    expect((await connector.observe(lan)).state).toBe('ACTIVE');
    let result = await connector.revoke(target);
    expect(result).toMatchObject({ outcome: 'changed', before: 'ACTIVE', after: 'REVOKED' });
    // Dovecot takes up to 100 s until it uses a database that came back.
    await until(async () => {
      if (!result.verified) result = await connector.revoke(target);
      return result.verified;
    }, 150);
    expect(result).toMatchObject({ after: 'REVOKED', liveSessionsRemaining: 0 });
    session.close();
    await until(async () => (await incoming(stack, lan.address)).startsWith('550 '), 150);
    expect(await login(lan)).toBe('REFUSED');
  });
});

conformance('SQL with Dovecot', async (): Promise<Bench> => {
  const client = new pg.Pool({ connectionString: stack.databaseUrl });
  client.on('error', () => undefined);
  const url = new URL(stack.productDatabaseUrl);
  const way = await openWay(Number(url.port));
  url.port = String(way.port);
  return {
    connector: connectorWith({}, url.toString()),
    newId,
    stateSeen: async (address): Promise<FoundState> => {
      const has = async (table: string) => (await client.query(`select from ${table} where address = $1`, [address])).rowCount === 1;
      if (await has('mail_account')) return 'ACTIVE';
      if (await has('mail_recipient')) return 'SUSPENDED';
      return (await has('mailbox')) ? 'REVOKED' : 'NONE';
    },
    passwordFits: async (address, password) => (await tryLogin(stack, address, password)) === 'OK',
    breakOff: async () => {
      await way.spoil('cut');
      return () => way.mend();
    },
    close: async () => {
      await way.close();
      await client.end();
    },
  };
});
