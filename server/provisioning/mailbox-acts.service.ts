/** Service acts on a mailbox, asked for by the officer or the agency; they decide nothing (D-8): a new password, and forwarding. */
import { type Act, type Acting, perform } from '../identity/command.js';
import { revokeAccessCodes } from '../identity/access-code.service.js';
import { holds, type Right } from '../identity/right.js';
import { aboutMailbox, writePasswordLetter } from './password-letters.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { mailAddress } from '../registry/address.rules.js';
import { executeBound } from '../kernel/bulk.js';
import { mailPasswordHash, newMailPassword } from './mail-password.js';
import { mailRunnerOf } from './mail-runner.js';
import { mailSystemsOf } from './mail-systems.js';
import { type HeldMailbox, holdMailbox, writeOrder } from './order-writing.js';
import { type MailboxHolder, provisioningAccess } from './provisioning.access.js';
import { provisioningMessages } from './provisioning.messages.js';

const MOST_DESTINATIONS = 5;

async function found(act: Act, id: string): Promise<HeldMailbox> {
  const mailbox = isId(id) ? await holdMailbox(act, id) : undefined;
  if (!mailbox) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
  return mailbox;
}

async function holderOf(act: Act, { officerId }: HeldMailbox): Promise<MailboxHolder> {
  if (!officerId) return { officerId: null, agencyId: null };
  const [row] = await executeBound<{ agencyId: string }>(act.em, 'select agency_id as "agencyId" from officer where id = $1::uuid', [
    officerId,
  ]);
  return { officerId, agencyId: row?.agencyId ?? null };
}

/** Refuses for a mailbox that is not open, or that an emergency suspension holds. */
function refuseUnlessOpen(act: Act, mailbox: HeldMailbox): void {
  const isLocked = mailbox.lockedUntil !== null && new Date(mailbox.lockedUntil) > act.now;
  if (mailbox.expectedState !== 'ACTIVE' || isLocked || mailbox.state === 'NONE')
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: ['id'], message: { text: provisioningMessages.notOpen } });
}

const concerns = ({ officerId }: HeldMailbox): string[] => (officerId ? [`officer:${officerId}`] : []);

/** Whoever may do it for none at all is not told which mailboxes there are. */
async function foundFor(act: Act, id: string, right: Right<MailboxHolder>): Promise<HeldMailbox> {
  const mailbox = isId(id) ? await holdMailbox(act, id) : undefined;
  act.allow(right, mailbox ? await holderOf(act, mailbox) : { officerId: null, agencyId: null });
  if (!mailbox) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
  return mailbox;
}

/** Asked first, so that nobody learns more of a mailbox than they may. */
const refuseStrangers = (acting: Acting, id: string): Promise<void> =>
  perform(acting, async (act) => {
    await foundFor(act, id, provisioningAccess.resetPassword);
    act.unchanged();
  });

/** Refuses what the mail system of the mailbox cannot do, before anything is promised; asked outside the transaction, of the connector. */
export async function refuseUnlessCapable(
  { ground }: Acting,
  id: string,
  what: 'resetPassword' | 'forward' | 'suspendKeepsDelivery',
): Promise<void> {
  if (!isId(id)) return;
  const [row] = await executeBound<{ connector: string | null }>(
    ground.orm.em.fork(),
    'select connector from mailbox where id = $1::uuid',
    [id],
  );
  const system = row?.connector ? await mailSystemsOf(ground).named(row.connector) : undefined;
  if (system && !system.connector.capabilities()[what])
    throw new Refusal({
      code: 'RULE_VIOLATED',
      rule: 'D-8',
      path: ['id'],
      message: { text: provisioningMessages.notCapable, values: { system: system.name } },
    });
}

/** A new password: told this once, kept nowhere; the mail system gets its hash. */
export async function resetPassword(acting: Acting, id: string): Promise<{ orderId: string; password: string }> {
  await refuseStrangers(acting, id);
  await refuseUnlessCapable(acting, id, 'resetPassword');
  const password = newMailPassword();
  const orderId = await perform(acting, async (act) => {
    const mailbox = await foundFor(act, id, provisioningAccess.resetPassword);
    refuseUnlessOpen(act, mailbox);
    // Hashing is dear on purpose: only for those who may.
    const order = await writeOrder(act, { kind: 'RESET_PASSWORD', mailbox, passwordHash: await mailPasswordHash(password) });
    // A code that is on its way would give out another one.
    await revokeAccessCodes(act, aboutMailbox(mailbox.id));
    act.record('mailbox.resetPassword', `mailbox:${mailbox.id}`, { order }, concerns(mailbox));
    return order;
  });
  mailRunnerOf(acting.ground).wake();
  return { orderId, password };
}

/** Writes to the holder how to take a new password; the mailbox keeps its old one until that is done. */
export async function sendPassword(acting: Acting, id: string): Promise<void> {
  await perform(acting, async (act) => {
    await foundFor(act, id, provisioningAccess.sendPassword);
    act.unchanged();
  });
  await refuseUnlessCapable(acting, id, 'resetPassword');
  await perform(acting, async (act) => {
    const mailbox = await foundFor(act, id, provisioningAccess.sendPassword);
    refuseUnlessOpen(act, mailbox);
    if (!mailbox.officerId)
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'D-8', path: ['id'], message: { text: provisioningMessages.noHolder } });
    await writePasswordLetter(act, { mailboxId: mailbox.id, officerId: mailbox.officerId, address: mailbox.address, because: 'reset' });
    act.record('mailbox.sendPassword', `mailbox:${mailbox.id}`, {}, concerns(mailbox));
  });
}

/** Sends what comes in on to other addresses, with or without a copy; no addresses: no longer. */
export async function forwardMailbox(
  acting: Acting,
  input: { id: string; forwardTo: readonly string[]; keepCopy: boolean },
): Promise<string> {
  if (holds(acting.actor, provisioningAccess.forward)) await refuseUnlessCapable(acting, input.id, 'forward');
  const orderId = await perform(acting, async (act) => {
    act.allow(provisioningAccess.forward, undefined);
    const mailbox = await found(act, input.id);
    const forwardTo = destinations(mailbox, input.forwardTo);
    if (forwardTo.length > 0) refuseUnlessOpen(act, mailbox);
    const order = await writeOrder(act, { kind: 'FORWARD', mailbox, forwarding: { forwardTo, keepCopy: input.keepCopy } });
    act.record(
      'mailbox.forward',
      `mailbox:${mailbox.id}`,
      { order, destinations: forwardTo.length, keepCopy: input.keepCopy },
      concerns(mailbox),
    );
    return order;
  });
  mailRunnerOf(acting.ground).wake();
  return orderId;
}

function destinations(mailbox: HeldMailbox, told: readonly string[]): string[] {
  const addresses = [...new Set(told.map((address) => mailAddress(address) ?? ''))];
  const isFit = addresses.every((address) => address !== '' && address !== mailbox.address) && addresses.length <= MOST_DESTINATIONS;
  if (!isFit)
    throw new Refusal({
      code: 'INVALID',
      path: ['forwardTo'],
      message: { text: provisioningMessages.forwardTo, values: { most: MOST_DESTINATIONS } },
    });
  return addresses;
}
