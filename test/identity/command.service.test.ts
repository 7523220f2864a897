import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { by, right } from '../../server/identity/right.js';
import { hashOf } from '../../server/kernel/audit-chain.rules.js';
import { Refusal } from '../../server/kernel/refusal.js';
import { Setting } from '../../server/kernel/setting.entity.js';
import { World } from '../support/world.js';

const change = right('test.change', by('TASK_FORCE'));

describe('the command wrapper', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.close());

  const setting = async (name: string) => (await world.ground.orm.em.fork().findOne(Setting, { name }))?.value;
  const write = (act: Parameters<Parameters<typeof perform>[1]>[0], name: string) =>
    act.em.persist(act.em.create(Setting, { name, value: 'x' }));
  const events = () =>
    world.ground.orm.em.fork().execute<any[]>('select seq, at, actor, action, subject, commitment, hash from audit_event order by seq');

  test('change, audit row and order are one transaction', async () => {
    await perform(world.as('TASK_FORCE'), async (act) => {
      act.allow(change, undefined);
      write(act, 'one');
      act.record('test.change', 'test:one', { secret: 1 });
      act.order('TEST', { name: 'one' });
    });
    expect(await setting('one')).toBe('x');
    expect((await events()).map((e) => [e.seq, e.action])).toEqual([[1, 'test.change']]);
    expect(await world.ground.orm.em.fork().execute('select kind, payload from outbox_message')).toMatchObject([{ kind: 'TEST' }]);
  });

  test('a refusal undoes everything', async () => {
    const refused = perform(world.as('TASK_FORCE'), async (act) => {
      act.allow(change, undefined);
      write(act, 'two');
      await act.em.flush();
      act.record('test.change', 'test:two');
      act.order('TEST', {});
      throw new Refusal({ code: 'INVALID', message: { text: { vi: '', en: '' } } });
    });
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    expect(await setting('two')).toBeUndefined();
    expect(await events()).toEqual([]);
  });

  test('a command that asked for no right is undone, and so is one that left no audit row (G-23)', async () => {
    await expect(
      perform(world.as('TASK_FORCE'), async (act) => {
        write(act, 'three');
        act.record('x', 'y');
      }),
    ).rejects.toThrow('asked for no right');
    await expect(
      perform(world.as('TASK_FORCE'), async (act) => {
        act.allow(change, undefined);
        write(act, 'three');
      }),
    ).rejects.toThrow('left no audit row');
    expect(await setting('three')).toBeUndefined();
  });

  test('without the right nothing happens', async () => {
    await expect(
      perform(world.as('TRAINER'), async (act) => {
        act.allow(change, undefined);
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('the same idempotency key does it once, and refuses another request', async () => {
    let made = 0;
    const ask = (request: unknown) =>
      perform(world.as('TASK_FORCE'), async (act) => {
        act.allow(change, undefined);
        return act.once('test', 'key-1', request, async () => {
          act.record('test.change', 'test:once');
          return `made-${++made}`;
        });
      });
    expect(await ask({ a: 1 })).toBe('made-1');
    expect(await ask({ a: 1 })).toBe('made-1');
    await expect(ask({ a: 2 })).rejects.toMatchObject({ reasons: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
    expect(made).toBe(1);
  });

  test('commands at the same time leave one chain without forks', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        perform(world.as('TASK_FORCE'), async (act) => {
          act.allow(change, undefined);
          act.record('test.change', `test:${i}`, { i });
          act.record('test.again', `test:${i}`);
        }),
      ),
    );
    const rows = await events();
    expect(rows.map((r) => r.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    let hash = '0'.repeat(64);
    for (const row of rows) {
      hash = hashOf(hash, { ...row, at: new Date(row.at).getTime() });
      expect(row.hash).toBe(hash);
    }
  });

  test('an order is carried out once after the command, again after a failure', async () => {
    const seen: unknown[] = [];
    world.ground.outbox.on('ONCE', async (payload) => {
      seen.push(payload);
      if (seen.length === 1) throw new Error('the first time it fails');
    });
    await perform(world.as('TASK_FORCE'), async (act) => {
      act.allow(change, undefined);
      act.record('test.change', 'test:order');
      act.order('ONCE', { n: 1 });
    });
    await world.ground.outbox.drain();
    await world.ground.outbox.drain();
    expect(seen).toEqual([{ n: 1 }]);
    await world.ground.orm.em.fork().execute('update outbox_message set not_before = null');
    await world.ground.outbox.drain();
    await world.ground.outbox.drain();
    expect(seen).toEqual([{ n: 1 }, { n: 1 }]);
  });
});
