/** Starts the processes that are measured, each on its own, and reads from the system what they cost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TICKS_A_SECOND = 100;
/** Options of Node for the servers, e.g. BENCH_NODE=--cpu-prof to see what costs. */
const OPTIONS = (process.env.BENCH_NODE ?? '').split(' ').filter(Boolean);
const register = fileURLToPath(new URL('../.config/register.mjs', import.meta.url));

export interface Running {
  /** What the program said when it was ready, without the word itself. */
  ready: string;
  pid: number;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts a file of this folder in a Node of its own and waits for its line `ready …`. */
export async function start(file: string, parameters: string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const place = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [...OPTIONS, '--import', register, place, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  const ready = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const line = /^ready (.*)$/m.exec(said);
      if (line) resolve(line[1]!);
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready: ${said}`)));
  });
  return {
    ready,
    pid: child.pid!,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a file of this folder to its end and answers what it printed as its last line, read as JSON. */
export async function runToEnd<T>(file: string, parameters: string[], env: NodeJS.ProcessEnv = {}): Promise<T> {
  const place = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', register, place, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said}`);
  return JSON.parse(said.trim().split('\n').at(-1)!) as T;
}

/** Fields of /proc/PID/stat after the name, so that a name with blanks does no harm. */
function statOf(pid: number | string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time a process has used; 0 where the system does not tell. */
export function processorTime(pid: number): number {
  const stat = statOf(pid);
  return stat ? ((Number(stat[11]) + Number(stat[12])) * 1000) / TICKS_A_SECOND : 0;
}

/** The same for a process with its children, living and gone: a PostgreSQL server with its connections. */
export function processorTimeOfFamily(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  const gone = ((Number(own[13]) + Number(own[14])) * 1000) / TICKS_A_SECOND;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[1] === String(pid));
  return processorTime(pid) + gone + children.reduce((sum, child) => sum + processorTime(Number(child)), 0);
}
