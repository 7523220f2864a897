/**
 * What happens to the mailboxes of those who have left (D-8 c)? Where a mail system says so, each is suspended a number of days after the last day in
 * office: mail still comes in, nobody logs in. Whoever comes back, or takes the address over, finds it open again and waiting for a new password.
 */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { dateIn, say } from '../kernel/language.js';
import { wantStates } from '../registry/wanted-mailbox.js';
import { mailSystemsOf } from './mail-systems.js';
import { holdMailbox, writeOrder } from './order-writing.js';
import { provisioningMessages } from './provisioning.messages.js';

/** An order `o` that suspended somebody who had left: given by no decision and by no emergency. */
const OF_LEAVER = `o.kind = 'SUSPEND' and o.decision_id is null and o.ends_at is null and o.about_id is null`;

/** The same, of a mailbox that is still to be closed by it; for repairs. */
export const LEAVER_ASKS = `(${OF_LEAVER}
  and exists (select 1 from mailbox w where w.id = o.mailbox_id and w.expected_state = 'SUSPENDED'))`;

/** Personal ones only: an office's mailbox is not its last holder's. */
const LEFT = `select m.id, f.left_on::text as "leftOn" from mailbox m join officer f on f.id = m.officer_id join mail_system s on s.name = m.connector
where s.is_on and s.name = any($2::text[]) and f.left_on + s.leaver_days < $1::date and m.kind = 'PERSONAL' and m.expected_state = 'ACTIVE' and m.state <> 'NONE'
order by m.id`;

/** Only what was suspended for this reason: what stands suspended for another is nobody's to open but a decision's. */
const BACK = `select m.id from mailbox m join officer f on f.id = m.officer_id
where m.expected_state = 'SUSPENDED' and (f.left_on is null or f.left_on >= $1::date) and exists (select 1 from mail_order o where o.mailbox_id = m.id and ${OF_LEAVER})
order by m.id`;

async function suspendOne(act: Act, id: string, leftOn: string): Promise<void> {
  const mailbox = await holdMailbox(act, id);
  if (!mailbox || mailbox.expectedState !== 'ACTIVE') return act.unchanged();
  await wantStates(act.em, new Map([[id, 'SUSPENDED']]), act.now);
  const reason = say({ text: provisioningMessages.leaver, values: { day: dateIn('vi', leftOn) } }, 'vi');
  const order = await writeOrder(act, { kind: 'SUSPEND', mailbox, reason });
  act.record('mailbox.suspendLeaver', `mailbox:${mailbox.id}`, { order, leftOn }, [`officer:${mailbox.officerId!}`]);
}

async function openOne(act: Act, id: string): Promise<void> {
  const mailbox = await holdMailbox(act, id);
  if (!mailbox || mailbox.expectedState !== 'SUSPENDED') return act.unchanged();
  await wantStates(act.em, new Map([[id, 'ACTIVE']]), act.now);
  const [suspension] = await executeBound<{ id: string }>(
    act.em,
    `select o.id from mail_order o where o.mailbox_id = $1::uuid and ${OF_LEAVER} order by o.number desc limit 1`,
    [id],
  );
  const order = await writeOrder(act, { kind: 'RESTORE', mailbox, reason: provisioningMessages.leaverBack.vi, aboutId: suspension?.id });
  act.record('mailbox.openLeaver', `mailbox:${mailbox.id}`, { order }, [`officer:${mailbox.officerId!}`]);
}

/** Each day: the runner carries the orders out, and its brake holds them where they are many. */
export async function settleLeavers(ground: Ground): Promise<void> {
  const each = (work: (act: Act) => Promise<void>) =>
    perform({ ground, actor: systemActor }, async (act) => {
      act.allowAnyone('the routine asks for it');
      await work(act);
    });
  const find = <R extends object>(statement: string, values: unknown[]) => executeBound<R>(ground.orm.em.fork(), statement, values);
  const capable = [...(await mailSystemsOf(ground).capabilities())].filter(([, { suspendKeepsDelivery }]) => suspendKeepsDelivery);
  const today = ground.clock.today();
  for (const { id, leftOn } of await find<{ id: string; leftOn: string }>(LEFT, [today, capable.map(([name]) => name)]))
    await each((act) => suspendOne(act, id, leftOn));
  for (const { id } of await find<{ id: string }>(BACK, [today])) await each((act) => openOne(act, id));
}
