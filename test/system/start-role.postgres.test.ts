/** Starting on PostgreSQL with the right role, and refusing the wrong ones (G-24), as processes of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthu, serving } from '../support/command-line.js';
import { ask } from '../support/statements.js';
import { freshDatabase, type TestDatabase } from '../support/world.js';

describe('starting with the right role (G-24)', () => {
  let database: TestDatabase;
  let folder: string;
  const env = (more: Record<string, string> = {}) => ({ HOPTHU_DATA: folder, DATABASE_URL: database.url, HOPTHU_LANG: 'en', ...more });
  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'hopthu-roles-'));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('without migrations it is refused, and said in the language chosen what to do', async () => {
    const { code, err } = await hopthu(['serve'], env({ HOPTHU_LANG: 'vi' }));
    expect(code).toBe(1);
    expect(err).toContain('thiếu bước nâng cấp');
    expect(err).toContain('0001-foundation');
    expect(err).not.toContain('Run "hopthu migrate"');
    expect((await hopthu(['serve'], env())).err).toContain('Run "hopthu migrate" with HOPTHU_OWNER_URL.');
  });

  test('where the database is closed to the public it is refused in the same words, not with the database’s own', async () => {
    const closed = await freshDatabase();
    await ask(closed.superUrl, `revoke all on database ${new URL(closed.url).pathname.slice(1)} from public`);
    const { code, err } = await hopthu(['serve'], env({ DATABASE_URL: closed.url }));
    expect({ code, err: err.trim() }).toEqual({
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
