/** S-5: 5,000 exclusions proposed, noticed, voted en bloc and put in force, beside bare inserts of the same rows into the same database. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../test/support/postgres.mjs';
import { runToEnd } from './processes.js';
import { median, spread, table } from './table.js';

interface Run {
  seconds: number;
  steps: Record<string, number>;
  /** The 5,000 rows of the cases. */
  bare: { rows: number; seconds: number };
  /** Those and every row that came of them, without the audit log. */
  all: { rows: number; seconds: number };
}

export async function decisionBench(folder: string, rounds: number): Promise<string> {
  const cluster = await startPostgres();
  const runs: Run[] = [];
  try {
    for (let i = 0; i < rounds; i++) {
      const client = new Client({ connectionString: cluster.url });
      await client.connect();
      const name = `decisions_${i}`;
      await client.query(`create database ${name}`);
      const url = new URL(cluster.url);
      url.pathname = `/${name}`;
      const data = join(folder, name);
      mkdirSync(data, { recursive: true });
      try {
        runs.push(await runToEnd<Run>('decide.ts', [url.toString(), data]));
      } finally {
        await client.query(`drop database ${name} with (force)`);
        await client.end();
      }
    }
  } finally {
    await cluster.stop();
  }
  const share = (name: string) => `${Math.round(median(runs.map((run) => (100 * (run.steps[name] ?? 0)) / run.seconds)))} %`;
  return table(
    [
      'S-5 5,000 exclusions',
      'of bare inserts of the 5,000 cases',
      'goal',
      'of bare inserts of all their rows',
      'propose',
      'notice',
      'ready',
      'open',
      'vote',
      'in force',
    ],
    [
      [
        'proposed, noticed, voted en bloc by five of nine, in force',
        `${spread(runs.map((run) => run.seconds / run.bare.seconds))} ×`,
        '≤ 10 ×',
        `${spread(runs.map((run) => run.seconds / run.all.seconds))} ×`,
        ...['propose', 'notice', 'ready', 'open', 'vote', 'force'].map(share),
      ],
    ],
  );
}
