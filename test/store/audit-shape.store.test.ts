/** Tables of the audit log that are not what they seem (G-22, G-24): each deception is told by verifying, and no server starts on it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { perform } from '../../server/identity/command.js';
import { auditReport } from '../../server/kernel/audit-report.js';
import { AuditKeeper } from '../../server/kernel/audit-keeper.js';
import { askOf, verifyChain } from '../../server/kernel/audit-verify.js';
import { connecting } from '../../server/store/connection.js';
import { openStore } from '../../server/store/open.js';
import { serverOrm } from '../../server/store/orm.js';
import { ask } from '../support/statements.js';
import { storeKind, World } from '../support/world.js';

const isPostgres = storeKind() === 'postgres';

/** What somebody does, what takes it back, and how it is told. */
interface Deception {
  does: string[];
  undoes: string[];
  kind: string;
  about: string;
}

/** Another actor for everybody but whoever verifies. */
const FALSE_VIEW = `create view audit_event as select seq, at,
  case when current_query() like '%json_build_array%' then actor else 'user:nobody' end as actor,
  action, subject, details, salt, commitment, hash from audit_event_true`;

const DECEPTIONS: Record<string, Deception> = {
  'row security hides events': {
    does: ['alter table audit_event enable row level security', 'create policy quiet on audit_event for select using (seq > 1)'],
    undoes: ['drop policy quiet on audit_event', 'alter table audit_event disable row level security'],
    kind: 'ROW_SECURITY',
    about: 'audit_event',
  },
  'a policy waits to be switched on': {
    does: ['create policy quiet on audit_mention for select using (false)'],
    undoes: ['drop policy quiet on audit_mention'],
    kind: 'ROW_SECURITY',
    about: 'audit_mention',
  },
  'a view stands in the place of the events': {
    does: ['alter table audit_event rename to audit_event_true', FALSE_VIEW, 'grant select on audit_event, audit_event_true to public'],
    undoes: [
      'drop view audit_event',
      'revoke select on audit_event_true from public',
      'alter table audit_event_true rename to audit_event',
    ],
    kind: 'NOT_A_TABLE',
    about: 'audit_event',
  },
  'a table is gone': {
    does: ['alter table audit_mention rename to audit_mention_true'],
    undoes: ['alter table audit_mention_true rename to audit_mention'],
    kind: 'GONE',
    about: 'audit_mention',
  },
  'a rule swallows what is recorded': {
    does: ['create rule quiet as on insert to audit_event do instead nothing'],
    undoes: ['drop rule quiet on audit_event'],
    kind: 'RULE',
    about: 'audit_event',
  },
  'a child table adds rows': {
    does: ['create table more_mentions () inherits (audit_mention)'],
    undoes: ['drop table more_mentions'],
    kind: 'INHERITANCE',
    about: 'audit_mention',
  },
  'a table is lost with the next crash': {
    does: ['alter table audit_mention set unlogged'],
    undoes: ['alter table audit_mention set logged'],
    kind: 'NOT_A_TABLE',
    about: 'audit_mention',
  },
  'a strange trigger': {
    does: ['create trigger quiet before update on audit_head for each row execute function suppress_redundant_updates_trigger()'],
    undoes: ['drop trigger quiet on audit_head'],
    kind: 'STRANGE_TRIGGER',
    about: 'audit_head.quiet',
  },
  'a guard is switched off': {
    does: ['alter table audit_event disable trigger audit_event_append_only'],
    undoes: ['alter table audit_event enable trigger audit_event_append_only'],
    kind: 'GUARD_OFF',
    about: 'audit_event.audit_event_append_only',
  },
  'a guard looks away on a condition': {
    does: [
      'drop trigger audit_mention_append_only on audit_mention',
      `create trigger audit_mention_append_only before update or delete on audit_mention for each row when (old.seq > 5) execute function audit_append_only()`,
    ],
    undoes: [
      'drop trigger audit_mention_append_only on audit_mention',
      `create trigger audit_mention_append_only before update or delete on audit_mention for each row execute function audit_append_only()`,
    ],
    kind: 'GUARD_OFF',
    about: 'audit_mention.audit_mention_append_only',
  },
  'a table of the same name in staging': {
    does: ['create table staging.audit_head (like public.audit_head)'],
    undoes: ['drop table staging.audit_head'],
    kind: 'SHADOW',
    about: 'staging.audit_head',
  },
};

describe('the tables of the audit log are what they seem (G-22, G-24)', () => {
  let world: World;
  const run = async (statements: string[]) => {
    for (const sql of statements) await world.asOwner(sql);
  };
  const report = () => auditReport(askOf(world.ground.native), { folder: join(world.folder, 'none'), key: world.ground.key });
  /** Another start on the same store. */
  const start = async () => {
    const { native } = world.ground;
    const beginsWith = native.kind === 'embedded' ? await native.pglite.dumpDataDir('none') : undefined;
    const store = await openStore({
      beginsWith,
      databaseUrl: world.database?.url,
      dataFolder: world.folder,
      inMemory: true,
      purpose: 'test',
      migrates: true,
    });
    await store.close();
    return 'started';
  };
  const starting = () => start().catch((error: Error) => error.message);
  beforeAll(async () => {
    world = await World.open();
    await perform(world.system(), async (act) => {
      act.allowAnyone('a test');
      for (let i = 0; i < 8; i++) act.record('finding.setCause', `finding:${i}`, { i }, ['officer:a']);
    });
  });
  afterAll(() => world.close());

  test('as the migrations made them they are whole, and a server starts', async () => {
    expect(await report()).toMatchObject({ isWhole: true, shape: [], events: 8 });
    expect(await starting()).toBe('started');
  });

  test.each(Object.entries(DECEPTIONS))('%s: verifying tells it, and no server starts', async (_, { does, undoes, kind, about }) => {
    await run(does);
    try {
      const told = await report();
      expect(told).toMatchObject({ isWhole: false, shape: expect.arrayContaining([{ kind, name: about }]) });
      expect(told.breakCount).toBeGreaterThan(0);
      // Starting the embedded store takes long: once is enough for what is the same code.
      if (isPostgres || kind === 'SHADOW') expect(await starting()).toContain(`Not started: the audit log is not what it should be.`);
    } finally {
      await run(undoes);
    }
    expect(await report()).toMatchObject({ isWhole: true, shape: [] });
  });

  test('the view deceives everybody but the chain’s own query: only the shape tells', async () => {
    const { does, undoes } = DECEPTIONS['a view stands in the place of the events']!;
    await run(does);
    const [shown] = await world.ground.orm.em.fork().execute<{ actor: string }[]>('select actor from audit_event where seq = 1');
    const chain = await verifyChain(askOf(world.ground.native), { key: world.ground.key });
    const told = await report();
    await run(undoes);
    expect({ shown: shown!.actor, chain: chain.isWhole, told: told.isWhole }).toEqual({ shown: 'user:nobody', chain: true, told: false });
  });

  test('a guard whose function was emptied is told', async () => {
    const [made] = await world.asOwner<{ sql: string }>(`select pg_get_functiondef('audit_append_only()'::regprocedure) as sql`);
    await run(['create or replace function audit_append_only() returns trigger language plpgsql as $$ begin return new; end $$']);
    const told = await report();
    await run([made!.sql]);
    expect(told).toMatchObject({ isWhole: false, shape: [{ kind: 'FUNCTION', name: 'public.audit_append_only()' }] });
    expect((await report()).isWhole).toBe(true);
  });

  test('a temporary table of the same name leads nobody astray, and is told', async () => {
    await run(['create temp table audit_event (seq int)']);
    const told = await report();
    await run(['drop table pg_temp.audit_event']);
    expect(told).toMatchObject({ isWhole: false, events: 8, shape: [{ kind: 'SHADOW' }] });
  });

  test('the keeper signs nothing that is out of shape', async () => {
    const keeper = new AuditKeeper(world.ground);
    await run(['alter table audit_event disable trigger audit_event_never_emptied']);
    await keeper.look(true);
    expect(keeper.isBroken).toBe(true);
    await run(['alter table audit_event enable trigger audit_event_never_emptied']);
    await keeper.look(true);
    expect(keeper.isBroken).toBe(false);
  });

  if (isPostgres) {
    describe('what the application’s role can do by itself', () => {
      const SHADOW = [
        'create table staging.audit_head (like public.audit_head)',
        'insert into staging.audit_head select * from public.audit_head',
        'create table staging.audit_event (like public.audit_event)',
        'insert into staging.audit_event select * from public.audit_event',
        'create table staging.audit_mention (like public.audit_mention)',
        'insert into staging.audit_mention select * from public.audit_mention',
      ];
      const name = () => new URL(world.database!.url).pathname.slice(1);
      const app = (...statements: string[]) => ask(world.database!.url, ...statements);
      const bend = () => app(`alter role hopthu_test_app in database ${name()} set search_path = staging, public`);
      const unbend = () => app(`alter role hopthu_test_app in database ${name()} reset search_path`);

      test('it makes a shadow of the log and a search path that leads there: no server starts, and no connection of the program is led there', async () => {
        await app(...SHADOW);
        await bend();
        try {
          expect(await app('show search_path')).toEqual([{ search_path: 'staging, public' }]);
          const refusal = await starting();
          expect(refusal).toContain('under the same name: staging.audit_event.');
          expect(refusal).toContain('bends what is read: search_path=staging, public.');
          expect((await report()).shape.map(({ kind }) => kind).sort()).toEqual(['SETTING', 'SHADOW', 'SHADOW', 'SHADOW']);
          const { orm } = await serverOrm(world.database!.url);
          const update = orm.em.fork().execute(`update audit_event set actor = 'user:other'`);
          await expect(update).rejects.toMatchObject({ code: '42501' });
          await orm.close();
        } finally {
          await unbend();
          await app('drop table staging.audit_head, staging.audit_event, staging.audit_mention');
        }
        expect(await starting()).toBe('started');
      });

      test('the search path alone is told too, and a setting of the whole database', async () => {
        await bend();
        expect((await report()).shape).toEqual([{ kind: 'SETTING', name: 'search_path=staging, public' }]);
        await unbend();
        await run([`alter database ${name()} set row_security = off`]);
        expect((await report()).shape).toEqual([{ kind: 'SETTING', name: 'row_security=off' }]);
        await run([`alter database ${name()} reset row_security`]);
      });

      test('options in an address do not take the place of the program’s own', async () => {
        const url = new URL(world.database!.url);
        url.searchParams.set('options', '-c search_path=staging -c work_mem=5MB');
        const client = new pg.Client(connecting(url.toString()));
        await client.connect();
        const { rows } = await client.query(`select current_setting('search_path') as path, current_setting('work_mem') as memory`);
        await client.end();
        expect(rows).toEqual([{ path: 'public,pg_temp', memory: '5MB' }]);
      });
    });
  }
});
