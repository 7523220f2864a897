// Builds what runs: server/ and migrations/ through swc, admin/ through Vite, into dist/.
// --if-stale leaves alone what is newer than its sources; --quiet prints only when something is built or broken.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectNode, root } from './node.mjs';

const ifStale = process.argv.includes('--if-stale');
const quiet = process.argv.includes('--quiet');
const dist = join(root, 'dist');

/** Every file and folder below the given ones. Folders count: removing a file changes only its folder's time. */
function entriesOf(...places) {
  return places
    .map((place) => join(root, place))
    .filter((place) => existsSync(place))
    .flatMap((place) => {
      if (statSync(place).isFile()) return [{ path: place, isFile: true }];
      const inside = readdirSync(place, { recursive: true, withFileTypes: true });
      return [
        { path: place, isFile: false },
        ...inside.map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() })),
      ];
    });
}

/** Builds `name` unless its stamp is newer than all its sources; the stamp carries the time the build began. */
async function buildPart(name, sources, outputs, build) {
  const stamp = join(dist, `.${name}.built`);
  const begun = new Date();
  const newest = Math.max(...entriesOf(...sources, 'package-lock.json').map(({ path }) => statSync(path).mtimeMs));
  const isCurrent = existsSync(stamp) && outputs.every((output) => existsSync(join(dist, output))) && statSync(stamp).mtimeMs > newest;
  if (ifStale && isCurrent) {
    if (!quiet) console.log(`${name}: up to date`);
    return;
  }
  mkdirSync(dist, { recursive: true });
  const what = await build();
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
  console.log(`${name}: ${what} built in ${((Date.now() - begun.getTime()) / 1000).toFixed(1)} s`);
}

/** Puts a finished folder in the place of the old one, so that a command started meanwhile never meets half a build. */
function swapIn(fresh, name) {
  const place = join(dist, name);
  for (let attempt = 1; ; attempt += 1) {
    const old = join(dist, `.${name}-old-${attempt}-${process.pid}`);
    try {
      if (existsSync(place)) renameSync(place, old);
      renameSync(fresh, place);
      rmSync(old, { recursive: true, force: true });
      return;
    } catch (fault) {
      // Another build put its folder there, or took it away, between the two steps.
      if (attempt === 20 || !['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(fault.code)) throw fault;
    }
  }
}

async function buildServer() {
  const { transformFile } = await import('@swc/core');
  const { $schema: _, ...swc } = JSON.parse(readFileSync(join(root, '.config/swcrc.json'), 'utf8'));
  let compiled = 0;
  for (const room of ['server', 'migrations']) {
    const fresh = join(dist, `.${room}-new-${process.pid}`);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    const files = entriesOf(room).filter(({ path, isFile }) => isFile && !path.endsWith('.d.ts'));
    await Promise.all(
      files.map(async ({ path }) => {
        const target = join(fresh, relative(join(root, room), path));
        mkdirSync(dirname(target), { recursive: true });
        if (!path.endsWith('.ts')) return copyFileSync(path, target);
        const place = target.replace(/\.ts$/, '.js');
        const settledPlace = join(dist, room, relative(fresh, place));
        const { code, map } = await transformFile(path, { ...swc, swcrc: false, sourceFileName: relative(dirname(settledPlace), path) });
        writeFileSync(place, map ? `${code}\n//# sourceMappingURL=${place.split('/').pop()}.map\n` : code);
        if (map) writeFileSync(`${place}.map`, map);
        compiled += 1;
      }),
    );
    swapIn(fresh, room);
  }
  return `${compiled} files`;
}

async function buildAdmin() {
  const { build } = await import('vite');
  process.env.NODE_ENV = 'production';
  const fresh = join(dist, `.admin-new-${process.pid}`);
  await build({
    configFile: join(root, 'admin/vite.config.ts'),
    root: join(root, 'admin'),
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  });
  await import('./register.mjs');
  const { documentsOfPanel } = await import('./documents.mjs');
  // Beside the panel's folder, not in it: the server reads it, nobody else.
  const documents = await documentsOfPanel(root, (path) => import(path));
  const place = join(dist, `.documents-new-${process.pid}`);
  writeFileSync(place, `${JSON.stringify(documents, null, 1)}\n`);
  renameSync(place, join(dist, 'documents.json'));
  swapIn(fresh, 'admin');
  return `panel with ${Object.keys(documents).length} documents`;
}

projectNode();
try {
  await buildPart('server', ['server', 'migrations', '.config/swcrc.json', '.config/build.mjs'], ['server', 'migrations'], buildServer);
  if (existsSync(join(root, 'admin/vite.config.ts'))) {
    await buildPart('admin', ['admin', '.config/build.mjs', '.config/documents.mjs'], ['admin', 'documents.json'], buildAdmin);
  }
} catch (fault) {
  console.error(`The build failed: ${fault instanceof Error ? fault.message : fault}`);
  process.exitCode = 1;
} finally {
  for (const left of existsSync(dist) ? readdirSync(dist) : []) {
    if (left.endsWith(`-${process.pid}`)) rmSync(join(dist, left), { recursive: true, force: true });
  }
}
