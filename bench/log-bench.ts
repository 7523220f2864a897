/** S-2: mail logs to day counters in PostgreSQL beside pflogsumm on the same Postfix lines and a bare line reader on the same files. */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../test/support/postgres.mjs';
import { expectedCounters, writeMailLog } from './mail-log.js';
import { runToEnd } from './processes.js';
import { median, spread, table } from './table.js';

interface Result {
  lines: number;
  seconds: number;
  quarantined: number;
  /** Bytes of the peak over the idle process. */
  memory: number;
}

interface Imported extends Result {
  undone: number;
  /** Seconds for the Postfix log alone. */
  ofPostfix: number;
  counters: Record<string, number>;
}

const MEGABYTE = 2 ** 20;
const hasPflogsumm = spawnSync('pflogsumm', ['--version']).error === undefined;

async function pflogsumm(file: string): Promise<number> {
  const began = performance.now();
  const child = spawn('pflogsumm', [file], { stdio: 'ignore' });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`pflogsumm ended with ${String(code)}`);
  return (performance.now() - began) / 1000;
}

async function imported(url: string, name: string, folder: string, logs: string[]): Promise<Imported> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    return await runToEnd<Imported>('import-log.ts', [folder, ...logs], { DATABASE_URL: own.toString() });
  } finally {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
}

/** The counters must be those of the people behind the samples, within the 1 % of officer-days that G-14 allows. */
function check({ counters, quarantined, undone }: Imported): void {
  const expected = expectedCounters();
  const off = Object.keys(expected).filter((name) => Math.abs(counters[name]! - expected[name]!) > expected[name]! * 0.01);
  if (off.length || quarantined || undone) {
    throw new Error(`The import is wrong: ${JSON.stringify({ counters, expected, quarantined, undone })}`);
  }
}

export async function logBench(folder: string, rounds: number): Promise<string> {
  const cluster = await startPostgres();
  const files = { DOVECOT: join(folder, 'dovecot.log'), POSTFIX: join(folder, 'postfix.log') };
  try {
    const lines = { DOVECOT: writeMailLog('DOVECOT', files.DOVECOT), POSTFIX: writeMailLog('POSTFIX', files.POSTFIX) };
    const logs = Object.entries(files).map(([kind, file]) => `${kind}=${file}`);
    const rates = {
      bare: [] as number[],
      reader: [] as number[],
      import: [] as number[],
      postfix: [] as number[],
      pflogsumm: [] as number[],
    };
    const memory = { reader: [] as number[], import: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      const bare = await runToEnd<Result>('read-log.ts', ['bare', ...logs]);
      const reader = await runToEnd<Result>('read-log.ts', ['reader', ...logs]);
      const whole = await imported(cluster.url, `round_${round}`, folder, logs);
      check(whole);
      if (new Set([bare.lines, reader.lines, whole.lines, lines.DOVECOT + lines.POSTFIX]).size !== 1 || reader.quarantined) {
        throw new Error(`Lines differ: ${JSON.stringify({ bare, reader, whole })}`);
      }
      rates.bare.push(bare.lines / bare.seconds);
      rates.reader.push(reader.lines / reader.seconds);
      rates.import.push(whole.lines / whole.seconds);
      rates.postfix.push(lines.POSTFIX / whole.ofPostfix);
      if (hasPflogsumm) rates.pflogsumm.push(lines.POSTFIX / (await pflogsumm(files.POSTFIX)));
      memory.reader.push(reader.memory / MEGABYTE);
      memory.import.push(whole.memory / MEGABYTE);
    }
    const pairs = (of: readonly number[], by: readonly number[]) =>
      by.length ? spread(of.map((rate, i) => rate / by[i]!)) : 'not installed';
    const row = (title: string, what: 'reader' | 'import') => [
      title,
      pairs(rates[what], rates.pflogsumm),
      pairs(rates[what], rates.bare),
      `${median(memory[what]).toFixed(0)} MB`,
    ];
    const head = ['S-2 mail logs', 'of pflogsumm, lines/s', 'of a bare line reader', 'peak over idle'];
    const rows = [
      row('readers alone', 'reader'),
      row('import to day counters in PostgreSQL', 'import'),
      ['of it, the Postfix log alone', pairs(rates.postfix, rates.pflogsumm), '', ''],
      ['goal', '≥ 3', '≥ 0.2', '≤ 200 MB'],
    ];
    const total = lines.DOVECOT + lines.POSTFIX;
    return `${table(head, rows)}\n${total} lines (${lines.DOVECOT} Dovecot, ${lines.POSTFIX} Postfix; pflogsumm: the Postfix lines), ${rounds} rounds; counters as those of the people behind the samples, nothing quarantined.`;
  } finally {
    for (const file of Object.values(files)) rmSync(file, { force: true });
    await cluster.stop();
  }
}
