/** Is nothing left of a private directory when it is stopped, or when the process that started it is killed? */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { startSlapd } from '../support/slapd.js';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('stopped: neither process nor folder', async () => {
  const { pid, folder, stop } = await startSlapd();
  expect([isAlive(pid), existsSync(folder)]).toEqual([true, true]);
  await stop();
  expect([isAlive(pid), existsSync(folder)]).toEqual([false, false]);
});

test('killed: the same, a little later', async () => {
  const code = `import('./test/support/slapd.ts').then(({ startSlapd }) => startSlapd()).then(({ pid, folder }) => console.log(pid, folder))`;
  const child = spawn(process.execPath, ['--import', './.config/register.mjs', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const [pid, folder] = [Number(line.split(' ')[0]), line.split(' ')[1]!];
  expect([isAlive(pid), existsSync(folder)]).toEqual([true, true]);
  child.kill('SIGKILL');
  for (const deadline = Date.now() + 30_000; (isAlive(pid) || existsSync(folder)) && Date.now() < deadline;)
    await new Promise((done) => setTimeout(done, 50));
  expect([isAlive(pid), existsSync(folder)]).toEqual([false, false]);
});
