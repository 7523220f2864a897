/** The finding as it was reported (G-24): the application's role builds a shadow of the audit log and sends itself there; as processes of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthu, serving } from '../support/command-line.js';
import { ask } from '../support/statements.js';
import { freshDatabase, type TestDatabase } from '../support/world.js';

describe('a shadow of the audit log (G-24)', () => {
  const role = `hopthu_shadow_${randomBytes(4).toString('hex')}`;
  let database: TestDatabase;
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'hopthu-shadow-'));
    await ask(database.superUrl, `create role ${role} login`);
    const url = new URL(database.url);
    url.username = role;
    env = { HOPTHU_DATA: folder, DATABASE_URL: url.toString() };
    expect((await hopthu(['migrate'], { ...env, HOPTHU_OWNER_URL: database.ownerUrl })).code).toBe(0);
    const server = await serving(env);
    expect(await server.stop()).toBe(0);
  });
  afterAll(async () => {
    await ask(database.superUrl, `drop owned by ${role}`, `drop role ${role}`);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the server does not start on it, verifying ends with exit code 1 and says why; taken away, all is well', async () => {
    const app = (...statements: string[]) => ask(env.DATABASE_URL!, ...statements);
    for (const table of ['audit_head', 'audit_event', 'audit_mention'])
      await app(`create table staging.${table} (like public.${table})`, `insert into staging.${table} select * from public.${table}`);
    await app(`alter role ${role} set search_path = staging, public`);
    for (const command of [['serve'], ['doctor']]) {
      const { code, out, err } = await hopthu(command, env);
      expect({ command, code, said: out + err }).toEqual({ command, code: 1, said: expect.stringContaining('staging.audit_head') });
    }
    const { code, err } = await hopthu(['audit', 'verify'], env);
    expect(code).toBe(1);
    expect(err).toContain('There is a shadow of a table of Hopthu under the same name: staging.audit_event.');
    expect(err).toContain('A setting kept for a role or database bends what is read: search_path=staging, public.');
    // Whoever verifies as somebody else is told the same.
    expect((await hopthu(['audit', 'verify'], { ...env, DATABASE_URL: database.superUrl })).err).toContain('bends what is read');
    await app(`alter role ${role} reset search_path`, 'drop table staging.audit_head, staging.audit_event, staging.audit_mention');
    expect((await hopthu(['audit', 'verify'], env)).code).toBe(0);
    expect((await hopthu(['doctor'], env)).code).toBe(0);
  });
});
