import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { appOn } from '../../server/app.js';
import { forgetSessions, TRUSTED_MILLISECONDS } from '../../server/identity/session-cache.js';
import { openStore } from '../../server/store/open.js';
import { storeKind, World } from '../support/world.js';
import { acts, PASSWORD, Person, tryToSignIn } from './person.js';

const SESSIONS = '{ mySessions { id createdAt lastUsedAt expiresAt isCurrent method device secondFactorAt } }';
const REVOKE = 'mutation ($id: ID!) { sessionRevoke(id: $id) { sessions { id isCurrent } userErrors { code path } } }';
const END_OTHERS = 'mutation { sessionEndOthers { sessions { id isCurrent } userErrors { code } } }';
const CHANGE = `mutation ($now: String!, $new: String!) { passwordChange(currentPassword: $now, newPassword: $new) {
  token expiresAt viewer { id } userErrors { code path message } } }`;
const ME = '{ me { id } }';

describe('one’s own sessions', () => {
  let world: World;
  let lan: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    lan = await Person.make(world);
    await lan.signIn(undefined, {
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    });
  });
  afterAll(() => world.close());

  test('are listed with browser and system by name, the current one marked; ended and idle ones are not', async () => {
    const other = lan.elsewhere();
    await other.signIn(undefined, { headers: { 'user-agent': 'lan-phone-7/1.2 (Nguyen Thi Lan)' } });
    const { mySessions } = await lan.ask(SESSIONS);
    expect(mySessions).toHaveLength(2);
    expect(mySessions.find((s: any) => s.isCurrent)).toMatchObject({
      method: 'PASSWORD',
      device: 'Firefox · Windows',
      secondFactorAt: null,
    });
    expect(mySessions.find((s: any) => !s.isCurrent)).toMatchObject({ device: null });
    await other.ask('mutation { sessionEnd }');
    expect((await lan.ask(SESSIONS)).mySessions).toHaveLength(1);
    await lan.elsewhere().signIn();
    await world.ground.orm.em
      .fork()
      .execute('update session set last_used_at = ? where device is null', [new Date(Date.now() - 7_200_001).toISOString()]);
    expect((await lan.ask(SESSIONS)).mySessions).toHaveLength(1);
  });

  test('one of them is ended at once, of nobody else', async () => {
    const other = lan.elsewhere();
    await other.signIn();
    const binh = await Person.make(world, 'binh@test.example');
    await binh.signIn();
    const [{ id: foreign }] = (await binh.ask(SESSIONS)).mySessions;
    for (const id of [foreign, 'nonsense']) {
      expect((await lan.ask(REVOKE, { id })).sessionRevoke).toEqual({ sessions: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] });
    }
    expect((await binh.ask(ME)).me.id).toBe(binh.id);

    expect((await other.ask(ME)).me.id).toBe(lan.id);
    const { id } = (await lan.ask(SESSIONS)).mySessions.find((s: any) => !s.isCurrent);
    expect((await lan.ask(REVOKE, { id })).sessionRevoke).toMatchObject({ sessions: [{ isCurrent: true }], userErrors: [] });
    expect((await other.ask(ME)).me).toBeNull();
    expect((await lan.ask(REVOKE, { id })).sessionRevoke.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await acts(world, 'session.revoke')).toHaveLength(1);
  });

  test('all others are ended at once', async () => {
    const others = [lan.elsewhere(), lan.elsewhere()];
    for (const other of others) {
      await other.signIn();
      await other.ask(ME);
    }
    expect((await lan.ask(END_OTHERS)).sessionEndOthers).toMatchObject({ sessions: [{ isCurrent: true }], userErrors: [] });
    for (const other of others) expect((await other.ask(ME)).me).toBeNull();
    expect((await lan.ask(ME)).me.id).toBe(lan.id);
  });

  test('revoking the one asked from signs out, and takes the cookie', async () => {
    const { id } = (await lan.ask(SESSIONS)).mySessions[0];
    const response = await world.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'x-hopthu-panel': '1', cookie: `__Host-hopthu=${lan.token}` },
      payload: { query: REVOKE, variables: { id } },
    });
    expect(response.json().data.sessionRevoke).toEqual({ sessions: [], userErrors: [] });
    expect(String(response.headers['set-cookie'])).toMatch(/^__Host-hopthu=;.*Path=\/.*Secure/);
    expect((await lan.ask(ME)).me).toBeNull();
  });

  test('each sign-in makes a new token, whatever cookie or token came with it (no fixation)', async () => {
    const headers = { cookie: `__Host-hopthu=hts_${'A'.repeat(43)}`, authorization: `Bearer hts_${'A'.repeat(43)}` };
    const tokens = new Set([lan.token]);
    for (let i = 0; i < 3; i++) tokens.add((await tryToSignIn(world, lan.email, PASSWORD, { headers })).token!);
    expect(tokens.size).toBe(4);
    expect(tokens.has(`hts_${'A'.repeat(43)}`)).toBe(false);
  });

  test('API keys and the like have no sessions of their own to change', async () => {
    const { errors } = await world.query(
      CHANGE,
      { now: PASSWORD, new: 'một mật khẩu khác' },
      { authorization: `Bearer ${world.app.operatorToken}` },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('another password asks the current one, obeys the rules, and ends the other sessions', async () => {
    const other = lan.elsewhere();
    await other.signIn();
    const change = async (now: string, next: string) => (await lan.ask(CHANGE, { now, new: next })).passwordChange;
    expect((await change('wrong', 'một mật khẩu khác')).userErrors).toMatchObject([{ code: 'INVALID', path: ['currentPassword'] }]);
    expect((await change(PASSWORD, 'ngắn')).userErrors).toMatchObject([{ code: 'INVALID', path: ['newPassword'] }]);
    expect((await change(PASSWORD, 'lan@test.example')).userErrors).toMatchObject([{ code: 'INVALID', path: ['newPassword'] }]);
    expect((await change(PASSWORD, PASSWORD.normalize('NFD'))).userErrors).toMatchObject([{ code: 'INVALID', path: ['newPassword'] }]);
    expect((await other.ask(ME)).me.id).toBe(lan.id);

    const done = await change(PASSWORD, 'một mật khẩu khác');
    expect(done).toMatchObject({ token: null, viewer: { id: lan.id }, userErrors: [] });
    expect((await other.ask(ME)).me).toBeNull();
    expect((await lan.ask(ME)).me.id).toBe(lan.id);
    expect((await tryToSignIn(world, lan.email, PASSWORD)).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await tryToSignIn(world, lan.email, 'một mật khẩu khác')).userErrors).toEqual([]);
    expect(await acts(world, 'password.change')).toHaveLength(1);
  });

  test('wrong current passwords are counted as tries at the account (G-16), too short new ones are not', async () => {
    for (let i = 0; i < 12; i++) await lan.ask(CHANGE, { now: PASSWORD, new: 'ngắn' });
    for (let i = 0; i < 10; i++) await lan.ask(CHANGE, { now: 'wrong', new: 'một mật khẩu khác' });
    expect((await lan.ask(CHANGE, { now: PASSWORD, new: 'một mật khẩu khác' })).passwordChange.userErrors).toMatchObject([
      { code: 'LIMIT', path: ['currentPassword'] },
    ]);
  });

  test('a session ends after two hours without use, and twelve after signing in, however much it is used', async () => {
    const idle = lan.elsewhere();
    await idle.signIn();
    const start = Date.now();
    for (let hour = 1; hour < 12; hour++) {
      world.ground.clock.stopAt(new Date(start + hour * 3_600_000));
      // An hour has passed, and with it the moment for which a token is trusted.
      forgetSessions(world.ground);
      expect([hour, (await lan.ask(ME)).me?.id]).toEqual([hour, lan.id]);
      if (hour === 3) expect((await idle.ask(ME)).me).toBeNull();
    }
    world.ground.clock.stopAt(new Date(start + 12 * 3_600_000 + 1000));
    expect((await lan.ask(ME)).me).toBeNull();
  });

  if (storeKind() === 'postgres') {
    test('another server of the same database follows a revocation within the moment for which it trusts a token', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'hopthu-session-'));
      const store = await openStore({
        databaseUrl: world.database!.url,
        dataFolder: folder,
        purpose: 'test',
        migrates: false,
        log: pino({ level: 'fatal' }),
      });
      const { http, close } = await appOn(store);
      const other = lan.elsewhere();
      await other.signIn();
      expect((await other.ask(ME, {}, { http })).me.id).toBe(lan.id);
      await lan.ask(END_OTHERS);
      expect((await other.ask(ME)).me).toBeNull();
      // The other server still trusts what it read: otherwise this would not show that the trust ends.
      expect((await other.ask(ME, {}, { http })).me?.id).toBe(lan.id);
      await wait(TRUSTED_MILLISECONDS);
      expect((await other.ask(ME, {}, { http })).me).toBeNull();
      await close();
      rmSync(folder, { recursive: true, force: true });
    });
  }
});
