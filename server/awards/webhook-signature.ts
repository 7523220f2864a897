/** How is a message signed, and how is what it is signed with kept? As Standard Webhooks has it: https://www.standardwebhooks.com */
import { createHmac, randomBytes } from 'node:crypto';
import type { KeyedHash } from '../kernel/keyed-hash.js';

const PREFIX = 'whsec_';

export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64');

const marked = (subscriptionId: string): string => `webhook ${subscriptionId} `;

/** A secret as it is stored; it opens for this subscription only, wherever somebody may have copied it to (G-17). */
export const sealWebhookSecret = (key: KeyedHash, subscriptionId: string, secret: string): string =>
  key.seal(Buffer.from(marked(subscriptionId) + secret));

export function openWebhookSecret(key: KeyedHash, subscriptionId: string, sealed: string): string {
  const [mark, opened] = [marked(subscriptionId), key.open(sealed).toString()];
  if (!opened.startsWith(mark)) throw new Error('A secret of another subscription');
  return opened.slice(mark.length);
}

/** The headers of a message; seconds since 1970 by the real clock, for receivers refuse what is older than some minutes. */
export function signedHeaders(secret: string, id: string, seconds: number, body: string): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
