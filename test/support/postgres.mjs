// A private PostgreSQL cluster for the tests: own folder, own port, never root, gone when the tests are.
// As a module: startPostgres(). As a command: node test/support/postgres.mjs <command …> runs it with DATABASE_URL set.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';

const oldestMajor = 15;

/** Folder of initdb and postgres (≥ 15), the newest there is; undefined when PostgreSQL is not installed. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  try {
    folders.push(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
  } catch {
    // No pg_config on the path: the Debian folders are all there is.
  }
  const found = folders
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= oldestMajor)
    .sort((a, b) => b.major - a.major);
  return found[0]?.folder;
}

function majorOf(folder) {
  const text = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(text)?.[0]);
}

/** PostgreSQL refuses to run as root: then `postgres`, or else `nobody`, runs it. */
function runner() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('PostgreSQL must not run as root, and there is neither a user postgres nor a user nobody.');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// The shell waits for its input to end: when this process goes, however it goes, the cluster stops and its folder is removed.
// Until then it stops and starts the server as it is told, line by line.
const keeper = `
begin() { "$1/postgres" -D "$2/data" -p "$3" $4 </dev/null >>"$2/log" 2>&1 & server=$!; }
finish() { [ -z "$server" ] && return; kill -INT $server 2>/dev/null; wait $server; server=; }
begin "$@"
while read -r word; do
  case $word in halt) finish ;; resume) begin "$@" ;; esac
done
finish
cd / && rm -rf "$2"
`;

/**
 * Starts a cluster and waits until it answers (about 2 s). `settings` are added to the server's own, e.g. { fsync: 'on' }.
 * Answers its DATABASE_URL (a superuser, trusted on loopback), the server's process id, and stop(); halt() and resume() stop and start it as an
 * operator would, data and port staying as they are.
 */
export async function startPostgres({ settings = {} } = {}) {
  const bin = findPostgres();
  if (!bin) throw new Error(`PostgreSQL ${oldestMajor} or newer is not installed (.config/install-debian.sh installs it).`);
  const identity = runner();
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-postgres-'));
  chmodSync(folder, 0o700);
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  try {
    const asked = ['-D', join(folder, 'data'), '-U', 'hopthu', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync'];
    execFileSync(join(bin, 'initdb'), asked, { ...identity, cwd: folder, env: environment, stdio: 'pipe' });
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${fault.stderr ?? fault.message}`, { cause: fault });
  }
  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    ...settings,
  };
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  const shell = spawn('/bin/sh', ['-c', keeper, 'postgres', bin, folder, String(port), flags.join(' ')], {
    ...identity,
    cwd: folder,
    env: environment,
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  shell.stdin.on('error', () => {});
  const ended = new Promise((resolve) => shell.once('exit', resolve));
  const stop = async () => {
    shell.stdin.end();
    await ended;
  };
  try {
    await answers(`postgres://hopthu@127.0.0.1:${port}/postgres`);
  } catch (fault) {
    const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').slice(-5).join('\n') : '';
    await stop();
    throw new Error(`PostgreSQL did not start: ${fault.message}\n${log}`, { cause: fault });
  }
  const pid = Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  const url = `postgres://hopthu@127.0.0.1:${port}/hopthu`;
  const halt = async () => {
    shell.stdin.write('halt\n');
    // While it is stopping it refuses with words of its own.
    await until(async () => (await faultOf(url))?.code === 'ECONNREFUSED');
  };
  const resume = async () => {
    shell.stdin.write('resume\n');
    await until(async () => (await faultOf(url)) === undefined);
  };
  return { url, folder, port, pid, stop, halt, resume };
}

/** Why nobody gets in; undefined when one does. */
async function faultOf(url) {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return undefined;
  } catch (fault) {
    return fault;
  } finally {
    await client.end().catch(() => {});
  }
}

async function until(isSo) {
  const deadline = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('PostgreSQL does not do as it was told.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits up to 30 s for the server and makes the database `hopthu` in it. */
async function answers(url) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('create database hopthu');
      return;
    } catch (fault) {
      if (Date.now() > deadline) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => {});
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [command, ...rest] = process.argv.slice(2);
  if (!command) {
    console.error('Usage: node test/support/postgres.mjs <command …>');
    process.exit(2);
  }
  const cluster = await startPostgres();
  const child = spawn(command, rest, {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: cluster.url, HOPTHU_TEST_STORE: 'postgres' },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('error', (fault) => console.error(fault.message));
  child.once('close', async (code, signal) => {
    await cluster.stop();
    process.exit(code ?? 128 + (constants.signals[signal] ?? 1));
  });
}
