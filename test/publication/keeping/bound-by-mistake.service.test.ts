/** An account that was bound to a file by mistake is somebody else's: neither erased with the person nor in the way for ever (K-5). And the clock goes past who is refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createUser, updateUser } from '../../../server/identity/user.service.js';
import { eraseOfficer, eraseOne, erasureStanding } from '../../../server/publication/keeping/erasure.service.js';
import { lendPersonsRetention } from '../../../server/publication/keeping/persons.retention.js';
import { periodsHeld } from '../../../server/publication/keeping/retention-policy.read.js';
import { World } from '../../support/world.js';

let world: World;
let agency: string;
let gone: string;
let others: string[];
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(new Date('2026-11-25T02:00:00Z'));
  agency = await world.agency();
  gone = await world.officer(agency, { fullName: 'Phạm Thị Đi', mailboxAddress: null });
  others = [];
  for (let i = 0; i < 2; i++) others.push(await world.officer(agency, { fullName: `Phạm Thị Ở ${i}`, mailboxAddress: null }));
  await rows(`update officer set left_on = '2026-01-01' where id = ?`, [gone]);
});

const rows = <R extends object = any>(sql: string, values: unknown[] = []) => world.ground.orm.em.fork().execute<R[]>(sql, values);
type Grants = Parameters<typeof createUser>[1]['grants'];
const account = (name: string, email: string, grants: Grants) => createUser(world.system(), { name, email, grants });
const change = (id: string, name: string, email: string, grants: Grants, version: number) =>
  updateUser(world.system(), id, { name, email, grants }, version);
const later = () => world.ground.clock.stopAt(new Date('2037-06-01T02:00:00Z'));
const names = async () => (await rows<{ name: string }>('select name from app_user order by name')).map(({ name }) => name);

describe('an account that was bound once', () => {
  test('of somebody with another role is theirs, and does not stand in the way', async () => {
    const id = await account('Đầu mối', 'dm@x.example', [
      { role: 'AGENCY_CONTACT', scopeId: agency },
      { role: 'OFFICER', scopeId: gone },
    ]);
    await change(id, 'Đầu mối', 'dm@x.example', [{ role: 'AGENCY_CONTACT', scopeId: agency }], 1);
    later();
    expect((await erasureStanding(world.ground, gone))!.hindrances).toEqual([]);
    await eraseOfficer(world.as('TASK_FORCE'), gone, 'Hết thời hạn');
    expect(await names()).toEqual(['Đầu mối']);
    const acts = await rows<{ details: string | null }>(`select details from audit_event where subject = ? and action like 'user.%'`, [
      `user:${id}`,
    ]);
    expect(acts.map(({ details }) => details === null)).toEqual([false, false]);
  });

  test('to somebody else too is not this person’s, though it opens nothing now', async () => {
    const id = await account('Người khác', 'nk@x.example', [{ role: 'OFFICER', scopeId: gone }]);
    await change(id, 'Người khác', 'nk@x.example', [{ role: 'OFFICER', scopeId: others[0]! }], 1);
    await rows('delete from role_grant');
    later();
    await eraseOfficer(world.as('TASK_FORCE'), gone, 'Hết thời hạn');
    expect(await names()).toEqual(['Người khác']);
  });

  test('to this file alone, and opens nothing any more, is erased with the person', async () => {
    await account('Phạm Thị Đi', 'di@x.example', [{ role: 'OFFICER', scopeId: gone }]);
    await rows('delete from role_grant');
    later();
    await eraseOfficer(world.as('TASK_FORCE'), gone, 'Hết thời hạn');
    expect(await names()).toEqual(['(đã xóa)']);
  });
});

describe('the clock', () => {
  const apply = async () => {
    const [held] = await periodsHeld(world.ground, ['registry.persons']);
    return held!.keeper.apply(world.ground, held!.cutOff, 1_000);
  };
  afterAll(() => lendPersonsRetention(eraseOne));

  test('goes past who is refused, and past a fault, to those behind', async () => {
    for (let i = 2; i < 25; i++) others.push(await world.officer(agency, { mailboxAddress: null }));
    await rows(`update officer set left_on = '2026-01-02' where id <> ?`, [gone]);
    later();
    const last = others.at(-1)!;
    const tried = new Set<string>();
    lendPersonsRetention(async (_ground, id) => {
      tried.add(id);
      if (id === gone) throw new RangeError('broken');
      return id === last;
    });
    expect(await apply()).toBe(1);
    expect(tried.size).toBe(26);
    lendPersonsRetention(async (_ground, id) => {
      if (id === gone) throw new RangeError('broken');
      return false;
    });
    await expect(apply()).rejects.toThrow('broken');
  });
});
