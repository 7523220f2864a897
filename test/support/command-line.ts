/** Runs the command line as a person does: a process of its own, from the sources. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const program = ['--import', resolve('.config/register.mjs'), resolve('server/cli.ts')];

/** What a process compiled, the next one need not. */
const compiled = join(process.env.HOPTHU_TEST_FOLDER ?? tmpdir(), 'hopthu-compiled');

function start(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [...program, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compiled, DATABASE_URL: '', HOPTHU_LANG: 'en', ...env },
  });
}

export function hopthu(args: string[], env: Record<string, string>): Promise<Ran> {
  const child = start(args, env);
  const said = { out: '', err: '' };
  child.stdout!.on('data', (d) => (said.out += d));
  child.stderr!.on('data', (d) => (said.err += d));
  return new Promise((done) => child.on('close', (code) => done({ code, ...said })));
}

/** Starts a server and waits until it says where it listens. */
export async function serving(
  env: Record<string, string>,
  command = 'serve',
): Promise<{ url: string; process: ChildProcess; said(): string; stop(signal?: NodeJS.Signals): Promise<number | null> }> {
  const child = start([command], { PORT: '0', HOST: '127.0.0.1', ...env });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  let said = '';
  const url = await new Promise<string>((found, fail) => {
    const look = (d: Buffer) => {
      said += d.toString();
      const at = /running at (http:\S+)/.exec(said)?.[1];
      if (at) found(at);
    };
    child.stdout!.on('data', look);
    child.stderr!.on('data', look);
    void ended.then(() => fail(new Error(`The server ended: ${said}`)));
  });
  return {
    url,
    process: child,
    said: () => said,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
