/**
 * What happens when an emergency suspension is over (D-8)? The mailbox opens again for its mail, but locked, waiting for reset: its old password, which
 * somebody else may know, is replaced by one that nobody knows. Where decisions want it closed, it stays closed.
 */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { unusablePasswordHash } from './mail-password.js';
import { holdMailbox, writeOrder } from './order-writing.js';
import { provisioningMessages } from './provisioning.messages.js';

/** The last emergency suspension of a mailbox, while it holds. */
export async function emergencyOf(
  act: Act,
  mailboxId: string,
): Promise<{ id: string; orderedBy: string; aboutId: string | null } | undefined> {
  const [row] = await executeBound<{ id: string; orderedBy: string; aboutId: string | null }>(
    act.em,
    `select id, ordered_by as "orderedBy", about_id as "aboutId" from mail_order where mailbox_id = $1::uuid and ends_at is not null order by number desc limit 1`,
    [mailboxId],
  );
  return row;
}

/** Ends it; the order's id, or nothing where the mailbox stays as decisions want it. The caller has asked for the right and records it. */
export async function endEmergency(act: Act, mailboxId: string, reason: string): Promise<string | undefined> {
  const mailbox = await holdMailbox(act, mailboxId);
  if (!mailbox?.lockedUntil) return undefined;
  await executeBound(
    act.em,
    'update mailbox set locked_until = null, version = version + 1, updated_at = $2::timestamptz where id = $1::uuid',
    [mailboxId, act.now.toISOString()],
  );
  if (mailbox.expectedState !== 'ACTIVE') return undefined;
  const emergency = await emergencyOf(act, mailboxId);
  return writeOrder(act, { kind: 'RESTORE', mailbox, reason, aboutId: emergency?.id, passwordHash: await unusablePasswordHash() });
}

/** Ends those whose time is over. */
export async function endDueEmergencies(ground: Ground): Promise<void> {
  const due = await executeBound<{ id: string }>(ground.orm.em.fork(), 'select id from mailbox where locked_until <= $1::timestamptz', [
    ground.clock.now().toISOString(),
  ]);
  for (const { id } of due)
    await perform({ ground, actor: systemActor }, async (act) => {
      act.allowAnyone('the routine asks for it');
      const mailbox = await holdMailbox(act, id);
      if (!mailbox?.lockedUntil || new Date(mailbox.lockedUntil) > act.now) return act.unchanged();
      const order = await endEmergency(act, id, provisioningMessages.emergencyOver.vi);
      act.record(
        'mailbox.endSuspension',
        `mailbox:${mailbox.address}`,
        { order, isByItself: true },
        mailbox.officerId ? [`officer:${mailbox.officerId}`] : [],
      );
    });
}
