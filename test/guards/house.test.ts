/** Does every file live where the house says? Beside each check stands a small broken house that the check must find. */
import { describe, expect, test } from '@jest/globals';
import {
  breaksOfApi,
  breaksOfPanel,
  breaksOfPureRules,
  breaksOfRoomOrder,
  breaksOfStore,
  importCycles,
  namelessDrawers,
  passedOver,
  tooLong,
  tracesOfTheMachine,
} from './house.js';
import { type Source, codeOf, importsOf, pathsOf, read } from './source.js';

const server = codeOf('server');
const panel = codeOf('admin');
const tests = codeOf('test');

/** One file of a broken house. */
function file(path: string, ...lines: string[]): Source {
  return { path, text: lines.join('\n') };
}

describe('the house', () => {
  test('there are files to look at', () => {
    expect(server.length).toBeGreaterThan(10);
    expect(server.flatMap(importsOf).length).toBeGreaterThan(10);
  });
  test('a room imports only rooms to its left', () => expect(breaksOfRoomOrder(server)).toEqual([]));
  test('only resolvers, inputs and the entrances use api, and api knows no domain', () => expect(breaksOfApi(server)).toEqual([]));
  test('only app.ts, main.ts and cli.ts open the store, and the store knows no resolver', () => expect(breaksOfStore(server)).toEqual([]));
  test('the panel knows the server by schema.graphql alone', () => expect(breaksOfPanel([...server, ...panel])).toEqual([]));
  test('rules are pure', () => expect(breaksOfPureRules(server)).toEqual([]));
  test('no file imports itself by a detour', () => expect(importCycles([...server, ...panel])).toEqual([]));
  test('no file has more than 400 lines', () => expect(tooLong(codeOf('server', 'admin', 'test', 'bench', '.config'))).toEqual([]));
  test('no file or folder is a nameless drawer', () => {
    expect(namelessDrawers(['server', 'admin', 'test', 'bench'].flatMap((folder) => pathsOf(folder)))).toEqual([]);
  });
  test('no test is passed over or run alone', () => expect(passedOver(tests)).toEqual([]));
  test('no file names a place of the machine it was written on', () => {
    const readable = pathsOf().filter((path) => !/\.(png|jpg|gz|woff2?|ico|zst|xz)$/.test(path));
    expect(tracesOfTheMachine(readable.map(read))).toEqual([]);
  });
});

describe('the checks find a broken house', () => {
  test.each([
    ['evidence → review', file('server/evidence/day.service.ts', "import { tierOf } from '../review/tier.rules.js';")],
    ['a type only', file('server/kernel/record.ts', "import type { User } from '../identity/user.entity.js';")],
    ['loaded later', file('server/registry/agency.service.ts', "const later = () => import('../evidence/source.entity.js');")],
    ['passed on', file('server/registry/agency.entity.ts', "export * from '../evidence/source.entity.js';")],
    ['a room → app.ts', file('server/review/review.service.ts', "import { app } from '../app.js';")],
    ['a folder that is no room', file('server/reports/month.ts', 'export const month = 1;')],
  ])('room order: %s', (_, broken) => expect(breaksOfRoomOrder([broken])).toHaveLength(1));

  test('room order: to the left is allowed', () => {
    const good = file(
      'server/review/tier.service.ts',
      "import { Source } from '../evidence/source.entity.js';",
      "import { Day } from '../kernel/calendar.js';",
    );
    expect(breaksOfRoomOrder([good])).toEqual([]);
  });

  test.each([
    ['a service uses api', file('server/registry/agency.service.ts', "import { page } from '../api/connection.js';")],
    ['api knows a domain', file('server/api/context.ts', "import { Agency } from '../registry/agency.entity.js';")],
  ])('api: %s', (_, broken) => expect(breaksOfApi([broken])).toHaveLength(1));

  test('api: a resolver and app.ts may', () => {
    const line = "import { page } from './api/connection.js';";
    const good = [file('server/registry/agency.resolver.ts', line.replace('./', '../')), file('server/app.ts', line)];
    expect(breaksOfApi(good)).toEqual([]);
  });

  test.each([
    ['a room opens the store', file('server/identity/session.service.ts', "import { open } from '../store/open.js';")],
    ['the store knows a resolver', file('server/store/orm.ts', "import { AgencyResolver } from '../registry/agency.resolver.js';")],
  ])('store: %s', (_, broken) => expect(breaksOfStore([broken])).toHaveLength(1));

  test.each([
    ['the panel imports the server', file('admin/main.tsx', "import { dayNumber } from '../server/kernel/calendar.js';")],
    ['the server imports a test', file('server/app.ts', "import { world } from '../test/support/world.js';")],
  ])('panel: %s', (_, broken) => expect(breaksOfPanel([broken])).toHaveLength(1));

  test.each([
    ['the ORM', "import { Entity } from '@mikro-orm/core';"],
    ['GraphQL', "import { ObjectType } from 'type-graphql';"],
    ['the clock of the house', "import { clock } from '../kernel/clock.js';"],
    ['the clock of the machine', 'export const now = () => Date.now();'],
    ['waiting', 'export const tier = async () => 1;'],
    ['dice', 'export const tier = () => Math.random();'],
  ])('rules: %s', (_, line) => expect(breaksOfPureRules([file('server/review/tier.rules.ts', line)])).toHaveLength(1));

  test('rules: the ORM through another file is found, a type or a comment is not', () => {
    const entity = file('server/review/review.entity.ts', "import { Entity } from '@mikro-orm/core';");
    const detour = file('server/review/tier.rules.ts', "import { Review } from './review.entity.js';");
    const typeOnly = file('server/review/tier.rules.ts', "import type { Review } from './review.entity.js';", '// async and await');
    expect(breaksOfPureRules([entity, detour])).toEqual([
      'server/review/tier.rules.ts reaches @mikro-orm/core through server/review/review.entity.ts',
    ]);
    expect(breaksOfPureRules([entity, typeOnly])).toEqual([]);
  });

  test('cycles: three files in a ring are found, a ring closed by a type is not', () => {
    const a = file('server/kernel/a.ts', "import { b } from './b.js';");
    const b = file('server/kernel/b.ts', "import { c } from './c.js';");
    expect(importCycles([a, b, file('server/kernel/c.ts', "import { a } from './a.js';")])).toEqual([
      'server/kernel/a.ts → server/kernel/b.ts → server/kernel/c.ts → server/kernel/a.ts',
    ]);
    expect(importCycles([a, b, file('server/kernel/c.ts', "import type { A } from './a.js';")])).toEqual([]);
  });

  test('length: 401 lines are too many, 400 are not', () => {
    expect(tooLong([file('server/long.ts', ...Array.from({ length: 401 }, () => ';'))])).toHaveLength(1);
    expect(tooLong([file('server/long.ts', ...Array.from({ length: 400 }, () => ';'))])).toEqual([]);
  });

  test.each(['server/kernel/utils.ts', 'admin/common/Field.tsx', 'server/review/helpers/tier.ts', 'test/misc.test.ts', 'server/types.ts'])(
    'drawers: %s',
    (path) => expect(namelessDrawers([path])).toHaveLength(1),
  );
  test('drawers: a word that only begins so has a name', () => expect(namelessDrawers(['server/kernel/types-of-day.ts'])).toEqual([]));

  test.each(['skip', 'only', 'todo'])('passed over: test.%s', (word) => {
    expect(passedOver([file('test/a.test.ts', `test.${word}('x', () => {});`)])).toHaveLength(1);
  });

  test.each([
    ['/wo', 'rk/main'],
    ['../sha', 'red/data'],
  ])('traces: %s%s', (start, rest) => {
    const broken = file('docs/a.md', `see ${start}${rest}`);
    expect(tracesOfTheMachine([broken])).toHaveLength(1);
    expect(tracesOfTheMachine([{ ...broken, path: '.ci/run' }])).toEqual([]);
  });
});
