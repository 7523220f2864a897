/** What the SQL connector says when its database does not answer, answers no more, or does not take what it is given; and what the database refuses by itself. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createServer, type Socket } from 'node:net';
import type { MailConnector } from '../../../server/provisioning/connector.js';
import { sqlConnector } from '../../../server/provisioning/connectors/sql.js';
import { sqlSchema } from '../../../server/provisioning/connectors/sql-schema.js';
import { mailPasswordHash, unusablePasswordHash } from '../../../server/provisioning/mail-password.js';
import { FIRST, ordered, tenant } from '../conformance-bench.js';
import { openSqlBench, type SqlBench } from './sql-bench.js';

let bench: SqlBench;
beforeAll(async () => {
  FIRST.hash = await mailPasswordHash(FIRST.password);
  bench = await openSqlBench();
});
afterAll(() => bench?.close());

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = Date.now();
  await work();
  return (Date.now() - start) / 1_000;
};
/** Twice the limit of two seconds, and some for a busy machine. */
const BOUND = 15;

describe('faults on the way', () => {
  test('an answer that is lost leaves the order unknown; what was done is found by looking', async () => {
    const one = await tenant(bench);
    // A connection is there already, so that the order itself is what gets through.
    await bench.connector.observe(one.at(0));
    const lock = new pg.Client({ connectionString: bench.productUrl });
    await lock.connect();
    await lock.query('begin');
    await lock.query('select from mailbox where id = $1 for update', [one.at(0).accountId]);
    const order = bench.connector.revoke(one.next());
    // The order has read, and waits for its turn to write.
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'hopthu-provisioning'`;
    while ((await bench.run(waits)).length === 0) await new Promise((done) => setTimeout(done, 10));
    await bench.way.spoil('answers-lost');
    await lock.query('commit');
    await lock.end();
    expect(await order).toMatchObject({ outcome: 'unknown', verified: false });
    await bench.way.mend();
    expect((await bench.connector.observe(one.at(0))).state).toBe('REVOKED');
    expect(await bench.connector.revoke(one.at(2))).toMatchObject({ outcome: 'unchanged', verified: true });
  });

  test('a write that waits too long is given up by the database and can be asked again', async () => {
    const one = await tenant(bench);
    const lock = new pg.Client({ connectionString: bench.productUrl });
    await lock.connect();
    await lock.query('begin');
    await lock.query('select from mailbox where id = $1 for update', [one.at(0).accountId]);
    expect(await bench.connector.revoke(one.at(2))).toMatchObject({ outcome: 'retryable', verified: false });
    await lock.end();
    expect((await bench.connector.observe(one.at(0))).state).toBe('ACTIVE');
    expect(await bench.connector.revoke(one.at(2))).toMatchObject({ outcome: 'changed', verified: true });
  });

  test('a way that is held up: orders and questions end within their limit, and nothing is claimed', async () => {
    const one = await tenant(bench);
    await bench.connector.observe(one.at(0));
    await bench.way.spoil('held');
    const took = await seconds(async () => {
      expect(['retryable', 'unknown']).toContain((await bench.connector.revoke(one.next())).outcome);
      await expect(bench.connector.observe(one.at(0))).rejects.toThrow();
    });
    expect(took).toBeLessThan(BOUND);
    await bench.way.mend();
    expect((await bench.connector.observe(one.at(0))).state).toBe('ACTIVE');
  });

  test('a server that takes calls and says nothing is not waited for, not even at the end', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as { port: number };
    const connector = sqlConnector(
      'silent',
      { timeLimitSeconds: 1 },
      { databaseUrl: `postgres://nobody:geheim-und-lang@127.0.0.1:${port}/mail` },
    );
    const took = await seconds(async () => {
      expect(await connector.suspend(ordered(bench))).toMatchObject({ outcome: 'retryable', verified: false });
      expect((await connector.check()).isWell).toBe(false);
      const list = connector.list();
      for await (const account of list) throw new Error(`an account out of nothing: ${account.address}`);
      expect(await list.complete).toBe(false);
      await connector.close();
    });
    expect(took).toBeLessThan(BOUND);
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  test('a login that is not accepted is no fault of the order, and its password stands in no message', async () => {
    const strict = await openSqlBench();
    const url = new URL(strict.productUrl);
    url.username = 'nobody_of_that_name';
    url.password = 'geheim-und-lang';
    const connector = sqlConnector('wrong', {}, { databaseUrl: url.toString() });
    const result = await connector.revoke(ordered(bench));
    const health = await connector.check();
    expect(result.outcome).toBe('retryable');
    expect(health.isWell).toBe(false);
    expect(JSON.stringify([result, health])).not.toContain('geheim-und-lang');
    await connector.close();
    await strict.close();
  });

  test('a list that is cut in the middle is not whole', async () => {
    const long = await openSqlBench();
    await long.run(`insert into mailbox select gen_random_uuid(), 'lan' || i || '@example.test', 'example.test', '', 'x', 'active', '{}', true, 10
      from generate_series(1, 1201) i`);
    const all = long.connector.list();
    const found = new Set<string>();
    for await (const { accountId } of all) found.add(accountId);
    expect([found.size, await all.complete]).toEqual([1201, true]);
    const cut = long.connector.list();
    let seen = 0;
    for await (const account of cut) {
      expect(account.state).toBe('ACTIVE');
      seen += 1;
      if (seen === 600) await long.way.spoil('cut');
    }
    expect(seen).toBeLessThan(1201);
    expect(await cut.complete).toBe(false);
    await long.way.mend();
    const again = long.connector.list();
    seen = 0;
    for await (const account of again) seen += Number(account.state === 'ACTIVE');
    expect([seen, await again.complete]).toEqual([1201, true]);
    await long.close();
  });
});

describe('what the table says', () => {
  test('a value that nobody told stops orders and lists of that account, and is shown by the trial of the connection', async () => {
    const older = await openSqlBench({ isOlder: true });
    const one = await tenant(older);
    const good = await tenant(older);
    await older.run('update post."Konten" set active = 7 where login = $1', [one.account.address]);
    const result = await older.connector.revoke(one.next());
    expect(result).toMatchObject({ outcome: 'permanent', verified: false });
    expect(result.message).toContain('"7"');
    await expect(older.connector.observe(one.at(0))).rejects.toThrow('"7"');
    const list = older.connector.list();
    const found: string[] = [];
    for await (const { address } of list) found.push(address);
    expect([found, await list.complete]).toEqual([[good.account.address], false]);
    expect(list.problem()).toContain(one.account.address);
    const { isWell, steps } = await older.connector.check();
    expect(isWell).toBe(false);
    expect(steps.filter((step) => !step.isWell).map(({ name, detail }) => [name.en, detail])).toEqual([['Values of the state', '"7"']]);
    await older.close();
  });

  test('what a site needs besides is written, its units are kept, and a copy is kept by forwarding to oneself', async () => {
    const older = await openSqlBench({ isOlder: true });
    const one = await tenant(older, { quotaMb: 3 });
    const row = async () =>
      (await older.run('select goto, bytes, maildir, active, seq from post."Konten" where login = $1', [one.account.address]))[0];
    const [local] = one.account.address.split('@');
    expect(await row()).toEqual({ goto: '', bytes: String(3 * 1024 * 1024), maildir: `example.test/${local}/`, active: 1, seq: '1' });
    await older.connector.forward(one.next(), { forwardTo: ['a@elsewhere.test', 'b@elsewhere.test'], keepCopy: true });
    expect((await row()).goto).toBe(`a@elsewhere.test,b@elsewhere.test,${one.account.address}`);
    expect((await older.connector.observe(one.at(0))).forwarding).toEqual({
      forwardTo: ['a@elsewhere.test', 'b@elsewhere.test'],
      keepCopy: true,
    });
    await older.close();
  });

  test('an address written in large letters is the same address', async () => {
    const older = await openSqlBench({ isOlder: true });
    await older.run(`insert into post."Konten" (login, secret, active, bytes, maildir) values ('Lan@Example.test', 'x', 1, 1, '')`);
    const result = await older.connector.provision(ordered(older, { address: 'lan@example.test' }));
    expect(result).toMatchObject({ outcome: 'permanent', message: 'another account holds this address: lan@example.test' });
    await older.close();
  });

  test('a site without a state for suspended accounts cannot suspend, and says so beforehand', async () => {
    const older = await openSqlBench({ isOlder: true, settings: { stateSuspended: '-', forwardColumn: '-' } });
    const one = await tenant(older);
    expect(older.connector.capabilities()).toMatchObject({ suspendKeepsDelivery: false, forward: false, endSessions: false });
    expect((await older.connector.suspend(one.next())).outcome).toBe('permanent');
    expect(await older.connector.plan('SUSPEND', one.account)).toEqual([]);
    expect((await older.connector.forward(one.next(), { forwardTo: ['a@elsewhere.test'], keepCopy: true })).outcome).toBe('permanent');
    await older.close();
  });

  test('a domain that mail is not accepted for, and an id that is none, are refused for good; no hash stands in the message', async () => {
    const account = ordered(bench, { address: 'lan@unknown.test', passwordHash: await unusablePasswordHash() });
    const result = await bench.connector.provision(account);
    expect(result).toMatchObject({ outcome: 'permanent', verified: false });
    expect(JSON.stringify(result)).not.toContain('ARGON2');
    const strange = { ...ordered(bench), accountId: 'no-uuid' };
    expect((await bench.connector.provision(strange)).outcome).toBe('permanent');
    expect((await bench.connector.suspend(strange)).outcome).toBe('permanent');
    expect((await bench.connector.observe(strange)).state).toBe('NONE');
  });

  test('a column that is not there and a right that is missing are found by the trial of the connection', async () => {
    const failing = async (connector: MailConnector) => {
      const { steps } = await connector.check();
      await connector.close();
      return steps.filter((step) => !step.isWell).map(({ name }) => name.en);
    };
    const secrets = { databaseUrl: bench.productUrl };
    expect(await failing(sqlConnector('a', { nameColumn: 'no_such_column' }, secrets))).toEqual(['Read the table and its columns']);
    await bench.run('revoke insert on mailbox from hopthu_provisioning');
    expect(await failing(sqlConnector('b', {}, secrets))).toEqual(['Right to write']);
    await bench.run('grant insert on mailbox to hopthu_provisioning');
    expect(await failing(sqlConnector('c', {}, secrets))).toEqual([]);
  });
});

describe('what the database refuses by itself', () => {
  const asProduct = async (text: string, values: readonly unknown[] = []): Promise<string> => {
    const client = new pg.Client({ connectionString: bench.productUrl });
    await client.connect();
    try {
      await client.query(text, [...values]);
      return 'done';
    } catch (fault) {
      return (fault as { code: string }).code;
    } finally {
      await client.end();
    }
  };

  test('a lower fence, whoever writes it; deleting; readers who would see passwords of the revoked', async () => {
    const one = await tenant(bench, { fence: 5 });
    const { accountId } = one.at(0);
    expect(await asProduct(`update mailbox set state = 'revoked', fence = 4 where id = $1`, [accountId])).toBe('HF001');
    expect(await asProduct(`update mailbox set id = gen_random_uuid() where id = $1`, [accountId])).toBe('P0001');
    expect(await asProduct('delete from mailbox where id = $1', [accountId])).toBe('42501');
    expect(await asProduct(`insert into mail_domain values ('other.test')`)).toBe('42501');
    expect(await asProduct(`update mailbox set state = 'suspended', fence = 5 where id = $1`, [accountId])).toBe('done');
    const reader = new URL(bench.productUrl);
    reader.username = 'dovecot_reader';
    const client = new pg.Client({ connectionString: reader.toString() });
    await client.connect();
    await expect(client.query('select from mailbox')).rejects.toThrow('permission denied');
    const rows = async (view: string) =>
      (await client.query(`select address from ${view} where address = $1`, [one.account.address])).rowCount;
    expect([await rows('mail_account'), await rows('mail_recipient')]).toEqual([0, 1]);
    await client.end();
  });

  test('an order that had looked before a newer one wrote is refused by its own write, without any trigger (G-8)', async () => {
    const older = await openSqlBench({ isOlder: true });
    const one = await tenant(older);
    const newer = new pg.Client({ connectionString: older.productUrl });
    await newer.connect();
    await newer.query('begin');
    await newer.query('update post."Konten" set active = 2, seq = 3 where uid = $1', [one.at(0).accountId]);
    const late = older.connector.revoke(one.at(2));
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'hopthu-provisioning'`;
    while ((await older.run(waits)).length === 0) await new Promise((done) => setTimeout(done, 10));
    await newer.query('commit');
    await newer.end();
    expect(await late).toMatchObject({ outcome: 'permanent', after: 'SUSPENDED', message: 'a newer order was carried out' });
    expect(await older.stateSeen(one.account.address)).toBe('SUSPENDED');
    await older.close();
  });

  test('the schema can be run again over accounts', async () => {
    const [before] = await bench.run('select count(*) from mailbox');
    await bench.run(sqlSchema());
    expect(await bench.run('select count(*) from mailbox')).toEqual([before]);
    expect(() => sqlSchema({ product: 'a"; drop role postgres', readers: [] })).toThrow();
  });
});
