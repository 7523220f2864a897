/**
 * The first connection to a mail system that has accounts already: whose is whose? A report by address and name; a person confirms each match, or all
 * exact ones. Nothing is changed at the mail system, and nothing is adopted silently.
 */
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { newId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { noteSeen } from '../registry/seen-mailbox.js';
import { listAccounts } from './account-list.js';
import type { Account } from './connector.js';
import { type Match, matches, type RegistryMailbox } from './drift.rules.js';
import { MOST_IDS } from './mail-order.service.js';
import { mailSystemsOf, type OpenSystem } from './mail-systems.js';
import { provisioningAccess } from './provisioning.access.js';
import { provisioningMessages } from './provisioning.messages.js';

export interface MatchReport {
  isWhole: boolean;
  problem: string | null;
  matches: Match[];
}

async function systemNamed(acting: Acting, name: string): Promise<OpenSystem> {
  await perform(acting, async (act) => {
    act.allow(provisioningAccess.reconcile, undefined);
    act.unchanged();
  });
  const system = await mailSystemsOf(acting.ground).named(name);
  if (!system) throw new Refusal({ code: 'NOT_FOUND', path: ['connector'], message: { text: kernelMessages.notFound } });
  return system;
}

/**
 * Mailboxes of the registry at served domains that belong to no mail system yet and should have an account: those that were there before, and those that
 * could not be made, such as where an account holds the address already.
 */
const WAITING = `select m.id as "mailboxId", m.address, f.full_name as name from mailbox m left join officer f on f.id = m.officer_id
where m.connector is null and (m.state <> 'NONE' or exists (select 1 from mail_order p where p.mailbox_id = m.id and p.kind = 'PROVISION' and p.state = 'FAILED'))
  and split_part(m.address, '@', 2) = any($1::text[]) order by m.address`;

const KNOWN = `select coalesce(account_id, id::text) as id from mailbox where connector = $1`;

/** The report; both sides without what is matched already. */
export async function matchAccounts(acting: Acting, name: string): Promise<MatchReport> {
  const system = await systemNamed(acting, name);
  const { accounts, isWhole, problem } = await listAccounts(system.connector, null);
  const em = acting.ground.orm.em.fork();
  const waiting = await executeBound<RegistryMailbox & { name: string | null }>(em, WAITING, [system.domains]);
  const known = new Set((await executeBound<{ id: string }>(em, KNOWN, [system.name])).map(({ id }) => id));
  const mailboxes = waiting.map(({ name: holder, ...mailbox }) => ({ ...mailbox, ...(holder && { name: holder }) }));
  return {
    isWhole,
    problem,
    matches: matches(
      mailboxes,
      accounts.filter(({ accountId }) => !known.has(accountId)),
    ),
  };
}

export interface AdoptInput {
  connector: string;
  /** All EXACT matches of the report as it is now. */
  allExact?: boolean | null;
  /** Pairs that a person has confirmed. */
  pairs?: readonly { mailboxId: string; accountId: string }[] | null;
  /** Accounts the registry does not know, to be recorded as mailboxes without a holder. */
  strangers?: readonly { accountId: string; kind: 'ROLE' | 'MACHINE' | 'PERSONAL' }[] | null;
}

/** Notes whose account is whose. How many were adopted and recorded. */
export async function adopt(acting: Acting, input: AdoptInput): Promise<{ adopted: number; recorded: number; refused: Reason[] }> {
  const [pairs, strangers] = [input.pairs ?? [], input.strangers ?? []];
  if (pairs.length + strangers.length > MOST_IDS)
    throw new Refusal({ code: 'LIMIT', path: ['input'], message: { text: kernelMessages.tooMany, values: { limit: MOST_IDS } } });
  const system = await systemNamed(acting, input.connector);
  const report = await matchAccounts(acting, input.connector);
  if (!report.isWhole)
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: [], message: { text: provisioningMessages.listNotWhole } });
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.repair, undefined);
    const isFree = await freeNow(act, system);
    const exact = input.allExact ? report.matches.filter((match) => match.class === 'EXACT') : [];
    const free = new Map(report.matches.flatMap(({ accounts }) => accounts).map((account) => [account.accountId, account]));
    const chosen = exact.map(({ mailboxes, accounts }) => ({ mailbox: mailboxes[0]!, account: accounts[0]! })).filter(isFree);
    const refused: Reason[] = [];
    for (const [i, { mailboxId, accountId }] of pairs.entries()) {
      const pair = pairOf(report.matches, mailboxId, accountId);
      const isTaken = chosen.some((other) => other.mailbox.mailboxId === mailboxId || other.account.accountId === accountId);
      if (pair && !isTaken && isFree(pair)) chosen.push(pair);
      else refused.push({ code: 'NOT_FOUND', path: ['input', 'pairs', String(i)], message: { text: provisioningMessages.noSuchMatch } });
    }
    for (const { mailbox, account } of chosen) await adoptOne(act, system.name, mailbox.mailboxId, account);
    const unknown = new Set(
      report.matches.filter((match) => match.class === 'ONLY_THERE').flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId)),
    );
    let recorded = 0;
    for (const [i, { accountId, kind }] of strangers.entries()) {
      if (unknown.has(accountId)) recorded += await recordStranger(act, system.name, free.get(accountId)!, kind);
      else
        refused.push({ code: 'NOT_FOUND', path: ['input', 'strangers', String(i)], message: { text: provisioningMessages.noSuchMatch } });
    }
    if (chosen.length + recorded === 0) act.unchanged();
    else
      act.record('mailbox.adopt', `mailSystem:${system.id}`, {
        adopted: chosen.length,
        recorded,
        mailboxes: chosen.map(({ mailbox }) => mailbox.mailboxId),
      });
    return { adopted: chosen.length, recorded, refused };
  });
}

interface Pair {
  mailbox: RegistryMailbox;
  account: Account;
}

/** A mailbox and an account that one match of the report holds: a person confirms a match, and cannot make one of what does not belong together. */
function pairOf(report: readonly Match[], mailboxId: string, accountId: string): Pair | undefined {
  for (const { mailboxes, accounts } of report) {
    const mailbox = mailboxes.find((one) => one.mailboxId === mailboxId);
    const account = accounts.find((one) => one.accountId === accountId);
    if (mailbox && account) return { mailbox, account };
  }
  return undefined;
}

/**
 * Whether both sides are still nobody's, and stay so until the command ends: while the list was read somebody else may have confirmed a match, an order
 * made a mailbox, or the system been taken off.
 */
async function freeNow(act: Act, system: OpenSystem): Promise<(pair: Pair) => boolean> {
  const [there] = await executeBound(act.em, 'select 1 from mail_system where id = $1::uuid and name = $2 for update', [
    system.id,
    system.name,
  ]);
  if (!there) throw new Refusal({ code: 'NOT_FOUND', path: ['connector'], message: { text: kernelMessages.notFound } });
  const waiting = await executeBound<RegistryMailbox>(act.em, `${WAITING} for update of m`, [system.domains]);
  const known = await executeBound<{ id: string }>(act.em, KNOWN, [system.name]);
  const [mailboxes, accounts] = [new Set(waiting.map(({ mailboxId }) => mailboxId)), new Set(known.map(({ id }) => id))];
  return ({ mailbox, account }) => mailboxes.has(mailbox.mailboxId) && !accounts.has(account.accountId);
}

/**
 * What decisions want stays; where the account stands otherwise, the next comparison shows it. The order that could not make the mailbox is done: it is there,
 * with the password its holder knows.
 */
async function adoptOne(act: Act, connector: string, mailboxId: string, account: Account): Promise<void> {
  const accountId = account.accountId === mailboxId ? null : account.accountId;
  await noteSeen(act.em, { mailboxId, state: account.state, connector, accountId, isVerified: true }, act.today, act.now);
  await executeBound(
    act.em,
    `update mail_order set state = 'DONE', done_at = $2::timestamptz, updated_at = $2::timestamptz, verified = true, message = $3, next_try_at = null, password_hash = null
     where mailbox_id = $1::uuid and kind = 'PROVISION' and state = 'FAILED'`,
    [mailboxId, act.now.toISOString(), provisioningMessages.wasThere.en],
  );
}

async function recordStranger(act: Act, connector: string, account: Account, kind: string): Promise<number> {
  const rows = await executeBound<{ id: string }>(
    act.em,
    `insert into mailbox (id, created_at, updated_at, address, kind, state, expected_state, connector, account_id, verified_at)
     values ($1::uuid, $2::timestamptz, $2::timestamptz, lower($3), $4, $5, $5, $6, $7, $2::timestamptz) on conflict (address) do nothing returning id`,
    [newId(), act.now.toISOString(), account.address, kind, account.state, connector, account.accountId],
  );
  return rows.length;
}
