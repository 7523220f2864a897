import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actorOfToken } from '../../server/identity/session.service.js';
import { User } from '../../server/identity/user.entity.js';
import { createInvitedUser, createUser, disableUser, enableUser, updateUser } from '../../server/identity/user.service.js';
import { endSessionsOfUser, resetSecondFactor } from '../../server/identity/user-recovery.service.js';
import { World } from '../support/world.js';
import { type Person, PASSWORD, person, recordsOf } from './account-world.js';

const refusedWith = (code: string, ...path: string[]) => ({ reasons: [expect.objectContaining({ code, path })] });

describe('accounts', () => {
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

  const userOf = (id: string) => world.ground.orm.em.fork().findOneOrFail(User, { id });
  const rolesOf = async (id: string) =>
    (await world.ground.orm.em.fork().execute<{ role: string }[]>('select role from role_grant where user_id = ? order by role', [id])).map(
      ({ role }) => role,
    );
  const facts = { name: 'Lê Thị Hoa', email: 'hoa@city.example', grants: [{ role: 'TRAINER' as const }] };

  test('are made with clean name and address; the audit log says who made them and holds no link', async () => {
    const { id, invitation } = await createInvitedUser(admin.acting, { ...facts, name: '  Lê  Thị Hoa ', email: ' Hoa@City.example ' });
    expect(await userOf(id)).toMatchObject({ name: 'Lê Thị Hoa', email: 'hoa@city.example', passwordHash: null, version: 1 });
    const records = await recordsOf(world, `user:${id}`);
    expect(records).toEqual([
      [
        'user.create',
        { name: 'Lê Thị Hoa', email: 'hoa@city.example', grants: [{ role: 'TRAINER', scopeId: null }] },
        admin.acting.actor.name,
      ],
    ]);
    expect(JSON.stringify(records)).not.toContain(invitation.url.slice(-20));
  });

  test('an address that is taken is refused, in whatever letters, for new and for changed accounts', async () => {
    const hoa = await createUser(admin.acting, facts);
    await expect(createUser(admin.acting, { ...facts, email: 'HOA@city.example' })).rejects.toMatchObject(
      refusedWith('DUPLICATE', 'input', 'email'),
    );
    await expect(updateUser(admin.acting, hoa, { ...facts, email: admin.email }, 1)).rejects.toMatchObject(
      refusedWith('DUPLICATE', 'input', 'email'),
    );
    await expect(updateUser(admin.acting, hoa, { ...facts, name: 'Lê Hoa' }, 1)).resolves.toBe(hoa);
  });

  test('of ten who make the same account at the same moment one does, the others are refused DUPLICATE', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => createUser(admin.acting, facts)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const tried of tries)
      if (tried.status === 'rejected') expect(tried.reason).toMatchObject(refusedWith('DUPLICATE', 'input', 'email'));
  });

  test('roles are bound only to agencies and officers there are', async () => {
    const agency = await world.agency();
    const officer = await world.officer(agency);
    const given = (role: 'AGENCY_CONTACT' | 'OFFICER', scopeId: string) =>
      createUser(admin.acting, { ...facts, email: `${role}-${scopeId}@city.example`, grants: [{ role, scopeId }] });
    const unknown = refusedWith('NOT_FOUND', 'input', 'grants', '0', 'scopeId');
    await expect(given('AGENCY_CONTACT', agency)).resolves.toBeTruthy();
    await expect(given('OFFICER', officer)).resolves.toBeTruthy();
    await expect(given('AGENCY_CONTACT', officer)).rejects.toMatchObject(unknown);
    await expect(given('OFFICER', agency)).rejects.toMatchObject(unknown);
    await expect(given('OFFICER', 'no-id-at-all')).rejects.toMatchObject(unknown);
  });

  test('only administrators make and change them', async () => {
    const id = await createUser(admin.acting, facts);
    for (const role of ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER', 'SERVICE'] as const) {
      const acting = world.as(role);
      const tried = await Promise.allSettled([
        createUser(acting, { ...facts, email: 'x@city.example' }),
        updateUser(acting, id, facts, 1),
        disableUser(acting, id, 'x'),
        enableUser(acting, id),
        resetSecondFactor(acting, id, 'x'),
        endSessionsOfUser(acting, id),
      ]);
      expect(tried.map((each) => (each as PromiseRejectedResult).reason?.code)).toEqual(tried.map(() => 'FORBIDDEN'));
    }
  });

  test('a change of roles counts at once for whoever is signed in, raises the version and is recorded', async () => {
    const hoa = await person(world, 'Hoa', 'TRAINER');
    await updateUser(admin.acting, hoa.id, { name: 'Hoa', email: hoa.email, grants: [{ role: 'SECRETARY' }] }, 1);
    expect((await actorOfToken(world.ground, hoa.token))?.grants).toEqual([{ role: 'SECRETARY', scopeId: null }]);
    expect((await userOf(hoa.id)).version).toBe(2);
    expect((await recordsOf(world, `user:${hoa.id}`)).at(-1)).toEqual([
      'user.update',
      { added: [{ role: 'SECRETARY', scopeId: null }], removed: [{ role: 'TRAINER', scopeId: null }] },
      admin.acting.actor.name,
    ]);
  });

  test('the second of two editors of the same version is refused STALE (G-3)', async () => {
    const id = await createUser(admin.acting, facts);
    const other = await person(world, 'Other', 'ADMIN');
    const edits = await Promise.allSettled([
      updateUser(admin.acting, id, { ...facts, name: 'Một' }, 1),
      updateUser(other.acting, id, { ...facts, name: 'Hai' }, 1),
    ]);
    expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = edits.find((edit) => edit.status === 'rejected')!;
    expect(lost.reason).toMatchObject(refusedWith('STALE', 'expectedVersion'));
  });

  test('disabling ends every session at once, enabling lets the person in again', async () => {
    const hoa = await person(world, 'Hoa', 'TRAINER');
    expect(await actorOfToken(world.ground, hoa.token)).not.toBeNull();
    await disableUser(admin.acting, hoa.id, ' Nghỉ hưu ');
    expect(await actorOfToken(world.ground, hoa.token)).toBeNull();
    await expect(disableUser(admin.acting, hoa.id, 'again')).rejects.toMatchObject(refusedWith('CONFLICT', 'id'));
    expect((await recordsOf(world, `user:${hoa.id}`)).at(-1)).toEqual([
      'user.disable',
      { reason: 'Nghỉ hưu', sessions: 1 },
      admin.acting.actor.name,
    ]);
    await enableUser(admin.acting, hoa.id);
    expect(await actorOfToken(world.ground, hoa.token)).toBeNull();
    const { createSession } = await import('../../server/identity/session.service.js');
    await expect(createSession(world.ground, hoa.email, PASSWORD)).resolves.toHaveProperty('token');
    await expect(enableUser(admin.acting, hoa.id)).rejects.toMatchObject(refusedWith('CONFLICT', 'id'));
  });

  test('nobody disables oneself, signs oneself out from here, resets the own second factor or changes the own roles', async () => {
    await person(world, 'Other', 'ADMIN');
    const own = { name: 'Admin', email: admin.email, grants: [] };
    const before = await recordsOf(world, `user:${admin.id}`);
    await expect(disableUser(admin.acting, admin.id, 'x')).rejects.toMatchObject(refusedWith('CONFLICT', 'id'));
    await expect(endSessionsOfUser(admin.acting, admin.id)).rejects.toMatchObject(refusedWith('CONFLICT', 'id'));
    await expect(resetSecondFactor(admin.acting, admin.id, 'x')).rejects.toMatchObject(refusedWith('CONFLICT', 'id'));
    await expect(updateUser(admin.acting, admin.id, own, 1)).rejects.toMatchObject(refusedWith('CONFLICT', 'input', 'grants'));
    const more = { ...own, grants: [{ role: 'ADMIN' as const }, { role: 'COMMITTEE_MEMBER' as const }] };
    await expect(updateUser(admin.acting, admin.id, more, 1)).rejects.toMatchObject(refusedWith('CONFLICT', 'input', 'grants'));
    expect(await recordsOf(world, `user:${admin.id}`)).toEqual(before);
    await expect(updateUser(admin.acting, admin.id, { ...own, name: 'Trần Bích', grants: [{ role: 'ADMIN' }] }, 1)).resolves.toBe(admin.id);
  });

  test('the last administrator who can sign in stays, whoever asks; an invited one is not counted before the link is used', async () => {
    await createInvitedUser(admin.acting, { ...facts, grants: [{ role: 'ADMIN' }] });
    const last = refusedWith('CONFLICT', 'id');
    for (const acting of [world.operator(), world.system()]) {
      await expect(disableUser(acting, admin.id, 'x')).rejects.toMatchObject(last);
      await expect(updateUser(acting, admin.id, { name: 'Admin', email: admin.email, grants: [] }, 1)).rejects.toMatchObject(
        refusedWith('CONFLICT', 'input', 'grants'),
      );
    }
    const other = await person(world, 'Other', 'ADMIN');
    await expect(disableUser(other.acting, admin.id, 'x')).resolves.toBe(admin.id);
    await expect(disableUser(world.operator(), other.id, 'x')).rejects.toMatchObject(last);
  });

  test('administrators who take each other out at the same moment leave one', async () => {
    for (let round = 0; round < 5; round++) {
      await world.clear();
      const [a, b, c] = [await person(world, 'An', 'ADMIN'), await person(world, 'Binh', 'ADMIN'), await person(world, 'Chi', 'ADMIN')];
      const tries = await Promise.allSettled([
        disableUser(a.acting, b.id, 'x'),
        updateUser(b.acting, c.id, { name: 'Chi', email: c.email, grants: [{ role: 'TRAINER' }] }, 1),
        disableUser(c.acting, a.id, 'x'),
      ]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      const [left] = await world.ground.orm.em
        .fork()
        .execute<{ n: number }[]>(
          `select count(*)::int as n from app_user u join role_grant g on g.user_id = u.id and g.role = 'ADMIN' where u.disabled_at is null`,
        );
      expect(left!.n).toBe(1);
    }
  });

  test('roles are taken and given in one step', async () => {
    const agency = await world.agency();
    const id = await createUser(admin.acting, facts);
    await updateUser(admin.acting, id, { ...facts, grants: [{ role: 'TRAINER' }, { role: 'AGENCY_CONTACT', scopeId: agency }] }, 1);
    expect(await rolesOf(id)).toEqual(['AGENCY_CONTACT', 'TRAINER']);
    await updateUser(admin.acting, id, { ...facts, grants: [] }, 2);
    expect(await rolesOf(id)).toEqual([]);
  });
});
