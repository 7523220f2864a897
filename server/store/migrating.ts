/** Brings a PostgreSQL database up to date as its owner, one at a time, and gives the application's role what it needs. */
import pg from 'pg';
import { connecting } from './connection.js';
import { migrations } from './migrations.js';
import { serverOrm, type Orm } from './orm.js';
import { grantRights, STAGING } from './rights.js';
import { expectAppRole, NotReady, type Query } from './role.js';

export interface Migrating {
  ownerUrl: string;
  /** Role of the application; none is given rights when it is missing or the owner itself. */
  appRole?: string;
  /** Makes the role where it does not exist. */
  createsAppRole?: boolean;
  appPassword?: string;
}

/** Two that migrate the same database wait for one another under this number. */
const LOCK = 7_467_848;

/** The role named in a URL of a database. */
export const roleOf = (url: string | undefined): string | undefined => (url ? decodeURIComponent(new URL(url).username) : '') || undefined;

/** Names of the migrations that the database has not had yet. */
export async function missingMigrations(query: Query): Promise<string[]> {
  const [there] = await query<{ is: boolean }>(`select to_regclass('public.migration') is not null as is`);
  const done = there?.is ? (await query<{ name: string }>('select name from public.migration')).map(({ name }) => name) : [];
  return migrations.map(({ name }) => name).filter((name) => !done.includes(name));
}

/** Refuses where a migration is missing, or the place for imports. */
export async function expectMigrated(query: Query): Promise<void> {
  const missing = await missingMigrations(query);
  const [staging] = await query<{ is: boolean }>(`select to_regnamespace('${STAGING}') is not null as is`);
  if (missing.length === 0 && staging?.is) return;
  const what = missing.length ? missing.join(', ') : STAGING;
  throw new NotReady(
    `Không khởi động: cơ sở dữ liệu còn thiếu bước nâng cấp (${what}). Hãy chạy "hopthu migrate" với HOPTHU_OWNER_URL.`,
    `Not started: the database lacks migrations (${what}). Run "hopthu migrate" with HOPTHU_OWNER_URL.`,
  );
}

/** Applies the missing migrations and makes the schema where imports put their tables. Returns how many there were. */
export async function applyMigrations(orm: Orm): Promise<number> {
  const applied = await orm.migrator.up();
  await orm.em.fork().execute(`create schema if not exists ${STAGING}`);
  return applied.length;
}

/** The whole step as owner. Returns how many migrations were applied. */
export async function migrateAsOwner({ ownerUrl, appRole, createsAppRole = false, appPassword }: Migrating): Promise<number> {
  const owner = new pg.Client({ ...connecting(ownerUrl), application_name: 'hopthu migrate' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    await expectOwner(owner);
    const isTwo = appRole !== undefined && appRole !== roleOf(ownerUrl);
    if (isTwo) await expectAppRole(owner, appRole, appPassword, createsAppRole);
    const applied = await applyAs(ownerUrl, owner);
    if (isTwo) await grantRights(owner, appRole);
    return applied;
  } finally {
    // Closing gives the lock back.
    await owner.end();
  }
}

async function applyAs(ownerUrl: string, owner: pg.Client): Promise<number> {
  const query: Query = async <R>(sql: string) => (await owner.query(sql)).rows as R[];
  await owner.query(`create schema if not exists ${STAGING}`);
  if ((await missingMigrations(query)).length === 0) return 0;
  const { orm } = await serverOrm(ownerUrl);
  try {
    return await applyMigrations(orm);
  } finally {
    await orm.close();
  }
}

async function expectOwner(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ role: string; is: boolean }>(
    `select current_user as role, has_schema_privilege(current_user, 'public', 'CREATE') and has_database_privilege(current_user, current_database(), 'CREATE')
       and not exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                       and not pg_has_role(current_user, c.relowner, 'MEMBER')) as is`,
  );
  const [{ role, is }] = rows as [{ role: string; is: boolean }];
  if (is) return;
  throw new NotReady(
    `Vai trò “${role}” không phải chủ sở hữu của cơ sở dữ liệu. Hãy đặt HOPTHU_OWNER_URL là vai trò chủ sở hữu.`,
    `The role "${role}" is not the owner of the database. Set HOPTHU_OWNER_URL to the owner's role.`,
  );
}
