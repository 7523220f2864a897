/**
 * The bytes of a file as they were before packing: gzip, also of several members, is undone on the way; other packings are refused.
 */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BEGINNING, type Packing, packingOf } from './bytes.rules.js';

/** The file is packed in a way that is not read; the message asks for gzip or the plain file. */
export class UnreadablePacking extends Error {
  constructor(readonly packing: Packing) {
    super(`packed as ${packing}`);
    this.name = 'UnreadablePacking';
  }
}

const CHUNK = 256 * 1024;

export async function* unpack(file: Readable | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = (file as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let beginning: Buffer = Buffer.alloc(0);
  while (beginning.length < BEGINNING) {
    const next = await source.next();
    if (next.done) break;
    beginning = Buffer.concat([beginning, next.value]);
  }
  const packing = packingOf(beginning);
  if (packing !== 'PLAIN' && packing !== 'GZIP') throw new UnreadablePacking(packing);
  const chunks = (async function* () {
    if (beginning.length) yield beginning;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  })();
  if (packing === 'PLAIN') yield* chunks;
  else {
    const gunzip = createGunzip({ chunkSize: CHUNK });
    pipeline(Readable.from(chunks), gunzip, () => {});
    for await (const chunk of gunzip) yield chunk as Buffer;
  }
}
