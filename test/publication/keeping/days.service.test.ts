/** Day counters go in parts, and none of them is missed by a review that is opened meanwhile (E-8, K-1). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { periodsHeld } from '../../../server/publication/keeping/retention-policy.read.js';
import { openReview } from '../../../server/review/open-review.service.js';
import { city, NOW, WINDOW } from '../../review/review-world.js';
import { World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(NOW);
});

const rows = <R extends object = any>(sql: string) => world.ground.orm.em.fork().execute<R[]>(sql);
const count = async (table: string) => Number((await rows(`select count(*) as n from ${table}`))[0].n);
const removePart = async () => {
  const [held] = await periodsHeld(world.ground, ['evidence.days']);
  return held!.keeper.apply(world.ground, held!.cutOff, 1);
};

test('after the first part the days are not covered, though most counters are still there: nobody is judged by what is left', async () => {
  await city(world);
  world.ground.clock.stopAt(new Date(NOW.getTime() + 500 * 86_400_000));
  const whole = await count('evidence_day');
  expect(whole).toBeGreaterThan(10);
  expect(await removePart()).toBeGreaterThan(0);
  expect([await count('evidence_source_day'), await count('evidence_day')]).toEqual([0, whole]);
  expect(await removePart()).toBeGreaterThan(0);
  const left = await count('evidence_day');
  expect(left).toBeLessThan(whole);
  expect(left).toBeGreaterThan(0);
  await openReview(world.as('TASK_FORCE'), { title: 'Xem lại năm trước', windowTo: WINDOW.to });
  expect(await rows(`select distinct tier from finding where tier <> 'NOT_ASSESSED'`)).toEqual([]);
});
