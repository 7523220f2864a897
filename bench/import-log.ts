/** Imports logs to day counters in a fresh PostgreSQL database, in a process of its own: FOLDER, then KIND=FILE for each log. */
import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { importsOf, startImport } from '../server/evidence/import.service.js';
import { saveSource } from '../server/evidence/source.service.js';
import { systemActor } from '../server/identity/actor.js';
import { openStore } from '../server/store/open.js';
import { type LogKind, NEWEST_DAY } from './mail-log.js';

const [folder = '', ...logs] = process.argv.slice(2);
const store = await openStore({
  databaseUrl: process.env.DATABASE_URL,
  dataFolder: folder,
  purpose: 'bench',
  migrates: true,
  allowsOwner: true,
});
const { ground } = store;
const acting = { ground, actor: systemActor };
for (const format of ['DOVECOT', 'POSTFIX'] as const) {
  await saveSource(acting, { name: format, format, mailDomains: ['example.test'], timeZone: 'UTC' });
}
const idle = process.memoryUsage().rss;
const began = performance.now();
let ofPostfix = 0;
for (const log of logs) {
  const begunAt = performance.now();
  const [kind, file] = log.split('=') as [LogKind, string];
  await startImport(acting, { format: kind.toLowerCase(), source: kind, newestDay: NEWEST_DAY, body: createReadStream(file) });
  await importsOf(ground).idle();
  if (kind === 'POSTFIX') ofPostfix = (performance.now() - begunAt) / 1000;
}
const seconds = (performance.now() - began) / 1000;
const [imports] = await ground.orm.em
  .fork()
  .execute<{ lines: number; quarantined: number; undone: number }[]>(
    `select sum(lines)::int as lines, sum(quarantined)::int as quarantined, (count(*) filter (where state <> 'DONE'))::int as undone from evidence_import`,
  );
const [counters] = await ground.orm.em
  .fork()
  .execute<Record<string, number>[]>(
    'select sum(sent)::int as sent, sum(read)::int as read, sum(logins)::int as logins, sum(received)::int as received, sum(forwarded)::int as forwarded from evidence_day',
  );
await store.close();
console.log(JSON.stringify({ ...imports, counters, seconds, ofPostfix, memory: process.resourceUsage().maxRSS * 1024 - idle }));
