/**
 * S-6: how long does the first start of the demonstration city take on the embedded store, beside a bare COPY of the same rows into the
 * same store? Run: node --import ./.config/register.mjs bench/first-start.ts [pairs]
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Ground } from '../server/kernel/ground.js';
import { buildDemoCity } from '../server/store/demo-city.js';
import { openStore } from '../server/store/open.js';

const GOAL = 3;
const pairs = Number(process.argv[2] ?? 1);

interface Dump {
  table: string;
  blob: Blob;
}

const pgliteOf = ({ native }: Ground) => {
  if (native.kind !== 'embedded') throw new Error('The embedded store is needed: leave DATABASE_URL unset.');
  return native.pglite;
};

async function inFreshStore<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hopthu-bench-'));
  const store = await openStore({ dataFolder, purpose: 'bench', migrates: true, log: pino({ level: 'warn' }) });
  try {
    return await work(store.ground);
  } finally {
    await store.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface Cost {
  /** Seconds on the clock, and of processor time: the store runs in this process, so the second is steadier on a busy machine. */
  wall: number;
  cpu: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const begun = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6 };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** All rows, parents before children. */
async function dumpOf(ground: Ground): Promise<Dump[]> {
  const pglite = pgliteOf(ground);
  const tables = await pglite.query<{ table: string }>(
    `select tablename as table from pg_tables where schemaname = 'public' and tablename not in ('migration', 'setting', 'audit_head')`,
  );
  const keys = await pglite.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const waiting = new Set(tables.rows.map(({ table }) => table));
  const dumps: Dump[] = [];
  while (waiting.size) {
    const free = [...waiting].filter((table) => !keys.rows.some(({ child, parent }) => child === table && waiting.has(parent)));
    if (!free.length) throw new Error(`Tables refer to each other: ${[...waiting].join(', ')}`);
    for (const table of free) {
      waiting.delete(table);
      const { blob } = await pglite.query(`copy "${table}" to '/dev/blob'`);
      if (blob?.size) dumps.push({ table, blob });
    }
  }
  return dumps;
}

const ratios: Cost[] = [];
for (let pair = 0; pair < pairs; pair++) {
  let built: Cost = { wall: 0, cpu: 0 };
  const dumps = await inFreshStore(async (ground) => {
    const marks: string[] = [];
    let last = performance.now();
    let step = '';
    built = await costOf(() =>
      buildDemoCity(ground, (text) => {
        if (text.en === step) return;
        if (step) marks.push(`${step} ${((performance.now() - last) / 1000).toFixed(1)} s`);
        [step, last] = [text.en, performance.now()];
      }),
    );
    marks.push(`${step} ${((performance.now() - last) / 1000).toFixed(1)} s`);
    console.log(marks.join(' · '));
    return dumpOf(ground);
  });
  const copied = await inFreshStore((ground) =>
    costOf(async () => {
      for (const { table, blob } of dumps) await pgliteOf(ground).query(`copy "${table}" from '/dev/blob'`, [], { blob });
    }),
  );
  ratios.push({ wall: built.wall / copied.wall, cpu: built.cpu / copied.cpu });
  const megabytes = (dumps.reduce((sum, { blob }) => sum + blob.size, 0) / 1e6).toFixed(0);
  const said = ({ wall, cpu }: Cost) => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processor time)`;
  console.log(`built in ${said(built)}; ${dumps.length} tables of ${megabytes} MB copied in ${said(copied)}`);
}
const [wall, cpu] = [median(ratios.map((ratio) => ratio.wall)), median(ratios.map((ratio) => ratio.cpu))];
console.log(`S-6 first start: ${wall.toFixed(2)} × the bare COPY, by processor time ${cpu.toFixed(2)} × (goal ≤ ${GOAL})`);
