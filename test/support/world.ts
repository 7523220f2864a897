/**
 * Builds worlds for tests through the real services. One store a test file: in memory, or a database of its own on the
 * PostgreSQL that the test runner started (HOPTHU_TEST_STORE=postgres, HOPTHU_TEST_DATABASE_URL).
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';
import { type App, appOn } from '../../server/app.js';
import { webhookPostOf } from '../../server/awards/webhook-post.js';
import { operatorActor, type Actor, type RoleName, systemActor } from '../../server/identity/actor.js';
import { tokenHash } from '../../server/identity/session.rules.js';
import { createSession } from '../../server/identity/session.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { emptyEnd } from '../../server/kernel/audit.js';
import type { Ground } from '../../server/kernel/ground.js';
import { newLog } from '../../server/kernel/log.js';
import { letterPostOf } from '../../server/notices/letter-post.js';
import { mailRunnerOf } from '../../server/provisioning/mail-runner.js';
import { createAgency } from '../../server/registry/agency.service.js';
import { createOfficer, type OfficerFacts } from '../../server/registry/officer.service.js';
import { openStore, type Store } from '../../server/store/open.js';
import { migratedStore } from './migrated-store.js';

export const storeKind = (): 'pglite' | 'postgres' => (process.env.HOPTHU_TEST_STORE === 'postgres' ? 'postgres' : 'pglite');

/** A second factor that never grows old: worlds are about rights, G-18 has tests of its own. */
const ALWAYS = new Date('9999-01-01T00:00:00Z');

export interface Answer<T = any> {
  data: T;
  errors?: { message: string; path?: string[]; extensions: { code: string } }[];
  status: number;
}

/** Asks the server as somebody. */
export type Ask = <T = any>(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) => Promise<Answer<T>>;

const OWNER = 'hopthu_test_owner';
const APPLICATION = 'hopthu_test_app';

export interface TestDatabase {
  /** As the application's role, with least rights. */
  url: string;
  /** As the owner of the tables. */
  ownerUrl: string;
  /** As a superuser. */
  superUrl: string;
  drop: () => Promise<void>;
}

/** An empty database of its own on the PostgreSQL of the test run, with an owner and an application role like in production. */
export async function freshDatabase(): Promise<TestDatabase> {
  const base = process.env.HOPTHU_TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!base) throw new Error('HOPTHU_TEST_STORE=postgres needs HOPTHU_TEST_DATABASE_URL; npm test starts a private cluster and sets it.');
  const name = `hopthu_test_${randomBytes(6).toString('hex')}`;
  const run = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: base });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const makes = (role: string) =>
    `do $$ begin create role ${role} login; exception when duplicate_object or unique_violation then null; end $$`;
  await run(makes(OWNER), makes(APPLICATION), `create database ${name} owner ${OWNER}`);
  const as = (role?: string) => {
    const url = new URL(base);
    url.pathname = `/${name}`;
    if (role) url.username = role;
    return url.toString();
  };
  return {
    url: as(APPLICATION),
    ownerUrl: as(OWNER),
    superUrl: as(),
    drop: () => run(`drop database if exists ${name} with (force)`),
  };
}

export class World {
  private constructor(
    readonly app: App,
    readonly store: Store,
    readonly folder: string,
    readonly database: TestDatabase | undefined,
  ) {}

  get ground(): Ground {
    return this.app.ground;
  }

  /** An empty, migrated store with a server on it; on PostgreSQL opened as the application's role unless asked otherwise. */
  static async open({ asOwner = false, log }: { asOwner?: boolean; log?: Logger } = {}): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'hopthu-test-'));
    const database = storeKind() === 'postgres' ? await freshDatabase() : undefined;
    const store = await openStore({
      beginsWith: database ? undefined : await migratedStore(),
      databaseUrl: asOwner ? database?.ownerUrl : database?.url,
      ownerUrl: database?.ownerUrl,
      allowsOwner: asOwner,
      dataFolder: folder,
      inMemory: true,
      purpose: 'test',
      migrates: true,
      log: log ?? newLog(process.env.HOPTHU_LOG ?? 'fatal'),
    });
    return new World(await appOn(store), store, folder, database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner?.end();
    await this.database?.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private owner: pg.Client | undefined;

  /** Runs statements that the application may not: as superuser, past every trigger. */
  async asOwner<R = Record<string, unknown>>(sql: string): Promise<R[]> {
    if (!this.database) return this.ground.orm.em.fork().execute<R[]>(sql);
    if (!this.owner) {
      this.owner = new pg.Client({ connectionString: this.database.superUrl });
      await this.owner.connect();
    }
    return (await this.owner.query(sql)).rows as R[];
  }

  /** Waits for what commands have set going in the background. */
  async settled(): Promise<void> {
    const { ground } = this;
    await ground.outbox.drain();
    await Promise.all([letterPostOf(ground), webhookPostOf(ground), mailRunnerOf(ground)].map((worker) => worker.idle()));
    await ground.outbox.drain();
  }

  /** Empties every table; the audit chain starts anew. */
  async clear(): Promise<void> {
    await this.settled();
    const tables = await this.asOwner<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migration', 'setting', 'audit_head')`,
    );
    // Triggers that protect the audit log are for the application, not for a test's fresh start.
    await this.asOwner(`set session_replication_role = replica`);
    // Emptying row by row is ten times as fast as truncating, where there are few rows; without triggers nothing asks for an order.
    await this.asOwner(`do $$ begin ${tables.map((t) => `delete from "${t.name}";`).join(' ')} end $$`);
    await this.asOwner(
      `select setval(format('%I.%I', schemaname, sequencename), start_value, false) from pg_sequences
       where schemaname = 'public' and last_value is not null and sequencename not like 'migration%'`,
    );
    const { seq, hash, mac } = emptyEnd(this.ground.key);
    await this.asOwner(`update audit_head set seq = ${seq}, hash = '${hash}', mac = '${mac}'`);
    await this.asOwner(`set session_replication_role = default`);
    this.ground.clock.stopAt();
  }

  readonly system = (): { ground: Ground; actor: Actor } => ({ ground: this.ground, actor: systemActor });
  readonly operator = (): { ground: Ground; actor: Actor } => ({ ground: this.ground, actor: operatorActor });

  /** Somebody with a role, for calling services directly. */
  as(role: RoleName, scopeId: string | null = null): { ground: Ground; actor: Actor } {
    const actor: Actor = {
      name: `user:test-${role}`,
      userId: null,
      displayName: role,
      grants: [{ role, scopeId }],
      scopes: [],
      sessionId: null,
      secondFactorAt: ALWAYS,
      isSystem: false,
    };
    return { ground: this.ground, actor };
  }

  async query<T = any>(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const response = await this.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: { query, variables },
    });
    return { ...response.json(), status: response.statusCode };
  }

  /** Asks without signing in. */
  readonly nobody: Ask = (query, variables, headers) => this.query(query, variables, headers);

  private users = 0;

  /** Makes a user with a role, signs in over GraphQL's own service and returns a way to ask. */
  signIn(role: RoleName, scopeId?: string): Promise<Ask> {
    return this.signInAs([{ role, scopeId }]);
  }

  /** The same for somebody with several roles. */
  async signInAs(grants: { role: RoleName; scopeId?: string }[]): Promise<Ask> {
    const headers = await this.bearer(...grants);
    return (query, variables, more) => this.query(query, variables, { ...headers, ...more });
  }

  /** The header of somebody with roles, for requests that are not GraphQL or not well formed. */
  async bearer(...grants: (RoleName | { role: RoleName; scopeId?: string })[]): Promise<{ authorization: string }> {
    const held = grants.map((grant) => (typeof grant === 'string' ? { role: grant } : grant));
    const [{ role }] = held as [{ role: RoleName }];
    const email = `${role.toLowerCase()}-${++this.users}@test.example`;
    await createUser(this.system(), { name: role, email, password: 'test-password', grants: held });
    const { token } = await createSession(this.ground, email, 'test-password');
    await this.ground.orm.em.fork().execute('update session set second_factor_at = ? where token_hash = ?', [ALWAYS, tokenHash(token)]);
    return { authorization: `Bearer ${token}` };
  }

  async agency(code = 'SNV', mailDomain: string | null = `${code.toLowerCase()}.example`): Promise<string> {
    return createAgency(this.system(), { code, name: `Sở ${code}`, kind: 'DEPARTMENT', staffQuota: 10, mailDomain });
  }

  private officers = 0;

  async officer(agencyId: string, facts: Partial<OfficerFacts> = {}): Promise<string> {
    const n = ++this.officers;
    return createOfficer(this.system(), {
      code: `T-${n}`,
      fullName: 'Nguyễn Thị Lan',
      agencyId,
      isLeader: false,
      mailboxAddress: `t${n}@snv.example`,
      ...facts,
    });
  }
}
