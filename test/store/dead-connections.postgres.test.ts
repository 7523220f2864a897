/** Connections that die in the middle of a transaction do not use up the pool. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

test('after more broken transactions than the pool has places the server still answers', async () => {
  const broken = async () => {
    const em = world.ground.orm.em.fork();
    await em.transactional(async (inside) => {
      const [row] = await inside.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
      await world.asOwner(`select pg_terminate_backend(${row!.pid})`);
      await inside.execute('select 1');
    });
  };
  for (let i = 0; i < 15; i++) await expect(broken()).rejects.toThrow();
  const rows = await world.ground.orm.em.fork().execute<{ n: number }[]>('select 1 as n');
  expect(rows).toEqual([{ n: 1 }]);
}, 30_000);
