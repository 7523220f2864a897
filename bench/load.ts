/** One turn of load on one server: wrk where it is installed, else the client of this folder; always another process. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './processes.js';

export interface Sums {
  requests: number;
  seconds: number;
  bytes: number;
  /** Answers other than 2xx, and broken or silent connections. */
  errors: number;
  /** Milliseconds. */
  p99: number;
}

export const CONNECTIONS = 16;
export const hasWrk = spawnSync('wrk', ['-v']).error === undefined;
const script = fileURLToPath(new URL('load.lua', import.meta.url));

/** `file` holds the requests, one a line: METHOD, PATH and BODY divided by tabs. */
export async function load(port: number, file: string, token: string, seconds: number): Promise<Sums> {
  if (!hasWrk) return runToEnd<Sums>('client.ts', [String(port), String(CONNECTIONS), String(seconds), file, token]);
  const headers = ['-H', 'content-type: application/json', '-H', `authorization: Bearer ${token}`];
  const turn = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, ...headers, `http://127.0.0.1:${port}`, '--', file];
  const child = spawn('wrk', turn, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  const numbers = /^SUMS (\d+) (\d+) (\d+) (\d+) (\d+)$/m.exec(said)?.slice(1).map(Number);
  if (!numbers) throw new Error(`wrk said: ${said}`);
  const [requests = 0, microseconds = 1, bytes = 0, errors = 0, p99 = 0] = numbers;
  return { requests, seconds: microseconds / 1e6, bytes, errors, p99: p99 / 1000 };
}
