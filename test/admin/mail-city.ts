/** A small city with real mail tables beside it: a private PostgreSQL that a mail server would read, with accounts of some of the city's mailboxes. */
import { Client } from 'pg';
import { sqlSchema } from '../../server/provisioning/connectors/sql-schema.js';
import { startPostgres } from '../support/postgres.mjs';

export interface Account {
  address: string;
  name: string;
}

export interface MailTables {
  url: string;
  /** Accounts as another program had made them. */
  hold(accounts: readonly Account[]): Promise<void>;
  /** Somebody changes an account behind the product's back. */
  change(address: string, state: string): Promise<void>;
  stateOf(address: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

export async function openMailTables(): Promise<MailTables> {
  const cluster = await startPostgres();
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  await client.query(sqlSchema());
  return {
    url: cluster.url,
    async hold(accounts) {
      for (const { address, name } of accounts) {
        const domain = address.split('@')[1];
        await client.query('insert into mail_domain values ($1) on conflict do nothing', [domain]);
        await client.query(
          `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb) values (gen_random_uuid(), $1, $2, $3, '{BLF-CRYPT}x', 'active', 1024)`,
          [address, domain, name],
        );
      }
    },
    async change(address, state) {
      await client.query('update mailbox set state = $2 where address = $1', [address, state]);
    },
    async stateOf(address) {
      const { rows } = await client.query<{ state: string }>('select state from mailbox where address = $1', [address]);
      return rows[0]?.state;
    },
    async stop() {
      await client.end();
      await cluster.stop();
    },
  };
}
