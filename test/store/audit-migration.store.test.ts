/** A store in use when the audit log learned of seals and mentions (0009): its chain is sealed as it stands and goes on whole (G-22). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { askOf, verifyChain } from '../../server/kernel/audit-verify.js';
import { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open({ asOwner: true });
});
afterAll(() => world.close());

const record = (mentions?: string[]) =>
  perform(world.system(), async (act) => {
    act.allowAnyone('a test');
    act.record('review.open', 'review:x', { title: 'Quý IV' }, mentions);
  });
const verdict = () => verifyChain(askOf(world.ground.native), { key: world.ground.key });

/** As the store was before, then brought up to date, over the connection that owns the tables. */
async function again(): Promise<void> {
  const { migrator } = world.ground.orm;
  const all = (await migrator.getExecuted()).map(({ name }) => name);
  const since = all.slice(all.indexOf('0009-audit'));
  await migrator.down({ migrations: since.reverse() });
  await migrator.up();
}

test('a chain recorded before is sealed as it stands and goes on', async () => {
  for (let i = 0; i < 3; i++) await record();
  await again();
  expect(await verdict()).toMatchObject({ isWhole: true, events: 3, isSealVerified: true });
  await record(['officer:a']);
  expect(await verdict()).toMatchObject({ isWhole: true, events: 4 });
});

test('with a key that is not the store’s it is refused, and nothing is sealed', async () => {
  process.env.HOPTHU_KEY = 'another key';
  try {
    await expect(again()).rejects.toThrow('HOPTHU_KEY');
  } finally {
    delete process.env.HOPTHU_KEY;
  }
  await world.ground.orm.migrator.up();
});
