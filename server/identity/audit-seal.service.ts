/**
 * What an operator does to the audit log on purpose, with a reason on record: sealing its end anew after a restored backup or a forgery
 * that was looked into, and erasing personal details past their time. Both are seen by everybody who verifies or reads the log.
 */
import { endAsStored, eraseDetails, sealEnd } from '../kernel/audit.js';
import { ERASE, eventNamed } from '../kernel/audit-verify.rules.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { Refusal } from '../kernel/refusal.js';
import { auditAccess } from './audit.access.js';
import { type Act, type Acting, perform } from './command.js';

const MOST_ERASED = 1_000;

function reasonFor(act: Act, reason: string): string {
  act.allow(auditAccess.mend, undefined);
  if (reason.trim() === '') throw new Refusal({ code: 'REQUIRED', path: ['reason'], message: { text: kernelMessages.required } });
  return reason.trim();
}

/** Seals the end of the log as it stands, so that acts can be recorded again. It mends nothing: what was altered stays to be found. */
export async function sealAudit(acting: Acting, reason: string): Promise<void> {
  await perform(acting, async (act) => {
    const why = reasonFor(act, reason);
    const end = await endAsStored(act.em);
    await sealEnd(act.em, act.ground.key, end);
    act.record('audit.seal', 'audit', { reason: why, seq: end.seq, hash: end.hash });
  });
}

/** Erases the details of events for good, on record; the chain stays whole. */
export async function eraseAuditDetails(acting: Acting, seqs: readonly number[], reason: string): Promise<void> {
  await perform(acting, async (act) => {
    const why = reasonFor(act, reason);
    if (seqs.length > MOST_ERASED) {
      throw new Refusal({ code: 'LIMIT', path: ['seqs'], message: { text: kernelMessages.tooMany, values: { limit: MOST_ERASED } } });
    }
    const { seq: last } = await endAsStored(act.em);
    if (seqs.some((seq) => !Number.isInteger(seq) || seq < 1 || seq > last)) {
      throw new Refusal({ code: 'NOT_FOUND', path: ['seqs'], message: { text: kernelMessages.notFound } });
    }
    for (const seq of seqs) await eraseDetails(act.em, seq);
    act.record(ERASE, 'audit', { reason: why }, seqs.map(eventNamed));
  });
}
