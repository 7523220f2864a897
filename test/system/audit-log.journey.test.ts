/** The audit log by the command line (G-22): verified beside checkpoints, on any machine that reaches the database, and what is said when it was altered. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../server/store/open.js';
import { hopthu, serving } from '../support/command-line.js';
import { freshDatabase, storeKind, type TestDatabase } from '../support/world.js';

describe('hopthu audit', () => {
  let env: Record<string, string>;
  let folder: string;
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hopthu-audit-'));
    env = { HOPTHU_DATA: join(folder, 'data'), HOPTHU_CHECKPOINTS: join(folder, 'elsewhere'), HOPTHU_LANG: 'en' };
    if (storeKind() === 'postgres') {
      database = await freshDatabase();
      env.DATABASE_URL = database.url;
      expect((await hopthu(['migrate'], { ...env, HOPTHU_OWNER_URL: database.ownerUrl })).code).toBe(0);
    }
    expect((await hopthu(['import', 'agencies', resolve('test/data/agencies.csv')], env)).code).toBe(0);
  });
  afterAll(async () => {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As whoever owns the database, past the triggers. */
  async function asThief(...statements: string[]): Promise<void> {
    const all = ['set session_replication_role = replica', ...statements, 'set session_replication_role = default'];
    if (database) {
      const client = new pg.Client({ connectionString: database.superUrl });
      await client.connect();
      for (const sql of all) await client.query(sql);
      await client.end();
      return;
    }
    const store = await openStore({ dataFolder: env.HOPTHU_DATA!, purpose: 'test' });
    for (const sql of all) await store.ground.orm.em.fork().execute(sql);
    await store.close();
  }
  const verify = async (args: string[] = [], more: Record<string, string> = {}) => {
    const { code, out, err } = await hopthu(['audit', 'verify', '--json', ...args], { ...env, ...more });
    return { code, err, ...(out ? (JSON.parse(out) as any) : {}) };
  };

  test('without a checkpoint the chain and its seal are verified, and it says that more cannot be told', async () => {
    expect(await verify()).toMatchObject({ code: 0, isWhole: true, checkpoints: 0, newest: null, isSealVerified: true });
    const { code, out } = await hopthu(['audit', 'verify'], env);
    expect(code).toBe(0);
    expect(out).toContain('There is no checkpoint in');
    expect(out).toContain('only these were verified');
  });

  test('a server writes a checkpoint when it stops; from then on every verifying is held against it, also beside a running server', async () => {
    const server = await serving(env);
    expect(await verify()).toMatchObject({ code: 0, isWhole: true });
    expect(await server.stop()).toBe(0);
    const files = readdirSync(env.HOPTHU_CHECKPOINTS!);
    expect(files.filter((name) => name.startsWith('checkpoint-'))).not.toEqual([]);
    expect(existsSync(join(env.HOPTHU_DATA!, 'checkpoint.key'))).toBe(true);
    const whole = await verify();
    expect(whole).toMatchObject({ code: 0, isWhole: true, newest: { seq: whole.end.seq } });
    const newest = files
      .filter((name) => name.startsWith('checkpoint-'))
      .sort()
      .at(-1)!;
    expect(await verify(['--from', join(env.HOPTHU_CHECKPOINTS!, newest)])).toMatchObject({
      code: 0,
      isWhole: true,
      events: 0,
      from: whole.end.seq,
    });
    const key = files.find((name) => name.endsWith('.pem'))!;
    expect(await verify(['--key', join(env.HOPTHU_CHECKPOINTS!, key)])).toMatchObject({ code: 0, checkpoints: whole.checkpoints });
  });

  test('the newest events of one thing are listed by its code', async () => {
    const { code, out } = await hopthu(['audit', 'list', '--subject', 'agency:SNV', '--json'], env);
    expect(code).toBe(0);
    expect(JSON.parse(out).nodes).toMatchObject([
      { action: 'agency.import', actorName: 'Operator of the server', summary: 'An agency came in by a spreadsheet.' },
    ]);
    const listed = (await hopthu(['audit', 'list'], { ...env, HOPTHU_LANG: 'vi' })).out;
    expect(listed).toContain('Người vận hành máy chủ');
    expect(listed).toMatch(/ \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d /);
    expect(listed).not.toMatch(/\dT\d\d:/);
  });

  test('whoever has only the address of the database can verify, but for the seal where the key is not known there', async () => {
    if (!database) return expect(env.DATABASE_URL).toBeUndefined();
    const machine = { HOPTHU_DATA: join(folder, 'another-machine'), HOPTHU_CHECKPOINTS: '' };
    expect(await verify(['--checkpoints', env.HOPTHU_CHECKPOINTS!], machine)).toMatchObject({
      code: 0,
      isWhole: true,
      isSealVerified: true,
    });
    expect(await verify([], { ...machine, HOPTHU_KEY: 'not the key of this city' })).toMatchObject({ code: 0, isSealVerified: false });
    expect(existsSync(machine.HOPTHU_DATA)).toBe(false);
  });

  test('what was altered is told in words with its place, exit code 1, and cut off with its head the checkpoint tells', async () => {
    await asThief(`update audit_event set actor = 'user:other' where seq = 2`);
    expect(await verify()).toMatchObject({ code: 1, isWhole: false, breaks: [{ kind: 'HASH', seq: 2 }] });
    const { code, err } = await hopthu(['audit', 'verify'], env);
    expect(code).toBe(1);
    expect(err).toContain('Event 2 does not match its hash');
    expect(err).toMatch(/ {2}Event 2: An agency came in by a spreadsheet\. · agency:\S+ · \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\n/);
    expect(err).toContain('THE AUDIT LOG WAS ALTERED: 1 place is not as recorded.');
    expect(err).toContain('do not run “audit seal” yet');
    const doctor = await hopthu(['doctor'], { ...env, HOPTHU_LANG: 'vi' });
    expect({ code: doctor.code, told: doctor.out.includes('BỊ SỬA ĐỔI: chạy hopthu audit verify') }).toEqual({ code: 1, told: true });
    await asThief(`update audit_event set actor = 'operator' where seq = 2`);
    expect(await verify()).toMatchObject({ code: 0, isWhole: true });
    await asThief(
      'delete from audit_event where seq > 3',
      `update audit_head set seq = 3, hash = (select hash from audit_event where seq = 3)`,
    );
    const cut = await verify();
    expect(cut).toMatchObject({ code: 1, isWhole: false });
    expect(cut.breaks.map((one: { kind: string }) => one.kind)).toEqual(expect.arrayContaining(['CHECKPOINT', 'SEAL']));
  });

  test('after that nothing can be done until somebody seals it with a reason, which stands in it', async () => {
    const importing = () => hopthu(['import', 'agencies', resolve('test/data/agencies.csv')], env);
    const policy = () => hopthu(['policy', 'adopt', '--effective-on', '2026-01-01'], env);
    expect((await policy()).code).toBe(1);
    expect((await hopthu(['audit', 'seal', '--reason', 'Đã đối chiếu với bản sao'], env)).code).toBe(0);
    expect((await policy()).code).toBe(0);
    expect((await importing()).code).toBe(0);
    const { out } = await hopthu(['audit', 'list', '--json'], env);
    expect(JSON.parse(out).nodes.map((one: { action: string }) => one.action)).toContain('audit.seal');
    expect(await verify()).toMatchObject({ code: 1, isWhole: false });
  });

  test('used wrongly', async () => {
    expect((await hopthu(['audit', 'seal'], env)).code).toBe(2);
  });

  test('checkpoints that were named and are not there end with exit code 1 and are told', async () => {
    const nowhere = join(folder, 'nowhere');
    const file = await hopthu(['audit', 'verify', '--from', join(nowhere, 'nothing.json')], env);
    expect({ code: file.code, err: file.err }).toEqual({ code: 1, err: expect.stringContaining('There is no checkpoint file') });
    const named = await hopthu(['audit', 'verify', '--checkpoints', nowhere], env);
    expect({ code: named.code, err: named.err }).toEqual({ code: 1, err: expect.stringContaining('the folder that was named') });
    expect(await verify(['--checkpoints', nowhere])).toMatchObject({ code: 1, emptyFolder: nowhere });
  });
});
