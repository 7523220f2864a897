/** Where an uploaded file waits until it is read: in the data folder, by the id of its import, as it came. */
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ground } from '../kernel/ground.js';

export class TooLarge extends Error {}

export interface Spooled {
  sha256: string;
  bytes: number;
  path: string;
}

export const spoolFolder = ({ dataFolder }: Ground): string => join(dataFolder, 'imports');
export const spoolPath = (ground: Ground, id: string): string => join(spoolFolder(ground), id);
export const isSpooled = (ground: Ground, id: string): boolean => existsSync(spoolPath(ground, id));

/** Writes the body to disk; TooLarge when it has more bytes than allowed. What was written so far is removed on any error. */
export async function spool(ground: Ground, id: string, body: Readable, largest: number): Promise<Spooled> {
  mkdirSync(spoolFolder(ground), { recursive: true, mode: 0o700 });
  const part = `${spoolPath(ground, id)}.part`;
  const sha = createHash('sha256');
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > largest) {
        done(new TooLarge());
        return;
      }
      sha.update(chunk);
      done(null, chunk);
    },
  });
  try {
    // The body is left open when it is too large, so that the answer still gets through.
    await pipeline(body.iterator({ destroyOnReturn: false }), measured, createWriteStream(part, { mode: 0o600 }));
    const path = spoolPath(ground, id);
    await rename(part, path);
    return { sha256: sha.digest('hex'), bytes, path };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

export const removeSpooled = (ground: Ground, id: string): Promise<void> => rm(spoolPath(ground, id), { force: true });
