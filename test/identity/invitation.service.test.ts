import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { acceptInvitation, inviteUser, lookUpInvitation } from '../../server/identity/invitation.service.js';
import { actorOfToken, createSession } from '../../server/identity/session.service.js';
import { createInvitedUser, disableUser, enableUser, updateUser } from '../../server/identity/user.service.js';
import { World } from '../support/world.js';
import { dumpOf, type Person, PASSWORD, person, recordsOf, tokenIn } from './account-world.js';

const worthless = { reasons: [expect.objectContaining({ code: 'INVALID', path: ['token'] })] };
const facts = { name: 'Lê Thị Hoa', email: 'hoa@city.example', grants: [{ role: 'TRAINER' as const }] };
const HOUR = 3_600_000;

describe('one-time links', () => {
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

  const invited = async () => {
    const { id, invitation } = await createInvitedUser(admin.acting, facts);
    return { id, token: tokenIn(invitation.url), expiresAt: invitation.expiresAt };
  };
  const refuses = async (token: string) => {
    await expect(lookUpInvitation(world.ground, token)).rejects.toMatchObject(worthless);
    await expect(acceptInvitation(world.ground, token, PASSWORD)).rejects.toMatchObject(worthless);
  };

  test('shows for whom it is, sets the password once, and is worthless afterwards', async () => {
    const { id, token } = await invited();
    expect(await lookUpInvitation(world.ground, token)).toMatchObject({ name: 'Lê Thị Hoa', email: 'hoa@city.example' });
    expect(await acceptInvitation(world.ground, token, PASSWORD)).toBe(id);
    await expect(createSession(world.ground, 'hoa@city.example', PASSWORD)).resolves.toHaveProperty('token');
    await refuses(token);
    expect((await recordsOf(world, `user:${id}`)).map(([action, , actor]) => [action, actor])).toEqual([
      ['user.create', admin.acting.actor.name],
      ['invitation.accept', `user:${id}`],
      ['session.create', `user:${id}`],
    ]);
  });

  test('ends after 72 hours, to the second', async () => {
    const { token, expiresAt } = await invited();
    world.ground.clock.stopAt(new Date(expiresAt.getTime() - 1000));
    await expect(lookUpInvitation(world.ground, token)).resolves.toBeTruthy();
    world.ground.clock.stopAt(expiresAt);
    await refuses(token);
    world.ground.clock.stopAt();
    expect(Math.round((expiresAt.getTime() - Date.now()) / HOUR)).toBe(72);
  });

  test('a newer link ends the older ones', async () => {
    const { id, token } = await invited();
    const second = tokenIn((await inviteUser(admin.acting, id)).invitation.url);
    await refuses(token);
    await expect(acceptInvitation(world.ground, second, PASSWORD)).resolves.toBe(id);
  });

  test('is worthless while and after the account is disabled, and when the address has changed', async () => {
    const { id, token } = await invited();
    await disableUser(admin.acting, id, 'Nhầm người');
    await refuses(token);
    await expect(inviteUser(admin.acting, id)).rejects.toMatchObject({ reasons: [{ code: 'CONFLICT' }] });
    await enableUser(admin.acting, id);
    await refuses(token);
    const third = tokenIn((await inviteUser(admin.acting, id)).invitation.url);
    await updateUser(admin.acting, id, { ...facts, email: 'hoa.le@city.example' }, 3);
    await refuses(third);
  });

  test('a weak password is refused in words and the link goes on', async () => {
    const { token } = await invited();
    for (const weak of ['ngắn', 'hoa@city.example', 'aaaaaaaaaaaaaa', 'matkhau123456'])
      await expect(acceptInvitation(world.ground, token, weak)).rejects.toMatchObject({
        reasons: [{ code: 'INVALID', path: ['password'] }],
      });
    await expect(acceptInvitation(world.ground, token, PASSWORD)).resolves.toBeTruthy();
  });

  test('of ten who use it at the same moment one does', async () => {
    const { token } = await invited();
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => acceptInvitation(world.ground, token, `một mật khẩu dài ${i}`)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const tried of tries) if (tried.status === 'rejected') expect(tried.reason).toMatchObject(worthless);
    const works = await Promise.allSettled(
      tries.map((_, i) => createSession(world.ground, 'hoa@city.example', `một mật khẩu dài ${i}`, { address: null })),
    );
    expect(works.map(({ status }) => status)).toEqual(tries.map(({ status }) => status));
  });

  test('a link used while the account is being disabled was used before that, or not at all', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, invitation } = await createInvitedUser(admin.acting, { ...facts, email: `hoa${round}@city.example` });
      const use = () => acceptInvitation(world.ground, tokenIn(invitation.url), PASSWORD);
      const [used] = await Promise.allSettled([use(), disableUser(admin.acting, id, 'x')]);
      const acts = (await recordsOf(world, `user:${id}`)).map(([action]) => action);
      const expected = used.status === 'fulfilled' ? ['user.create', 'invitation.accept', 'user.disable'] : ['user.create', 'user.disable'];
      expect(acts).toEqual(expected);
      await expect(use()).rejects.toMatchObject(worthless);
    }
  });

  test('a forgotten password: until the new link is used the person stays signed in, then every session ends', async () => {
    const hoa = await person(world, 'Hoa', 'TRAINER');
    const { invitation } = await inviteUser(admin.acting, hoa.id);
    expect(await actorOfToken(world.ground, hoa.token)).not.toBeNull();
    await acceptInvitation(world.ground, tokenIn(invitation.url), 'một mật khẩu khác');
    expect(await actorOfToken(world.ground, hoa.token)).toBeNull();
    await expect(createSession(world.ground, hoa.email, PASSWORD)).rejects.toMatchObject({ reasons: [{ code: 'INVALID' }] });
  });

  test('nobody makes a link for oneself: the own password is changed with the password', async () => {
    await expect(inviteUser(admin.acting, admin.id)).rejects.toMatchObject({ reasons: [{ code: 'CONFLICT' }] });
  });

  test('the link leads to where people reach the server, and nowhere in the database is its token (G-17)', async () => {
    const { id, token } = await invited();
    process.env.HOPTHU_URL = 'https://hopthu.city.example/';
    try {
      const { invitation } = await inviteUser(admin.acting, id);
      expect(invitation.url).toMatch(/^https:\/\/hopthu\.city\.example\/#\/invitation\?token=hti_/);
      const dump = await dumpOf(world);
      expect(dump).toContain('hoa@city.example');
      for (const secret of [token, tokenIn(invitation.url)])
        for (const form of [secret, secret.slice(4), Buffer.from(secret.slice(4), 'base64url').toString('hex')])
          expect(dump).not.toContain(form);
    } finally {
      delete process.env.HOPTHU_URL;
    }
  });
});
