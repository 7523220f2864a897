/** Is the audit log whole, held against every checkpoint there is? What `hopthu audit verify` tells, with the places where it breaks. */
import { checkpointIn, checkpointsIn } from './audit-checkpoint-folder.js';
import { FIRST_HASH } from './audit-chain.rules.js';
import type { CheckedCheckpoints } from './audit-checkpoint.rules.js';
import { auditShape } from './audit-shape.js';
import type { ShapeFault } from './audit-shape.rules.js';
import { type Ask, verifyChain, type Verifying } from './audit-verify.js';
import { ChainCheck, type Verdict } from './audit-verify.rules.js';
import type { KeyedHash } from './keyed-hash.js';

export interface AuditReport extends Verdict {
  /** Number of the checkpoint from which it was verified; 0 from the beginning. */
  from: number;
  /** Folder whose checkpoints were held against it. */
  folder: string;
  /** The newest of them; null where there is none, so that only the chain itself and its seal speak. */
  newest: { seq: number; at: string } | null;
  /** Checkpoint files that say nothing, and why. */
  files: CheckedCheckpoints['faults'];
  /** The events at which it breaks, as they stand now. */
  touched: TouchedEvent[];
  /** What of the tables is not as the migrations made it. */
  shape: ShapeFault[];
  /** The folder that was named though no checkpoint is in it: what was asked for could not be verified. */
  emptyFolder: string | null;
}

export interface TouchedEvent {
  seq: number;
  at: string;
  action: string;
  subject: string;
}

export interface Reporting {
  folder: string;
  /** Whether whoever asks named the folder: then there must be checkpoints in it. */
  isFolderNamed?: boolean;
  /** A checkpoint file to begin from. */
  fromFile?: string;
  /** The only public key to trust; else those that lie beside the checkpoints. */
  keyFile?: string;
  key?: KeyedHash;
  onProgress?: (done: number, total: number) => void;
}

export async function auditReport(
  ask: Ask,
  { folder, isFolderNamed = false, fromFile, keyFile, key, onProgress }: Reporting,
): Promise<AuditReport> {
  const begin = fromFile ? await checkpointIn(fromFile, keyFile) : { good: [], faults: [] };
  const { good, faults } = await checkpointsIn(folder, keyFile);
  const from = begin.good[0] ?? { seq: 0, hash: FIRST_HASH };
  const shape = await auditShape(ask);
  const verdict = await verdictOf(ask, { from, checkpoints: good, key, onProgress }, shape.length > 0);
  const files = [...begin.faults, ...faults];
  const fileBreaks = files.map(({ seq }) => ({ kind: 'CHECKPOINT_FILE' as const, seq }));
  const newest = good.at(-1);
  return {
    ...verdict,
    isWhole: verdict.isWhole && files.length === 0 && shape.length === 0,
    breaks: [...fileBreaks, ...verdict.breaks],
    breakCount: verdict.breakCount + files.length + shape.length,
    from: from.seq,
    folder,
    newest: newest ? { seq: newest.seq, at: new Date(newest.at).toISOString() } : null,
    files,
    touched: await touchedBy(ask, verdict),
    shape,
    emptyFolder: isFolderNamed && good.length + faults.length === 0 ? folder : null,
  };
}

/** What the broken places are about, so that somebody knows where to look; nothing where they cannot be read. */
async function touchedBy(ask: Ask, { breaks }: Verdict): Promise<TouchedEvent[]> {
  const seqs = [...new Set(breaks.map(({ seq }) => seq))].filter(Number.isSafeInteger);
  if (seqs.length === 0) return [];
  const rows = await ask<{ seq: number; at: string | Date; action: string; subject: string }>(
    `select seq, at, action, subject from public.audit_event where seq in (${seqs.join(', ')}) order by seq`,
    [],
  ).catch(() => []);
  return rows.map(({ at, ...event }) => ({ ...event, at: new Date(at).toISOString() }));
}

/** What stands in the place of a table may not be readable as one; that is told by its shape. */
async function verdictOf(ask: Ask, verifying: Verifying, isMisshapen: boolean): Promise<Verdict> {
  try {
    return await verifyChain(ask, verifying);
  } catch (error) {
    if (!isMisshapen) throw error;
    return { ...new ChainCheck([], verifying.from).verdict(null), isWhole: false };
  }
}
