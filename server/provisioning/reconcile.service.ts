/**
 * Is everything at a mail system as decisions in force want it? The list is read first, outside any transaction; what it shows is then compared and
 * stored in one. Nothing is changed at the mail system: a person settles each difference.
 */
import { type Act, type Acting, perform } from '../identity/command.js';
import { systemActor } from '../identity/actor.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { addRows, idArray } from '../kernel/json-rows.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { noteSeen } from '../registry/seen-mailbox.js';
import { listAccounts } from './account-list.js';
import type { Account } from './connector.js';
import { compare, type Drift, type ExpectedMailbox, isTooMuch } from './drift.rules.js';
import { mailSystemsOf, type OpenSystem } from './mail-systems.js';
import { provisioningAccess } from './provisioning.access.js';
import type { ComparisonResult } from './vocabulary.js';

export interface Comparison {
  result: ComparisonResult;
  checked: number;
  problem: string | null;
}

interface ExpectedRow extends ExpectedMailbox {
  state: string;
}

/** What decisions want of each mailbox of a system; an emergency suspension holds beside it. One with an open order, or whose state the last order did not change, is left out. */
const EXPECTED = `
select m.id as "mailboxId", m.account_id as "accountId", m.address, f.full_name as name, m.state,
  case when m.locked_until > $2::timestamptz and m.expected_state = 'ACTIVE' then 'SUSPENDED' else m.expected_state end as expected,
  coalesce((select o.state <> 'DONE' from mail_order o where o.mailbox_id = m.id and o.kind in ('PROVISION', 'SUSPEND', 'RESTORE', 'REVOKE') order by o.number desc limit 1), false)
    or exists (select 1 from mail_order o where o.mailbox_id = m.id and o.state in ('WAITING', 'RUNNING', 'UNKNOWN')) as "hasOpenOrder"
from mailbox m left join officer f on f.id = m.officer_id where m.connector = $1 order by m.address`;

/** Addresses of the registry at served domains that belong to no system yet: they are matched, not compared. */
const UNADOPTED = `select m.address from mailbox m where m.connector is null and split_part(m.address, '@', 2) = any($1::text[])`;

/** Compares a mail system; NOT_FOUND where there is none of this name. */
export async function reconcile(acting: Acting, name: string): Promise<Comparison> {
  const { ground } = acting;
  await perform(acting, async (act) => {
    act.allow(provisioningAccess.reconcile, undefined);
    act.unchanged();
  });
  const system = await mailSystemsOf(ground).named(name);
  if (!system) throw new Refusal({ code: 'NOT_FOUND', path: ['connector'], message: { text: kernelMessages.notFound } });
  const began = ground.clock.now();
  const { accounts, isWhole, problem } = await listAccounts(system.connector, system.accountsListed);
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.reconcile, undefined);
    const comparison = isWhole
      ? await compared(act, system, accounts, began)
      : { result: 'INCOMPLETE' as const, checked: accounts.length, problem, drifts: [] };
    const { result, checked } = comparison;
    const id = newId();
    const row = { id, mailSystemId: system.id, result, problem, checked, differing: comparison.drifts.length };
    await addRows(act.em, 'mail_comparison', [row], act.now);
    if (isWhole) await storeDrifts(act, system.id, id, comparison.drifts);
    act.record('mailSystem.reconcile', `mailSystem:${system.id}`, { result, checked, differing: comparison.drifts.length });
    return { result, checked, problem };
  });
}

async function compared(
  act: Act,
  system: OpenSystem,
  accounts: readonly Account[],
  began: Date,
): Promise<{ result: ComparisonResult; checked: number; problem: null; drifts: Drift[] }> {
  const expected = await executeBound<ExpectedRow>(act.em, EXPECTED, [system.name, act.now.toISOString()]);
  const waiting = await executeBound<{ address: string }>(act.em, UNADOPTED, [system.domains]);
  const unadopted = new Set(waiting.map(({ address }) => address));
  const changedMeanwhile = await executeBound<{ id: string }>(
    act.em,
    `select distinct mailbox_id as id from mail_order where connector = $1 and updated_at >= $2::timestamptz`,
    [system.name, began.toISOString()],
  );
  // What an order changed while the list was read may stand there in either state.
  const moving = new Set(changedMeanwhile.map(({ id }) => id));
  const known = expected.map((mailbox) => ({ ...mailbox, hasOpenOrder: mailbox.hasOpenOrder || moving.has(mailbox.mailboxId) }));
  const drifts = compare(known, accounts).filter((drift) => drift.kind !== 'UNKNOWN_THERE' || !unadopted.has(drift.address.toLowerCase()));
  const isStopped = isTooMuch(drifts, Math.max(accounts.length, expected.length));
  if (!isStopped) await noteWhatWasSeen(act, system, known, accounts, drifts);
  await executeBound(act.em, 'update mail_system set accounts_listed = $2::int where id = $1::uuid', [system.id, accounts.length]);
  return { result: isStopped ? 'TOO_MUCH' : 'COMPARED', checked: accounts.length, problem: null, drifts };
}

/** `Mailbox.state` is what was last seen (D-8): as it was for most, otherwise for those that differ. */
async function noteWhatWasSeen(
  act: Act,
  system: OpenSystem,
  expected: readonly ExpectedRow[],
  accounts: readonly Account[],
  drifts: readonly Drift[],
): Promise<void> {
  const differing = new Map(
    drifts.flatMap((drift) => (drift.mailboxId && drift.kind !== 'UNKNOWN_THERE' ? [[drift.mailboxId, drift] as const] : [])),
  );
  const there = new Map(accounts.map((account) => [account.accountId, account]));
  const same: string[] = [];
  for (const mailbox of expected) {
    if (mailbox.hasOpenOrder) continue;
    const drift = differing.get(mailbox.mailboxId);
    const found = drift ? drift.found : there.get(mailbox.accountId ?? mailbox.mailboxId)?.state;
    if (!found) continue;
    if (found === mailbox.state) same.push(mailbox.mailboxId);
    else
      await noteSeen(act.em, { mailboxId: mailbox.mailboxId, state: found, connector: system.name, isVerified: true }, act.today, act.now);
  }
  await executeBound(act.em, 'update mailbox set verified_at = $2::timestamptz where id = any($1::uuid[])', [
    idArray(same),
    act.now.toISOString(),
  ]);
}

interface KeptDrift {
  id: string;
  key: string;
  settledAt: string | null;
}

const keyOf = ({ kind, mailboxId, accountId, expected, found }: Drift): string =>
  [kind, mailboxId ?? '', accountId ?? '', expected, found].join(' ');

/** Those that are gone are settled by themselves; those that were accepted stay so while they are what they were. */
async function storeDrifts(act: Act, systemId: string, comparisonId: string, drifts: readonly Drift[]): Promise<void> {
  const at = act.now.toISOString();
  const kept = await executeBound<KeptDrift>(
    act.em,
    `select id, settled_at as "settledAt", concat_ws(' ', kind, coalesce(mailbox_id::text, ''), coalesce(account_id, ''), expected, found) as key
     from mail_drift where mail_system_id = $1::uuid and (settled_at is null or settlement = 'ACCEPTED')`,
    [systemId],
  );
  const keys = new Set(drifts.map(keyOf));
  const [standing, gone] = [kept.filter(({ key }) => keys.has(key)), kept.filter(({ key }) => !keys.has(key))];
  await executeBound(act.em, 'update mail_drift set comparison_id = $2::uuid, updated_at = $3::timestamptz where id = any($1::uuid[])', [
    idArray(standing.map(({ id }) => id)),
    comparisonId,
    at,
  ]);
  await executeBound(
    act.em,
    `update mail_drift set settled_at = coalesce(settled_at, $2::timestamptz), settlement = 'GONE', updated_at = $2::timestamptz where id = any($1::uuid[])`,
    [idArray(gone.map(({ id }) => id)), at],
  );
  const before = new Set(standing.map(({ key }) => key));
  const fresh = drifts.filter((drift) => !before.has(keyOf(drift)));
  const rows = fresh.map(({ kind, mailboxId = null, accountId = null, address, foundAddress, name = null, expected, found }) => ({
    id: newId(),
    mailSystemId: systemId,
    comparisonId,
    mailboxId,
    kind,
    accountId,
    address,
    foundAddress: foundAddress ?? null,
    name,
    expected,
    found,
  }));
  await addRows(act.em, 'mail_drift', rows, act.now);
}

/** Each night, every system that is on; one that cannot be read keeps no other from being read. */
export async function reconcileAll(ground: Ground): Promise<void> {
  for (const { id, name } of await mailSystemsOf(ground).running())
    await reconcile({ ground, actor: systemActor }, name).catch((error: unknown) =>
      ground.log.error({ error, system: id }, 'A mail system could not be compared'),
    );
}
