/** A new city from the command line: its first administrator, the link, the key of another system. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, dayIn } from '../../server/kernel/calendar.js';
import { hopthu, serving } from '../support/command-line.js';
import { freshDatabase, storeKind } from '../support/world.js';

const PASSWORD = 'một mật khẩu dài';
const DENIED_WORDS = /undefined|null|\[object/;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

describe('a new city from the command line', () => {
  let env: Record<string, string>;
  let folder: string;
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hopthu-first-'));
    env = { HOPTHU_DATA: folder, HOPTHU_URL: '', PORT: String(await freePort()), HOST: '127.0.0.1' };
    if (storeKind() === 'postgres') {
      const database = await freshDatabase();
      env.DATABASE_URL = database.url;
      drop = database.drop;
      await hopthu(['migrate'], { ...env, HOPTHU_OWNER_URL: database.ownerUrl });
    }
  });
  afterAll(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const asJson = async (...args: string[]) => {
    const { code, out, err } = await hopthu(['--json', ...args], env);
    return { code, err, answer: JSON.parse(out) };
  };
  const post = (url: string, body: object, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const add = ['user', 'add', '--name', 'Trần Thị Bích', '--email', 'Bich@City.example', '--role', 'ADMIN'];
  let link = '';

  test('the first administrator gets a one-time link and no password', async () => {
    const { code, out, err } = await hopthu(add, env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    link = /(http\S+)/.exec(out)![1]!;
    expect(link).toMatch(new RegExp(`^http://localhost:${env.PORT}/#/invitation\\?token=hti_[\\w-]{43}$`));
    expect(out).toMatch(/until \d\d\/\d\d\/\d{4} \d\d:\d\d/);
    const again = await asJson(...add);
    expect(again).toMatchObject({ code: 1, answer: { user: null, invitation: null, userErrors: [{ code: 'DUPLICATE' }] } });
  });

  describe('beside the server, once it runs', () => {
    let server: Awaited<ReturnType<typeof serving>>;
    beforeAll(async () => {
      server = await serving(env);
    });
    afterAll(() => server.stop());

    test('the link can be used, and leads to a signed-in administrator', async () => {
      expect(server.url.endsWith(`:${env.PORT}`)).toBe(true);
      const token = new URL(link.replace('#/', '')).searchParams.get('token')!;
      const panel = { 'x-hopthu-panel': '1' };
      const shown = await (await post(`${server.url}/auth/invitation`, { token }, panel)).json();
      expect(shown).toMatchObject({ name: 'Trần Thị Bích', email: 'bich@city.example' });
      expect((await post(`${server.url}/auth/invitation/accept`, { token, password: PASSWORD }, panel)).status).toBe(200);
      expect((await post(`${server.url}/auth/invitation/accept`, { token, password: PASSWORD }, panel)).status).toBe(400);
      const query = `mutation { sessionCreate(email: "bich@city.example", password: "${PASSWORD}") { viewer { name roles email } } }`;
      const { data } = (await (await post(`${server.url}/graphql`, { query })).json()) as { data: any };
      expect(data.sessionCreate.viewer).toEqual({ name: 'Trần Thị Bích', roles: ['ADMIN'], email: 'bich@city.example' });
    });

    test('a key that was made opens the door, and no longer once it is revoked', async () => {
      const expiresOn = addDays(dayIn('Asia/Ho_Chi_Minh', new Date()), 90);
      const made = await asJson(
        'key',
        'create',
        '--name',
        'Thi đua',
        '--scope',
        'awards:read',
        '--scope',
        'findings:read',
        '--expires-on',
        expiresOn,
      );
      const key: string = made.answer.secret;
      expect(made.answer.apiKey).toMatchObject({ scopes: ['awards:read', 'findings:read'], expiresOn, createdBy: 'hopthu' });
      const me = async () =>
        (await (await post(`${server.url}/graphql`, { query: '{ me { name } }' }, { authorization: `Bearer ${key}` })).json()) as any;
      expect((await me()).data.me).toEqual({ name: 'Thi đua' });
      expect((await hopthu(['key', 'list'], env)).out).toContain(key.slice(0, 12));
      expect((await hopthu(['key', 'revoke', key.slice(0, 12)], env)).code).toBe(0);
      expect((await me()).data.me).toBeNull();
    });

    test('roles are bound by code; what is missing is a wrong use, what does not exist is refused', async () => {
      await hopthu(['import', 'agencies', resolve('test/data/agencies.csv')], env);
      const contact = (...more: string[]) => [
        'user',
        'add',
        '--name',
        'Lê Hoa',
        '--email',
        'hoa@city.example',
        '--role',
        'agency-contact',
        ...more,
      ];
      const made = await asJson(...contact('--agency', 'SNV'));
      expect(made).toMatchObject({ code: 0, answer: { user: { grants: [{ role: 'AGENCY_CONTACT', agency: { code: 'SNV' } }] } } });
      expect((await hopthu(contact(), env)).code).toBe(2);
      expect((await hopthu(['user', 'add', '--name', 'x', '--email', 'x@city.example', '--role', 'root'], env)).code).toBe(2);
      const unknown = await hopthu(contact('--agency', 'NOWHERE'), env);
      expect({ code: unknown.code, err: unknown.err }).toEqual({ code: 1, err: 'There is no agency with the code NOWHERE.\n' });
    });

    test('accounts are listed, disabled with a reason, enabled and invited by address', async () => {
      const listed = await hopthu(['user', 'list'], env);
      expect(listed.out).toContain('Trần Thị Bích');
      expect(listed.out).toContain('Agency contact SNV');
      expect(listed.out).not.toMatch(DENIED_WORDS);
      expect((await asJson('user', 'list', '--search', 'le hoa')).answer).toMatchObject([{ email: 'hoa@city.example' }]);
      expect((await hopthu(['user', 'disable', 'hoa@city.example'], env)).code).toBe(2);
      expect((await hopthu(['user', 'disable', 'Hoa@city.example', '--reason', 'Chuyển công tác'], env)).out).toContain('disabled');
      expect((await asJson('user', 'invite', 'hoa@city.example')).answer.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
      expect((await hopthu(['user', 'enable', 'hoa@city.example'], env)).code).toBe(0);
      expect((await hopthu(['user', 'invite', 'hoa@city.example'], env)).out).toMatch(/token=hti_/);
      expect((await hopthu(['user', 'reset-second-factor', 'hoa@city.example', '--reason', 'Mất điện thoại'], env)).code).toBe(1);
      expect((await hopthu(['user', 'end-sessions', 'hoa@city.example'], env)).code).toBe(0);
      const last = await asJson('user', 'disable', 'bich@city.example', '--reason', 'x');
      expect(last).toMatchObject({ code: 1, answer: { userErrors: [{ code: 'CONFLICT' }] } });
      const nobody = await hopthu(['user', 'enable', 'nobody@city.example'], env);
      expect({ code: nobody.code, out: nobody.out }).toEqual({ code: 1, out: '' });
    });
  });

  test('with HOPTHU_URL the link leads there', async () => {
    const { out } = await hopthu(['user', 'invite', 'hoa@city.example'], { ...env, HOPTHU_URL: 'https://hopthu.city.example' });
    expect(out).toMatch(/https:\/\/hopthu\.city\.example\/#\/invitation\?token=hti_/);
  });
});
