/** S-1: how many reads a second Hopthu answers, signed in and with rights checked, beside the limit on the same database. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../test/support/postgres.mjs';
import { fillCity } from './city.js';
import { CONNECTIONS, hasWrk, load } from './load.js';
import { processorTime, processorTimeOfFamily, type Running, start } from './processes.js';
import { type Read, readsOf, requestBody } from './reads.js';
import { figure, median, spread, table } from './table.js';

export interface Rounds {
  rounds: number;
  seconds: number;
}

const WARM_SECONDS = 2;
const SAMPLES_A_TURN = 4;

interface Side {
  name: string;
  process: Running;
  port: number;
  /** File of requests, for the load. */
  requestsOf: (read: Read) => string;
  /** One answer. */
  ask: (read: Read, at: number) => Promise<string>;
}

interface Turn {
  rate: number;
  p99: number;
  /** Milliseconds of processor time a request. */
  node: number;
  postgres: number;
  bytes: number;
}

/** Equal when what was asked for is, with the order of its fields; Hopthu says besides what it cost. */
const normal = (body: string) => {
  const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown };
  return JSON.stringify({ data, errors });
};

function hopthuSide(process: Running, folder: string, token: string): Side {
  const port = Number(process.ready);
  return {
    name: 'hopthu',
    process,
    port,
    requestsOf: (read) => {
      const file = join(folder, `hopthu-${read.id}.requests`);
      writeFileSync(file, read.cases.map((one) => `POST\t/graphql\t${requestBody(read, one)}\n`).join(''));
      return file;
    },
    ask: async (read, at) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers,
        body: requestBody(read, read.cases[at]!),
      });
      return answer.text();
    },
  };
}

function limitSide(process: Running, folder: string): Side {
  const port = Number(process.ready);
  return {
    name: 'limit',
    process,
    port,
    requestsOf: (read) => {
      const file = join(folder, `limit-${read.id}.requests`);
      writeFileSync(file, read.cases.map((_, i) => `GET\t/${read.id}/${i}\t\n`).join(''));
      return file;
    },
    ask: async (read, at) => (await fetch(`http://127.0.0.1:${port}/${read.id}/${at}`)).text(),
  };
}

/** One turn of load; a few answers are taken meanwhile and must be the ones they were before. */
async function turnOf(side: Side, read: Read, file: string, known: readonly string[], token: string, seconds: number, postgres: number) {
  const before = [processorTime(side.process.pid), processorTimeOfFamily(postgres)] as const;
  const loading = load(side.port, file, token, seconds);
  for (let i = 0; i < SAMPLES_A_TURN; i++) {
    await new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / (SAMPLES_A_TURN + 1)));
    const at = (i * 7) % read.cases.length;
    const body = normal(await side.ask(read, at));
    if (body !== known[at]) throw new Error(`${side.name} answered ${read.id}/${at} otherwise under load: ${body.slice(0, 300)}`);
  }
  const sums = await loading;
  if (sums.errors > 0) throw new Error(`${side.name}: ${sums.errors} errors in ${sums.requests} answers to ${read.id}`);
  const turn: Turn = {
    rate: sums.requests / sums.seconds,
    p99: sums.p99,
    node: (processorTime(side.process.pid) - before[0]) / sums.requests,
    postgres: (processorTimeOfFamily(postgres) - before[1]) / sums.requests,
    bytes: sums.bytes / sums.requests,
  };
  return turn;
}

async function compare(read: Read, hopthu: Side, limit: Side): Promise<string[]> {
  const known: string[] = [];
  for (const at of read.cases.keys()) {
    const [ours, theirs] = [await hopthu.ask(read, at), await limit.ask(read, at)].map(normal);
    if (ours !== theirs) throw new Error(`Read ${read.id}/${at} differs:\n${ours!.slice(0, 600)}\n${theirs!.slice(0, 600)}`);
    known.push(ours!);
  }
  return known;
}

export async function readBench(folder: string, { rounds, seconds }: Rounds, only: readonly string[]): Promise<string> {
  const cluster = await startPostgres();
  const running: Running[] = [];
  try {
    const city = await fillCity(cluster.url, folder);
    const reads = readsOf(city.codes, city.reviewId).filter(({ id }) => !only.length || only.includes(id));
    const plan = join(folder, 'reads.json');
    writeFileSync(plan, JSON.stringify(reads));
    const env = { DATABASE_URL: cluster.url };
    running.push(await start('bare-server.ts', [plan], env), await start('hopthu-server.ts', [folder], env));
    const limit = limitSide(running[0]!, folder);
    const hopthu = hopthuSide(running[1]!, folder, city.token);
    const rows: string[][] = [];
    for (const read of reads) {
      const known = await compare(read, hopthu, limit);
      const sides = [limit, hopthu].map((side) => ({ side, file: side.requestsOf(read), turns: [] as Turn[] }));
      for (const { side, file } of sides) await turnOf(side, read, file, known, city.token, WARM_SECONDS, cluster.pid);
      for (let round = 0; round < rounds; round++) {
        for (const { side, file, turns } of round % 2 ? sides.toReversed() : sides) {
          turns.push(await turnOf(side, read, file, known, city.token, seconds, cluster.pid));
        }
      }
      rows.push(rowOf(read, sides[0]!.turns, sides[1]!.turns));
    }
    const head = [
      'S-1 read',
      'of the limit',
      'goal',
      'by processor time',
      'p99 of the limit’s',
      'node ms',
      'pg ms',
      'limit node',
      'limit pg',
      'bytes of the limit’s',
    ];
    const about = `${city.officers} officers, ${city.agencies} agencies, ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections, load by ${hasWrk ? 'wrk' : 'the bench’s own client'}; bodies equal, 0 errors.`;
    return `${table(head, rows)}\n${about}`;
  } finally {
    for (const process of running) await process.stop();
    await cluster.stop();
  }
}

function rowOf({ id, title, goal }: Read, limit: readonly Turn[], hopthu: readonly Turn[]): string[] {
  const ratio = (of: (turn: Turn) => number) => hopthu.map((turn, i) => of(turn) / of(limit[i]!));
  const of = (turns: readonly Turn[], what: 'node' | 'postgres') => figure(turns.map((turn) => turn[what]));
  return [
    `(${id}) ${title}`,
    spread(ratio(({ rate }) => rate)),
    `≥ ${goal}`,
    figure(limit.map((turn, i) => (turn.node + turn.postgres) / (hopthu[i]!.node + hopthu[i]!.postgres))),
    `${median(ratio(({ p99 }) => p99)).toFixed(1)} ×`,
    of(hopthu, 'node'),
    of(hopthu, 'postgres'),
    of(limit, 'node'),
    of(limit, 'postgres'),
    `${median(ratio(({ bytes }) => bytes)).toFixed(2)} ×`,
  ];
}
