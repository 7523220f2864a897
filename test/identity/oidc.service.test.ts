/** Whom does single sign-on let in, and whom not? Against a real provider, over real connections. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tokenHash } from '../../server/identity/session.rules.js';
import { createUser } from '../../server/identity/user.service.js';
import { type RunningProvider, startProvider } from '../support/oidc-provider.js';
import { World } from '../support/world.js';
import { freePort, openDoor, Walker } from './oidc-door.js';

let world: World;
let provider: RunningProvider;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  provider = await startProvider({ redirectUri: `${url}/auth/oidc/callback`, clientSecret: 'a secret of the client' });
  Object.assign(process.env, {
    HOPTHU_URL: url,
    HOPTHU_OIDC_ISSUER: provider.issuer,
    HOPTHU_OIDC_CLIENT_ID: 'hopthu',
    HOPTHU_OIDC_CLIENT_SECRET: 'a secret of the client',
    HOPTHU_OIDC_NAME: 'Cổng đăng nhập Thành phố',
  });
  world = await World.open();
  await world.app.http.listen({ port, host: 'localhost' });
});
beforeEach(async () => {
  await world.clear();
  provider.accounts.clear();
  provider.lie = undefined;
  provider.accounts.set('an', { sub: 'sub-an', email: 'An@City.example', email_verified: true });
});
afterAll(async () => {
  await world?.close();
  await provider?.close();
});

const invite = (email = 'an@city.example', name = 'Trần Văn An'): Promise<string> =>
  createUser(world.system(), { name, email, grants: [{ role: 'TASK_FORCE' }] });

const rows = <T = Record<string, any>>(sql: string): Promise<T[]> => world.ground.orm.em.fork().execute(sql) as Promise<T[]>;
const acts = async (): Promise<string[]> =>
  (
    await rows<{ action: string; subject: string }>(`select action, subject from audit_event where action <> 'user.create' order by seq`)
  ).map(({ action, subject }) => `${action} ${subject}`);
const lastReason = async (): Promise<string | undefined> => {
  const [row] = await rows<{ details: string }>(
    `select details from audit_event where action = 'session.refuse' order by seq desc limit 1`,
  );
  return row && JSON.parse(row.details).reason;
};
const sessions = async (): Promise<number> => (await rows('select id from session')).length;

describe('signing in through the city’s own service', () => {
  test('somebody who is invited is signed in, linked, and lands where they wanted to go', async () => {
    const id = await invite();
    const walker = new Walker(url);
    const authorize = await walker.begin('/#/findings?page=2');
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      client_id: 'hopthu',
      response_type: 'code',
      scope: 'openid email',
      code_challenge_method: 'S256',
      max_age: '43200',
      redirect_uri: `${url}/auth/oidc/callback`,
    });
    const response = await walker.back(await walker.atProvider(authorize, 'an'));
    expect([response.status, response.headers.get('location')]).toEqual([303, `${url}/#/findings?page=2`]);
    const cookies = response.headers.getSetCookie();
    expect(cookies.find((line) => line.startsWith('__Host-hopthu='))).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(walker.jar.get(url, '__Host-hopthu-oidc')).toBeUndefined();
    const me = await world.query('{ me { id name roles } }', {}, { cookie: `__Host-hopthu=${walker.session}` });
    expect(me.data.me).toEqual({ id, name: 'Trần Văn An', roles: ['TASK_FORCE'] });
    const [session] = await rows('select * from session');
    expect(session).toMatchObject({ user_id: id, method: 'OIDC', token_hash: tokenHash(walker.session!), second_factor_at: null });
    expect(await rows('select user_id, issuer, subject from user_identity')).toEqual([
      { user_id: id, issuer: provider.issuer, subject: 'sub-an' },
    ]);
    expect(await acts()).toEqual([`identity.link user:${id}`, `session.create user:${id}`]);
  });

  test('what the browser carries to the provider is sealed, for ten minutes, and out of reach of scripts (G-19)', async () => {
    const walker = new Walker(url);
    const response = await walker.start();
    const authorize = new URL(response.headers.get('location')!);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-hopthu-oidc=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const sealed = Buffer.from(decodeURIComponent(walker.jar.get(url, '__Host-hopthu-oidc')!), 'base64').toString('latin1');
    for (const secret of [authorize.searchParams.get('state')!, authorize.searchParams.get('nonce')!, 'verifier'])
      expect(sealed).not.toContain(secret);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('afterwards the account counts, not the address: a changed address signs in the same person', async () => {
    const id = await invite();
    await new Walker(url).signIn('an');
    await invite('an.moi@city.example', 'Somebody else');
    provider.accounts.set('an', { sub: 'sub-an', email: 'an.moi@city.example', email_verified: true });
    expect((await new Walker(url).signIn('an')).status).toBe(303);
    expect((await rows('select user_id from session')).map((row) => row.user_id)).toEqual([id, id]);
    expect(await acts()).toEqual([`identity.link user:${id}`, `session.create user:${id}`, `session.create user:${id}`]);
  });

  test('a second account of the provider with the same address is refused: it may be somebody else’s by now', async () => {
    await invite();
    await new Walker(url).signIn('an');
    provider.accounts.set('thief', { sub: 'sub-thief', email: 'an@city.example', email_verified: true });
    const walker = new Walker(url);
    expect((await walker.signIn('thief')).status).toBe(403);
    expect([walker.session, await lastReason(), await sessions()]).toEqual([undefined, 'LINKED_TO_ANOTHER', 1]);
  });

  test('two first sign-ins at the same moment link once', async () => {
    await invite();
    const answers = await Promise.all(Array.from({ length: 4 }, () => new Walker(url).signIn('an')));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await rows('select id from user_identity')).toHaveLength(1);
  });
});

describe('a second factor at the provider (G-18)', () => {
  test.each<[string, string[], boolean]>([
    ['a password alone shows none', ['pwd'], false],
    ['several factors do', ['pwd', 'mfa'], true],
    ['a key in hardware does', ['hwk'], true],
    ['a text message does not', ['pwd', 'sms'], false],
  ])('%s', async (_, amr, counts) => {
    await invite();
    provider.accounts.get('an')!.amr = amr;
    expect((await new Walker(url).signIn('an')).status).toBe(303);
    const [session] = await rows<{ second_factor_at: string | Date | null }>('select second_factor_at from session');
    if (!counts) return expect(session!.second_factor_at).toBeNull();
    const age = Date.now() - new Date(session!.second_factor_at!).getTime();
    expect(age).toBeGreaterThanOrEqual(-1000);
    expect(age).toBeLessThan(60_000);
  });

  test('an old sign-in at the provider does not', async () => {
    await invite();
    provider.lie = { claims: (claims) => ({ ...claims, amr: ['mfa'], auth_time: Math.floor(Date.now() / 1000) - 13 * 3600 }) };
    expect((await new Walker(url).signIn('an')).status).toBe(303);
    expect(await rows('select second_factor_at from session')).toEqual([{ second_factor_at: null }]);
  });
});

describe('people who are not let in', () => {
  const pages: string[] = [];
  test.each<[string, string, () => Promise<unknown>]>([
    ['nobody here answers to the address', 'UNKNOWN', async () => undefined],
    [
      'an address that the provider has not verified',
      'EMAIL_UNVERIFIED',
      () => {
        provider.accounts.get('an')!['email_verified'] = false;
        return invite();
      },
    ],
    [
      'an account without an address',
      'NO_CLAIM',
      () => {
        delete provider.accounts.get('an')!['email'];
        return invite();
      },
    ],
    [
      'somebody disabled',
      'DISABLED',
      async () => {
        await invite();
        await rows('update app_user set disabled_at = now()');
      },
    ],
    [
      'somebody disabled after the first time',
      'DISABLED',
      async () => {
        await invite();
        await new Walker(url).signIn('an');
        await rows('update app_user set disabled_at = now()');
        await rows('delete from session');
      },
    ],
  ])('%s', async (who, reason, prepare) => {
    await prepare();
    const walker = new Walker(url);
    const response = await walker.signIn('an');
    const text = await response.text();
    expect([response.status, walker.session, await sessions(), await lastReason()]).toEqual([403, undefined, 0, reason]);
    expect(text).toContain('Cổng đăng nhập Thành phố');
    expect(text.toLowerCase()).not.toContain('city.example');
    const [{ details }] = (await rows<{ details: string }>(`select details from audit_event where action = 'session.refuse'`)) as [
      { details: string },
    ];
    expect(text).toContain(JSON.parse(details).requestId);
    expect(await rows('select id from user_identity')).toHaveLength(who.includes('after the first time') ? 1 : 0);
    pages.push(text.replace(/<code>.*<\/code>/, ''));
  });

  test('all of them read the same page', () => {
    expect(pages).toHaveLength(5);
    expect(new Set(pages).size).toBe(1);
  });
});

describe('officers known by a code', () => {
  let port: number;
  let codes: RunningProvider;
  let door: { close: () => Promise<void> };
  beforeAll(async () => {
    port = await freePort();
    codes = await startProvider({ redirectUri: `http://localhost:${port}/auth/oidc/callback`, claimsInToken: true });
    door = await openDoor(world.ground, port, {
      HOPTHU_OIDC_ISSUER: codes.issuer,
      HOPTHU_OIDC_CLAIM: 'employee_code',
      HOPTHU_OIDC_MATCH: 'officer-code',
      HOPTHU_OIDC_STRONG_ACR: 'urn:city:loa:high',
    });
  });
  afterAll(async () => {
    await door?.close();
    await codes?.close();
  });

  test('an officer’s user is found by the officer’s code, at a public client, and a strong acr shows a second factor (G-18)', async () => {
    const officerId = await world.officer(await world.agency(), { code: 'SNV-0042' });
    const id = await createUser(world.system(), {
      name: 'Lan',
      email: 'lan@city.example',
      grants: [{ role: 'OFFICER', scopeId: officerId }],
    });
    codes.accounts.set('lan', { sub: 'sub-lan', employee_code: 'snv-0042', acr: 'urn:city:loa:high' });
    const walker = new Walker(`http://localhost:${port}`);
    const authorize = await walker.begin();
    expect(authorize.searchParams.get('acr_values')).toBe('urn:city:loa:high');
    expect((await walker.back(await walker.atProvider(authorize, 'lan'))).status).toBe(303);
    const [session] = await rows('select user_id, second_factor_at from session');
    expect(session).toMatchObject({ user_id: id, second_factor_at: expect.anything() });
  });

  test('a code that no officer has, and an officer without a user, are not let in', async () => {
    await world.officer(await world.agency(), { code: 'SNV-0043' });
    codes.accounts.set('x', { sub: 'sub-x', employee_code: 'SNV-0043', email: 'an@city.example', email_verified: true });
    codes.accounts.set('y', { sub: 'sub-y', employee_code: 'SNV-9999' });
    await invite();
    for (const login of ['x', 'y']) {
      expect((await new Walker(`http://localhost:${port}`).signIn(login)).status).toBe(403);
      expect(await lastReason()).toBe('UNKNOWN');
    }
    expect(await sessions()).toBe(0);
  });
});
