/** Who comes back from the provider with something forged, stolen, old or mixed up gets no session. Each attack is a real one on a real provider. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createUser } from '../../server/identity/user.service.js';
import type { Ground } from '../../server/kernel/ground.js';
import { type Lie, newKey, type RunningProvider, startProvider } from '../support/oidc-provider.js';
import { World } from '../support/world.js';
import { freePort, openDoor, Walker } from './oidc-door.js';

const FLIGHT = '__Host-hopthu-oidc';

let world: World;
let provider: RunningProvider;
let url: string;
let door: { close: () => Promise<void> };
const said: string[] = [];
/** What single tests have opened. */
const closers: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  world = await World.open();
  const port = await freePort();
  url = `http://localhost:${port}`;
  provider = await startProvider({ redirectUri: `${url}/auth/oidc/callback`, otherClients: ['another'] });
  const log = pino({ level: 'info' }, { write: (line: string) => void said.push(line) });
  const ground = new Proxy(world.ground, { get: (target, name) => (name === 'log' ? log : Reflect.get(target, name)) }) as Ground;
  door = await openDoor(ground, port, { HOPTHU_OIDC_ISSUER: provider.issuer, HOPTHU_OIDC_NAME: 'Cổng <Thành phố>' });
});
beforeEach(async () => {
  await world.clear();
  provider.lie = undefined;
  said.length = 0;
  provider.accounts.set('an', { sub: 'sub-an', email: 'an@city.example', email_verified: true });
  provider.accounts.set('binh', { sub: 'sub-binh', email: 'binh@city.example', email_verified: true });
  for (const name of ['an', 'binh'])
    await createUser(world.system(), { name, email: `${name}@city.example`, grants: [{ role: 'TASK_FORCE' }] });
});
afterAll(async () => {
  for (const opened of closers) await opened.close();
  await door?.close();
  await world?.close();
  await provider?.close();
});

const rows = <T = Record<string, any>>(sql: string): Promise<T[]> => world.ground.orm.em.fork().execute(sql) as Promise<T[]>;
const refusals = async (): Promise<string[]> =>
  (await rows<{ details: string }>(`select details from audit_event where action = 'session.refuse' order by seq`)).map(
    ({ details }) => JSON.parse(details).reason,
  );

async function expectRefused(response: Response, walker: Walker, reason: string, title: string): Promise<void> {
  const text = await response.text();
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(text).toContain(`<h1>${title}</h1>`);
  expect(response.headers.get('location')).toBeNull();
  expect(walker.session).toBeUndefined();
  expect(await rows('select id from session')).toEqual([]);
  expect(await rows('select id from user_identity')).toEqual([]);
  expect(await refusals()).toEqual([reason]);
}

const EXPIRED = ['EXPIRED', 'Lần đăng nhập này đã hết hạn'] as const;
const UNTRUSTED = ['UNTRUSTED', 'Không xác minh được kết quả đăng nhập'] as const;
const CANCELLED = ['CANCELLED', 'Chưa đăng nhập'] as const;

/** An address with one parameter changed; null takes it away. */
function changed(address: URL, name: string, value: string | null): URL {
  const other = new URL(address);
  if (value === null) other.searchParams.delete(name);
  else other.searchParams.set(name, value);
  return other;
}

describe('the control', () => {
  test('without an attack the same way signs in', async () => {
    const walker = new Walker(url);
    expect((await walker.signIn('an')).status).toBe(303);
    expect(walker.session).toMatch(/^hts_/);
  });
});

describe('what the browser brings back', () => {
  test.each<[string, (walker: Walker, callback: URL) => Promise<URL | void>]>([
    ['without the cookie', async ({ jar }) => jar.set(url, FLIGHT, '')],
    ['with a cookie of words', async ({ jar }) => jar.set(url, FLIGHT, 'state=1')],
    [
      'with a cookie of which one letter is changed',
      async ({ jar }) => {
        const sealed = decodeURIComponent(jar.get(url, FLIGHT)!);
        const [at, letter] = [30, sealed[30] === 'A' ? 'B' : 'A'];
        jar.set(url, FLIGHT, encodeURIComponent(sealed.slice(0, at) + letter + sealed.slice(at + 1)));
      },
    ],
    [
      'with something else that this server has sealed',
      async ({ jar }, callback) => {
        const other = { until: 9e15, state: callback.searchParams.get('state') };
        jar.set(url, FLIGHT, encodeURIComponent(world.ground.key.seal(Buffer.from(JSON.stringify(other)))));
      },
    ],
    [
      'with the cookie of another browser',
      async ({ jar }) => {
        const other = new Walker(url);
        await other.begin();
        jar.set(url, FLIGHT, other.jar.get(url, FLIGHT)!);
      },
    ],
    ['eleven minutes later', async () => world.ground.clock.move(11 * 60_000)],
    ['with another state', async (_, callback) => changed(callback, 'state', 'another')],
    ['without a state', async (_, callback) => changed(callback, 'state', null)],
    [
      'with two states',
      async (_, callback) => {
        const two = new URL(callback);
        two.searchParams.append('state', 'another');
        return two;
      },
    ],
  ])('%s it is refused', async (_, attack) => {
    const walker = new Walker(url);
    const callback = await walker.atProvider(await walker.begin(), 'an');
    const response = await walker.back((await attack(walker, callback)) ?? callback);
    await expectRefused(response, walker, ...EXPIRED);
  });

  test('replayed with a copy of the cookie it is refused, whatever the provider does with the code', async () => {
    const walker = new Walker(url);
    const callback = await walker.atProvider(await walker.begin(), 'an');
    const copy = walker.jar.get(url, FLIGHT)!;
    expect((await walker.back(callback)).status).toBe(303);
    const thief = new Walker(url);
    thief.jar.set(url, FLIGHT, copy);
    const response = await thief.back(callback);
    expect([response.status, thief.session, await refusals()]).toEqual([400, undefined, ['EXPIRED']]);
    expect(await rows('select id from session')).toHaveLength(1);
  });

  test('two at the same moment with the same cookie: one is signed in', async () => {
    const walker = new Walker(url);
    const callback = await walker.atProvider(await walker.begin(), 'an');
    const copies = Array.from({ length: 5 }, () => {
      const copy = new Walker(url);
      copy.jar.set(url, FLIGHT, walker.jar.get(url, FLIGHT)!);
      return copy;
    });
    const statuses = (await Promise.all(copies.map((copy) => copy.back(callback)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 400, 400, 400, 400]);
  });

  test.each<[string, (callback: URL) => URL]>([
    ['the name of another issuer (mix-up, RFC 9207)', (callback) => changed(callback, 'iss', 'https://evil.example')],
    ['no issuer, though the provider says it names itself', (callback) => changed(callback, 'iss', null)],
    ['a made-up code', (callback) => changed(callback, 'code', 'made-up')],
    ['no code', (callback) => changed(callback, 'code', null)],
    [
      'two codes',
      (callback) => {
        const two = new URL(callback);
        two.searchParams.append('code', 'another');
        return two;
      },
    ],
  ])('with %s it is refused', async (_, attack) => {
    const walker = new Walker(url);
    await expectRefused(await walker.back(attack(await walker.atProvider(await walker.begin(), 'an'))), walker, ...UNTRUSTED);
  });

  test('with the code of somebody else’s way it is refused: the verifier does not fit (PKCE)', async () => {
    const [victim, thief] = [new Walker(url), new Walker(url)];
    const stolen = (await victim.atProvider(await victim.begin(), 'binh')).searchParams.get('code')!;
    const own = await thief.atProvider(await thief.begin(), 'an');
    await expectRefused(await thief.back(changed(own, 'code', stolen)), thief, ...UNTRUSTED);
  });

  test('with a code that was made for another program it is refused', async () => {
    const walker = new Walker(url);
    const authorize = await walker.begin();
    await expectRefused(await walker.back(await walker.atProvider(changed(authorize, 'client_id', 'another'), 'an')), walker, ...UNTRUSTED);
  });

  test('with a code asked for under another challenge it is refused', async () => {
    const walker = new Walker(url);
    const authorize = changed(await walker.begin(), 'code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    await expectRefused(await walker.back(await walker.atProvider(authorize, 'an')), walker, ...UNTRUSTED);
  });

  test('with a token that answers another question (nonce) it is refused', async () => {
    const walker = new Walker(url);
    const authorize = changed(await walker.begin(), 'nonce', 'another');
    await expectRefused(await walker.back(await walker.atProvider(authorize, 'an')), walker, ...UNTRUSTED);
  });
});

describe('what the provider’s token says', () => {
  const now = Math.floor(Date.now() / 1000);
  test.each<[string, Lie]>([
    ['signed by another key', { key: newKey() }],
    ['not signed at all', { isUnsigned: true }],
    ['meant for another program', { claims: (claims) => ({ ...claims, aud: 'another' }) }],
    [
      'meant for several programs, asked for by another',
      { claims: (claims) => ({ ...claims, aud: ['hopthu', 'another'], azp: 'another' }) },
    ],
    ['of another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    ['expired', { claims: (claims) => ({ ...claims, iat: now - 7200, exp: now - 3600 }) }],
    ['not valid yet', { claims: (claims) => ({ ...claims, nbf: now + 3600 }) }],
    ['without an expiry', { claims: ({ exp: _, ...claims }) => claims }],
    ['without a nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['without a subject', { claims: ({ sub: _, ...claims }) => claims }],
    ['about somebody else than the user info is', { claims: (claims) => ({ ...claims, sub: 'sub-binh' }) }],
  ])('a token %s is refused', async (_, lie) => {
    provider.lie = lie;
    const walker = new Walker(url);
    await expectRefused(await walker.signIn('an'), walker, ...UNTRUSTED);
  });

  test('a token that is changed and still true is taken: the lies above are refused for what they say', async () => {
    provider.lie = { claims: (claims) => ({ ...claims, city: 'Hộp thư' }) };
    expect((await new Walker(url).signIn('an')).status).toBe(303);
  });
});

describe('where it leads', () => {
  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/#//evil.example', 'javascript:alert(1)', '/graphql'])(
    'then=%s is refused and nobody is sent anywhere',
    async (then) => {
      const walker = new Walker(url);
      const response = await walker.start(then);
      expect([response.status, response.headers.get('location'), walker.jar.get(url, FLIGHT)]).toEqual([400, null, undefined]);
      expect(await response.text()).toContain('Liên kết không hợp lệ');
    },
  );
});

describe('what is told', () => {
  test('the provider’s no leads to a page in its reader’s language, without the provider’s words', async () => {
    const walker = new Walker(url);
    const callback = await walker.atProvider(await walker.begin(), 'nobody');
    expect(callback.searchParams.get('error_description')).toContain('nobody');
    const response = await walker.back(callback);
    await expectRefused(response.clone(), walker, ...CANCELLED);
    const text = await response.text();
    expect(text).toContain('Cổng &lt;Thành phố&gt;');
    expect(text).not.toMatch(/nobody|access_denied|<script/);
    expect(text).toContain(`href="${url}/"`);
    const english = await fetch(`${url}/auth/oidc/callback`, { headers: { 'accept-language': 'en' } });
    expect(await english.text()).toContain('This sign-in has expired');
  });

  test('pages run no script, load nothing and stand in no frame (G-19)', async () => {
    const { headers } = await fetch(`${url}/auth/oidc/callback`);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';style-src 'sha256-[\w+/=]+';base-uri 'none';form-action 'none';frame-ancestors 'none'$/,
    );
    expect([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([
      'no-store',
      'nosniff',
      'no-referrer',
    ]);
  });

  test('the log knows the request and the reason, and neither codes nor tokens nor people (G-30)', async () => {
    const walker = new Walker(url);
    const callback = await walker.atProvider(await walker.begin(), 'nobody');
    await walker.back(callback);
    provider.lie = { key: newKey() };
    const other = new Walker(url);
    const secret = await other.atProvider(await other.begin(), 'an');
    await other.back(secret);
    const lines = said.map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { reason: 'CANCELLED', code: 'access_denied', requestId: expect.any(String) },
      { reason: 'UNTRUSTED', requestId: expect.any(String) },
    ]);
    const log = said.join('');
    const record = JSON.stringify(await rows('select * from audit_event'));
    for (const canary of [secret.searchParams.get('code')!, secret.searchParams.get('state')!, 'nobody', 'eyJ']) {
      expect(log).not.toContain(canary);
      expect(record).not.toContain(canary);
    }
    expect(log).not.toContain('an@city.example');
  });

  test('nothing of a sign-in that can be used again is stored (G-17)', async () => {
    const walker = new Walker(url);
    const callback = await walker.atProvider(await walker.begin(), 'an');
    await walker.back(callback);
    const stored = JSON.stringify([
      await rows('select * from session'),
      await rows('select * from user_identity'),
      await rows('select * from spent_sign_on'),
      await rows('select * from audit_event'),
    ]);
    for (const secret of [callback.searchParams.get('code')!, callback.searchParams.get('state')!, walker.session!.slice(4), 'eyJ'])
      expect(stored).not.toContain(secret);
  });

  test('who knocks a hundred times fills no record: fifty are written, and good sign-ins still pass', async () => {
    const port = await freePort();
    const other = await startProvider({ redirectUri: `http://localhost:${port}/auth/oidc/callback` });
    const fresh = await openDoor(world.ground, port, { HOPTHU_OIDC_ISSUER: other.issuer });
    closers.push(fresh, other);
    other.accounts.set('an', { sub: 'sub-an', email: 'an@city.example', email_verified: true });
    for (let i = 0; i < 100; i++) expect((await fetch(`http://localhost:${port}/auth/oidc/callback?code=x&state=y`)).status).toBe(400);
    expect(await refusals()).toHaveLength(50);
    expect((await new Walker(`http://localhost:${port}`).signIn('an')).status).toBe(303);
  });
});

describe('a provider that is not there', () => {
  test('fails alone, with a page that says so, and works again as soon as it is back', async () => {
    const port = await freePort();
    const here = `http://localhost:${port}`;
    const options = { redirectUri: `${here}/auth/oidc/callback`, port: await freePort() };
    const account = { sub: 'sub-an', email: 'an@city.example', email_verified: true };
    const issuer = `http://127.0.0.1:${options.port}`;
    const lonely = await openDoor(world.ground, port, { HOPTHU_OIDC_ISSUER: issuer, HOPTHU_OIDC_NAME: 'Cổng thử' });
    closers.push(lonely);
    const early = await new Walker(here).start();
    expect(early.status).toBe(503);
    expect(await early.text()).toContain('Cổng thử hiện không trả lời');

    const first = await startProvider(options);
    first.accounts.set('an', account);
    const walker = new Walker(here);
    const callback = await walker.atProvider(await walker.begin('/#/agencies'), 'an');
    await first.close();
    const lost = await walker.back(callback);
    expect([lost.status, walker.session]).toEqual([503, undefined]);
    expect(await lost.text()).toContain(`href="${here}/auth/oidc/start?then=%2F%23%2Fagencies&amp;language=vi"`);

    const second = await startProvider(options);
    closers.push(second);
    second.accounts.set('an', account);
    expect((await new Walker(here).signIn('an')).status).toBe(303);
  });

  test('another issuer behind the same address is not believed', async () => {
    const port = await freePort();
    const mixed = await openDoor(world.ground, port, { HOPTHU_OIDC_ISSUER: `${provider.issuer.replace('127.0.0.1', 'localhost')}` });
    closers.push(mixed);
    const response = await new Walker(`http://localhost:${port}`).start();
    expect([response.status, response.headers.get('location')]).toEqual([403, null]);
  });
});
