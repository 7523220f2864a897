/** Letters that nobody noted as received end too (K-1). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prepareNotices } from '../../../server/decisions/hearing.service.js';
import { periodsHeld } from '../../../server/publication/keeping/retention-policy.read.js';
import { DecisionWorld, done } from '../../decisions/decision-world.js';
import { World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

test('a letter that nobody noted as received ends with the period, or when it helps nobody any more where that is later', async () => {
  const town = await DecisionWorld.build(world, { members: 3, never: 3 });
  const held = async () => (await periodsHeld(world.ground, ['notices.letters']))[0]!;
  const due = async () => (await held()).keeper.due(world.ground, (await held()).cutOff);
  const remove = async () => (await held()).keeper.apply(world.ground, (await held()).cutOff, 10);
  const later = (day: string) => world.ground.clock.stopAt(new Date(`${day}T02:00:00Z`));
  const letters = () => town.rows(`select about, state from letter where body = '(đã xóa)' or state <> 'LAPSED' order by id`);
  const ids = (await town.cases(2)) as [string, string];
  const [first, second] = ids.map((id) => `decision:${id}`) as [string, string];
  done(await prepareNotices(town.secretary, ids));
  await town.rows(`update decision set state = 'WITHDRAWN', is_pending = false`);
  await town.rows(`update letter set useful_until = '2033-01-01' where about = ?`, [second]);
  later('2032-12-01');
  expect(await due()).toEqual({ due: 1, needed: 0 });
  expect(await remove()).toBe(1);
  expect(await letters()).toEqual([
    { about: first, state: 'LAPSED' },
    { about: second, state: 'TO_HAND_OVER' },
  ]);
  later('2033-01-02');
  expect(await remove()).toBe(1);
  expect(await remove()).toBe(0);
  expect(await letters()).toEqual([first, second].map((about) => ({ about, state: 'LAPSED' })));
});
