/** What a person does about orders that do not go by themselves: tried again, settled by hand, let through the brake. */
import { scopesOf } from '../identity/actor.js';
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { dayIn } from '../kernel/calendar.js';
import { idArray } from '../kernel/json-rows.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { cleanText } from '../kernel/name.rules.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { noteSeen } from '../registry/seen-mailbox.js';
import { mailRunnerOf } from './mail-runner.js';
import { canApprove, canRetry, canSettle, type OrderFacts, stateWantedBy } from './order-actions.rules.js';
import { provisioningAccess } from './provisioning.access.js';
import { provisioningMessages } from './provisioning.messages.js';

export const MOST_IDS = 1_000;
const LONGEST_NOTE = 1_000;

export interface Done {
  ids: string[];
  refused: Reason[];
}

interface OrderRow extends OrderFacts {
  id: string;
  mailboxId: string;
  connector: string;
  address: string;
  officerId: string | null;
}

const STATES = `('PROVISION', 'SUSPEND', 'RESTORE', 'REVOKE')`;

const ROWS = `select o.id, o.kind, o.state, o.held_for as "heldFor", o.mailbox_id as "mailboxId", o.connector, m.address, m.officer_id as "officerId", m.expected_state as "expectedState",
  o.ends_at is not null as "isEmergency", o.about_id is not null as "isAboutEmergency", coalesce(m.locked_until > $2::timestamptz, false) as "isLocked",
  coalesce(o.leased_until > now(), false) as "isAtWork",
  coalesce(m.officer_id = any($3::uuid[]), false) as "isOwn",
  exists (select 1 from mail_order l where l.mailbox_id = o.mailbox_id and l.number > o.number and l.state = 'DONE'
    and case when o.kind in ${STATES} then l.kind in ${STATES} else l.kind = o.kind end) as "hasLater",
  array_remove(array[o.ordered_by] || (select array_agg(e.actor) from decision_event e where e.decision_id = o.decision_id and e.action in ('ENTER_INTO_FORCE', 'SETTLE_APPEAL')), null) as givers
from mail_order o join mailbox m on m.id = o.mailbox_id where o.id = any($1::uuid[]) order by o.number for update of o`;

async function ordersOf(act: Act, ids: readonly string[]): Promise<Map<string, OrderRow>> {
  const rows = await executeBound<OrderRow>(act.em, ROWS, [
    idArray(ids.filter(isId)),
    act.now.toISOString(),
    idArray(scopesOf(act.actor, 'OFFICER')),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

function refuseTooMany(ids: readonly string[]): void {
  if (ids.length > MOST_IDS)
    throw new Refusal({ code: 'LIMIT', path: ['ids'], message: { text: kernelMessages.tooMany, values: { limit: MOST_IDS } } });
}

/** Does something to each that may be done to, each alone. */
async function each(
  act: Act,
  ids: readonly string[],
  fault: (order: OrderRow) => Reason | undefined,
  change: (orders: OrderRow[]) => Promise<void>,
): Promise<Done> {
  refuseTooMany(ids);
  const orders = await ordersOf(act, ids);
  const refused: Reason[] = [];
  const fit = new Map<string, OrderRow>();
  for (const [i, id] of ids.entries()) {
    const order = orders.get(id);
    const reason: Reason | undefined = order ? fault(order) : { code: 'NOT_FOUND', message: { text: kernelMessages.notFound } };
    if (reason) refused.push({ ...reason, path: ['ids', String(i)] });
    else fit.set(id, order!);
  }
  if (fit.size > 0) await change([...fit.values()]);
  else act.unchanged();
  return { ids: [...fit.keys()], refused };
}

const concerns = (order: OrderRow): string[] => (order.officerId ? [`officer:${order.officerId}`] : []);

/** Tries orders again now: those that failed, are not known, or wait for their time. One that decisions want no more is refused; one that failed passes the brake anew. */
export async function retryOrders(acting: Acting, ids: readonly string[]): Promise<Done> {
  const done = await perform(acting, async (act) => {
    act.allow(provisioningAccess.changeOrders, undefined);
    return each(act, ids, canRetry, async (orders) => {
      await executeBound(
        act.em,
        `update mail_order set state = case when state = 'UNKNOWN' then 'UNKNOWN' else 'WAITING' end, next_try_at = null,
           begun_at = case when state = 'FAILED' then null else begun_at end, updated_at = $2::timestamptz where id = any($1::uuid[])`,
        [idArray(orders.map(({ id }) => id)), act.now.toISOString()],
      );
      for (const order of orders) act.record('mailOrder.retry', `mailOrder:${order.id}`, { was: order.state }, concerns(order));
    });
  });
  mailRunnerOf(acting.ground).wake();
  return done;
}

/** Lets orders through that the brake holds; by somebody else than who gave them. */
export async function approveOrders(acting: Acting, ids: readonly string[]): Promise<Done> {
  const done = await perform(acting, async (act) => {
    act.allow(provisioningAccess.approveOrders, undefined);
    return each(
      act,
      ids,
      (order) => canApprove(order, act.actor.name),
      async (orders) => {
        await executeBound(
          act.em,
          `update mail_order set held_for = null, approved_at = $2::timestamptz, approved_by = $3, updated_at = $2::timestamptz where id = any($1::uuid[])`,
          [idArray(orders.map(({ id }) => id)), act.now.toISOString(), act.actor.name],
        );
        for (const order of orders) act.record('mailOrder.approve', `mailOrder:${order.id}`, { kind: order.kind }, concerns(order));
      },
    );
  });
  mailRunnerOf(acting.ground).wake();
  return done;
}

/** Closes an order by what a person knows: it was done at the mail system, or it will not be. The note says how that is known. */
export async function settleOrder(acting: Acting, input: { id: string; isDone: boolean; note: string }): Promise<Done> {
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.changeOrders, undefined);
    const note = cleanText(input.note);
    if (!note || note.length > LONGEST_NOTE)
      throw new Refusal({
        code: note ? 'INVALID' : 'REQUIRED',
        path: ['note'],
        message: { text: provisioningMessages.settleNote, values: { most: LONGEST_NOTE } },
      });
    const order = (await ordersOf(act, [input.id])).get(input.id);
    if (!order) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
    const fault = canSettle(order);
    if (fault) throw new Refusal({ ...fault, path: ['id'] });
    await closeByHand(act, order, input.isDone, note, act.now);
    act.record('mailOrder.settle', `mailOrder:${order.id}`, { isDone: input.isDone, note }, concerns(order));
    return { ids: [order.id], refused: [] };
  });
}

/** What people say was done counts as the state of the mailbox from that day, unless a later order was carried out meanwhile; but not as verified. */
export async function closeByHand(
  act: Act,
  order: Pick<OrderRow, 'id' | 'kind' | 'mailboxId' | 'connector'>,
  isDone: boolean,
  note: string,
  doneAt: Date,
): Promise<void> {
  await executeBound(
    act.em,
    `update mail_order set state = $2, message = $3, verified = false, next_try_at = null, held_for = null, leased_until = null, password_hash = null,
       done_at = case when $2 = 'DONE' then $4::timestamptz end, updated_at = $5::timestamptz where id = $1::uuid`,
    [order.id, isDone ? 'DONE' : 'FAILED', note, doneAt.toISOString(), act.now.toISOString()],
  );
  const state = stateWantedBy(order.kind);
  if (!isDone || !state || (await hasLaterDone(act, order.id))) return;
  const day = dayIn(act.ground.clock.zone, doneAt);
  await noteSeen(act.em, { mailboxId: order.mailboxId, state, connector: order.connector, isVerified: false }, day, act.now);
}

async function hasLaterDone(act: Act, id: string): Promise<boolean> {
  const [row] = await executeBound<{ is: boolean }>(
    act.em,
    `select exists (select 1 from mail_order l where l.mailbox_id = o.mailbox_id and l.number > o.number and l.kind in ${STATES} and l.state = 'DONE'
       and l.message is distinct from $2) as is from mail_order o where o.id = $1::uuid`,
    [id, provisioningMessages.overtaken.en],
  );
  return row!.is;
}
