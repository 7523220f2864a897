import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrations } from '../../server/store/migrations.js';
import { World } from '../support/world.js';

describe('migrations', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ asOwner: true });
  });
  afterAll(() => world.close());

  const difference = async () =>
    (await world.ground.orm.schema.getUpdateSchemaSQL({ safe: false }))
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('set names') && !/"migration"/.test(line));

  test('bring an empty database to what the entities say', async () => {
    expect(await difference()).toEqual([]);
  });

  test('are remembered, each once and in order', async () => {
    const executed = await world.ground.orm.migrator.getExecuted();
    expect(executed.map((m) => m.name)).toEqual(migrations.map((m) => m.name));
    expect([...new Set(migrations.map((m) => m.name))].sort()).toEqual(migrations.map((m) => m.name));
  });

  test('the newest can be taken back and applied again', async () => {
    await world.ground.orm.migrator.down();
    expect(await difference()).not.toEqual([]);
    await world.ground.orm.migrator.up();
    expect(await difference()).toEqual([]);
  });
});
