/** One answer of the public pages: its bytes, ready to be sent as they are or packed, and the mark by which a browser knows it again. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Html } from './list-page.js';

export interface Page {
  status: number;
  type: string;
  body: Buffer;
  /** Weak: the same for what is sent packed. */
  etag: string;
  bytes: number;
  gzip?: Buffer;
}

export async function pageOf(status: number, type: string, content: Html | string): Promise<Page> {
  const body = Buffer.from(String(await content));
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"`;
  return { status, type, body, etag, bytes: Math.ceil(body.length * 1.3) };
}

/** Packed once, when the first asks for it. */
export const gzipOf = (page: Page): Buffer => (page.gzip ??= gzipSync(page.body));

/** Whether a browser says that it unpacks gzip. */
export const takesGzip = (accepted: string): boolean =>
  accepted.split(',').some((one) => /^\s*(gzip|\*)\s*(;\s*q=(0?\.\d*[1-9]\d*|1(\.0*)?))?\s*$/i.test(one));
