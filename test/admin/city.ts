// A small demonstration city and its server for the browser tests; HOPTHU_URL names one that already runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program on the store in HOPTHU_DATA. */
const onStore = (work: string) => `
  const { openStore } = await import('./dist/server/store/open.js');
  const { choiceOfEnvironment } = await import('./dist/server/store/choice.js');
  const { lendScopes } = await import('./dist/server/registry/lent-scopes.js');
  lendScopes();
  const store = await openStore(choiceOfEnvironment('test'));
  ${work}
  await store.close();
`;

/** A part of the city: every agency, few people, the same three reviews. */
const buildSmallCity = (scale: number) =>
  onStore(`
  const { buildDemoCity } = await import('./dist/server/store/demo-city.js');
  await buildDemoCity(store.ground, undefined, { scale: ${scale} });
`);

export interface City {
  url: string;
  /** Where its data lies; empty for one that ran already. */
  folder: string;
  stop(): Promise<void>;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

interface CityOptions {
  /** How much of the city: a twentieth when not said. */
  scale?: number;
  /** Rights that ask for a second factor ask for it here too (G-18). */
  secondFactor?: boolean;
  /** What is done to it besides, as a program on `store.ground`. */
  more?: string;
}

export async function openCity({ scale = 0.05, secondFactor = false, more = '' }: CityOptions = {}): Promise<City> {
  const running = process.env['HOPTHU_URL'];
  if (running && !secondFactor && !more) return { url: running.replace(/\/$/, ''), folder: '', stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-panel-'));
  cpSync(await builtCity(scale), folder, { recursive: true });
  if (more) await run(onStore(more), folder);
  return serve(folder, secondFactor ? { HOPTHU_SECOND_FACTOR: 'on' } : {});
}

/** Data of a city of that size, made once for all test files of a run. */
async function builtCity(scale: number): Promise<string> {
  const shared = join(process.env['HOPTHU_TEST_FOLDER'] ?? mkdtempSync(join(tmpdir(), 'hopthu-cities-')), `city-${scale}`);
  if (existsSync(shared)) return shared;
  const own = mkdtempSync(`${shared}-`);
  await run(buildSmallCity(scale), own);
  // Two test files may build it at once: the first one stands.
  try {
    renameSync(own, shared);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
  return shared;
}

async function run(program: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if ((await ended(child)) !== 0) throw new Error('The small city could not be built.');
}

/** A server as it stands after the first start: no account, no city. */
export async function openEmpty(): Promise<City> {
  return serve(mkdtempSync(join(tmpdir(), 'hopthu-empty-')), {});
}

/** `hopthu …` on the machine of a server; what it prints. */
export async function hopthu(city: City, ...words: string[]): Promise<string> {
  const child = spawn(process.execPath, ['dist/server/cli.js', ...words], {
    cwd: root,
    env: environment(city.folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
  if ((await ended(child)) !== 0) throw new Error(`hopthu ${words.join(' ')}: ${said}`);
  return said;
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, HOPTHU_DATA: folder, HOPTHU_URL: '', DATABASE_URL: '', PORT: '0', HOST: '127.0.0.1', NODE_OPTIONS: '' };
}

async function serve(folder: string, also: Record<string, string>): Promise<City> {
  const env = { ...environment(folder), ...also };
  const server = spawn(process.execPath, ['dist/server/cli.js', 'serve'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += String(chunk);
      const [found] = /http:\/\/[\w.:]+/.exec(said) ?? [];
      if (found) resolve(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(`The server ended: ${said}`)));
  });
  return {
    // The session cookie wants a name that browsers trust without a certificate.
    url: url.replace('127.0.0.1', 'localhost'),
    folder,
    stop: async () => {
      const over = ended(server);
      server.kill('SIGTERM');
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
