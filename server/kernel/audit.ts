/**
 * Adds acts to the end of the audit chain, in the transaction of the change they record (R-1, G-23). The end is sealed with the
 * installation's key: an act on an end that somebody else wrote is a fault and is undone, for a new seal would hide the forgery (docs/adr/0010).
 */
import { randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type ChainEnd, commitmentOf, FIRST_HASH, hashOf, inOrder, sealedText } from './audit-chain.rules.js';
import { insertRows } from './bulk.js';
import type { Ground } from './ground.js';
import type { KeyedHash } from './keyed-hash.js';

const SALT_BYTES = 16;

export interface RecordedAct {
  action: string;
  subject: string;
  details?: unknown;
  /** Whom and what it concerns besides the subject, so that their trail finds it. */
  mentions?: readonly string[];
}

/** Somebody has written to the end of the chain past this program. */
export class ForgedAudit extends Error {}

let forgedEnds = 0;

/** How often this process has met an end of the chain that it did not seal; for the metrics. */
export const forgedEndsMet = (): number => forgedEnds;

const EVENT = {
  seq: 'int4',
  at: 'timestamptz',
  actor: 'text',
  action: 'text',
  subject: 'text',
  details: 'text',
  salt: 'text',
  commitment: 'text',
  hash: 'text',
};

/** The end of a chain that holds nothing, as it is stored. */
export const emptyEnd = (key: KeyedHash): ChainEnd & { mac: string } => {
  const end = { seq: 0, hash: FIRST_HASH };
  return { ...end, mac: key.mac(sealedText(end)) };
};

export async function appendToAudit(
  em: SqlEntityManager,
  { key, log }: Pick<Ground, 'key' | 'log'>,
  actor: string,
  at: Date,
  acts: readonly RecordedAct[],
): Promise<void> {
  if (acts.length === 0) return;
  const [head] = await em.execute<(ChainEnd & { mac: string | null })[]>(
    'select seq, hash, mac from public.audit_head where id = 1 for update',
  );
  if (!head) throw new Error('The audit chain has no head row: the database was not migrated.');
  if (!head.mac || !key.isMac(sealedText(head), head.mac)) {
    forgedEnds += 1;
    log.fatal({ seq: head.seq }, 'The end of the audit log was not written by Hopthu: run `hopthu audit verify`');
    throw new ForgedAudit('The end of the audit log bears no valid seal.');
  }
  let { seq, hash } = head;
  const mentioned: [number, string][] = [];
  const salts = randomBytes(SALT_BYTES * acts.length).toString('hex');
  const rows = acts.map((act, i) => {
    const details = JSON.stringify(act.details ?? {});
    const salt = salts.slice(2 * SALT_BYTES * i, 2 * SALT_BYTES * (i + 1));
    const commitment = commitmentOf(salt, details);
    const mentions = inOrder(act.mentions);
    seq += 1;
    for (const subject of mentions) mentioned.push([seq, subject]);
    hash = hashOf(hash, { seq, at: at.getTime(), actor, action: act.action, subject: act.subject, mentions, commitment });
    return [seq, at.toISOString(), actor, act.action, act.subject, details, salt, commitment, hash];
  });
  await insertRows(em, 'public.audit_event', EVENT, rows);
  if (mentioned.length) await insertRows(em, 'public.audit_mention', { seq: 'int4', subject: 'text' }, mentioned);
  await sealEnd(em, key, { seq, hash });
}

/** The last event there is, whatever the head says; the head is locked. */
export async function endAsStored(em: SqlEntityManager): Promise<ChainEnd> {
  await em.execute('select seq from public.audit_head where id = 1 for update');
  const [last] = await em.execute<ChainEnd[]>('select seq, hash from public.audit_event order by seq desc limit 1');
  return last ?? { seq: 0, hash: FIRST_HASH };
}

/** Seals an end of the chain, whoever wrote it. */
export async function sealEnd(em: SqlEntityManager, key: KeyedHash, end: ChainEnd): Promise<void> {
  await em.execute('update public.audit_head set seq = ?, hash = ?, mac = ? where id = 1', [end.seq, end.hash, key.mac(sealedText(end))]);
}

/** Takes the details of an event out for good; the chain stays whole. Whoever calls it records ERASE, else verifying finds it. */
export async function eraseDetails(em: SqlEntityManager, seq: number): Promise<void> {
  await em.execute('select public.audit_erase_details(?::int)', [seq]);
}
