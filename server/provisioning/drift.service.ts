/** What a person does about a difference: the order of the decision in force is given again, or the difference stays and the reason is kept. */
import { scopesOf } from '../identity/actor.js';
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { idArray } from '../kernel/json-rows.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { cleanText } from '../kernel/name.rules.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import type { OrderKind } from '../decisions/vocabulary.js';
import { LEAVER_ASKS } from './leavers.js';
import { MOST_IDS } from './mail-order.service.js';
import { mailRunnerOf } from './mail-runner.js';
import { holdMailbox, writeOrder } from './order-writing.js';
import { provisioningAccess } from './provisioning.access.js';
import { provisioningMessages } from './provisioning.messages.js';
import type { DriftKind } from './vocabulary.js';

const LONGEST_NOTE = 1_000;

interface DriftRow {
  id: string;
  kind: DriftKind;
  mailboxId: string | null;
  address: string;
  found: string;
  isSettled: boolean;
  result: string;
  officerId: string | null;
  isOwn: boolean;
}

export interface Settled {
  ids: string[];
  refused: Reason[];
}

const ROWS = `select d.id, d.kind, d.mailbox_id as "mailboxId", d.address, d.found, d.settled_at is not null as "isSettled", c.result,
  (select m.officer_id from mailbox m where m.id = d.mailbox_id) as "officerId", coalesce((select m.officer_id = any($2::uuid[]) from mailbox m where m.id = d.mailbox_id), false) as "isOwn"
from mail_drift d join mail_comparison c on c.id = d.comparison_id where d.id = any($1::uuid[]) for update of d`;

/** Each id with its first place in the list that was given. */
const eachOnce = (ids: readonly string[]): [number, string][] => [...ids.entries()].filter(([i, id]) => ids.indexOf(id) === i);

async function driftsOf(act: Act, ids: readonly string[]): Promise<Map<string, DriftRow>> {
  if (ids.length > MOST_IDS)
    throw new Refusal({ code: 'LIMIT', path: ['ids'], message: { text: kernelMessages.tooMany, values: { limit: MOST_IDS } } });
  const rows = await executeBound<DriftRow>(act.em, ROWS, [idArray(ids.filter(isId)), idArray(scopesOf(act.actor, 'OFFICER'))]);
  return new Map(rows.map((row) => [row.id, row]));
}

const never = (text: Reason['message']['text']): Reason => ({ code: 'RULE_VIOLATED', rule: 'D-8', message: { text } });
const notNow = (text: Reason['message']['text']): Reason => ({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', message: { text } });

/** Which order brings the mailbox to what is wanted. */
export function orderFor(expected: string, found: string): OrderKind | undefined {
  if (expected === 'ACTIVE') return found === 'NONE' ? 'PROVISION' : 'RESTORE';
  return expected === 'SUSPENDED' ? 'SUSPEND' : expected === 'REVOKED' && found !== 'NONE' ? 'REVOKE' : undefined;
}

/**
 * Whether the decision `d` of an order `o` still asks for it. A revocation closes while it is in force, and opens again while it is stayed or when it was
 * reversed.
 */
export const DECISION_ASKS = `case when d.kind = 'MAILBOX_REVOCATION' then case when o.kind = 'REVOKE' then d.state = 'IN_FORCE' else d.state in ('APPEALED', 'REVERSED') end
     else d.state in ('IN_FORCE', 'EXPIRED') end`;

/** The order that a decision in force, a stay or a reversal, an emergency that holds, or the holder's leaving gave for this state: only such an order is given again (D-8). */
const BASIS = `select o.decision_id as "decisionId", o.id, o.ends_at is not null as "isEmergency" from mail_order o left join decision d on d.id = o.decision_id
where o.mailbox_id = $1::uuid and o.kind = any($2::text[]) and (o.ends_at > $3::timestamptz or ${LEAVER_ASKS} or ${DECISION_ASKS})
order by o.number desc limit 1`;

export const ALIKE: Readonly<Record<string, readonly string[]>> = {
  PROVISION: ['PROVISION', 'RESTORE'],
  RESTORE: ['PROVISION', 'RESTORE'],
  SUSPEND: ['SUSPEND'],
  REVOKE: ['REVOKE'],
};

async function repairOne(act: Act, drift: DriftRow): Promise<Reason | undefined> {
  if (drift.kind === 'UNKNOWN_THERE') return never(provisioningMessages.neverTouched);
  if (drift.kind === 'OTHER_ADDRESS') return never(provisioningMessages.addressByHand);
  const mailbox = drift.mailboxId ? await holdMailbox(act, drift.mailboxId) : undefined;
  if (!mailbox) return never(provisioningMessages.neverTouched);
  const isLocked = mailbox.lockedUntil !== null && new Date(mailbox.lockedUntil) > act.now;
  const wanted = isLocked && mailbox.expectedState === 'ACTIVE' ? 'SUSPENDED' : mailbox.expectedState;
  const kind = orderFor(wanted, drift.found);
  if (!kind || wanted === drift.found) return notNow(provisioningMessages.asWanted);
  const [basis] = await executeBound<{ decisionId: string | null; id: string; isEmergency: boolean }>(act.em, BASIS, [
    mailbox.id,
    ALIKE[kind],
    act.now.toISOString(),
  ]);
  if (!basis) return never(provisioningMessages.noDecision);
  const order = await writeOrder(act, {
    kind,
    mailbox,
    decisionId: basis.decisionId ?? undefined,
    aboutId: basis.isEmergency ? basis.id : undefined,
    reason: provisioningMessages.repair.vi,
  });
  act.record(
    'mailDrift.repair',
    `mailbox:${mailbox.id}`,
    { drift: drift.id, order, found: drift.found, wanted },
    mailbox.officerId ? [`officer:${mailbox.officerId}`] : [],
  );
  return undefined;
}

async function settle(act: Act, ids: readonly string[], how: 'REPAIRED' | 'ACCEPTED', note: string | null): Promise<void> {
  await executeBound(
    act.em,
    `update mail_drift set settled_at = $2::timestamptz, settled_by = $3, settlement = $4, note = $5, updated_at = $2::timestamptz where id = any($1::uuid[])`,
    [idArray(ids), act.now.toISOString(), act.actor.name, how, note],
  );
}

/** Gives the order of the decision in force again, for each alone. Where a comparison was stopped because too much differs, `evenMany` must be said. */
export async function repairDrifts(acting: Acting, ids: readonly string[], evenMany: boolean): Promise<Settled> {
  const done = await perform(acting, async (act) => {
    act.allow(provisioningAccess.repair, undefined);
    const drifts = await driftsOf(act, ids);
    const settled: string[] = [];
    const refused: Reason[] = [];
    for (const [i, id] of eachOnce(ids)) {
      const drift = drifts.get(id);
      const reason = !drift
        ? { code: 'NOT_FOUND' as const, message: { text: kernelMessages.notFound } }
        : drift.isSettled
          ? notNow(provisioningMessages.driftSettled)
          : drift.result === 'TOO_MUCH' && !evenMany
            ? notNow(provisioningMessages.tooMuch)
            : await repairOne(act, drift);
      if (reason) refused.push({ ...reason, path: ['ids', String(i)] });
      else settled.push(id);
    }
    await settle(act, settled, 'REPAIRED', null);
    if (settled.length === 0) act.unchanged();
    return { ids: settled, refused };
  });
  mailRunnerOf(acting.ground).wake();
  return done;
}

/** Leaves differences as they are; the note says why. */
export async function acceptDrifts(acting: Acting, ids: readonly string[], note: string): Promise<Settled> {
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.repair, undefined);
    const words = cleanText(note);
    if (!words || words.length > LONGEST_NOTE)
      throw new Refusal({
        code: words ? 'INVALID' : 'REQUIRED',
        path: ['note'],
        message: { text: provisioningMessages.settleNote, values: { most: LONGEST_NOTE } },
      });
    const drifts = await driftsOf(act, ids);
    const refused: Reason[] = [];
    const settled: string[] = [];
    for (const [i, id] of eachOnce(ids)) {
      const drift = drifts.get(id);
      if (drift && !drift.isSettled && !drift.isOwn) {
        settled.push(id);
        const concerns = drift.officerId ? [`officer:${drift.officerId}`] : [];
        act.record(
          'mailDrift.accept',
          drift.mailboxId ? `mailbox:${drift.mailboxId}` : `mailDrift:${id}`,
          { drift: id, note: words },
          concerns,
        );
      } else
        refused.push({
          ...(drift
            ? drift.isSettled
              ? notNow(provisioningMessages.driftSettled)
              : never(provisioningMessages.ownMailbox)
            : { code: 'NOT_FOUND' as const, message: { text: kernelMessages.notFound } }),
          path: ['ids', String(i)],
        });
    }
    await settle(act, settled, 'ACCEPTED', words);
    if (settled.length === 0) act.unchanged();
    return { ids: settled, refused };
  });
}
