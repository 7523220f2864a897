import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Ground } from '../../server/kernel/ground.js';
import { isDue, Routines } from '../../server/kernel/routines.js';
import { World } from '../support/world.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (time: string) => new Date(`2026-10-19T${time}+07:00`);

describe('regular jobs', () => {
  let world: World;
  let runs: string[];
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    runs = [];
    world.ground.clock.stopAt(at('08:00:00'));
  });
  afterAll(() => world.close());

  /** A server's own list of jobs on the database of the world; a new one is what a restart leaves. */
  function server(name: string, job: (ground: Ground) => Promise<void> = async () => undefined): Routines {
    const routines = new Routines();
    routines.stand(world.ground);
    routines.add('minute', { seconds: 60 }, async (ground) => {
      runs.push(`${name} minute`);
      await job(ground);
    });
    routines.add('day', 'DAILY', async () => {
      runs.push(`${name} day`);
    });
    return routines;
  }

  test('run once with two servers that look at the same time', async () => {
    const servers = [server('a'), server('b')];
    await Promise.all(servers.map((s) => s.runDue()));
    await Promise.all(servers.map((s) => s.runDue()));
    expect(runs.map((run) => run.slice(2)).sort()).toEqual(['day', 'minute']);
  });

  test('one that takes long keeps none of the others waiting, and is not begun twice', async () => {
    let end: () => void = () => undefined;
    const routines = server('a');
    const begun: string[] = [];
    const until = async (met: () => boolean) => {
      for (let tries = 0; tries < 2_000 && !met(); tries++) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    routines.add(
      'long',
      { seconds: 1 },
      () => {
        begun.push('long');
        return new Promise((resolve) => {
          end = resolve;
        });
      },
      { isSlow: true },
    );
    const first = routines.runDue();
    await until(() => begun.length > 0);
    world.ground.clock.stopAt(at('08:02:00'));
    const second = routines.runDue();
    await until(() => runs.length > 2);
    expect([runs, begun]).toEqual([['a minute', 'a day', 'a minute'], ['long']]);
    end();
    await Promise.all([first, second]);
  });

  test('are not begun by another server while one is at them', async () => {
    const other = server('b');
    await server('a', () => other.runDue()).runDue();
    expect(runs).toEqual(['a minute', 'b day']);
  });

  test('are remembered over a restart, and run again when they are due', async () => {
    await server('a').runDue();
    world.ground.clock.stopAt(at('08:00:59'));
    await server('b').runDue();
    expect(runs).toEqual(['a minute', 'a day']);
    world.ground.clock.stopAt(at('08:01:00'));
    await server('c').runDue();
    expect(runs.slice(2)).toEqual(['c minute']);
  });

  test('of each day run at the start of the city’s day, and once when several days were missed', async () => {
    await server('a').runDue();
    runs = [];
    world.ground.clock.stopAt(at('23:59:59'));
    await server('a').runDue();
    expect(runs).toEqual(['a minute']);
    world.ground.clock.stopAt(new Date('2026-10-20T00:00:00+07:00'));
    await server('a').runDue();
    expect(runs).toEqual(['a minute', 'a day']);
    world.ground.clock.stopAt(new Date('2026-10-27T09:00:00+07:00'));
    await server('a').runDue();
    await server('b').runDue();
    expect(runs.slice(2)).toEqual(['a minute', 'a day']);
  });

  test('run again after the clock was moved back', async () => {
    world.ground.clock.stopAt(new Date('2026-12-01T08:00:00+07:00'));
    await server('a').runDue();
    world.ground.clock.stopAt(at('08:00:00'));
    await server('a').runDue();
    expect(runs).toEqual(['a minute', 'a day', 'a minute', 'a day']);
  });

  test('that fail are tried at their next time and keep no other from running', async () => {
    const failing = server('a', async () => {
      throw new Error('it fails');
    });
    await failing.runDue();
    await failing.runDue();
    expect(runs).toEqual(['a minute', 'a day']);
    world.ground.clock.stopAt(at('08:01:00'));
    await failing.runDue();
    expect(runs.slice(2)).toEqual(['a minute']);
  });

  test('whose server died are begun again when the lease is over', async () => {
    const em = world.ground.orm.em.fork();
    await em.execute(`insert into routine (name, leased_until) values ('minute', now() + interval '9 minutes')`);
    await server('a').runDue();
    expect(runs).toEqual(['a day']);
    await em.execute(`update routine set leased_until = now() - interval '1 second' where name = 'minute'`);
    await server('a').runDue();
    expect(runs).toEqual(['a day', 'a minute']);
  });

  test('are due by the clock, a small difference between servers aside', () => {
    const due = (last: Date | null, now: Date) => isDue({ seconds: 60 }, last, now, '2026-10-19', ZONE);
    expect(due(null, at('08:00:00'))).toBe(true);
    expect(due(at('08:00:00'), at('08:00:59'))).toBe(false);
    expect(due(at('08:00:03'), at('08:00:00'))).toBe(false);
    expect(due(at('09:00:01'), at('08:00:00'))).toBe(true);
  });
});
