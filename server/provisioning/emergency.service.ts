/** The administrator's emergency suspension (D-8): at once, for 72 hours, renewable once by a second person; it decides nothing. */
import { type Act, type Acting, perform } from '../identity/command.js';
import { holds } from '../identity/right.js';
import { executeBound } from '../kernel/bulk.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { cleanText } from '../kernel/name.rules.js';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { refuseOwnFile } from '../registry/own-file.js';
import { emergencyOf, endEmergency } from './emergency-end.js';
import { refuseUnlessCapable } from './mailbox-acts.service.js';
import { mailRunnerOf } from './mail-runner.js';
import { type HeldMailbox, holdMailbox, writeOrder } from './order-writing.js';
import { provisioningAccess } from './provisioning.access.js';
import { provisioningMessages } from './provisioning.messages.js';
import { EMERGENCY_HOURS } from './vocabulary.js';

const LONGEST_REASON = 1_000;
const HOUR = 3_600_000;

const refused = (code: 'NOT_ALLOWED_NOW' | 'RULE_VIOLATED', text: { vi: string; en: string }): Refusal =>
  new Refusal({ code, rule: 'D-8', path: ['id'], message: { text } });

async function heldOr404(act: Act, id: string): Promise<HeldMailbox> {
  const mailbox = isId(id) ? await holdMailbox(act, id) : undefined;
  if (!mailbox) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
  return mailbox;
}

function reasonOf(text: string): string {
  const reason = cleanText(text);
  if (!reason || reason.length > LONGEST_REASON)
    throw new Refusal({
      code: reason ? 'INVALID' : 'REQUIRED',
      path: ['reason'],
      message: { text: provisioningMessages.emergencyReason, values: { most: LONGEST_REASON } },
    });
  return reason;
}

const concerns = ({ officerId }: HeldMailbox): string[] => (officerId ? [`officer:${officerId}`] : []);

/** When it ends, and what it renews. A second time by the same person, or a third time, is refused; it lasts until its end was carried out. */
async function termOf(act: Act, mailbox: HeldMailbox): Promise<{ endsAt: Date; aboutId?: string }> {
  const after = (at: Date) => new Date(at.getTime() + EMERGENCY_HOURS * HOUR);
  const before = await emergencyOf(act, mailbox.id);
  if (!before || (mailbox.lockedUntil === null && before.isEndCarriedOut)) return { endsAt: after(act.now) };
  if (before.aboutId) throw refused('NOT_ALLOWED_NOW', provisioningMessages.renewedAlready);
  if (before.orderedBy === act.actor.name) throw refused('RULE_VIOLATED', provisioningMessages.renewBySecond);
  const until = mailbox.lockedUntil === null ? act.now : new Date(mailbox.lockedUntil);
  return { endsAt: after(until > act.now ? until : act.now), aboutId: before.id };
}

/** Service acts that were not carried out yet might be the doing of whoever is to be kept out, and an emergency does not wait for them. */
async function callOffServiceActs(act: Act, mailboxId: string): Promise<void> {
  await executeBound(
    act.em,
    `update mail_order set state = 'FAILED', message = $2, password_hash = null, held_for = null, next_try_at = null, updated_at = $3::timestamptz
     where mailbox_id = $1::uuid and state = 'WAITING' and kind in ('RESET_PASSWORD', 'FORWARD')`,
    [mailboxId, provisioningMessages.calledOff.en, act.now.toISOString()],
  );
}

/** Suspends a mailbox at once, or renews the suspension. The id of its order. */
export async function suspendMailbox(acting: Acting, input: { id: string; reason: string }): Promise<string> {
  if (holds(acting.actor, provisioningAccess.suspend)) await refuseUnlessCapable(acting, input.id, 'suspendKeepsDelivery');
  const order = await perform(acting, async (act) => {
    act.allow(provisioningAccess.suspend, undefined);
    const reason = reasonOf(input.reason);
    const mailbox = await heldOr404(act, input.id);
    if (mailbox.expectedState !== 'ACTIVE') throw refused('NOT_ALLOWED_NOW', provisioningMessages.notActive);
    const { endsAt, aboutId } = await termOf(act, mailbox);
    await callOffServiceActs(act, mailbox.id);
    const id = await writeOrder(act, { kind: 'SUSPEND', mailbox, reason, endsAt, aboutId });
    await executeBound(
      act.em,
      'update mailbox set locked_until = $2::timestamptz, version = version + 1, updated_at = $3::timestamptz where id = $1::uuid',
      [mailbox.id, endsAt.toISOString(), act.now.toISOString()],
    );
    act.record(
      aboutId ? 'mailbox.renewSuspension' : 'mailbox.suspend',
      `mailbox:${mailbox.id}`,
      { order: id, reason, endsAt },
      concerns(mailbox),
    );
    return id;
  });
  mailRunnerOf(acting.ground).wake();
  return order;
}

/** Ends an emergency suspension before its time, of one's own mailbox never. It opens again with a password nobody knows, as when its time is over. */
export async function endSuspension(acting: Acting, input: { id: string; reason: string }): Promise<string | undefined> {
  const order = await perform(acting, async (act) => {
    act.allow(provisioningAccess.suspend, undefined);
    const reason = reasonOf(input.reason);
    const mailbox = await heldOr404(act, input.id);
    refuseOwnFile(act, mailbox.officerId);
    if (!mailbox.lockedUntil) throw refused('NOT_ALLOWED_NOW', provisioningMessages.noEmergency);
    const id = await endEmergency(act, mailbox.id, reason);
    act.record('mailbox.endSuspension', `mailbox:${mailbox.id}`, { order: id, reason }, concerns(mailbox));
    return id;
  });
  mailRunnerOf(acting.ground).wake();
  return order;
}
