/** A cause can be set until a case is proposed on the finding, and again once it was taken back (T-8). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setCause } from '../../server/review/cause.service.js';
import { withdrawCases } from '../../server/decisions/withdraw.service.js';
import { World } from '../support/world.js';
import { DecisionWorld, done } from './decision-world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

test('the cause of a finding stands while a case rests on it', async () => {
  const town = await DecisionWorld.build(world, { never: 1 });
  const [id] = (await town.cases()) as [string];
  const { findingId } = town.never[0]!;
  expect((await setCause(town.force, [findingId], 'NO_NEED', null)).refused).toMatchObject([
    { code: 'NOT_ALLOWED_NOW', rule: 'T-8', path: ['ids', '0'] },
  ]);
  done(await withdrawCases(town.force, [id], 'Nhầm'));
  expect((await setCause(town.force, [findingId], 'NO_NEED', null)).refused).toEqual([]);
});
