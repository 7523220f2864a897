/**
 * `npm run bench`: prints ratios of two programs doing the same work in turn on the same data (S-1, S-2, S-5). Absolute times are not
 * shown, machines differ. `npm run bench -- reads|pages|decisions|logs`, `--only a,b`, `--rounds 3`, `--seconds 2`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decisionBench } from './decision-bench.js';
import { logBench } from './log-bench.js';
import { pageBench } from './page-bench.js';
import { readBench } from './read-bench.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
});
const rounds = { rounds: Number(values.rounds), seconds: Number(values.seconds) };
const wants = (part: string) => !positionals.length || positionals.includes(part);

const folder = mkdtempSync(join(tmpdir(), 'hopthu-bench-'));
try {
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? process.arch}\n`);
  if (wants('reads')) console.log(`${await readBench(folder, rounds, values.only.split(',').filter(Boolean))}\n`);
  if (wants('pages')) console.log(`${await pageBench(folder, rounds)}\n`);
  if (wants('decisions')) console.log(`${await decisionBench(folder, Math.min(rounds.rounds, 3))}\n`);
  if (wants('logs')) console.log(`${await logBench(folder, rounds.rounds)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
