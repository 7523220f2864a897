// A small demonstration city and its server for the browser tests; HOPTHU_URL names one that already runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds a twentieth of the city into HOPTHU_DATA: every agency, few people, the same three reviews. */
const buildSmallCity = `
  const { openStore } = await import('./dist/server/store/open.js');
  const { choiceOfEnvironment } = await import('./dist/server/store/choice.js');
  const { buildDemoCity } = await import('./dist/server/store/demo-city.js');
  const store = await openStore(choiceOfEnvironment('test'));
  await buildDemoCity(store.ground, undefined, { scale: 0.05 });
  await store.close();
`;

export interface City {
  url: string;
  stop(): Promise<void>;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

export async function openCity(): Promise<City> {
  const running = process.env['HOPTHU_URL'];
  if (running) return { url: running.replace(/\/$/, ''), stop: async () => undefined };

  const folder = mkdtempSync(join(tmpdir(), 'hopthu-panel-'));
  const env = { ...process.env, HOPTHU_DATA: folder, DATABASE_URL: '', PORT: '0', HOST: '127.0.0.1', NODE_OPTIONS: '' };
  const built = spawn(process.execPath, ['--input-type=module', '-e', buildSmallCity], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if ((await ended(built)) !== 0) throw new Error('The small city could not be built.');

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
    stop: async () => {
      const over = ended(server);
      server.kill('SIGTERM');
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
