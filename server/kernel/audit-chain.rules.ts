/** How events are chained, so that any later alteration is found. Hashes are made of integers and UTF-8 text only. */
import { createHash } from 'node:crypto';

export interface ChainedAct {
  seq: number;
  /** Milliseconds since 1970. */
  at: number;
  actor: string;
  action: string;
  subject: string;
  commitment: string;
}

export const FIRST_HASH = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Stands for the details in the chain; without the salt it says nothing about them. */
export const commitmentOf = (salt: string, details: string): string => sha256(`${salt}\n${details}`);

/** Each part with its length before it, so that no two different acts give the same text. */
export const hashOf = (previous: string, act: ChainedAct): string =>
  sha256(
    [previous, String(act.seq), String(act.at), act.actor, act.action, act.subject, act.commitment]
      .map((part) => `${Buffer.byteLength(part)}:${part}`)
      .join(''),
  );
