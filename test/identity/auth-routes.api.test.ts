import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createInvitedUser } from '../../server/identity/user.service.js';
import { inFull } from '../support/in-full.js';
import { World } from '../support/world.js';
import { acts, PASSWORD, Person, tryToSignIn } from './person.js';

describe('what is done before signing in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.close());

  const knock = async (url: string, payload: unknown, headers: Record<string, string> = {}, address?: string) => {
    const response = await world.app.http.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'x-hopthu-panel': '1', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      ...(address && { remoteAddress: address }),
    });
    return { status: response.statusCode, body: response.body ? response.json() : null, headers: response.headers };
  };

  const invited = async () => {
    const { invitation } = await createInvitedUser(world.operator(), {
      name: 'Trần Văn An',
      email: 'an@test.example',
      grants: [{ role: 'TRAINER' }],
    });
    return invitation.url.split('token=')[1]!;
  };

  test('a link shows whom it is for, and signs in whoever chooses a password by it', async () => {
    const token = await invited();
    const shown = await knock('/auth/invitation', { token });
    expect([shown.status, shown.body]).toEqual([200, { name: 'Trần Văn An', email: 'an@test.example', expiresAt: expect.any(String) }]);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(shown.headers['set-cookie']).toBeUndefined();

    const short = await knock('/auth/invitation/accept', { token, password: 'ngắn' });
    expect([short.status, short.body]).toEqual([
      400,
      { code: 'INVALID', message: expect.stringMatching(/ít nhất 12/), path: ['password'] },
    ]);
    const done = await knock(
      '/auth/invitation/accept',
      { token, password: PASSWORD },
      { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' },
    );
    expect([done.status, done.body]).toEqual([200, { isSignedIn: true, expiresAt: expect.any(String) }]);
    expect(String(done.headers['set-cookie'])).toMatch(/^__Host-hopthu=hts_[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const cookie = String(done.headers['set-cookie']).split(';')[0]!;
    expect((await world.query('{ me { name } mySessions { method device } }', {}, { cookie })).data).toEqual({
      me: { name: 'Trần Văn An' },
      mySessions: [{ method: 'PASSWORD', device: 'Chrome · Linux' }],
    });
    expect((await knock('/auth/invitation/accept', { token, password: PASSWORD })).body).toMatchObject({
      code: 'INVALID',
      path: ['token'],
    });
    expect((await tryToSignIn(world, 'an@test.example', PASSWORD)).token).toMatch(/^hts_/);
  });

  test('whoever has set up an app does not get around it by a link', async () => {
    const lan = await Person.make(world);
    await lan.signIn();
    await lan.setUpTotp();
    const { inviteUser } = await import('../../server/identity/invitation.service.js');
    const { invitation } = await inviteUser(world.operator(), lan.id);
    const token = invitation.url.split('token=')[1]!;
    const done = await knock('/auth/invitation/accept', { token, password: 'một mật khẩu khác' });
    expect([done.status, done.body, done.headers['set-cookie']]).toEqual([200, { isSignedIn: false }, undefined]);
    expect((await tryToSignIn(world, lan.email, 'một mật khẩu khác')).userErrors).toMatchObject([{ code: 'REQUIRED', path: ['code'] }]);
  });

  test('only pages of this server may knock, with JSON (G-19)', async () => {
    const token = await invited();
    const statusWith = async (headers: Record<string, string>) => (await knock('/auth/invitation', { token }, headers)).status;
    expect(await statusWith({ 'x-hopthu-panel': '0' })).toBe(403);
    expect(await statusWith({ origin: 'https://evil.example', host: 'hopthu.city.example' })).toBe(403);
    expect(await statusWith({ origin: 'null', host: 'hopthu.city.example' })).toBe(403);
    expect(await statusWith({ origin: 'https://hopthu.city.example', host: 'hopthu.city.example' })).toBe(200);
    process.env.HOPTHU_URL = 'https://hopthu.city.example';
    try {
      expect(await statusWith({ origin: 'https://hopthu.city.example', host: '127.0.0.1:4000' })).toBe(200);
      expect(await statusWith({ origin: 'https://hopthu.city.example.evil.example', host: '127.0.0.1:4000' })).toBe(403);
    } finally {
      delete process.env.HOPTHU_URL;
    }
    expect(await statusWith({ 'content-type': 'text/plain' })).toBe(415);
    expect(await statusWith({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect((await world.app.http.inject({ method: 'GET', url: '/auth/invitation', headers: { 'x-hopthu-panel': '1' } })).statusCode).toBe(
      404,
    );
  });

  test('what is not as it should be is refused in the reader’s language, and is no fault', async () => {
    for (const payload of [{}, [], 'null', '"text"', '7', { token: null }, { token: '' }]) {
      expect([payload, (await knock('/auth/invitation', payload)).body]).toMatchObject([payload, { code: 'REQUIRED', path: ['token'] }]);
    }
    expect((await knock('/auth/invitation', { token: { $ne: '' } })).body).toMatchObject({ code: 'INVALID', path: ['token'] });
    expect((await knock('/auth/invitation', '{')).status).toBe(400);
    expect((await knock('/auth/invitation', { token: 'x'.repeat(70_000) })).status).toBe(413);
    const english = await knock('/auth/invitation', { token: 'hti_no' }, { 'accept-language': 'en' });
    expect(english.body).toEqual({ code: 'INVALID', message: expect.stringMatching(/link/i), path: ['token'] });
  });

  const TRIES = inFull(200, 60);
  test(`guessing links is counted by address (G-16): of ${TRIES} tries fifty are evaluated`, async () => {
    const statuses: number[] = [];
    for (let i = 0; i < TRIES; i++) {
      const url = i % 2 ? '/auth/invitation' : '/auth/invitation/accept';
      statuses.push((await knock(url, { token: `hti_${String(i).padStart(43, 'A')}`, password: PASSWORD }, {}, '192.0.2.1')).status);
    }
    expect([statuses.filter((s) => s === 400).length, statuses.filter((s) => s === 429).length]).toEqual([50, TRIES - 50]);
    const token = await invited();
    expect((await knock('/auth/invitation', { token }, {}, '192.0.2.1')).body).toMatchObject({ code: 'LIMIT', path: ['token'] });
    expect((await knock('/auth/invitation', { token }, {}, '192.0.2.2')).status).toBe(200);
    expect(await acts(world, 'session.lock')).toHaveLength(1);
  });
});
