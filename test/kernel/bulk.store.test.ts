import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { insertRows } from '../../server/kernel/bulk.js';
import { World } from '../support/world.js';

describe('many rows in a transaction', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
    await world.asOwner('create table bulk_try (n int primary key, words text, at timestamptz, is_so bool, day date)');
    await world.asOwner('grant select, insert on bulk_try to public');
  });
  afterAll(() => world.close());

  const COLUMNS = { n: 'int4', words: 'text', at: 'timestamptz', is_so: 'bool', day: 'date' };
  const awkward = ['plain', 'tab\tand\nline\r', 'back\\slash \\N', '"quotes" {a,b}', "it's", '', 'NULL', null, 'Đặng Thị Thủy 🙂'];
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, n) => [
      n,
      awkward[n % awkward.length],
      new Date(n * 86_400_000),
      n % 2 === 0,
      n % 3 ? null : '2026-11-23',
    ]);
  const write = (count: number, then: (em: SqlEntityManager) => Promise<void> = async () => undefined) =>
    world.ground.orm.em.fork().transactional(async (em) => {
      await insertRows(em as SqlEntityManager, 'bulk_try', COLUMNS, rowsOf(count));
      await then(em as SqlEntityManager);
    });
  const stored = () =>
    world.ground.orm.em
      .fork()
      .execute<any[]>('select n, words, extract(epoch from at)::int as at, is_so, day::text as day from bulk_try order by n');
  const empty = () => world.asOwner('truncate bulk_try');

  // Few rows and many take different ways into the embedded store.
  test.each([3, 12_000])('%i rows are stored as they are, whatever characters they hold', async (count) => {
    await write(count);
    const expected = rowsOf(count).map(([n, words, at, isSo, day]) => ({ n, words, at: Number(at) / 1000, is_so: isSo, day }));
    expect(await stored()).toEqual(expected);
    await empty();
  });

  test.each([3, 12_000])('%i rows are seen by their own transaction and gone when it is undone', async (count) => {
    const undone = write(count, async (em) => {
      const [{ n }] = (await em.execute<{ n: number }[]>('select count(*)::int as n from bulk_try')) as [{ n: number }];
      expect(n).toBe(count);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await stored()).toEqual([]);
  });

  test('a row that is there already undoes all, and the store goes on working', async () => {
    await write(100);
    await expect(write(12_000)).rejects.toThrow(/bulk_try_pkey/);
    expect(await stored()).toHaveLength(100);
    await empty();
  });
});
