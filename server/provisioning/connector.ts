/**
 * What may be asked of a mail system? The port that every connector fills: accounts are named by their account id, never by the address alone; each
 * operation observes, compares, writes and observes again, and carries a fence, so that a worker that woke late cannot undo a newer order (G-8).
 */
import type { Text } from '../kernel/language.js';

/** A state of an account that exists: opens and receives; receives only; neither, the mail kept. */
export type AccountState = 'ACTIVE' | 'SUSPENDED' | 'REVOKED';
export type FoundState = AccountState | 'NONE';

/** Whom an order means. A fence is a whole number that grows from order to order of the same account; the target refuses a lower one. */
export interface Target {
  accountId: string;
  /** Lower case. */
  address: string;
  fence: number;
}

export interface Forwarding {
  forwardTo: readonly string[];
  /** Whether a copy stays in the mailbox. */
  keepCopy: boolean;
}

export interface NewAccount extends Target, Forwarding {
  /** Full name of the holder. */
  name: string;
  /** In the form `{SCHEME}hash` that mail systems read; `mail-password.ts` makes them. */
  passwordHash: string;
  quotaMb: number;
}

export type Outcome =
  /** Written and read back, or written with something left to do (`liveSessionsRemaining`). */
  | 'changed'
  /** It was so already. */
  | 'unchanged'
  /** Nothing was written; the same may be asked again later. */
  | 'retryable'
  /** Nothing was written, and asking again would not help: a person must look. */
  | 'permanent'
  /** Nobody knows whether it was written: settled by observing, never by writing again. */
  | 'unknown';

export interface Result {
  outcome: Outcome;
  /** The system's own id of the account, where it gives one (LDAP: entryUUID). */
  accountId?: string;
  before?: FoundState;
  after?: FoundState;
  /** Sessions that could not be ended; left out where the system cannot say. */
  liveSessionsRemaining?: number;
  /** Whether the result was read back from the system. */
  verified: boolean;
  /** What the system said, secrets blanked; for administrators. */
  message?: string;
  /** When the system said so itself. */
  retryAfterSeconds?: number;
}

export interface Observed {
  state: FoundState;
  accountId?: string;
  address?: string;
  forwarding?: Forwarding;
  /** Live sessions; left out where the system cannot say. */
  sessions?: number;
  inbox?: { messages: number; unseen: number };
  /** Version of the account at the system. */
  etag?: string;
  /** The fence of the last order that was written. */
  fence?: number;
}

/** One account of a list. */
export interface Account {
  accountId: string;
  address: string;
  name?: string;
  state: AccountState;
}

/** A list that says at its end whether it was whole; nothing is ever concluded from a partial one. */
export interface AccountList extends AsyncIterable<Account> {
  /** Settles when the walk has ended, also by a fault or when the walker left early (then false). Never rejects. */
  readonly complete: Promise<boolean>;
  /** Why it is not complete, once `complete` is false. */
  readonly problem: () => string | undefined;
}

export interface Capabilities {
  /** Whether a suspended mailbox goes on receiving. Without it SUSPEND is refused when the order is planned. */
  suspendKeepsDelivery: boolean;
  endSessions: boolean;
  forward: boolean;
  resetPassword: boolean;
  list: 'complete' | 'partial' | 'none';
  verify: 'login' | 'readback' | 'none';
}

export type Operation = 'PROVISION' | 'SUSPEND' | 'RESTORE' | 'REVOKE' | 'RESET_PASSWORD' | 'FORWARD';

/** What an operation would do: the exact statement, modification or request with its values, secrets blanked. */
export interface Change {
  /** `sql`, `ldap`, `scim`, `doveadm`, `file`. */
  means: string;
  text: string;
}

export interface Health {
  isWell: boolean;
  /** One line per thing that was tried. */
  steps: { name: Text; isWell: boolean; detail?: string }[];
}

export interface MailConnector {
  readonly name: string;
  capabilities(): Capabilities;
  /** What the operation would do now; nothing is written. */
  plan(operation: Operation, account: NewAccount): Promise<Change[]>;
  provision(account: NewAccount): Promise<Result>;
  suspend(target: Target): Promise<Result>;
  restore(target: Target): Promise<Result>;
  revoke(target: Target): Promise<Result>;
  resetPassword(target: Target, passwordHash: string): Promise<Result>;
  forward(target: Target, forwarding: Forwarding): Promise<Result>;
  /** The account with this id; `state` NONE where there is none. Throws `Unreachable` when the system cannot be asked. */
  observe(target: Pick<Target, 'accountId' | 'address'>): Promise<Observed>;
  list(): AccountList;
  /** Tries every part of the connection; writes nothing. */
  check(): Promise<Health>;
  close(): Promise<void>;
}

/** The system could not be asked: nothing is known about the account. */
export class Unreachable extends Error {
  constructor(
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'Unreachable';
  }
}
