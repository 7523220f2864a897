/** Everything that is kept goes when its period is over, and nothing that something pending needs (K-1, K-2, E-7). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { allKeepers } from '../../../server/kernel/retention.js';
import { applyRetention } from '../../../server/publication/keeping/apply-retention.service.js';
import { dueNow } from '../../../server/publication/keeping/retention-policy.read.js';
import { World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(() => world.clear());

describe('a run', () => {
  test('asks every keeper and reports', async () => {
    expect(allKeepers().length).toBeGreaterThan(15);
    expect((await dueNow(world.ground)).every(({ due, needed }) => due === 0 && needed === 0)).toBe(true);
    await applyRetention(world.system());
    const [run] = await world.ground.orm.em.fork().execute<any[]>('select results::text as results, ended_at from retention_run');
    const results = JSON.parse(run.results);
    expect(results.filter(({ fault }: any) => fault)).toEqual([]);
    expect(results.map(({ name }: any) => name)).toEqual(allKeepers().map(({ name }) => name));
  });
});
