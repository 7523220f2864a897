import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { type Bent, SoftAuthenticator } from '../support/authenticator.js';
import { World } from '../support/world.js';
import { acts, PASSWORD, Person } from './person.js';

const BEGIN = 'mutation ($password: String) { passkeyBegin(password: $password) { options userErrors { code path message rule } } }';
const ADD =
  'mutation ($name: String!, $response: String!) { passkeyAdd(name: $name, response: $response) { passkeys { id name lastUsedAt } userErrors { code path message rule } } }';
const REMOVE = 'mutation ($id: ID!) { passkeyRemove(id: $id) { passkeys { id } userErrors { code path rule } } }';
const ME =
  '{ me { id secondFactorUntil needsSecondFactor factors { hasTotp recoveryCodesLeft passkeys { id name lastUsedAt } } } mySessions { isCurrent method device } }';

interface Knock {
  token?: string;
  headers?: Record<string, string>;
  address?: string;
}

describe('passkeys', () => {
  let world: World;
  let lan: Person;
  let key: SoftAuthenticator;

  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    lan = await Person.make(world, 'lan@test.example', 'ADMIN');
    await lan.signIn();
    key = new SoftAuthenticator();
  });
  afterAll(() => world.close());

  const knock = async (url: string, payload: object, { token, headers, address }: Knock = {}) => {
    const response = await world.app.http.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        'x-hopthu-panel': '1',
        ...(token && { cookie: `__Host-hopthu=${token}` }),
        ...headers,
      },
      payload,
      ...(address && { remoteAddress: address }),
    });
    const cookie = /^__Host-hopthu=([^;]+)/.exec(String(response.headers['set-cookie'] ?? ''))?.[1];
    return { status: response.statusCode, body: response.json(), cookie };
  };
  const options = async (as: Knock = {}) => (await knock('/auth/passkey/options', {}, as)).body;
  const show = async (authenticator = key, bent: Bent = {}, as: Knock = {}) =>
    knock('/auth/passkey/verify', { response: authenticator.get(await options(as), bent) }, as);

  const begin = async (person = lan, password: string | null = PASSWORD) => (await person.ask(BEGIN, { password })).passkeyBegin;
  const add = async (person = lan, authenticator = key, bent: Bent = {}, name = 'Điện thoại') => {
    const begun = await begin(person);
    return (await person.ask(ADD, { name, response: JSON.stringify(authenticator.create(JSON.parse(begun.options), bent)) })).passkeyAdd;
  };

  test('the browser is asked for one that can be found without a name and makes sure who uses it', async () => {
    const made = JSON.parse((await begin()).options);
    expect(made).toMatchObject({
      rp: { id: 'localhost', name: 'Hopthu' },
      user: { name: 'lan@test.example', displayName: 'Nguyễn Thị Lan' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });
    expect(await options()).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect((await options()).allowCredentials ?? []).toEqual([]);
  });

  test('adding the first asks the password; the session has then shown a second factor', async () => {
    expect((await begin(lan, null)).userErrors).toMatchObject([{ code: 'REQUIRED', path: ['password'] }]);
    expect((await begin(lan, 'wrong')).userErrors).toMatchObject([{ code: 'INVALID', path: ['password'] }]);
    expect((await lan.ask(ME)).me).toMatchObject({ secondFactorUntil: null, needsSecondFactor: true });
    expect(await add()).toMatchObject({ passkeys: [{ name: 'Điện thoại', lastUsedAt: null }], userErrors: [] });
    expect((await lan.ask(ME)).me).toMatchObject({ secondFactorUntil: expect.any(String), needsSecondFactor: false });
    expect(await acts(world, 'passkey.%')).toEqual(['passkey.add']);
  });

  test('signs in without a name: a new session of method PASSKEY that has shown a second factor', async () => {
    await add();
    const { status, body, cookie } = await show(
      key,
      {},
      { headers: { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1' } },
    );
    expect([status, body]).toEqual([200, { isSignedIn: true, expiresAt: expect.any(String) }]);
    const again = lan.elsewhere();
    again.token = cookie!;
    const { me, mySessions } = await again.ask(ME);
    expect(me).toMatchObject({ id: lan.id, secondFactorUntil: expect.any(String) });
    expect(mySessions.find((s: any) => s.isCurrent)).toEqual({ isCurrent: true, method: 'PASSKEY', device: 'Safari · iPhone' });
    expect(me.factors.passkeys[0].lastUsedAt).not.toBeNull();
    expect((await show()).cookie).not.toBe(cookie);
  });

  const forget = async () => {
    await world.ground.orm.em.fork().execute('update session set second_factor_at = null');
    forgetSessions(world.ground);
  };

  test('shown while signed in it proves the second factor of that session, of the same person only', async () => {
    await add();
    const binh = await Person.make(world, 'binh@test.example', 'ADMIN');
    await binh.signIn();
    await forget();
    const foreign = await show(key, {}, { token: binh.token });
    expect([foreign.status, foreign.body]).toMatchObject([
      400,
      { code: 'INVALID', path: ['response'], message: expect.stringMatching(/không thuộc về/) },
    ]);
    expect(foreign.cookie).toBeUndefined();
    expect((await binh.ask(ME)).me.secondFactorUntil).toBeNull();
    const own = await show(key, {}, { token: lan.token });
    expect([own.status, own.body, own.cookie]).toEqual([200, { isSignedIn: true }, undefined]);
    expect((await lan.ask(ME)).me.secondFactorUntil).not.toBeNull();
    expect(await acts(world, 'session.prove')).toHaveLength(1);
  });

  test('an answer is taken once, in five minutes, and only for the session it was asked for', async () => {
    await add();
    const response = key.get(await options());
    const both = await Promise.all([1, 2, 3].map(() => knock('/auth/passkey/verify', { response })));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);

    world.ground.clock.stopAt(new Date());
    const late = key.get(await options());
    world.ground.clock.move(5 * 60_000 + 1);
    expect((await knock('/auth/passkey/verify', { response: late })).body).toMatchObject({ code: 'INVALID' });
    world.ground.clock.stopAt();

    const ofVisitor = key.get(await options());
    expect((await knock('/auth/passkey/verify', { response: ofVisitor }, { token: lan.token })).status).toBe(400);
    const ofLan = key.get(await options({ token: lan.token }));
    expect((await knock('/auth/passkey/verify', { response: ofLan })).status).toBe(400);
    const forAdding = key.get(JSON.parse((await begin()).options));
    expect((await knock('/auth/passkey/verify', { response: forAdding }, { token: lan.token })).status).toBe(400);
  });

  test('what is not signed for here, by the person, is refused: each bent answer, and the straight one is not', async () => {
    await add();
    const bents: Bent[] = [
      { origin: 'https://hopthu.evil.example' },
      { origin: 'http://localhost:4000.evil.example' },
      { domain: 'evil.example' },
      { isVerified: false },
      { challenge: Buffer.from('another').toString('base64url') },
      { type: 'webauthn.create' },
      { userHandle: Buffer.alloc(16, 7).toString('base64url') },
    ];
    for (const bent of bents) expect([bent, (await show(key, bent)).status]).toEqual([bent, 400]);
    const imposter = new SoftAuthenticator();
    key.id.copy(imposter.id);
    imposter.userHandle = key.userHandle;
    imposter.counter = 100;
    expect((await show(imposter)).status).toBe(400);
    expect((await show(new SoftAuthenticator())).status).toBe(400);
    for (const response of [
      null,
      'text',
      {},
      { id: 'x', response: {} },
      { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' } },
    ]) {
      expect((await knock('/auth/passkey/verify', { response }, { address: '192.0.2.9' })).body).toMatchObject({
        code: 'INVALID',
        path: ['response'],
      });
    }
    expect((await show()).status).toBe(200);
  });

  test('a counter that falls back or stays shows a copy, and is refused', async () => {
    await add();
    expect((await show()).status).toBe(200);
    expect((await show()).status).toBe(200);
    expect((await show(key, { counter: 2 })).status).toBe(400);
    expect((await show(key, { counter: 1 })).status).toBe(400);
    expect((await show(key, { counter: 10 })).status).toBe(200);
  });

  test('an answer for adding is taken once, from this page, verified, and not a second time', async () => {
    for (const bent of [
      { origin: 'https://evil.example' },
      { domain: 'evil.example' },
      { isVerified: false },
      { challenge: 'AAAA' },
      { type: 'webauthn.get' },
    ]) {
      expect([bent, (await add(lan, key, bent)).userErrors]).toMatchObject([bent, [{ code: 'INVALID', path: ['response'] }]]);
    }
    for (const response of ['', 'text', '{}', 'null', '{"response":{"clientDataJSON":"x"}}']) {
      expect((await lan.ask(ADD, { name: 'x', response }, { address: '192.0.2.9' })).passkeyAdd.userErrors).toMatchObject([
        { code: expect.stringMatching(/INVALID|LIMIT/) },
      ]);
    }
    await world.ground.orm.em.fork().execute('delete from guess');
    const begun = JSON.parse((await begin()).options);
    const response = JSON.stringify(key.create(begun));
    expect((await lan.ask(ADD, { name: '  ', response })).passkeyAdd.userErrors).toMatchObject([{ code: 'REQUIRED', path: ['name'] }]);
    expect((await lan.ask(ADD, { name: 'x'.repeat(101), response })).passkeyAdd.userErrors).toMatchObject([
      { code: 'LIMIT', path: ['name'] },
    ]);
    expect((await lan.ask(ADD, { name: 'A', response })).passkeyAdd.userErrors).toEqual([]);
    expect((await lan.ask(ADD, { name: 'B', response })).passkeyAdd.userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await add(lan, key)).userErrors).toMatchObject([{ code: 'DUPLICATE' }]);
    const binh = await Person.make(world, 'binh@test.example');
    await binh.signIn();
    expect((await add(binh, key)).userErrors).toMatchObject([{ code: 'DUPLICATE' }]);
  });

  test('with a factor set up, adding and removing need it shown lately in this session (G-18)', async () => {
    const begun = JSON.parse((await begin()).options);
    await add();
    const [{ id }] = (await lan.ask(ME)).me.factors.passkeys;
    await forget();
    expect(await begin()).toMatchObject({ options: null, userErrors: [{ code: 'NOT_ALLOWED_NOW', rule: 'G-18' }] });
    const second = new SoftAuthenticator();
    // Begun with the password while there was no factor yet: now there is one.
    const sneaked = await lan.ask(ADD, { name: 'x', response: JSON.stringify(second.create(begun)) });
    expect(sneaked.passkeyAdd.userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'G-18' }]);
    expect((await lan.ask(REMOVE, { id })).passkeyRemove.userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'G-18' }]);
    const totp = 'mutation ($p: String!) { totpBegin(password: $p) { secret userErrors { code rule } } }';
    expect((await lan.ask(totp, { p: PASSWORD })).totpBegin).toEqual({
      secret: null,
      userErrors: [{ code: 'NOT_ALLOWED_NOW', rule: 'G-18' }],
    });

    await show(key, {}, { token: lan.token });
    expect((await begin(lan, null)).userErrors).toEqual([]);
    expect((await add(lan, second, {}, 'Máy tính')).passkeys).toHaveLength(2);
    const binh = await Person.make(world, 'binh@test.example');
    await binh.signIn();
    expect((await binh.ask(REMOVE, { id })).passkeyRemove.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
    expect((await lan.ask(REMOVE, { id })).passkeyRemove).toMatchObject({ passkeys: [{}], userErrors: [] });
    expect((await show()).status).toBe(400);
    expect((await show(second)).status).toBe(200);
  });

  test('a disabled person does not get in with one', async () => {
    await add();
    await world.ground.orm.em.fork().execute('update app_user set disabled_at = now()');
    expect((await show()).status).toBe(400);
  });

  test('failures are counted by address and by passkey (G-16), and wrong passwords of strangers do not shut out its owner', async () => {
    await add();
    for (let i = 0; i < 10; i++)
      await lan
        .elsewhere()
        .signIn(undefined, {})
        .catch(() => undefined);
    const { tryToSignIn } = await import('./person.js');
    for (let i = 0; i < 10; i++) await tryToSignIn(world, lan.email, 'wrong', { address: `198.51.100.${i}` });
    expect((await tryToSignIn(world, lan.email, PASSWORD)).userErrors).toMatchObject([{ code: 'LIMIT' }]);
    expect((await show()).status).toBe(200);

    for (let i = 0; i < 10; i++) expect((await show(key, { isVerified: false }, { address: `203.0.113.${i}` })).status).toBe(400);
    const shut = await show(key, {}, { address: '203.0.113.99' });
    expect([shut.status, shut.body]).toMatchObject([429, { code: 'LIMIT', path: ['response'] }]);

    for (let i = 0; i < 50; i++) await knock('/auth/passkey/verify', { response: {} }, { address: '192.0.2.1' });
    expect((await knock('/auth/passkey/verify', { response: {} }, { address: '192.0.2.1' })).status).toBe(429);
  });

  test('the site is the one that was set; without it passkeys work on the machine itself', async () => {
    process.env.HOPTHU_URL = 'https://hopthu.city.example/';
    try {
      const city = new SoftAuthenticator('https://hopthu.city.example', 'hopthu.city.example');
      expect((await add(lan, city)).userErrors).toEqual([]);
      expect(await options()).toMatchObject({ rpId: 'hopthu.city.example' });
      expect((await show(city)).status).toBe(200);
      expect(
        (await show(city, { origin: 'http://localhost:4000' }, { headers: { origin: 'http://localhost:4000', host: 'localhost:4000' } }))
          .status,
      ).toBe(400);
      process.env.HOPTHU_URL = 'http://hopthu.city.example';
      expect((await knock('/auth/passkey/options', {})).body).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(/HOPTHU_URL/),
      });
    } finally {
      delete process.env.HOPTHU_URL;
    }
    const local = new SoftAuthenticator('http://localhost:5173');
    const headers = { origin: 'http://localhost:5173', host: 'localhost:5173' };
    const begun = (await lan.ask(BEGIN, {}, { headers })).passkeyBegin;
    expect(
      (await lan.ask(ADD, { name: 'x', response: JSON.stringify(local.create(JSON.parse(begun.options))) }, { headers })).passkeyAdd
        .userErrors,
    ).toEqual([]);
    expect((await show(local, {}, { headers })).status).toBe(200);
  });
});
