/**
 * Orders to a mail system that people run by hand: what is open goes out in a file, and what they did comes back in one. A mass is held by the brake
 * before it is told to anybody.
 */
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { type Day, startOfDay } from '../kernel/calendar.js';
import { idArray } from '../kernel/json-rows.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { type Language, say } from '../kernel/language.js';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { closeByHand } from './mail-order.service.js';
import { brake } from './order-brake.js';
import { assignSystems } from './order-claim.js';
import { IS_OVERTAKEN, WAITS_FOR_EMERGENCY } from './order-overtaken.js';
import { isPaused } from './pause.service.js';
import type { HandOverOutcome } from './confirmation-words.rules.js';
import { type HandedOver, handOverFile, type HandOverOrder, readConfirmations } from './hand-over.rules.js';
import { mailSystemsOf, type SystemRow } from './mail-systems.js';
import { provisioningAccess } from './provisioning.access.js';
import { provisioningMessages } from './provisioning.messages.js';
import type { OrderKind } from '../decisions/vocabulary.js';

/** As files name an order: a bare number would become a date in some spreadsheets. */
export const orderNo = (number: number): string => `HT-${number}`;

interface OpenOrder {
  id: string;
  number: number;
  operation: OrderKind;
  decisionNo: string | null;
  address: string;
  fullName: string | null;
  agencyCode: string | null;
  effectiveOn: Day;
}

/** One that a later order takes the place of before anybody was told is told to nobody. */
const CLOSE_OVERTAKEN = `update mail_order o set state = 'DONE', done_at = $2::timestamptz, message = $3, held_for = null, password_hash = null, updated_at = $2::timestamptz
from mailbox m where m.id = o.mailbox_id and o.connector = $1 and o.state = 'WAITING' and o.handed_over_at is null and ${IS_OVERTAKEN}`;

const HAND_OVER = `update mail_order o set held_for = 'FILE', handed_over_at = coalesce(o.handed_over_at, $2::timestamptz), begun_at = coalesce(o.begun_at, $2::timestamptz),
  attempts = greatest(o.attempts, 1), updated_at = $2::timestamptz
from mailbox m where m.id = o.mailbox_id and o.connector = $1 and o.state = 'WAITING' and o.held_for is null and o.kind in ('PROVISION', 'SUSPEND', 'RESTORE', 'REVOKE')
  and not ${WAITS_FOR_EMERGENCY}`;

const OPEN = `select o.id, o.number, o.kind as operation, d.number as "decisionNo", m.address, f.full_name as "fullName", a.code as "agencyCode",
  coalesce(d.in_force_on, (o.created_at at time zone $2)::date)::text as "effectiveOn"
from mail_order o join mailbox m on m.id = o.mailbox_id left join decision d on d.id = o.decision_id left join officer f on f.id = m.officer_id left join agency a on a.id = f.agency_id
where o.connector = $1 and o.state = 'WAITING' and o.held_for = 'FILE' order by o.number`;

async function fileSystem(acting: Acting, id: string): Promise<SystemRow> {
  await perform(acting, async (act) => {
    act.allow(provisioningAccess.changeOrders, undefined);
    act.unchanged();
  });
  const system = isId(id) ? (await mailSystemsOf(acting.ground).rows()).find((other) => other.id === id) : undefined;
  if (!system) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
  if (system.kind !== 'FILE') throw new Refusal({ code: 'INVALID', path: ['id'], message: { text: provisioningMessages.noFile } });
  return system;
}

/** All open orders of the system as a file: those told before that nobody has confirmed, and the new ones. */
export async function handOver(acting: Acting, id: string): Promise<{ fileName: string; text: string }> {
  const { ground } = acting;
  const system = await fileSystem(acting, id);
  if (!system.isOn)
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: ['id'], message: { text: provisioningMessages.systemOff } });
  if (await isPaused(ground))
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: [], message: { text: provisioningMessages.paused } });
  await assignSystems(ground);
  await brake(ground, system);
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.changeOrders, undefined);
    const at = act.now.toISOString();
    await executeBound(act.em, CLOSE_OVERTAKEN, [system.name, at, provisioningMessages.overtaken.en]);
    await executeBound(act.em, HAND_OVER, [system.name, at]);
    const open = await executeBound<OpenOrder>(act.em, OPEN, [system.name, ground.clock.zone]);
    const rows = open.map((order): HandOverOrder => ({
      orderNo: orderNo(order.number),
      decisionNo: order.decisionNo ?? '',
      operation: order.operation,
      address: order.address,
      fullName: order.fullName ?? '',
      agencyCode: order.agencyCode ?? '',
      effectiveOn: order.effectiveOn,
    }));
    act.record('mailOrder.handOver', `mailSystem:${system.id}`, { orders: rows.length });
    return { fileName: `lenh-${act.today}.csv`, text: handOverFile(rows) };
  });
}

export interface ConfirmationReport {
  confirmed: number;
  failed: number;
  /** Lines without an outcome: their orders stay open. */
  leftOpen: number;
  /** Lines that say what was said before. */
  repeated: number;
  faults: { line: number; message: string }[];
}

interface ToldOrder {
  id: string;
  kind: OrderKind;
  mailboxId: string;
  connector: string;
  number: number;
  address: string;
  state: string;
  issuedOn: Day;
}

const TOLD = `select o.id, o.kind, o.mailbox_id as "mailboxId", o.connector, o.number, m.address, o.state, (o.handed_over_at at time zone $2)::date::text as "issuedOn"
from mail_order o join mailbox m on m.id = o.mailbox_id where o.connector = $1 and o.handed_over_at is not null order by o.number for update of o`;

const outcomeOf = (state: string): HandOverOutcome | undefined => (state === 'DONE' || state === 'FAILED' ? state : undefined);

/** Closes orders by what people say they did; with one fault in the file nothing is closed. */
export async function confirmHandOver(
  acting: Acting,
  id: string,
  bytes: Uint8Array,
  { isDryRun, language }: { isDryRun: boolean; language: Language },
): Promise<ConfirmationReport> {
  const system = await fileSystem(acting, id);
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.changeOrders, undefined);
    const told = await executeBound<ToldOrder>(act.em, TOLD, [system.name, act.ground.clock.zone]);
    const known = told.map(({ number, address, issuedOn, state }): HandedOver => ({
      orderNo: orderNo(number),
      address,
      issuedOn,
      outcome: outcomeOf(state),
    }));
    const read = readConfirmations(bytes, known, { zone: act.ground.clock.zone, now: act.now });
    const [done, failed] = [
      read.confirmations.filter(({ outcome }) => outcome === 'DONE'),
      read.confirmations.filter(({ outcome }) => outcome === 'FAILED'),
    ];
    const report: ConfirmationReport = {
      confirmed: done.length,
      failed: failed.length,
      leftOpen: read.leftOpen,
      repeated: read.repeated,
      faults: read.faults.map(({ line, message }) => ({ line, message: say(message, language) })),
    };
    if (isDryRun || read.confirmations.length === 0) {
      act.unchanged();
      return report;
    }
    await closeAll(act, told, read.confirmations);
    act.record('mailOrder.confirm', `mailSystem:${system.id}`, { confirmed: done.length, failed: failed.length });
    return report;
  });
}

async function closeAll(
  act: Act,
  told: readonly ToldOrder[],
  confirmations: ReturnType<typeof readConfirmations>['confirmations'],
): Promise<void> {
  const orders = new Map(told.map((order) => [orderNo(order.number), order]));
  const inOrder = confirmations.toSorted((a, b) => orders.get(a.orderNo)!.number - orders.get(b.orderNo)!.number);
  for (const { orderNo: no, outcome, message, doneOn } of inOrder) {
    const order = orders.get(no)!;
    const doneAt = doneOn && doneOn !== act.today ? startOfDay(act.ground.clock.zone, doneOn) : act.now;
    await closeByHand(act, order, outcome === 'DONE', message ?? '', doneAt);
  }
  await executeBound(act.em, `update mail_order set message = null where id = any($1::uuid[]) and message = ''`, [
    idArray(told.map(({ id }) => id)),
  ]);
}
