/** Adds acts to the end of the audit chain, in the transaction of the change they record (R-1, G-23). */
import { randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { commitmentOf, hashOf } from './audit-chain.rules.js';
import { insertRows } from './bulk.js';

const SALT_BYTES = 16;

export interface RecordedAct {
  action: string;
  subject: string;
  details?: unknown;
}

export async function appendToAudit(em: SqlEntityManager, actor: string, at: Date, acts: readonly RecordedAct[]): Promise<void> {
  if (acts.length === 0) return;
  const [head] = await em.execute<{ seq: number; hash: string }[]>('select seq, hash from audit_head where id = 1 for update');
  if (!head) throw new Error('The audit chain has no head row: the database was not migrated.');
  let { seq, hash } = head;
  const salts = randomBytes(SALT_BYTES * acts.length).toString('hex');
  const rows = acts.map((act, i) => {
    const details = JSON.stringify(act.details ?? {});
    const salt = salts.slice(2 * SALT_BYTES * i, 2 * SALT_BYTES * (i + 1));
    const commitment = commitmentOf(salt, details);
    seq += 1;
    hash = hashOf(hash, { seq, at: at.getTime(), actor, action: act.action, subject: act.subject, commitment });
    return [seq, at.toISOString(), actor, act.action, act.subject, details, salt, commitment, hash];
  });
  await insertRows(
    em,
    'audit_event',
    {
      seq: 'int4',
      at: 'timestamptz',
      actor: 'text',
      action: 'text',
      subject: 'text',
      details: 'text',
      salt: 'text',
      commitment: 'text',
      hash: 'text',
    },
    rows,
  );
  await em.execute('update audit_head set seq = ?, hash = ? where id = 1', [seq, hash]);
}
