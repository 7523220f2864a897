/** Checkpoints outside the database (G-22): when they are written, that nothing is signed which does not hold together, and what they find. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { auditReport } from '../../server/kernel/audit-report.js';
import { AuditKeeper, checkpointAgeSeconds } from '../../server/kernel/audit-keeper.js';
import { newestCheckpoint } from '../../server/kernel/audit-checkpoint-folder.js';
import { askOf } from '../../server/kernel/audit-verify.js';
import { World } from '../support/world.js';

describe('checkpoints of the audit log (G-22)', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.clear();
    folder = mkdtempSync(join(tmpdir(), 'hopthu-checkpoints-'));
    process.env.HOPTHU_CHECKPOINTS = folder;
    world.ground.clock.stopAt(new Date('2026-11-24T01:00:00Z'));
  });
  afterEach(() => {
    delete process.env.HOPTHU_CHECKPOINTS;
    rmSync(folder, { recursive: true, force: true });
  });

  const record = (count: number) =>
    perform(world.system(), async (act) => {
      act.allowAnyone('a test');
      for (let i = 0; i < count; i++) act.record('review.open', `review:${i}`);
    });
  const later = (minutes: number) => world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + minutes * 60_000));
  const files = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('checkpoint-'))
      .sort();
  const seqs = () => files().map((name) => Number(name.split('-')[1]));
  const report = (keyFile?: string) => auditReport(askOf(world.ground.native), { folder, keyFile, key: world.ground.key });
  const asThief = async (sql: string) => {
    await world.asOwner('set session_replication_role = replica');
    await world.asOwner(sql);
    await world.asOwner('set session_replication_role = default');
  };

  test('are written after 100 events or 5 minutes, at once when the server stops, and not while nothing happens', async () => {
    const keeper = new AuditKeeper(world.ground);
    await keeper.look();
    expect(seqs()).toEqual([]);
    await record(3);
    await keeper.look();
    expect(seqs()).toEqual([3]);
    await record(99);
    await keeper.look();
    expect(seqs()).toEqual([3]);
    await record(1);
    await keeper.look();
    expect(seqs()).toEqual([3, 103]);
    later(30);
    await keeper.look();
    expect(seqs()).toEqual([3, 103]);
    await record(1);
    await keeper.look();
    expect(seqs()).toEqual([3, 103, 104]);
    await record(2);
    await keeper.look();
    expect(seqs()).toEqual([3, 103, 104]);
    later(5);
    await keeper.look();
    await record(1);
    await keeper.stop();
    expect(seqs()).toEqual([3, 103, 104, 106, 107]);
    expect(await report()).toMatchObject({ isWhole: true, checkpoints: 5, newest: { seq: 107 }, files: [] });
    expect(checkpointAgeSeconds(world.ground)).toBeLessThan(60);
  });

  test('are signed with a key that only its owner reads, outside the database; the public key lies beside them', async () => {
    await record(1);
    await new AuditKeeper(world.ground).look();
    const key = join(world.ground.dataFolder, 'checkpoint.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const secret = readFileSync(key, 'utf8').split('\n')[1]!;
    const settings = await world.asOwner<{ value: string }>('select value from setting');
    expect(settings.some(({ value }) => value.includes(secret))).toBe(false);
    expect(readdirSync(folder).filter((name) => /^key-[0-9a-f]{16}\.pem$/.test(name))).toHaveLength(1);
    const { keyId } = (await newestCheckpoint(folder))!;
    expect(existsSync(join(folder, `key-${keyId}.pem`))).toBe(true);
  });

  test('find a log that was cut short and put back to an earlier moment whose seal is good', async () => {
    const keeper = new AuditKeeper(world.ground);
    await record(4);
    const [head] = await world.asOwner<{ hash: string; mac: string }>('select hash, mac from audit_head');
    await record(6);
    await keeper.look();
    await asThief('delete from audit_event where seq > 4');
    await world.asOwner(`update audit_head set seq = 4, hash = '${head!.hash}', mac = '${head!.mac}'`);
    expect(await report()).toMatchObject({ isWhole: false, breaks: [{ kind: 'CHECKPOINT', seq: 10 }] });
    await keeper.look();
    expect(keeper.isBroken).toBe(true);
    expect(seqs()).toEqual([10]);
  });

  test('are not signed over what was altered since the one before; the next look says so', async () => {
    const keeper = new AuditKeeper(world.ground);
    await record(4);
    await keeper.look();
    await record(150);
    await asThief(`update audit_event set actor = 'user:other' where seq = 50`);
    await keeper.look();
    expect(keeper.isBroken).toBe(true);
    await keeper.stop();
    expect(seqs()).toEqual([4]);
  });

  test('of two servers in one folder stand on one another and do not disturb each other', async () => {
    const [one, two] = [new AuditKeeper(world.ground), new AuditKeeper(world.ground)];
    for (let i = 0; i < 6; i++) {
      await record(100);
      await Promise.all([one.look(), two.look()]);
    }
    expect(await report()).toMatchObject({ isWhole: true, files: [] });
    expect(seqs().at(-1)).toBe(600);
  });

  test('a folder that cannot be written to stops nothing, and shows in their age', async () => {
    const file = join(folder, 'full');
    writeFileSync(file, '');
    process.env.HOPTHU_CHECKPOINTS = join(file, 'below-a-file');
    const keeper = new AuditKeeper(world.ground);
    await record(1);
    await keeper.look();
    await keeper.stop();
    await record(1);
    await new Promise((done) => setTimeout(done, 1_100));
    expect(keeper.ageSeconds()).toBeGreaterThanOrEqual(1);
  });

  test('made by somebody else are found when the public key is kept elsewhere', async () => {
    await record(2);
    await new AuditKeeper(world.ground).look();
    const { keyId } = (await newestCheckpoint(folder))!;
    const kept = join(world.ground.dataFolder, 'kept.pem');
    writeFileSync(kept, readFileSync(join(folder, `key-${keyId}.pem`)));
    expect(await report(kept)).toMatchObject({ isWhole: true, checkpoints: 1 });
    // The thief takes the checkpoints away and signs others with a key of their own.
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const own = join(world.ground.dataFolder, 'checkpoint.key');
    chmodSync(own, 0o600);
    rmSync(own);
    await new AuditKeeper(world.ground).look();
    expect(await report()).toMatchObject({ isWhole: true });
    expect(await report(kept)).toMatchObject({ isWhole: false, files: [{ fault: 'UNKNOWN_KEY' }] });
  });

  test('a file that was changed says nothing and is reported', async () => {
    await record(2);
    await new AuditKeeper(world.ground).look();
    const [name] = files() as [string];
    chmodSync(join(folder, name), 0o644);
    writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace('"seq":2', '"seq":1'));
    expect(await report()).toMatchObject({ isWhole: false, checkpoints: 0, files: [{ file: name, fault: 'SIGNATURE' }] });
  });

  test('verifying can begin from one of them', async () => {
    const keeper = new AuditKeeper(world.ground);
    await record(5);
    await keeper.look();
    const fromFile = join(folder, files()[0]!);
    await record(120);
    await keeper.look();
    const from = () => auditReport(askOf(world.ground.native), { folder, fromFile, key: world.ground.key });
    expect(await from()).toMatchObject({ isWhole: true, from: 5, events: 120 });
    await asThief(`update audit_event set actor = 'user:other' where seq = 3`);
    expect(await from()).toMatchObject({ isWhole: true });
    expect(await report()).toMatchObject({ isWhole: false, breaks: [{ kind: 'HASH', seq: 3 }] });
    await asThief(`update audit_event set hash = repeat('0', 64) where seq = 5`);
    expect(await from()).toMatchObject({ isWhole: false, breaks: [{ kind: 'CHECKPOINT', seq: 5 }] });
  });
});
