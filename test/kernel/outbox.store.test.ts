import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { by, right } from '../../server/identity/right.js';
import { joinChanges } from '../../server/review/late-facts.js';
import { World } from '../support/world.js';

const change = right('test.change', by('TASK_FORCE'));

describe('orders that wait', () => {
  let world: World;
  let seen: unknown[];
  beforeAll(async () => {
    world = await World.open();
    const note = (kind: string) => async (payload: unknown) => {
      seen.push([kind, payload]);
      if (seen.length === 1 && JSON.stringify(payload).includes('fails')) throw new Error('the first time it fails');
    };
    world.ground.outbox.on('SUM', note('SUM'), (one: unknown[], other: unknown[]) => [...one, ...other].sort());
    world.ground.outbox.on('ALONE', note('ALONE'));
  });
  beforeEach(() => {
    seen = [];
  });
  afterAll(() => world.close());

  const order = (...orders: [kind: string, payload: unknown][]) =>
    perform(world.as('TASK_FORCE'), async (act) => {
      act.allow(change, undefined);
      act.record('test.change', 'test:order');
      for (const [kind, payload] of orders) act.order(kind, payload);
    });
  const waiting = () =>
    world.ground.orm.em.fork().execute(`select kind from outbox_message where done_at is null and kind in ('SUM', 'ALONE')`);

  test('of a kind that can be joined are carried out as one, and do not keep the others waiting (T-5)', async () => {
    await order(['SUM', [1]], ['SUM', [2]], ['ALONE', 1], ['SUM', [3]], ['ALONE', 2]);
    await world.ground.outbox.drain();
    expect(seen).toEqual([
      ['SUM', [1, 2, 3]],
      ['ALONE', 1],
      ['ALONE', 2],
    ]);
    expect(await waiting()).toEqual([]);
  });

  test('that failed together are tried again, each alone', async () => {
    await order(['SUM', ['fails']], ['SUM', [2]]);
    await world.ground.outbox.drain();
    expect(seen).toEqual([['SUM', [2, 'fails']]]);
    expect(await waiting()).toHaveLength(2);
    await world.ground.orm.em.fork().execute('update outbox_message set not_before = null where done_at is null');
    await world.ground.outbox.drain();
    expect(seen.slice(1)).toEqual([
      ['SUM', ['fails']],
      ['SUM', [2]],
    ]);
    expect(await waiting()).toEqual([]);
  });

  test('about changed evidence ask for all their days and for the reviews open at the later of them (T-5)', () => {
    const one = { at: '2026-10-20T02:00:00.000Z', from: '2026-10-05', to: '2026-10-06' };
    const other = { at: '2026-10-19T02:00:00.000Z', from: '2026-09-01', to: '2026-10-01' };
    const both = { at: one.at, from: other.from, to: one.to };
    expect(joinChanges(one, other)).toEqual(both);
    expect(joinChanges(other, one)).toEqual(both);
  });
});
