import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { holderOf, StoreInUse, StoreLock } from '../../server/store/lock.js';

const script = (folder: string, body: string) => [
  '--import',
  resolve('.config/register.mjs'),
  '--input-type=module',
  '-e',
  `const { StoreLock, StoreInUse } = await import(${JSON.stringify(`file://${resolve('server/store/lock.ts')}`)});
   const folder = ${JSON.stringify(folder)};
   ${body}`,
];

function run(folder: string, body: string): Promise<{ code: number | null; out: string; milliseconds: number }> {
  const began = Date.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, script(folder, body), { env: { ...process.env, NODE_OPTIONS: '' } });
    let out = '';
    child.stdout.on('data', (d) => (out += d));
    child.stderr.on('data', (d) => (out += d));
    child.on('close', (code) => done({ code, out, milliseconds: Date.now() - began }));
  });
}

describe('the lock of the embedded store (G-26)', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hopthu-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('a holder that was killed and that nobody has waited for holds nothing', async () => {
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 20']);
    try {
      const pid = Number(await new Promise((done) => parent.stdout.once('data', done)));
      const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      while (stat()[0] !== 'Z') await new Promise((done) => setTimeout(done, 10));
      writeFileSync(join(folder, 'hopthu.lock'), JSON.stringify({ pid, started: stat()[19], purpose: 'hopthu serve' }));
      expect(holderOf(folder)).toBeUndefined();
    } finally {
      parent.kill();
    }
  });

  test('a second opener is refused and told who holds it', () => {
    const lock = StoreLock.take(folder, 'hopthu serve');
    lock.announce('http://127.0.0.1:4000', 'secret');
    const began = Date.now();
    expect(() => StoreLock.take(folder, 'hopthu import')).toThrow(StoreInUse);
    expect(Date.now() - began).toBeLessThan(1000);
    expect(() => StoreLock.take(folder, 'hopthu import')).toThrow(String(process.pid));
    expect(holderOf(folder)).toMatchObject({ pid: process.pid, purpose: 'hopthu serve', url: 'http://127.0.0.1:4000' });
    lock.release();
    expect(holderOf(folder)).toBeUndefined();
    StoreLock.take(folder, 'hopthu import').release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('another process is refused too', async () => {
    const lock = StoreLock.take(folder, 'hopthu serve');
    const { out } = await run(
      folder,
      `try { StoreLock.take(folder, 'x'); console.log('TAKEN') } catch (e) { console.log(e instanceof StoreInUse ? 'IN USE ' + e.holder.pid : e) }`,
    );
    expect(out.trim()).toBe(`IN USE ${process.pid}`);
    lock.release();
  });

  test('a lock whose holder was killed is taken over', async () => {
    const killed = await run(folder, `StoreLock.take(folder, 'hopthu serve'); process.kill(process.pid, 'SIGKILL')`);
    expect(killed.code).toBeNull();
    const stale = JSON.parse(readFileSync(join(folder, 'hopthu.lock'), 'utf8'));
    expect(stale.pid).not.toBe(process.pid);
    const lock = StoreLock.take(folder, 'hopthu serve');
    expect(holderOf(folder)?.pid).toBe(process.pid);
    lock.release();
  });

  test('a process number that was given to another process does not hold the lock', () => {
    writeFileSync(join(folder, 'hopthu.lock'), JSON.stringify({ pid: process.pid, started: '1', purpose: 'hopthu serve' }));
    expect(holderOf(folder)).toBeUndefined();
    StoreLock.take(folder, 'hopthu serve').release();
  });

  test('of many that find a stale lock at once exactly one gets it', async () => {
    await run(folder, `StoreLock.take(folder, 'hopthu serve'); process.kill(process.pid, 'SIGKILL')`);
    const body = `try { StoreLock.take(folder, 'x'); console.log('TAKEN'); setTimeout(() => {}, 1500) } catch (e) { console.log(e instanceof StoreInUse ? 'IN USE' : e) }`;
    const results = await Promise.all(Array.from({ length: 4 }, () => run(folder, body)));
    expect(results.map((r) => r.out.trim()).sort()).toEqual(['IN USE', 'IN USE', 'IN USE', 'TAKEN']);
  });
});
