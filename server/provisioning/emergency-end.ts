/**
 * What happens when an emergency suspension is over (D-8)? The mailbox opens again for its mail, but locked, waiting for reset: its old password, which
 * somebody else may know, is replaced by one that nobody knows. Where decisions want it closed, it stays closed.
 */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { holdMailbox, writeOrder } from './order-writing.js';
import { provisioningMessages } from './provisioning.messages.js';

export interface Emergency {
  id: string;
  orderedBy: string;
  /** What it renews. */
  aboutId: string | null;
  /** Whether nothing is left to do of its end. */
  isEndCarriedOut: boolean;
}

/** The last emergency suspension of a mailbox, also one that is over. */
export async function emergencyOf(act: Act, mailboxId: string): Promise<Emergency | undefined> {
  const [row] = await executeBound<Emergency>(
    act.em,
    `select o.id, o.ordered_by as "orderedBy", o.about_id as "aboutId",
       not exists (select 1 from mail_order e where e.about_id = o.id and e.kind = 'RESTORE' and e.state <> 'DONE') as "isEndCarriedOut"
     from mail_order o where o.mailbox_id = $1::uuid and o.ends_at is not null order by o.number desc limit 1`,
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
  return writeOrder(act, { kind: 'RESTORE', mailbox, reason, aboutId: emergency?.id });
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
        `mailbox:${mailbox.id}`,
        { order, isByItself: true },
        mailbox.officerId ? [`officer:${mailbox.officerId}`] : [],
      );
    });
}
