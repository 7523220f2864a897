/** What does the sign-in page learn before anybody has signed in? Not more than it needs. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { oidcSettingsOf } from '../../server/identity/oidc-settings.rules.js';
import { createUser } from '../../server/identity/user.service.js';
import { appOn } from '../../server/app.js';
import { World } from '../support/world.js';

describe('the state of the system, for the sign-in page', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.close());

  const state = async (language?: string) => {
    const response = await world.app.http.inject({ url: '/auth/state', headers: language ? { 'accept-language': language } : {} });
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-store']);
    return response.json();
  };

  test('an empty system says that it is empty, and nothing else that is not known to everybody', async () => {
    expect(await state()).toEqual({ isEmpty: true, isDemonstration: false, singleSignOn: null, passkeys: true, language: 'vi' });
    expect((await state('en')).language).toBe('en');
  });

  test('with the first user it is not empty any more, be the user disabled or not', async () => {
    await createUser(world.system(), { name: 'An', email: 'an@test.example', grants: [{ role: 'ADMIN' }] });
    expect((await state()).isEmpty).toBe(false);
    await world.ground.orm.em.fork().execute('update app_user set disabled_at = now()');
    expect((await state()).isEmpty).toBe(false);
  });

  test('without single sign-on its doors say so on a page', async () => {
    for (const url of ['/auth/oidc/start', '/auth/oidc/callback?code=a&state=b']) {
      const response = await world.app.http.inject({ url, headers: { 'accept-language': 'en' } });
      expect([response.statusCode, response.headers['set-cookie']]).toEqual([404, undefined]);
      expect(response.body).toContain('Single sign-on is not set up');
    }
  });

  test('a wrong setting keeps the server from starting, in one sentence in both languages', async () => {
    process.env['HOPTHU_OIDC_ISSUER'] = 'http://id.city.example';
    await expect(appOn(world.store)).rejects.toThrow(
      'HOPTHU_OIDC_ISSUER phải bắt đầu bằng https:// (http chỉ dùng cho localhost). / HOPTHU_OIDC_ISSUER must begin with https:// (http is for localhost only).',
    );
    delete process.env['HOPTHU_OIDC_ISSUER'];
    expect(oidcSettingsOf(process.env)).toBeNull();
  });
});
