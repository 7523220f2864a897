import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { grantRights } from '../../server/store/rights.js';
import { hopthu, serving } from '../support/command-line.js';
import { freshDatabase, storeKind, type TestDatabase, World } from '../support/world.js';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

async function ask<R = Record<string, unknown>>(url: string, ...statements: string[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: R[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as R[];
    return rows;
  } finally {
    await client.end();
  }
}

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

if (storeKind() === 'postgres') {
  describe('starting with the right role (G-24)', () => {
    let database: TestDatabase;
    let folder: string;
    const env = (more: Record<string, string> = {}) => ({ HOPTHU_DATA: folder, DATABASE_URL: database.url, ...more });
    beforeAll(async () => {
      database = await freshDatabase();
      folder = mkdtempSync(join(tmpdir(), 'hopthu-roles-'));
    });
    afterAll(async () => {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('without migrations it is refused, and said in both languages what to do', async () => {
      const { code, err } = await hopthu(['serve'], env());
      expect(code).toBe(1);
      expect(err).toContain('thiếu bước nâng cấp');
      expect(err).toContain('0001-foundation');
      expect(err).toContain('Run "hopthu migrate" with HOPTHU_OWNER_URL.');
    });

    test('where the database is closed to the public it is refused in the same words, not with the database’s own', async () => {
      const closed = await freshDatabase();
      await ask(closed.superUrl, `revoke all on database ${new URL(closed.url).pathname.slice(1)} from public`);
      const { code, err } = await hopthu(['serve'], env({ DATABASE_URL: closed.url }));
      expect({ code, err: err.trim().split(' / ')[1] }).toEqual({
        code: 1,
        err: 'Not started: the role in DATABASE_URL may not connect to the database yet. Run "hopthu migrate" with HOPTHU_OWNER_URL.',
      });
      const server = await serving(env({ DATABASE_URL: closed.url, HOPTHU_OWNER_URL: closed.ownerUrl }));
      expect(await server.stop()).toBe(0);
      await closed.drop();
    });

    test('the application’s role cannot migrate', async () => {
      const { code, err } = await hopthu(['migrate'], env());
      expect(code).toBe(1);
      expect(err).toContain('is not the owner of the database');
    });

    test('of two that migrate at once one works and the other waits', async () => {
      const both = await Promise.all([1, 2].map(() => hopthu(['migrate', '--json'], env({ HOPTHU_OWNER_URL: database.ownerUrl }))));
      expect(both.map(({ code, err }) => ({ code, err }))).toEqual([
        { code: 0, err: '' },
        { code: 0, err: '' },
      ]);
      const applied = both.map(({ out }) => JSON.parse(out).applied).sort((a, b) => a - b);
      expect(applied[0]).toBe(0);
      expect(applied[1]).toBeGreaterThan(4);
    });

    test('as superuser, as owner and as a role that may alter the audit log it is refused; as the application’s role it starts', async () => {
      for (const [url, why] of [
        [database.superUrl, 'is a superuser'],
        [database.ownerUrl, 'owns the tables'],
      ] as const) {
        const { code, err } = await hopthu(['serve'], env({ DATABASE_URL: url }));
        expect({ code, why: err.includes(why), does: err.includes('HOPTHU_ALLOW_OWNER=1') }).toEqual({ code: 1, why: true, does: true });
      }
      await ask(database.ownerUrl, 'grant update (details) on audit_event to hopthu_test_app');
      const { code, err } = await hopthu(['source', 'list'], env());
      expect({ code, err: err.includes('may alter the audit log') }).toEqual({ code: 1, err: true });
      expect((await hopthu(['migrate', '--json'], env({ HOPTHU_OWNER_URL: database.ownerUrl }))).code).toBe(0);
      const server = await serving(env());
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      expect(await server.stop()).toBe(0);
    });

    test('a role that may become the owner is refused like the owner', async () => {
      const role = `hopthu_member_${randomBytes(4).toString('hex')}`;
      await ask(database.superUrl, `create role ${role} login noinherit in role hopthu_test_owner`);
      const url = new URL(database.url);
      url.username = role;
      const { code, err } = await hopthu(['serve'], env({ DATABASE_URL: url.toString() }));
      await ask(database.superUrl, `drop role ${role}`);
      expect({ code, err: err.includes('owns the tables') }).toEqual({ code: 1, err: true });
    });

    test('as owner it starts when told so, with a warning', async () => {
      const server = await serving(env({ DATABASE_URL: database.ownerUrl, HOPTHU_ALLOW_OWNER: '1', HOPTHU_LOG: 'warn' }));
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      expect(await server.stop()).toBe(0);
      expect(server.said()).toContain('can alter the audit log');
    });

    test('the application’s role is made when asked for, its password in no statement, and else the SQL is shown', async () => {
      const role = `hopthu_made_${randomBytes(4).toString('hex')}`;
      const url = new URL(database.url);
      url.username = role;
      const missing = await hopthu(['migrate'], env({ DATABASE_URL: url.toString(), HOPTHU_OWNER_URL: database.ownerUrl }));
      expect(missing.code).toBe(1);
      expect(missing.err).toContain(`CREATE ROLE "${role}" LOGIN`);
      const notAllowed = await hopthu(['migrate', '--create-app-role'], {
        ...env({ DATABASE_URL: url.toString(), HOPTHU_OWNER_URL: database.ownerUrl, HOPTHU_APP_PASSWORD: 'a b\'c"d' }),
      });
      expect(notAllowed.err).toContain('may not make roles');
      const superOwner = env({ DATABASE_URL: url.toString(), HOPTHU_OWNER_URL: database.superUrl, HOPTHU_APP_PASSWORD: 'a b\'c"d' });
      expect((await hopthu(['migrate', '--create-app-role'], superOwner)).code).toBe(0);
      const [kept] = await ask<{ kept: string }>(database.superUrl, `select rolpassword as kept from pg_authid where rolname = '${role}'`);
      expect(kept!.kept).toMatch(/^SCRAM-SHA-256\$4096:/);
      const server = await serving(env({ DATABASE_URL: url.toString() }));
      expect(await server.stop()).toBe(0);
      await ask(database.superUrl, `drop owned by ${role}`, `drop role ${role}`);
    });
  });
}
