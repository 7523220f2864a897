import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { grantRights } from '../../server/store/rights.js';
import { ask } from '../support/statements.js';
import { storeKind, World } from '../support/world.js';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('the rights of the application in the database (G-24)', () => {
  let world: World;
  const run = (sql: string) => world.ground.orm.em.fork().execute(sql);
  beforeAll(async () => {
    world = await World.open();
    await world.agency();
  });
  afterAll(() => world.close());

  const FORBIDDEN = [
    `update audit_event set actor = 'nobody'`,
    `update audit_event set details = null, salt = null`,
    'delete from audit_event',
    'truncate audit_event',
    'truncate audit_event cascade',
    'alter table audit_event disable trigger all',
    'alter table audit_event drop column actor',
    'drop table audit_event',
    'create rule quiet as on insert to audit_event do instead nothing',
    'create trigger quiet before insert on audit_event execute function suppress_redundant_updates_trigger()',
    'set role hopthu_test_owner',
    'set session authorization hopthu_test_owner',
    'alter role hopthu_test_app superuser',
    'grant update on audit_event to hopthu_test_app',
    'alter table audit_event owner to hopthu_test_app',
    'set session_replication_role = replica',
    'delete from audit_head',
    'create table public.shadow (n int)',
    'alter table agency add column shadow int',
    'truncate agency',
    `insert into migration (name) values ('9999-none')`,
    'drop table migration',
  ];

  if (storeKind() === 'postgres') {
    test('no statement changes or unguards the audit log: UPDATE, DELETE, TRUNCATE, DISABLE TRIGGER, DROP, SET ROLE and more are refused', async () => {
      const before = await world.asOwner('select * from audit_event order by seq');
      expect(before.length).toBeGreaterThan(0);
      for (const statement of FORBIDDEN) {
        const code = await codeOf(run(statement));
        // 42501: not allowed. Where a grant is asked for without the right to give it, PostgreSQL only warns.
        if (!statement.startsWith('grant')) expect({ statement, code }).toEqual({ statement, code: '42501' });
      }
      expect(await world.asOwner('select * from audit_event order by seq')).toEqual(before);
    });

    test('details of the audit log are erased by the application’s role alone, not by whoever may connect', async () => {
      const may = (role: string) => `has_function_privilege('${role}', 'public.audit_erase_details(integer)', 'execute') as "${role}"`;
      expect(await world.asOwner(`select ${may('public')}, ${may('hopthu_test_app')}`)).toEqual([{ public: false, hopthu_test_app: true }]);
    });

    test('the owner of the tables may do what the application may not, so the refusals are those of the role', async () => {
      const { ownerUrl } = world.database!;
      for (const statement of [
        'alter table audit_event disable trigger user',
        'create table public.shadow (n int)',
        'delete from audit_head',
      ]) {
        expect(await codeOf(ask(ownerUrl, 'begin', statement, 'rollback'))).toBe('done');
      }
    });

    test('a new table gets the usual rights and no other by migrating again', async () => {
      await ask(world.database!.ownerUrl, 'create table brand_new (n int)');
      expect(await codeOf(run('insert into brand_new values (1)'))).toBe('42501');
      const owner = new pg.Client({ connectionString: world.database!.ownerUrl });
      await owner.connect();
      await grantRights(owner, 'hopthu_test_app').finally(() => owner.end());
      for (const good of ['insert into brand_new values (1)', 'update brand_new set n = 2', 'delete from brand_new'])
        expect(await codeOf(run(good))).toBe('done');
      const rights = await world.asOwner<{ rights: string[] }>(
        `select array_agg(privilege_type::text order by privilege_type) as rights from information_schema.role_table_grants
         where grantee = 'hopthu_test_app' and table_schema = 'public' group by table_name`,
      );
      const all = new Set(rights.flatMap(({ rights: some }) => (Array.isArray(some) ? some : String(some).slice(1, -1).split(','))));
      expect([...all].sort()).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
      await ask(world.database!.ownerUrl, 'drop table brand_new');
    });
  } else {
    test('the embedded store has one role, which owns everything; it says so and is for trying out', async () => {
      for (const statement of ['create table shadow (n int)', 'drop table shadow']) expect(await codeOf(run(statement))).toBe('done');
    });
  }
});
