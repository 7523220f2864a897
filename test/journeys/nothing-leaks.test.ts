/** A stolen database opens nothing (G-17), and only what the law needs is public or logged (G-30): canaries through every door, then a search everywhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newLog } from '../../server/kernel/log.js';
import { Canaries, type Sink, SINKS, STORED } from '../support/canaries.js';
import { type LeakDoors, leakDoors } from '../support/leak-doors.js';
import { rightsWorld } from '../support/rights-world.js';
import { World } from '../support/world.js';

describe('nothing leaks', () => {
  const canaries = new Canaries();
  const logged: string[] = [];
  let world: World;
  let doors: LeakDoors;
  let dumped: Record<Sink, string>;

  async function rowsOf(): Promise<string> {
    const tables = await world.asOwner<{ place: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as place from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const parts: string[] = [];
    for (const { place } of tables)
      parts.push(place, JSON.stringify(await world.asOwner(`select row_to_json(t)::text as r from ${place} t`)));
    return parts.join('\n');
  }

  function filesOf(folder: string): string {
    if (!existsSync(folder)) return '';
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
      .join('\n');
  }

  const metrics = async () => (await world.app.http.inject({ url: '/metrics' })).body;

  beforeAll(async () => {
    world = await World.open({ log: newLog('trace', { write: (line) => logged.push(line) }) });
    const city = await rightsWorld(world);
    doors = await leakDoors(world, city, canaries, logged);
  }, 120_000);
  afterAll(() => world.close());

  test('canaries go through every door', async () => {
    await doors.goThrough();
    await world.ground.outbox.drain();
    dumped = {
      database: await rowsOf(),
      files: filesOf(world.folder),
      log: logged.join(''),
      errors: doors.errors.join('\n'),
      metrics: await metrics(),
      anonymous: await doors.everythingPublic(),
    };
    expect(canaries.all.length).toBeGreaterThanOrEqual(50);
    expect(canaries.kinds.length).toBeGreaterThanOrEqual(25);
    expect(Object.fromEntries(SINKS.map((sink) => [sink, sink === 'files' || dumped[sink].length > 1000]))).toEqual(
      Object.fromEntries(SINKS.map((sink) => [sink, true])),
    );
  }, 120_000);

  test.each(SINKS)('%s: none of them is found where it must not be', (sink) => {
    expect(canaries.leakedInto(sink, dumped[sink])).toEqual([]);
  });

  test('what may be stored is stored: the canaries came through', () => {
    const stored = canaries.all.filter(({ allowed }) => allowed === STORED);
    const missing = stored.filter((canary) => canaries.foundIn(dumped.database, [canary]).length === 0);
    expect(missing).toEqual([]);
    expect(stored.length).toBeGreaterThan(15);
  });

  describe('a leaking variant is noticed, each canary of each kind', () => {
    const everyCanary = () => canaries.all.map(({ text }) => text);
    const forms: [string, (text: string) => string][] = [
      ['plain', (text) => text],
      ['upper case', (text) => text.toUpperCase()],
      ['base64', (text) => Buffer.from(`x${text}yz`).toString('base64')],
      ['hexadecimal', (text) => Buffer.from(text).toString('hex')],
      ['in an address', (text) => encodeURIComponent(text)],
    ];

    test('in the database, in whatever form', async () => {
      for (const [form, change] of forms) {
        const leak = JSON.stringify(everyCanary().map(change));
        await world.ground.orm.em.fork().execute(`insert into setting (name, value) values ('leak', ?)`, [leak]);
        const found = canaries.foundIn(await rowsOf());
        await world.ground.orm.em.fork().execute(`delete from setting where name = 'leak'`);
        expect({ form, found: found.length }).toEqual({ form, found: canaries.all.length });
      }
    });

    test('in the log: a variable, and a fault that keeps its words', () => {
      const lines: string[] = [];
      const log = newLog('trace', { write: (line) => lines.push(line) });
      log.trace({ variables: everyCanary() }, 'request');
      expect(canaries.foundIn(lines.join(''))).toHaveLength(canaries.all.length);
    });

    test('in an error answer and in what nobody signed in for', () => {
      const answer = JSON.stringify({ errors: everyCanary().map((message) => ({ message })) });
      expect(canaries.foundIn(answer)).toHaveLength(canaries.all.length);
    });

    test('in the metrics: a label', async () => {
      for (const [i, what] of everyCanary().entries()) world.ground.metrics.count('hopthu_leak_total', 'A leak.', { what, i: String(i) });
      const text = await metrics();
      world.ground.metrics.registry.removeSingleMetric('hopthu_leak_total');
      expect(canaries.foundIn(text)).toHaveLength(canaries.all.length);
    });
  });
});
