import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { inviteUser } from '../../server/identity/invitation.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(() => world.clear());

const letters = () =>
  world.ground.orm.em.fork().execute<{ kind: string; officer_id: string; body: string }[]>('select kind, officer_id, body from letter');

test('whoever has a file is told by letter that an administrator made a new link to their account; others have no way to be told', async () => {
  const officer = await world.officer(await world.agency());
  const owner = await createUser(world.system(), {
    name: 'Nguyễn Thị Lan',
    email: 'lan@people.example',
    grants: [{ role: 'OFFICER', scopeId: officer }],
  });
  const other = await createUser(world.system(), { name: 'Người khác', email: 'other@people.example', grants: [{ role: 'TRAINER' }] });
  await world.ground.outbox.drain();
  expect(await letters()).toEqual([]);
  await inviteUser(world.as('ADMIN'), owner);
  await inviteUser(world.as('ADMIN'), other);
  await world.ground.outbox.drain();
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ kind: 'account.opened', officer_id: officer });
  expect(letter!.body).toContain('đường dẫn dùng một lần');
  expect(letter!.body).not.toContain('token=');
});
