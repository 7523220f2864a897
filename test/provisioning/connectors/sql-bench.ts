/** The SQL connector on a database of its own, with a way between them that can be cut; for the product's own table and for one that a site had before. */
import { verify } from '@node-rs/argon2';
import pg from 'pg';
import { newId } from '../../../server/kernel/record.js';
import type { FoundState } from '../../../server/provisioning/connector.js';
import { sqlConnector } from '../../../server/provisioning/connectors/sql.js';
import { sqlSchema, USUAL_ROLES } from '../../../server/provisioning/connectors/sql-schema.js';
import type { SettingValue } from '../../../server/provisioning/setting-fields.rules.js';
import { openWay, type Way } from '../../support/cuttable-way.js';
import { freshDatabase } from '../../support/world.js';
import type { Bench } from '../conformance-bench.js';

export interface SqlBench extends Bench {
  way: Way;
  /** As the owner of the tables. */
  run<R extends object = any>(text: string, values?: readonly unknown[]): Promise<R[]>;
  productUrl: string;
}

/** A table as another program made it: other names, numbers for states, several addresses in a text. */
const OLDER_TABLE = `
create schema post;
create table post."Konten" (
  nr serial primary key, uid uuid not null unique default gen_random_uuid(), login varchar(255) not null unique, secret text not null,
  active smallint not null, goto text not null default '', bytes bigint not null, seq bigint, maildir text not null
);
grant usage on schema post to ${USUAL_ROLES.product};
grant usage on sequence post."Konten_nr_seq" to ${USUAL_ROLES.product};
grant select, insert, update on post."Konten" to ${USUAL_ROLES.product};`;

export const OLDER_SETTINGS: Record<string, SettingValue> = {
  table: 'post.Konten',
  idColumn: 'uid',
  addressColumn: 'login',
  domainColumn: '-',
  nameColumn: '-',
  passwordColumn: 'secret',
  stateColumn: 'active',
  stateActive: '1',
  stateSuspended: '2',
  stateRevoked: '0',
  forwardColumn: 'goto',
  forwardForm: 'COMMAS',
  keepCopyColumn: '-',
  quotaColumn: 'bytes',
  quotaUnit: 'BYTES',
  fenceColumn: 'seq',
  updatedColumn: '-',
  otherColumns: 'maildir = {domain}/{local}/',
};

export async function openSqlBench({ isOlder = false, settings = {} as Record<string, SettingValue> } = {}): Promise<SqlBench> {
  const database = await freshDatabase();
  const owner = new pg.Pool({ connectionString: database.superUrl });
  // `end` does not wait until the connections are closed: what the dropped database still says to them ends no test.
  owner.on('error', () => undefined);
  await owner.query(sqlSchema());
  await owner.query(`insert into mail_domain values ('example.test')`);
  if (isOlder) await owner.query(OLDER_TABLE);
  const url = new URL(database.superUrl);
  url.username = USUAL_ROLES.product;
  const productUrl = url.toString();
  const way = await openWay(Number(url.port));
  url.port = String(way.port);
  const own = { timeLimitSeconds: 2, ...(isOlder && OLDER_SETTINGS), ...settings };
  const connector = sqlConnector('sql', own, { databaseUrl: url.toString() });
  const run: SqlBench['run'] = async (text, values = []) => (await owner.query(text, [...values])).rows;
  const ACTIVE = ['active', '1'];
  const SUSPENDED = ['suspended', '2'];
  const table = isOlder ? 'post."Konten"' : 'mailbox';
  const [address, state, password] = isOlder ? ['login', 'active', 'secret'] : ['address', 'state', 'password_hash'];
  return {
    connector,
    way,
    run,
    productUrl,
    newId,
    stateSeen: async (asked): Promise<FoundState> => {
      const rows = await run(`select ${state}::text as state from ${table} where ${address} = $1`, [asked]);
      if (rows.length === 0) return 'NONE';
      if (ACTIVE.includes(rows[0].state)) return 'ACTIVE';
      return SUSPENDED.includes(rows[0].state) ? 'SUSPENDED' : 'REVOKED';
    },
    passwordFits: async (asked, tried) => {
      const [row] = await run(`select ${password} as hash from ${table} where ${address} = $1`, [asked]);
      return verify(row.hash.replace(/^\{ARGON2ID\}/, ''), tried);
    },
    breakOff: async () => {
      await way.spoil('cut');
      return () => way.mend();
    },
    close: async () => {
      await connector.close();
      await way.close();
      await owner.end();
      await database.drop();
    },
  };
}
