/** What stands on the bench of the conformance suite: a real system with its connector, and accounts that follow orders. */
import type { FoundState, MailConnector, NewAccount, Operation, Result, Target } from '../../server/provisioning/connector.js';

export interface Bench {
  connector: MailConnector;
  /** An account id as the product gives it. */
  newId(): string;
  /** Read past the connector. */
  stateSeen(address: string): Promise<FoundState>;
  /** Whether the stored password is this one, read past the connector; left out where that cannot be seen. */
  passwordFits?(address: string, password: string): Promise<boolean>;
  /** A password as this system keeps it; left out where it is `mailPasswordHash`. */
  hashOf?(password: string): Promise<string>;
  /** What the system has no place for; the cases about it then ask for less. */
  lacks?: readonly 'fence'[];
  /** Cuts the way between connector and system; what it answers with mends it. */
  breakOff?(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** An account on the bench: its first password, and its target with a fence that grows from call to call. */
export interface Tenant {
  account: NewAccount;
  password: string;
  next(): Target;
  at(fence: number): Target;
}

export type BenchOf = () => Bench;

let counter = 0;
/** A local part that no other test uses. */
export const fresh = (word = 'lan'): string => `${word}.${process.pid}.${Date.now().toString(36)}.${(counter += 1)}`;

export const ordered = (bench: Bench, given: Partial<NewAccount> = {}): NewAccount => ({
  accountId: bench.newId(),
  address: `${fresh()}@example.test`,
  fence: 1,
  name: 'Nguyễn Thị Lan',
  passwordHash: FIRST.hash,
  quotaMb: 200,
  forwardTo: [],
  keepCopy: true,
  ...given,
});

/** Two passwords; their hashes are filled in when the suite begins, as systems keep them differently. */
export const FIRST = { password: 'first-password-of-a-test', hash: '' };
export const SECOND = { password: 'second-password-of-a-test', hash: '' };

/** Provisions an account and answers how the system knows it. */
export async function tenant(bench: Bench, given: Partial<NewAccount> = {}): Promise<Tenant> {
  const account = ordered(bench, given);
  const result = await bench.connector.provision(account);
  if (result.outcome !== 'changed') throw new Error(`not provisioned: ${result.outcome} ${result.message ?? ''}`);
  return tenantOf(account, result);
}

export function tenantOf(account: NewAccount, result: Result): Tenant {
  const accountId = result.accountId ?? account.accountId;
  let fence = account.fence;
  const at = (number: number): Target => ({ accountId, address: account.address, fence: number });
  return { account, password: FIRST.password, at, next: () => at((fence += 1)) };
}

export const OPERATIONS: readonly Operation[] = ['PROVISION', 'SUSPEND', 'RESTORE', 'REVOKE', 'RESET_PASSWORD', 'FORWARD'];

/** Carries one of the state orders out. */
export const carryOut = (connector: MailConnector, operation: 'SUSPEND' | 'RESTORE' | 'REVOKE', target: Target): Promise<Result> =>
  ({ SUSPEND: connector.suspend, RESTORE: connector.restore, REVOKE: connector.revoke })[operation].call(connector, target);
