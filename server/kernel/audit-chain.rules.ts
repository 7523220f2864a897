/** How events are chained, so that any later alteration is found (R-1, G-22). Hashes are made of integers and UTF-8 text only. */
import { hash } from 'node:crypto';

export interface ChainedAct {
  seq: number;
  /** Milliseconds since 1970. */
  at: number;
  actor: string;
  action: string;
  subject: string;
  /** Whom and what it concerns besides the subject: `officer:<id>` …; each once, in any order. */
  mentions?: readonly string[];
  commitment: string;
}

/** The end of a chain. */
export interface ChainEnd {
  seq: number;
  hash: string;
}

export const FIRST_HASH = '0'.repeat(64);

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** Each part with its length before it, so that no two different lists of parts give the same text. */
export const joined = (parts: readonly string[]): string => {
  let text = '';
  for (const part of parts) text += `${Buffer.byteLength(part)}:${part}`;
  return text;
};

/** Stands for the details in the chain; without the salt it says nothing about them. */
export const commitmentOf = (salt: string, details: string): string => sha256(`${salt}\n${details}`);

/** Mentions as they are stored and hashed: each once, sorted by code units. */
export const inOrder = (mentions: readonly string[] = []): string[] => [...new Set(mentions)].sort();

/** The hash of an act and the hash before it; an act without mentions has the hash it had before there were mentions. */
export const hashOf = (previous: string, act: ChainedAct): string =>
  sha256(
    joined([
      previous,
      String(act.seq),
      String(act.at),
      act.actor,
      act.action,
      act.subject,
      act.commitment,
      ...(act.mentions?.length ? inOrder(act.mentions) : []),
    ]),
  );

/** What the installation's key seals at the end of the chain. */
export const sealedText = ({ seq, hash: end }: ChainEnd): string => joined(['hopthu-audit-head', String(seq), end]);
