/** `hopthu mail …` as an operator uses it, against the real table of a mail system; secrets come from the environment and are shown nowhere. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayIn } from '../../server/kernel/calendar.js';
import { dateIn } from '../../server/kernel/language.js';
import { holderOf } from '../../server/store/lock.js';
import { openSqlBench, type SqlBench } from '../provisioning/connectors/sql-bench.js';
import { hopthu, type Ran, serving } from '../support/command-line.js';
import { until } from '../support/mail-clients.js';

const [PASSWORD, KEY] = ['canary-password-5e1d', 'canary-key-9b07'];

/** A city where the day is another one than by universal time for most of the day. */
const ZONE = 'Pacific/Kiritimati';

let bench: SqlBench;
let server: Awaited<ReturnType<typeof serving>>;
let folder: string;
let env: Record<string, string>;
/** All that was said, to be searched for secrets at the end. */
const said: string[] = [];

async function mail(...args: string[]): Promise<Ran> {
  const ran = await hopthu(['mail', ...args], env);
  said.push(ran.out, ran.err);
  return ran;
}

/** As the operator of the machine. */
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { url, token } = holderOf(folder)!;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return ((await response.json()) as { data: T }).data;
}

const withPassword = (url: string): string => Object.assign(new URL(url), { password: PASSWORD }).toString();

beforeAll(async () => {
  bench = await openSqlBench();
  folder = mkdtempSync(join(tmpdir(), 'hopthu-mail-'));
  const closed = withPassword(Object.assign(new URL(bench.productUrl), { port: '9' }).toString());
  env = { HOPTHU_DATA: folder, HOPTHU_TIME_ZONE: ZONE, MAIL_DB: withPassword(bench.productUrl), CLOSED: closed, DOVEADM_KEY: KEY };
  server = await serving({ HOPTHU_DATA: folder, HOPTHU_TIME_ZONE: ZONE, HOPTHU_LOG: 'info' });
});
afterAll(async () => {
  await server?.stop();
  await bench?.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (id: string, address: string, state = 'active') =>
  bench.run(
    `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb) values ($1, $2, 'example.test', '', '{X}x', $3, 1)`,
    [id, address, state],
  );

describe('hopthu mail', () => {
  test('schema: printed without a store, and may be run again', async () => {
    const { code, out } = await hopthu(['mail', 'schema'], { HOPTHU_DATA: '/nonexistent' });
    expect([code, out]).toEqual([0, expect.stringContaining('create table if not exists mailbox')]);
    await bench.run(out);
  });

  test('what is not understood is not repeated, and nothing is recorded', async () => {
    const shapeless = await mail(
      'save',
      '--name',
      'city',
      '--kind',
      'sql',
      '--domains',
      'example.test',
      '--set',
      `database-url=${PASSWORD}`,
    );
    expect(shapeless).toMatchObject({ code: 2, err: 'Setting number 1 is not name=value.\n' });
    expect(
      await mail('save', '--name', 'city', '--kind', 'sql', '--domains', 'x.test', '--set', 'databaseUrl=env:NOT_THERE'),
    ).toMatchObject({
      code: 2,
      err: 'The variable in “databaseUrl=env:NOT_THERE” is not set.\n',
    });
    expect((await mail('save', '--name', 'city', '--set', 'databaseUrl=env:MAIL_DB')).err).toContain('needs --kind and --domains');
    expect(await mail('save', '--name', 'city', '--kind', 'imap')).toMatchObject({ code: 2, err: expect.stringContaining('SQL, LDAP') });
    expect(await mail('orders', '--state', 'lost')).toMatchObject({ code: 2, err: expect.stringContaining('no state “lost”') });
    const onTheLine = await mail('save', '--name', 'city', '--kind', 'sql', '--domains', 'x.test', '--set', `databaseUrl=${PASSWORD}`);
    expect(onTheLine).toMatchObject({ code: 2, err: expect.stringContaining('databaseUrl=env:VARIABLE') });
    expect(JSON.parse((await mail('systems', '--json')).out)).toEqual([]);
  });

  test('save, check, and save again: what is not given stays, secrets too', async () => {
    const settings = ['--set', 'databaseUrl=env:MAIL_DB', '--set', 'doveadmUrl=http://127.0.0.1:9', '--set', 'doveadmKey=env:DOVEADM_KEY'];
    const saved = await mail('save', '--name', 'city', '--kind', 'sql', '--domains', 'example.test', ...settings, '--json');
    expect([saved.code, JSON.parse(saved.out).mailSystem.secretsSet]).toEqual([0, ['databaseUrl', 'doveadmKey']]);
    const ill = await mail('check', 'city');
    expect([ill.code, ill.out]).toEqual([1, expect.stringContaining('✘ doveadm answers doveadm: not reached (ECONNREFUSED)')]);
    expect(
      (
        await mail(
          'save',
          '--name',
          'city',
          '--set',
          'doveadmUrl=',
          '--set',
          'doveadmKey=env:DOVEADM_KEY',
          '--set',
          'timeLimitSeconds=3',
          '--parallel',
          '2',
        )
      ).code,
    ).toBe(0);
    const well = await mail('check', 'city', '--json');
    expect([well.code, JSON.parse(well.out)]).toEqual([0, expect.objectContaining({ isWell: true })]);
    expect(JSON.parse((await mail('systems', '--json')).out)).toMatchObject([
      {
        kind: 'SQL',
        domains: ['example.test'],
        parallel: 2,
        mostAnHour: 200,
        isOn: false,
        settings: [{ name: 'timeLimitSeconds', value: '3' }],
        secretsSet: ['databaseUrl', 'doveadmKey'],
      },
    ]);
  });

  test('a database that is away: which part, in its own words, without the password', async () => {
    await mail('save', '--name', 'city', '--set', 'databaseUrl=env:CLOSED');
    expect(await mail('check', 'city')).toMatchObject({ code: 1, out: expect.stringContaining('✘ Connect to the database') });
    expect(await mail('reconcile', 'city')).toMatchObject({ code: 1, out: expect.stringContaining('nothing was compared') });
    await mail('save', '--name', 'city', '--set', 'databaseUrl=env:MAIL_DB');
  });

  test('an order waits while the system is off, goes when it is on, and stands in the list in words', async () => {
    const sheet = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    await hopthu(['import', 'agencies', sheet('a.csv', 'code,name_vi,kind,staff_quota\nA,Sở A,DEPARTMENT,9\n')], env);
    const officers =
      'officer_code,full_name,agency_code,post,is_leader,mailbox,since\nL-1,Lan,A,Chuyên viên,no,lan@example.test,2025-01-01\n';
    expect((await hopthu(['import', 'officers', sheet('o.csv', officers)], env)).code).toBe(0);
    const { mailboxes } = await ask<any>('{ mailboxes(first: 5) { nodes { id address } } }');
    const [{ id }] = mailboxes.nodes;
    await add(id, 'lan@example.test');
    const mutation = 'mutation ($id: ID!) { mailboxSuspend(id: $id, reason: "…") { userErrors { message } } }';
    expect(await ask(mutation, { id })).toEqual({ mailboxSuspend: { userErrors: [] } });
    const waiting = await mail('orders', '--state', 'waiting');
    expect(waiting.out).toMatch(new RegExp(`│ 1 .*${dateIn('en', dayIn(ZONE, new Date()))} .*Suspend .*lan@example\\.test .*Waiting`));
    expect(await bench.stateSeen('lan@example.test')).toBe('ACTIVE');
    expect(await mail('on', 'city')).toMatchObject({ code: 1, err: expect.stringContaining('embedded store') });
    expect((await mail('on', 'city', '--accept-embedded')).out).toContain('carried out on “city” from now on');
    await until(async () => (await bench.stateSeen('lan@example.test')) === 'SUSPENDED');
    await until(async () => (await mail('orders', '--state', 'done')).out.includes('Done'));
    const [order] = JSON.parse((await mail('orders', '--json')).out);
    expect(order).toMatchObject({ number: 1, kind: 'SUSPEND', state: 'DONE', connector: 'city', verified: true });
    expect((await mail('off', 'city')).out).toContain('Orders to “city” wait');
  });

  test('reconcile: differences in words with exit code 0, and 1 where too much differs', async () => {
    await add('00000000-0000-4000-8000-000000000000', 'old@example.test', 'revoked');
    const few = await mail('reconcile', 'city');
    expect([few.code, few.out]).toEqual([
      0,
      expect.stringMatching(/Compared 2 accounts, 1 differences[^]*old@example\.test .*None .*Revoked/),
    ]);
    for (let i = 10; i < 21; i += 1) await add(`00000000-0000-4000-8000-0000000000${i}`, `stranger${i}@example.test`);
    const many = await mail('reconcile', 'city');
    expect([many.code, many.err]).toEqual([1, expect.stringContaining('Too much differs')]);
    expect(JSON.parse((await mail('reconcile', 'city', '--json')).out)).toMatchObject({ result: 'TOO_MUCH', complete: true, checked: 13 });
    expect(await mail('reconcile', 'town')).toMatchObject({ code: 1 });
  });

  test('no secret in anything that was said', () => {
    said.push(server.said());
    expect(said.join('')).toContain('secretsSet');
    for (const secret of [PASSWORD, KEY]) expect(said.filter((text) => text.includes(secret))).toEqual([]);
  });
});
