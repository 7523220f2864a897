/** Reads logs without a database, in a process of its own: WAY (bare or reader), then KIND=FILE for each log. Prints one line of JSON. */
import { createReadStream } from 'node:fs';
import type { ActSink } from '../server/evidence/act.rules.js';
import { Reading } from '../server/evidence/reading.js';
import { unpack } from '../server/evidence/unpack.js';
import { KeyedHash } from '../server/kernel/keyed-hash.js';
import { type LogKind, NEWEST_DAY } from './mail-log.js';

const [way, ...logs] = process.argv.slice(2);
const CHUNK = 128 * 1024;
const key = new KeyedHash('bench');
const idle = process.memoryUsage().rss;
const began = performance.now();
const sums = { lines: 0, acts: 0, quarantined: 0 };

/** The least that a program does to see each line: a stream of pieces, each line cut out as text. */
async function bare(file: string): Promise<void> {
  let carry = '';
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    const text = carry + (chunk as Buffer).toString('latin1');
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (text.slice(start, end).length > 0) sums.lines++;
      start = end + 1;
    }
    carry = text.slice(start);
  }
}

async function read(format: LogKind, file: string): Promise<void> {
  const sink: ActSink = { act: () => undefined, dropSession: () => undefined, row: () => undefined };
  const settings = { mailDomains: new Set(['example.test']), timeZone: 'UTC', cityZone: 'Asia/Ho_Chi_Minh' };
  const reading = new Reading({ format, settings, newestDay: NEWEST_DAY, hash: (text) => key.of(text), sink });
  for await (const chunk of unpack(createReadStream(file, { highWaterMark: CHUNK }))) reading.push(chunk);
  const result = reading.end();
  sums.lines += result.lines;
  sums.acts += result.acts;
  sums.quarantined += result.quarantined;
}

for (const log of logs) {
  const [kind, file] = log.split('=') as [LogKind, string];
  if (way === 'bare') await bare(file);
  else await read(kind, file);
}
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ ...sums, seconds, memory: process.resourceUsage().maxRSS * 1024 - idle }));
