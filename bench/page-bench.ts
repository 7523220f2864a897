/** S-1 on /lists/{slug}: how many public pages a second Hopthu answers, beside the same bytes as static files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../test/support/postgres.mjs';
import { fillCity } from './city.js';
import { CONNECTIONS, hasWrk, load } from './load.js';
import { processorTime, processorTimeOfFamily, type Running, start } from './processes.js';
import type { Rounds } from './read-bench.js';
import { median, spread, table } from './table.js';

const SLUG = 'bench';
const WARM_SECONDS = 2;
const ROWS_ON_A_PAGE = 50;

/** What is asked for: the first page by everybody, as on the day of publication; every agency and tier; and every page. */
function kinds(agencies: readonly string[], rows: number): { title: string; paths: string[] }[] {
  const page = `/lists/${SLUG}`;
  return [
    { title: 'the first page', paths: [page] },
    {
      title: 'first pages of every agency and tier',
      paths: agencies.flatMap((code) => ['', '&tier=NEVER'].map((tier) => `${page}?agency=${code}${tier}`)),
    },
    {
      title: 'every page in both languages',
      paths: ['', '&lang=en'].flatMap((lang) =>
        Array.from({ length: Math.ceil(rows / ROWS_ON_A_PAGE) }, (_, i) => `${page}?page=${i + 1}${lang}`),
      ),
    },
  ];
}

async function publish(port: number, token: string, reviewId: string): Promise<{ rows: number; agencies: string[] }> {
  interface Published {
    data?: { reviewPublish?: { list?: { rows: { totalCount: number }; agencies: { code: string }[] } } };
  }
  const ask = async (query: string, variables: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as Published;
  };
  const published = await ask(
    'mutation Publish($id: ID!, $input: PublishInput!) { reviewPublish(id: $id, input: $input) { userErrors { message } list { rows { totalCount } agencies { code } } } }',
    { id: reviewId, input: { slug: SLUG, audience: 'PUBLIC', legalBasis: 'Bench' } },
  );
  const list = published.data?.reviewPublish?.list;
  if (!list) throw new Error(`The list was not published: ${JSON.stringify(published)}`);
  return { rows: list.rows.totalCount, agencies: list.agencies.map(({ code }) => code) };
}

export async function pageBench(folder: string, { rounds, seconds }: Rounds): Promise<string> {
  const cluster = await startPostgres();
  const running: Running[] = [];
  try {
    const city = await fillCity(cluster.url, folder);
    const hopthu = await start('hopthu-server.ts', [folder], { DATABASE_URL: cluster.url });
    running.push(hopthu);
    const port = Number(hopthu.ready);
    const list = await publish(port, city.token, city.reviewId);
    const asked = kinds(list.agencies, list.rows);
    const bodies: [string, string][] = [];
    for (const path of asked.flatMap(({ paths }) => paths)) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      bodies.push([path, await answer.text()]);
    }
    const plan = join(folder, 'pages.json');
    writeFileSync(plan, JSON.stringify(bodies));
    const files = await start('page-server.ts', [plan]);
    running.push(files);
    const rows: string[][] = [];
    for (const [at, { title, paths }] of asked.entries()) {
      const requests = join(folder, `pages-${at}.requests`);
      writeFileSync(requests, paths.map((path) => `GET\t${path}\t\n`).join(''));
      const turn = async (process: Running, length: number) => {
        const spent = () => processorTime(process.pid) + (process === hopthu ? processorTimeOfFamily(cluster.pid) : 0);
        const before = spent();
        const sums = await load(Number(process.ready), requests, city.token, length);
        if (sums.errors > 0) throw new Error(`${sums.errors} errors in ${sums.requests} answers to ${title}`);
        return { rate: sums.requests / sums.seconds, cost: (spent() - before) / sums.requests };
      };
      const rates: number[] = [];
      const costs: number[] = [];
      for (const process of [files, hopthu]) await turn(process, WARM_SECONDS);
      for (let round = 0; round < rounds; round++) {
        const order = round % 2 ? [hopthu, files] : [files, hopthu];
        const turns = new Map<Running, Awaited<ReturnType<typeof turn>>>();
        for (const process of order) turns.set(process, await turn(process, seconds));
        rates.push(turns.get(hopthu)!.rate / turns.get(files)!.rate);
        costs.push(turns.get(hopthu)!.cost / turns.get(files)!.cost);
      }
      rows.push([title, String(paths.length), spread(rates), `${median(costs).toFixed(1)} ×`]);
    }
    const head = ['S-1 public pages', 'addresses', 'of a static file', 'processor time of the static file’s'];
    const about = `${list.rows} names, ${list.agencies.length} agencies, ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections, load by ${hasWrk ? 'wrk' : 'the bench’s own client'}; same bodies, 0 errors.`;
    return `${table(head, rows)}\n${about}`;
  } finally {
    for (const process of running) await process.stop();
    await cluster.stop();
  }
}
