import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApiKey, revokeApiKey } from '../../server/identity/api-key.service.js';
import { actorOfBearer } from '../../server/identity/bearer.service.js';
import { inviteUser } from '../../server/identity/invitation.service.js';
import { createUser, disableUser, updateUser } from '../../server/identity/user.service.js';
import { addDays } from '../../server/kernel/calendar.js';
import { World } from '../support/world.js';
import { dumpOf, type Person, person, recordsOf } from './account-world.js';

describe('API keys', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    admin = await person(world, 'Admin', 'ADMIN');
  });
  afterAll(() => world.close());

  const expiresOn = () => addDays(world.ground.clock.today(), 30);
  const make = (scopes = ['findings:read']) => createApiKey(admin.acting, { name: 'Thi đua', scopes, expiresOn: expiresOn() });
  const who = (key: string) => actorOfBearer(world.ground, key);
  const lastUse = async (id: string) =>
    (await world.ground.orm.em.fork().execute<{ at: Date | null }[]>('select last_used_at as at from api_key where id = ?', [id]))[0]!.at;

  test('a key is a program with scopes, and no person', async () => {
    const { id, secret } = await make(['findings:read', 'awards:read', 'findings:read']);
    expect(await who(secret)).toEqual({
      name: `key:${id}`,
      userId: null,
      displayName: 'Thi đua',
      grants: [{ role: 'SERVICE', scopeId: null }],
      scopes: ['findings:read', 'awards:read'],
      sessionId: null,
      secondFactorAt: null,
      isSystem: false,
    });
    expect(await recordsOf(world, `key:${id}`)).toEqual([
      [
        'apiKey.create',
        { name: 'Thi đua', prefix: secret.slice(0, 12), scopes: ['findings:read', 'awards:read'], expiresOn: expiresOn() },
        admin.acting.actor.name,
      ],
    ]);
  });

  test('a wrong, shortened, lengthened or revoked key is nobody', async () => {
    const { id, secret } = await make();
    const other = secret.endsWith('A') ? 'B' : 'A';
    for (const wrong of [secret.slice(0, -1) + other, secret.slice(0, -1), `${secret}A`, secret.toLowerCase(), 'htk_', secret.slice(0, 12)])
      expect(await who(wrong)).toBeNull();
    expect(await who(secret)).not.toBeNull();
    await revokeApiKey(admin.acting, id);
    expect(await who(secret)).toBeNull();
    await expect(revokeApiKey(admin.acting, id)).rejects.toMatchObject({ reasons: [{ code: 'CONFLICT', path: ['id'] }] });
  });

  test('it opens through its last day on the city’s calendar, and not a second longer', async () => {
    const { secret } = await make();
    const midnight = new Date(`${addDays(expiresOn(), 1)}T00:00:00+07:00`);
    world.ground.clock.stopAt(new Date(midnight.getTime() - 1000));
    expect(await who(secret)).not.toBeNull();
    world.ground.clock.stopAt(midnight);
    expect(await who(secret)).toBeNull();
  });

  test('its last use is noted once a minute', async () => {
    const { id, secret } = await make();
    expect(await lastUse(id)).toBeNull();
    const start = world.ground.clock.now();
    const seconds = async (n: number) => {
      world.ground.clock.stopAt(new Date(start.getTime() + n * 1000));
      await who(secret);
      return new Date((await lastUse(id))!).getTime() - start.getTime();
    };
    expect([await seconds(0), await seconds(59), await seconds(61), await seconds(100)]).toEqual([0, 0, 61_000, 61_000]);
  });

  test('it goes on when its maker is disabled', async () => {
    const other = await person(world, 'Other', 'ADMIN');
    const { secret } = await make();
    await disableUser(other.acting, admin.id, 'Chuyển công tác');
    expect(await who(secret)).not.toBeNull();
  });

  test('a key can neither make or revoke keys nor touch accounts, whatever its scopes', async () => {
    const { id, secret } = await make(['findings:read', 'awards:read', 'evidence:write']);
    const acting = { ground: world.ground, actor: (await who(secret))! };
    const hoa = { name: 'Hoa', email: 'hoa@city.example', grants: [] };
    const tried = await Promise.allSettled([
      createApiKey(acting, { name: 'x', scopes: ['awards:read'], expiresOn: expiresOn() }),
      revokeApiKey(acting, id),
      createUser(acting, hoa),
      updateUser(acting, admin.id, hoa, 1),
      disableUser(acting, admin.id, 'x'),
      inviteUser(acting, admin.id),
    ]);
    expect(tried.map((each) => (each as PromiseRejectedResult).reason?.code)).toEqual(tried.map(() => 'FORBIDDEN'));
  });

  test('every scope that a room has announced can be given, and no other', async () => {
    await expect(make(['awards:read', 'evidence:write', 'findings:read'])).resolves.toBeTruthy();
    for (const scope of ['', '*', 'ADMIN', 'findings:write', 'Findings:Read'])
      await expect(make([scope])).rejects.toMatchObject({ reasons: [{ code: 'INVALID', path: ['scopes', '0'] }] });
  });

  test('nowhere in the database is a key or its secret part (G-17)', async () => {
    const { secret } = await make();
    await who(secret);
    const dump = await dumpOf(world);
    expect(dump).toContain(secret.slice(0, 12));
    const hidden = secret.slice(12);
    for (const form of [secret, hidden, Buffer.from(hidden, 'base64url').toString('hex'), admin.token, admin.token.slice(4)])
      expect(dump).not.toContain(form);
  });
});
