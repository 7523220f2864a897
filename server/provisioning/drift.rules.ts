/**
 * Is what a mail system shows what the decisions in force want, and is the answer good enough to act on? And at the first connection: whose account
 * is whose? Each account is named by its id first and by its address only where the registry has no id; nothing is adopted here.
 */
import { searchKey } from '../kernel/name.rules.js';
import type { MailboxState } from '../registry/mailbox.entity.js';
import type { Account, FoundState } from './connector.js';

type State = `${MailboxState}`;

/** What the registry wants of one mailbox; personal, role and machine mailboxes alike, as also those that are never judged can be re-opened by hand. */
export interface ExpectedMailbox {
  mailboxId: string;
  /** Id of its account; null while the mail system has not named one. */
  accountId?: string | null;
  address: string;
  name?: string;
  expected: State;
  /** Whether an order for it is not DONE: then it is left out, and so is the account that is its own. */
  hasOpenOrder: boolean;
}

/**
 * MISSING: no account. UNKNOWN_THERE: an account that is no mailbox of the registry; it is never touched. OTHER_STATE, OTHER_ADDRESS: the account is
 * there, but not so; a mailbox can have both.
 */
export type DriftKind = 'MISSING' | 'UNKNOWN_THERE' | 'OTHER_STATE' | 'OTHER_ADDRESS';

export interface Drift {
  kind: DriftKind;
  /** Of an account unknown to the registry: the mailbox whose address it holds, if any. */
  mailboxId?: string;
  accountId?: string;
  /** The registry's address; of an account unknown to it, the mail system's. */
  address: string;
  /** Of OTHER_ADDRESS: the mail system's address. */
  foundAddress?: string;
  expected: State;
  found: FoundState;
  name?: string;
}

const written = (address: string): string => address.normalize('NFC').toLowerCase();

/** Things by a key, in their order. */
function groupBy<Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** The account of each mailbox. By address only where the mailbox has no account id: another account at the address of a known one is a stranger. */
function accountsOf(expected: readonly ExpectedMailbox[], found: readonly Account[]): Map<ExpectedMailbox, Account> {
  const byId = new Map(found.map((account) => [account.accountId, account]));
  const pairs = new Map<ExpectedMailbox, Account>();
  const taken = new Set<Account>();
  for (const mailbox of expected) {
    // An account that was made but whose own id never came back is found by the product's own.
    const account = byId.get(mailbox.accountId ?? mailbox.mailboxId);
    if (!account || taken.has(account)) continue;
    pairs.set(mailbox, account);
    taken.add(account);
  }
  const free = new Map<string, Account>();
  for (const account of found) {
    const address = written(account.address);
    if (!taken.has(account) && !free.has(address)) free.set(address, account);
  }
  for (const mailbox of expected) {
    // While an order is open, an account at its address may be the one that the order has just made.
    if (pairs.has(mailbox) || (mailbox.accountId && !mailbox.hasOpenOrder)) continue;
    const account = free.get(written(mailbox.address));
    if (!account || taken.has(account)) continue;
    pairs.set(mailbox, account);
    taken.add(account);
  }
  return pairs;
}

function driftsOf(mailbox: ExpectedMailbox, account: Account | undefined): Drift[] {
  const { mailboxId, address, name, expected } = mailbox;
  const accountId = account?.accountId ?? mailbox.accountId ?? undefined;
  const about = { mailboxId, ...(accountId && { accountId }), address, expected, ...(name && { name }) };
  if (!account) return expected === 'NONE' ? [] : [{ kind: 'MISSING', ...about, found: 'NONE' }];
  const drifts: Drift[] = [];
  if (account.state !== expected) drifts.push({ kind: 'OTHER_STATE', ...about, found: account.state });
  if (written(account.address) !== written(address))
    drifts.push({ kind: 'OTHER_ADDRESS', ...about, found: account.state, foundAddress: account.address });
  return drifts;
}

/**
 * Where a whole list and the registry differ: the mailboxes in their order, then the accounts unknown to the registry in theirs. Mailboxes with an
 * open order, or expected as PENDING, are left out with their accounts. A mailbox whose account is gone while another account holds its address is
 * MISSING, and the other account UNKNOWN_THERE with the id of the mailbox.
 */
export function compare(expected: readonly ExpectedMailbox[], found: readonly Account[]): Drift[] {
  const pairs = accountsOf(expected, found);
  const drifts = expected.flatMap((mailbox) =>
    mailbox.hasOpenOrder || mailbox.expected === 'PENDING' ? [] : driftsOf(mailbox, pairs.get(mailbox)),
  );
  const known = new Set(pairs.values());
  const holders = new Map(expected.map((mailbox) => [written(mailbox.address), mailbox.mailboxId]));
  for (const account of found) {
    if (known.has(account)) continue;
    const { accountId, address, state, name } = account;
    const mailboxId = holders.get(written(address));
    drifts.push({
      kind: 'UNKNOWN_THERE',
      ...(mailboxId && { mailboxId }),
      accountId,
      address,
      expected: 'NONE',
      found: state,
      ...(name && { name }),
    });
  }
  return drifts;
}

/** Whether so many mailboxes and accounts differ (more than 5 %, and more than 10) that nothing may be repaired before an administrator has looked. */
export function isTooMuch(drifts: readonly Drift[], accounts: number): boolean {
  const differing = new Set(drifts.map(({ mailboxId, accountId }) => mailboxId ?? accountId)).size;
  return differing > 10 && differing * 20 > accounts;
}

/** Whether a list has fewer entries than the last whole one by more than 20 %: then it is not taken for whole. */
export const isListShort = (count: number, countLastTime: number | null | undefined): boolean =>
  countLastTime != null && (countLastTime - count) * 5 > countLastTime;

/** A mailbox of the registry that has no account yet. */
export interface RegistryMailbox {
  mailboxId: string;
  address: string;
  /** Of its holder; left out for an office's or a machine's. */
  name?: string;
}

export type MatchClass = 'EXACT' | 'ADDRESS_ONLY' | 'NAME_ONLY' | 'ONLY_THERE' | 'ONLY_HERE';

/** Mailboxes and accounts that may be the same. Every mailbox and every account stands in exactly one match of a report. */
export interface Match {
  /**
   * EXACT: one mailbox and one account with the same address and name (or made by this product for this mailbox). ADDRESS_ONLY: the same address; the
   * name is another or is not told, or several accounts hold it. NAME_ONLY: all that bear a name and have no other match; a person chooses.
   */
  class: MatchClass;
  mailboxes: readonly RegistryMailbox[];
  accounts: readonly Account[];
}

/** The words of a name without case, diacritics, punctuation and order: `Nguyễn Văn An` is `An Nguyen Van`; empty where there is no name. */
export const nameKey = (name: string | undefined): string => (searchKey(name ?? '').match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');

/** The matching report of a first connection; a person confirms from it, nothing is adopted. */
export function matches(registryMailboxes: readonly RegistryMailbox[], accounts: readonly Account[]): Match[] {
  const byAddress = groupBy(accounts, ({ address }) => written(address));
  const found: Match[] = [];
  const alone: RegistryMailbox[] = [];
  for (const mailbox of registryMailboxes) {
    const address = written(mailbox.address);
    const holders = byAddress.get(address);
    byAddress.delete(address);
    const [first] = holders ?? [];
    if (!holders || !first) {
      alone.push(mailbox);
      continue;
    }
    const key = nameKey(mailbox.name);
    const isSame = first.accountId === mailbox.mailboxId || (key !== '' && key === nameKey(first.name));
    found.push({ class: holders.length === 1 && isSame ? 'EXACT' : 'ADDRESS_ONLY', mailboxes: [mailbox], accounts: holders });
  }
  const strangers = [...byAddress.values()].flat();
  const byName = groupBy(strangers, ({ name }) => nameKey(name));
  const onlyHere: Match[] = [];
  for (const [key, mailboxes] of groupBy(alone, ({ name }) => nameKey(name))) {
    const namesakes = key === '' ? undefined : byName.get(key);
    if (namesakes) found.push({ class: 'NAME_ONLY', mailboxes, accounts: namesakes });
    else onlyHere.push(...mailboxes.map((mailbox): Match => ({ class: 'ONLY_HERE', mailboxes: [mailbox], accounts: [] })));
    if (namesakes) byName.delete(key);
  }
  const onlyThere = [...byName.values()].flat().map((account): Match => ({ class: 'ONLY_THERE', mailboxes: [], accounts: [account] }));
  return [...found, ...onlyThere, ...onlyHere];
}
