/** What is a checkpoint, and which ones can be trusted? A signed statement of where the audit chain stood, kept outside the database (G-22). */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type ChainEnd, FIRST_HASH, joined, sha256 } from './audit-chain.rules.js';

export interface Checkpoint extends ChainEnd {
  /** Milliseconds since 1970. */
  at: number;
  /** Which key signed it: begins the SHA-256 of the public key. */
  keyId: string;
  /** SHA-256 of the checkpoint before it in the same folder; zeros for the first. */
  previous: string;
  /** Ed25519 over the canonical bytes, base64. */
  signature: string;
}

export type CheckpointFault = 'UNREADABLE' | 'UNKNOWN_KEY' | 'SIGNATURE' | 'PREVIOUS';

/** The bytes that are signed: every part with its length, so that nothing can be moved from one to another. */
export const canonical = ({ seq, hash, at, keyId, previous }: Omit<Checkpoint, 'signature'>): string =>
  joined(['hopthu-checkpoint-1', String(seq), hash, String(at), keyId, previous]);

export const fingerprintOf = (checkpoint: Omit<Checkpoint, 'signature'>): string => sha256(canonical(checkpoint));

export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update((key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

export function signed(statement: Omit<Checkpoint, 'signature' | 'keyId'>, key: KeyObject): Checkpoint {
  const named = { ...statement, keyId: keyIdOf(key) };
  return { ...named, signature: sign(null, Buffer.from(canonical(named)), key).toString('base64') };
}

export const isSignedBy = (checkpoint: Checkpoint, key: KeyObject): boolean =>
  verify(null, Buffer.from(canonical(checkpoint)), key, Buffer.from(checkpoint.signature, 'base64'));

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** A checkpoint as its file holds it; undefined when it is none. */
export function checkpointOf(text: string): Checkpoint | undefined {
  try {
    const { seq, hash, at, keyId, previous, signature } = JSON.parse(text) as Record<string, unknown>;
    if (!isCount(seq) || !isHash(hash) || !isCount(at) || typeof keyId !== 'string' || !isHash(previous) || typeof signature !== 'string')
      return undefined;
    return { seq, hash, at, keyId, previous, signature };
  } catch {
    return undefined;
  }
}

export interface CheckedCheckpoints {
  /** In order of their numbers; only these are held against the chain. */
  good: Checkpoint[];
  faults: { file: string; seq: number; fault: CheckpointFault }[];
}

/**
 * Which checkpoints of a folder bear a good signature and stand on one another? The one before the oldest may have been archived; servers
 * that share a folder may stand on the same one.
 */
export function checkedCheckpoints(
  files: readonly { name: string; text: string }[],
  keys: ReadonlyMap<string, KeyObject>,
): CheckedCheckpoints {
  const faults: CheckedCheckpoints['faults'] = [];
  const good: { file: string; checkpoint: Checkpoint }[] = [];
  for (const { name, text } of files) {
    const checkpoint = checkpointOf(text);
    const key = checkpoint && keys.get(checkpoint.keyId);
    if (!checkpoint) faults.push({ file: name, seq: 0, fault: 'UNREADABLE' });
    else if (!key) faults.push({ file: name, seq: checkpoint.seq, fault: 'UNKNOWN_KEY' });
    else if (!isSignedBy(checkpoint, key)) faults.push({ file: name, seq: checkpoint.seq, fault: 'SIGNATURE' });
    else good.push({ file: name, checkpoint });
  }
  good.sort((a, b) => a.checkpoint.seq - b.checkpoint.seq || a.checkpoint.at - b.checkpoint.at);
  const known = new Set([FIRST_HASH]);
  good.forEach(({ file, checkpoint }, i) => {
    if (i > 0 && !known.has(checkpoint.previous)) faults.push({ file, seq: checkpoint.seq, fault: 'PREVIOUS' });
    known.add(checkpoint.previous);
    known.add(fingerprintOf(checkpoint));
  });
  return { good: good.map(({ checkpoint }) => checkpoint), faults };
}
