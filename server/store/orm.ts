/** How the ORM is set up, the same for both stores. */
import { PGlite, types } from '@electric-sql/pglite';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as EmbeddedOrm } from '@mikro-orm/pglite';
import { MikroORM as ServerOrm } from '@mikro-orm/postgresql';
import type { MikroORM } from '@mikro-orm/core';
import type { AbstractSqlDriver, SqlEntityManager } from '@mikro-orm/sql';
import type { Pool } from 'pg';
import { noteTransactions } from '../kernel/embedded-transaction.js';
import type { Native } from '../kernel/ground.js';
import { CONNECTION_OPTIONS } from './connection.js';
import { releaseDeadConnections } from './dead-connections.js';
import { entities } from './entities.js';
import { migrations } from './migrations.js';

export type Orm = MikroORM<AbstractSqlDriver, SqlEntityManager>;

const shared = {
  entities,
  metadataProvider: ReflectMetadataProvider,
  extensions: [Migrator],
  migrations: {
    migrationsList: migrations as never,
    tableName: 'migration',
    snapshot: false,
    transactional: true,
    disableForeignKeys: false,
  },
  // Triggers and functions are written in migrations by hand (G-22).
  schemaGenerator: { disableForeignKeys: false, ignoreTriggers: true, ignoreRoutines: true },
  discovery: { warnWhenNoEntities: false },
  forceUtcTimezone: true,
  debug: process.env.HOPTHU_SQL === '1',
  // The ORM's own announcements are not for whoever starts the server.
  logger: (line: string) => {
    if (process.env.HOPTHU_SQL === '1') process.stderr.write(`${line}\n`);
  },
};

/** The embedded store in a folder, or in memory without one; there it may begin with the files of another. */
export async function embeddedOrm(folder: string | undefined, beginsWith?: Blob): Promise<{ orm: Orm; native: Native }> {
  // A day is text on both stores (E-9); PGlite alone would make an instant of it.
  const parsers = { [types.DATE]: (text: string) => text };
  const pglite = await PGlite.create({ parsers, ...(folder && { dataDir: folder }), ...(beginsWith && { loadDataDir: beginsWith }) });
  await pglite.query("set time zone 'UTC'");
  await pglite.query('set search_path = public, pg_temp');
  noteTransactions(pglite);
  const orm = (await EmbeddedOrm.init({ ...shared, dbName: 'postgres', driverOptions: { pglite } } as never)) as unknown as Orm;
  return { orm, native: { kind: 'embedded', pglite } };
}

/** A PostgreSQL server by its URL. */
export async function serverOrm(url: string): Promise<{ orm: Orm; native: Native }> {
  let pool: Pool | undefined;
  const orm = (await ServerOrm.init({
    ...shared,
    clientUrl: url,
    pool: { min: 0, max: Number(process.env.HOPTHU_POOL ?? 10) },
    driverOptions: {
      application_name: 'hopthu',
      options: CONNECTION_OPTIONS,
      onPoolCreated: (made: Pool) => {
        pool = made;
        releaseDeadConnections(made);
      },
    },
  } as never)) as unknown as Orm;
  await orm.em.execute('select 1');
  if (!pool) throw new Error('The ORM made no connection pool');
  return { orm, native: { kind: 'server', pool } };
}
