/** Log files in the data folder and staging tables that no running import needs: left behind by a server that stopped at once (E-7). */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { executeBound } from '../kernel/bulk.js';
import { dayIn } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import type { CutOff, Keeper } from '../kernel/retention.js';
import { spoolFolder } from './spool.js';
import { leftStaging } from './staging.js';

async function isRunning({ orm }: Ground): Promise<(id: string) => boolean> {
  const rows = await executeBound<{ id: string }>(orm.em.fork(), `select id from evidence_import where state = 'RUNNING'`, []);
  const running = new Set(rows.map(({ id }) => id));
  return (id) => running.has(id);
}

/** Files of this machine that are older than the period, by the machine's own stamps. */
async function oldFiles(ground: Ground, { day }: CutOff): Promise<{ old: string[]; needed: number }> {
  const folder = spoolFolder(ground);
  const names = await readdir(folder).catch(() => []);
  const needs = await isRunning(ground);
  const old: string[] = [];
  let needed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || dayIn(ground.clock.zone, found.mtime) >= day) continue;
    if (needs(name.replace(/\.part$/, ''))) needed++;
    else old.push(path);
  }
  return { old, needed };
}

async function oldTables({ orm }: Ground, cutOff: CutOff): Promise<string[]> {
  const em = orm.em.fork();
  const tables = await leftStaging(em);
  if (tables.length === 0) return [];
  // A table belongs to the import of its number; one whose import is over, or is not there, is left over.
  const kept = await executeBound<{ number: number }>(
    em,
    `select number from evidence_import where state = 'RUNNING' or coalesce(finished_at, started_at) >= ${cutOff.moment}`,
    [],
  );
  const numbers = new Set(kept.map(({ number }) => number));
  return tables.filter(({ number }) => !numbers.has(number)).map(({ name }) => name);
}

export const leftOverFiles: Pick<Keeper, 'tables' | 'due' | 'apply'> = {
  tables: [],
  async due(ground, cutOff) {
    const { old, needed } = await oldFiles(ground, cutOff);
    return { due: old.length + (await oldTables(ground, cutOff)).length, needed };
  },
  async apply(ground, cutOff, limit) {
    const { old } = await oldFiles(ground, cutOff);
    const files = old.slice(0, limit);
    for (const path of files) await rm(path, { force: true });
    const tables = (await oldTables(ground, cutOff)).slice(0, limit - files.length);
    for (const name of tables) await ground.orm.em.fork().execute(`drop table if exists ${name}`);
    return files.length + tables.length;
  },
};
