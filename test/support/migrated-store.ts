/** An empty, migrated embedded store for worlds to begin with: made once for all test files, for making one anew takes each two seconds. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedOrm } from '../../server/store/orm.js';

/** Changes with every migration and with the engine. */
function name(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
  for (const file of readdirSync('migrations').sort()) hash.update(file).update(readFileSync(join('migrations', file)));
  return `hopthu-store-${hash.digest('hex').slice(0, 16)}.tar`;
}

export async function migratedStore(): Promise<Blob> {
  const file = join(process.env.HOPTHU_TEST_FOLDER ?? tmpdir(), name());
  if (existsSync(file)) return new Blob([readFileSync(file)]);
  const { orm, native } = await embeddedOrm(undefined);
  if (native.kind !== 'embedded') throw new Error('The embedded store is not embedded.');
  await orm.migrator.up();
  const dump = await native.pglite.dumpDataDir('none');
  await orm.close(true);
  await native.pglite.close();
  // Two test files may make it at once: each is whole, the later one stands.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, file);
  return dump;
}
