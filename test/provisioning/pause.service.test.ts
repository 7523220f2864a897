import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { isPaused } from '../../server/provisioning/pause.service.js';
import { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
beforeEach(() => world.clear());
afterAll(() => world.close());

test('only the administrator holds the orders to mail systems, and each change is recorded once', async () => {
  const pause = `mutation ($on: Boolean!) { provisioningPause(isPaused: $on) }`;
  const taskForce = await world.signIn('TASK_FORCE');
  expect((await taskForce(pause, { on: true })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await isPaused(world.ground)).toBe(false);
  const admin = await world.signIn('ADMIN');
  expect((await admin(pause, { on: true })).data.provisioningPause).toBe(true);
  expect(await isPaused(world.ground)).toBe(true);
  await admin(pause, { on: true });
  expect((await admin(pause, { on: false })).data.provisioningPause).toBe(false);
  const recorded = await world.ground.orm.em.fork().execute(`select action from audit_event where subject = 'provisioning' order by seq`);
  expect(recorded).toEqual([{ action: 'provisioning.pause' }, { action: 'provisioning.resume' }]);
});
