import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { forgetSessions } from '../../server/identity/session.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { World } from '../support/world.js';

const SIGN_IN = `mutation ($email: String!, $password: String!) { sessionCreate(email: $email, password: $password) { token expiresAt viewer { name roles rights } userErrors { code path message } } }`;

describe('signing in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    await createUser(world.system(), {
      name: 'Trần Văn An',
      email: 'an@test.example',
      password: 'đúng mật khẩu',
      grants: [{ role: 'TASK_FORCE' }],
    });
  });
  afterAll(() => world.close());

  test('gives a token that opens the door and is not stored', async () => {
    const { data } = await world.nobody(SIGN_IN, { email: ' An@Test.example', password: 'đúng mật khẩu'.normalize('NFD') });
    const { token, viewer, userErrors } = data.sessionCreate;
    expect(userErrors).toEqual([]);
    expect(viewer).toMatchObject({ name: 'Trần Văn An', roles: ['TASK_FORCE'] });
    expect(viewer.rights).toContain('officer.change');
    const me = await world.query('{ me { name } }', {}, { authorization: `Bearer ${token}` });
    expect(me.data.me).toEqual({ name: 'Trần Văn An' });
    const stored = JSON.stringify(await world.ground.orm.em.fork().execute('select * from session'));
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.slice(4, 20));
  });

  test('a wrong password and an unknown user get the same answer', async () => {
    const wrong = await world.nobody(SIGN_IN, { email: 'an@test.example', password: 'x' });
    const unknown = await world.nobody(SIGN_IN, { email: 'ai-do@test.example', password: 'x' });
    expect(wrong.data.sessionCreate.userErrors).toEqual([
      { code: 'INVALID', path: ['password'], message: 'Địa chỉ thư điện tử hoặc mật khẩu không đúng.' },
    ]);
    expect(unknown.data).toEqual(wrong.data);
  });

  test('the panel gets a cookie that scripts cannot read, and no token', async () => {
    const response = await world.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'x-hopthu-panel': '1' },
      payload: { query: SIGN_IN, variables: { email: 'an@test.example', password: 'đúng mật khẩu' } },
    });
    expect(response.json().data.sessionCreate.token).toBeNull();
    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-hopthu=.*Path=\/; HttpOnly; Secure; SameSite=Strict/);
    const me = await world.query('{ me { name } }', {}, { cookie: cookie.split(';')[0]! });
    expect(me.data.me).toEqual({ name: 'Trần Văn An' });
  });

  test('whoever holds a token that opens nothing any more is told why, also behind the limit for strangers; a stranger is not', async () => {
    const dear = '{ officers(first: 200) { nodes { code mailbox { address } agency { name } } } }';
    const said = async (token: string, text = '{ officers { totalCount } }') => {
      const { errors } = await world.query(text, {}, { authorization: `Bearer ${token}` });
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      return errors?.[0]?.message;
    };
    const begin = async () =>
      (await world.nobody(SIGN_IN, { email: 'an@test.example', password: 'đúng mật khẩu' })).data.sessionCreate.token as string;
    const em = world.ground.orm.em.fork();
    const ended = await begin();
    await em.execute('update session set ended_at = ?', [world.ground.clock.now().toISOString()]);
    const expired = await begin();
    await em.execute('update session set expires_at = ? where ended_at is null', ['2020-01-01T00:00:00Z']);
    forgetSessions();
    expect(await said(ended)).toContain('kết thúc từ nơi khác');
    expect(await said(ended, dear)).toContain('kết thúc từ nơi khác');
    expect(await said(expired)).toContain('hết hạn');
    await em.execute('update app_user set disabled_at = ?', [world.ground.clock.now().toISOString()]);
    expect(await said(expired)).toContain('vô hiệu hóa');
    expect(await said(`hts_${'x'.repeat(43)}`)).toBe('Vui lòng đăng nhập.');
    expect(await said('htk_unknown')).toBe('Khóa API không đúng, đã hết hạn hoặc đã bị thu hồi.');
  });

  test('after signing out the token is worthless at once', async () => {
    const { data } = await world.nobody(SIGN_IN, { email: 'an@test.example', password: 'đúng mật khẩu' });
    const authorization = `Bearer ${data.sessionCreate.token}`;
    expect((await world.query('mutation { sessionEnd }', {}, { authorization })).data.sessionEnd).toBe(true);
    expect((await world.query('{ me { name } }', {}, { authorization })).data.me).toBeNull();
  });

  test('a session ends after twelve hours and after two without use', async () => {
    const { data } = await world.nobody(SIGN_IN, { email: 'an@test.example', password: 'đúng mật khẩu' });
    const authorization = `Bearer ${data.sessionCreate.token}`;
    world.ground.clock.move(121 * 60_000);
    expect((await world.query('{ me { name } }', {}, { authorization })).data.me).toBeNull();
  });
});
