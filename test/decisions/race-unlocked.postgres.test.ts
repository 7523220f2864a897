/** The same rounds as race.postgres.test.ts without the lock on the rows, so that it is seen to fail: else the other test would show nothing (G-1). */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as locking from '../../server/kernel/json-rows.js';
import type { World as OpenWorld } from '../support/world.js';

const rowsOf: typeof locking.rowsOf = (em, table, choice) => locking.rowsOf(em, table, { ...choice, isLocking: false });
jest.unstable_mockModule('../../server/kernel/json-rows.js', () => ({ ...locking, rowsOf }));
const { castVotes } = await import('../../server/decisions/cast-vote.service.js');
const { openVotes } = await import('../../server/decisions/vote.service.js');
const { World } = await import('../support/world.js');
const { damageOf, play, racing } = await import('./race-world.js');

const services = { castVotes, openVotes };
let world: OpenWorld;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

test('without the lock votes are left open, closed twice or miscounted', async () => {
  const { town, rounds } = await racing(world, services, 20);
  for (const round of rounds) await play(services, town, round);
  const damage = await damageOf(town, rounds);
  expect(damage.leftOpen + damage.closedTwice).toBeGreaterThan(0);
  expect(damage.miscounted).toBeGreaterThan(0);
}, 120_000);
