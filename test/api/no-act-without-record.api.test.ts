/**
 * G-23: where the record of an act cannot be written, the act is not done. Every mutation of the schema and every writing route is carried out
 * once, to see that it changes something and is on record; then again while no record can be written, and the whole database is as before.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importsOf } from '../../server/evidence/import.service.js';
import { perform } from '../../server/identity/command.js';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { type Act, KEPT_WHATEVER_COMES, RecordedActs, WRITES_NOTHING, writingRoutes } from '../support/recorded-acts.js';
import { Snapshot } from '../support/snapshot.js';
import { World } from '../support/world.js';

const NO_RECORD = 'no record can be written';

describe('no act without its record (G-23)', () => {
  let world: World;
  let acts: RecordedActs;
  let before: Snapshot;
  beforeAll(async () => {
    world = await World.open();
    acts = await RecordedActs.open(world);
    await world.ground.outbox.drain();
    await world.asOwner(
      `create function unrecordable() returns trigger language plpgsql as $$ begin raise exception '${NO_RECORD}'; end $$`,
    );
    before = await Snapshot.of(world);
  });
  afterAll(() => world.close());

  const restore = async () => {
    await importsOf(world.ground).idle();
    await before.restore();
    forgetSessions(world.ground);
  };
  const recorded = async () => Number((await world.asOwner<{ n: string }>('select count(*) as n from audit_event'))[0]!.n);
  const unrecordable = async (work: Act): Promise<unknown> => {
    await world.asOwner('create trigger unrecordable before insert on audit_event for each row execute function unrecordable()');
    try {
      return await work().then(
        () => undefined,
        (error: unknown) => error ?? 'refused',
      );
    } finally {
      await world.asOwner('drop trigger unrecordable on audit_event');
    }
  };
  const changed = async () => (await before.changed()).filter((table) => !KEPT_WHATEVER_COMES.includes(table));

  /** The first way in which it is done and leaves a record. */
  async function wayOf(name: string): Promise<{ act?: Act; why: string[] }> {
    const why: string[] = [];
    const start = await recorded();
    for (const act of acts.waysOf(name)) {
      const error = await act().then(
        () => undefined,
        (e: unknown) => e,
      );
      const isDone = !error && (await recorded()) > start;
      await restore();
      if (isDone) return { act, why };
      why.push(error ? String((error as Error).message) : 'no record');
    }
    return { why };
  }

  async function isUndone(name: string): Promise<string[]> {
    const { act, why } = await wayOf(name);
    if (!act) return [`${name} has no sample that is carried out: ${[...new Set(why)].join('; ') || 'none in test/support'}`];
    const error = await unrecordable(act);
    const left = await changed();
    await restore();
    const faults = left.length ? [`${name} left traces in ${left.join(', ')}`] : [];
    if (!error) faults.push(`${name} answered as if it were done`);
    return faults;
  }

  const kinds = { mutations: () => RecordedActs.mutations(), routes: () => acts.routes() };

  test.each(['mutations', 'routes'] as const)(
    '%s: made to leave no record, each leaves nothing at all',
    async (kind) => {
      const names = kinds[kind]().filter((name) => !(name in WRITES_NOTHING));
      const faults: string[] = [];
      for (const name of names) faults.push(...(await isUndone(name)));
      process.stderr.write(
        `G-23: ${names.length - faults.length} of ${names.length} ${kind} undone without their record, on ${world.ground.native.kind}\n`,
      );
      expect(faults).toEqual([]);
      expect(names.length).toBeGreaterThan(kind === 'mutations' ? 30 : 5);
    },
    600_000,
  );

  test('what is said to write nothing exists, and writes nothing', async () => {
    const known = [...kinds.mutations(), ...kinds.routes()];
    expect(Object.keys(WRITES_NOTHING).filter((name) => !known.includes(name))).toEqual([]);
    for (const name of ['usagePolicyTry', 'passkeyBegin', 'mailMatch']) {
      const done = await Promise.allSettled(acts.waysOf(name).map((act) => act()));
      expect([name, done.some(({ status }) => status === 'fulfilled')]).toEqual([name, true]);
      expect(await changed()).toEqual([]);
      await restore();
    }
  });

  test('an act that writes outside the transaction of its record is seen', async () => {
    const em = world.ground.orm.em.fork();
    const careless: Act = async () => {
      await em.execute(`insert into setting (name, value) values ('careless', 'x')`);
      await perform(world.system(), async (act) => {
        act.allowAnyone('a test');
        act.record('review.open', 'review:careless');
      });
    };
    expect(String(await unrecordable(careless))).toContain(NO_RECORD);
    expect(await changed()).toEqual(['setting']);
    await restore();
  });

  test('a mutation without a sample is named', async () => {
    expect(await isUndone('somethingNew')).toEqual(['somethingNew has no sample that is carried out: none in test/support']);
  });

  test('routes are read from the tree', () => {
    const tree = [
      '├── /graphql (POST)',
      '├── /auth/',
      '│   ├── state (GET, HEAD)',
      '│   └── invitation (POST)',
      '│       └── /accept (POST)',
      '└── /a/:b (PUT, GET)',
    ];
    expect(writingRoutes(tree.join('\n'))).toEqual(['POST /graphql', 'POST /auth/invitation', 'POST /auth/invitation/accept', 'PUT /a/:b']);
  });
});
