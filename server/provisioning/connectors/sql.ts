/**
 * How does an account of a mail system whose accounts are rows of a PostgreSQL table follow an order? Observe, write in one statement that compares
 * the fence, let the mail server forget and end sessions, read back. Nothing is ever deleted: a revoked account keeps its row and its mail.
 */
import { createHash } from 'node:crypto';
import {
  type AccountState,
  type Account,
  type AccountList,
  type Capabilities,
  type Change,
  type Forwarding,
  type Health,
  type MailConnector,
  type NewAccount,
  type Observed,
  type Operation,
  type Result,
  type Target,
  Unreachable,
} from '../connector.js';
import { type SettingValue, withUsual } from '../setting-fields.rules.js';
import { MailServer, type Settled } from './mail-server.js';
import { checkSql } from './sql-check.js';
import { type Asking, isFenceRefused, NO_SUCH_VALUE, outcomeOf, SqlDoor, SqlFault } from './sql-door.js';
import { listSql } from './sql-list.js';
import { type Shape, shapeOf, sqlSettingFields, stateMeant } from './sql-shape.rules.js';
import {
  add,
  change,
  type ChangedRow,
  compare,
  find,
  forwardingOf,
  rendered,
  type Row,
  type Statement,
  type Written,
  written,
} from './sql-statements.rules.js';

type FoundRow = Row & { is_same: boolean };

const NEWER = 'a newer order was carried out';
const MISSING = 'there is no such account';

/** Nothing was written, and this is why. */
class Declined extends Error {
  constructor(
    message: string,
    readonly state?: Result['before'],
  ) {
    super(message);
  }
}

/** What a write came to, before anything was verified. */
interface Wrote {
  accountId: string;
  address: string;
  before: NonNullable<Result['before']>;
  after: AccountState;
  isSame: boolean;
}

class SqlConnector implements MailConnector {
  constructor(
    readonly name: string,
    private readonly shape: Shape,
    private readonly door: SqlDoor,
    private readonly server: MailServer | undefined,
  ) {}

  capabilities(): Capabilities {
    return {
      suspendKeepsDelivery: this.shape.states.SUSPENDED !== undefined,
      endSessions: this.server !== undefined,
      forward: this.shape.columns.forward !== undefined,
      resetPassword: true,
      list: 'complete',
      verify: 'readback',
    };
  }

  /** The account, and another one that holds the address. */
  private async find(ask: Asking, { accountId, address }: Pick<Target, 'accountId' | 'address'>): Promise<{ mine?: Row; other?: Row }> {
    const { text, values } = find(this.shape, accountId, address);
    const rows = await ask<FoundRow>(text, values);
    return { mine: rows.find((row) => row.is_same), other: rows.find((row) => !row.is_same) };
  }

  private stateOf(row: Row): AccountState {
    const state = stateMeant(this.shape, row.state);
    if (!state)
      throw new Declined(`the account of ${row.address} has the state ${JSON.stringify(row.state)}, which the settings do not name`);
    return state;
  }

  /** One order: what is read before the write may fail without anything being unknown. */
  private async carryOut(
    work: (ask: Asking, writing: <R>(run: () => Promise<R>) => Promise<R>) => Promise<Wrote>,
  ): Promise<Wrote | Result> {
    let isSent = false;
    try {
      return await this.door.with((ask) =>
        work(ask, (run) => {
          isSent = true;
          return run();
        }),
      );
    } catch (fault) {
      if (fault instanceof Declined) return { outcome: 'permanent', ...stateBoth(fault.state), verified: false, message: fault.message };
      if (!(fault instanceof SqlFault)) throw fault;
      if (!isSent && fault.code === NO_SUCH_VALUE) return { outcome: 'permanent', verified: false, message: MISSING };
      if (isFenceRefused(fault)) return { outcome: 'permanent', verified: false, message: NEWER };
      const outcome = isSent || fault.stage !== 'lost' ? outcomeOf(fault) : 'retryable';
      return { outcome, verified: false, message: fault.message };
    }
  }

  private async write(ask: Asking, row: Row, fence: number, what: Written): Promise<Wrote> {
    const before = this.stateOf(row);
    const { text, values } = change(this.shape, row.id, fence, what);
    const [changed] = await ask<ChangedRow>(text, values);
    if (!changed) {
      const { mine } = await this.find(ask, { accountId: row.id, address: row.address });
      throw mine ? new Declined(NEWER, stateMeant(this.shape, mine.state)) : new Declined(MISSING);
    }
    const after = what.state === undefined ? before : stateMeant(this.shape, String(what.state))!;
    return {
      accountId: row.id,
      address: row.address,
      before: stateMeant(this.shape, changed.before) ?? before,
      after,
      isSame: changed.is_same,
    };
  }

  /** Mail server first, then the database: what is read last is what holds. */
  private async verified(wrote: Wrote, what: Written, endsSessions: boolean): Promise<Result> {
    const { accountId, address, before, after, isSame } = wrote;
    const settled: Settled = (await this.server?.settle(address, after, { endsSessions })) ?? { isSettled: true };
    let isReadBack = false;
    let message = settled.message;
    try {
      const { text, values } = compare(this.shape, accountId, what);
      const [row] = await this.door.with((ask) => ask<{ is_same: boolean }>(text, values));
      isReadBack = row?.is_same ?? false;
      if (!isReadBack) message ??= 'the account no longer is as it was written';
    } catch (fault) {
      if (!(fault instanceof SqlFault)) throw fault;
      message = `not read back: ${fault.message}`;
    }
    const { liveSessionsRemaining } = settled;
    return {
      outcome: isSame ? 'unchanged' : 'changed',
      accountId,
      before,
      after,
      ...(liveSessionsRemaining !== undefined && { liveSessionsRemaining }),
      verified: isReadBack && settled.isSettled,
      ...(message && { message }),
    };
  }

  /** An order about an account that must be there. */
  private async alter(target: Target, what: Written, endsSessions: boolean): Promise<Result> {
    const wrote = await this.carryOut(async (ask, writing) => {
      const { mine } = await this.find(ask, target);
      if (!mine) throw new Declined(MISSING, 'NONE');
      return writing(() => this.write(ask, mine, target.fence, what));
    });
    return 'outcome' in wrote ? wrote : this.verified(wrote, what, endsSessions);
  }

  async provision(account: NewAccount): Promise<Result> {
    const what = written.account(this.shape, account);
    const wrote = await this.carryOut(async (ask, writing) => {
      for (let attempt = 0; ; attempt += 1) {
        const { mine, other } = await this.find(ask, account);
        if (other) throw new Declined(`another account holds this address: ${account.address}`);
        if (mine && mine.address.toLowerCase() !== account.address) throw new Declined(`this account has the address ${mine.address}`);
        if (mine) return writing(() => this.write(ask, mine, account.fence, what));
        const { text, values } = add(this.shape, account);
        const [made] = await writing(() => ask<{ id: string }>(text, values));
        if (made) return { accountId: made.id, address: account.address, before: 'NONE', after: 'ACTIVE', isSame: false };
        // Somebody was faster; now it is there, or the address is taken.
        if (attempt > 0) throw new Declined(`the table takes no account with the address ${account.address}`);
      }
    });
    return 'outcome' in wrote ? wrote : this.verified(wrote, what, false);
  }

  suspend(target: Target): Promise<Result> {
    if (!this.shape.states.SUSPENDED)
      return Promise.resolve({ outcome: 'permanent', verified: false, message: 'this system has no state for suspended accounts' });
    return this.alter(target, written.state(this.shape, 'SUSPENDED'), true);
  }

  restore(target: Target): Promise<Result> {
    return this.alter(target, written.state(this.shape, 'ACTIVE'), false);
  }

  revoke(target: Target): Promise<Result> {
    return this.alter(target, written.state(this.shape, 'REVOKED'), true);
  }

  resetPassword(target: Target, passwordHash: string): Promise<Result> {
    return this.alter(target, written.password(passwordHash), false);
  }

  forward(target: Target, forwarding: Forwarding): Promise<Result> {
    if (!this.shape.columns.forward)
      return Promise.resolve({ outcome: 'permanent', verified: false, message: 'this system has no column for forwarding' });
    return this.alter(target, written.forwarding(this.shape, target.address, forwarding), false);
  }

  /** Asks; what cannot be asked is `Unreachable`. */
  private async asking<T>(work: (ask: Asking) => Promise<T>, none: T): Promise<T> {
    try {
      return await this.door.with(work);
    } catch (fault) {
      if (fault instanceof SqlFault && fault.code === NO_SUCH_VALUE) return none;
      if (fault instanceof SqlFault || fault instanceof Declined) throw new Unreachable(fault.message);
      throw fault;
    }
  }

  async plan(operation: Operation, account: NewAccount): Promise<Change[]> {
    const { mine, other } = await this.asking((ask) => this.find(ask, account), {});
    const shown = (statement: Statement): Change => ({ means: 'sql', text: rendered(statement) });
    if (operation === 'PROVISION' && !mine)
      return other ? [] : [shown(add(this.shape, account)), ...(this.server?.planned(account.address, 'ACTIVE') ?? [])];
    const what = this.planned(operation, account);
    if (!mine || !what) return [];
    const state = stateMeant(this.shape, String(what.state ?? mine.state)) ?? 'ACTIVE';
    return [shown(change(this.shape, mine.id, account.fence, what)), ...(this.server?.planned(mine.address, state) ?? [])];
  }

  private planned(operation: Operation, account: NewAccount): Written | undefined {
    const { shape } = this;
    switch (operation) {
      case 'PROVISION':
        return written.account(shape, account);
      case 'SUSPEND':
        return shape.states.SUSPENDED === undefined ? undefined : written.state(shape, 'SUSPENDED');
      case 'RESTORE':
        return written.state(shape, 'ACTIVE');
      case 'REVOKE':
        return written.state(shape, 'REVOKED');
      case 'RESET_PASSWORD':
        return written.password(account.passwordHash);
      case 'FORWARD':
        return shape.columns.forward ? written.forwarding(shape, account.address, account) : undefined;
    }
  }

  async observe(target: Pick<Target, 'accountId' | 'address'>): Promise<Observed> {
    const row = await this.asking(async (ask) => (await this.find(ask, target)).mine, undefined);
    if (!row) return { state: 'NONE' };
    const state = await this.asking(async () => this.stateOf(row), undefined);
    const forwarding = forwardingOf(this.shape, row);
    return {
      state: state!,
      accountId: row.id,
      address: row.address,
      ...(forwarding && { forwarding }),
      ...(await this.server?.seen(row.address)),
      etag: createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22),
      fence: Number(row.fence),
    };
  }

  list(): AccountList {
    return listSql(this.door, this.shape, (row): Account | undefined => {
      const state = stateMeant(this.shape, row.state);
      return state && { accountId: row.id, address: row.address, ...(row.name && { name: row.name }), state };
    });
  }

  check(): Promise<Health> {
    return checkSql(this.door, this.shape, this.server);
  }

  close(): Promise<void> {
    return this.door.close();
  }
}

const stateBoth = (state: Result['before']): Pick<Result, 'before' | 'after'> => (state ? { before: state, after: state } : {});

/** Settings by `sqlSettingFields`; secrets `databaseUrl` and, with doveadm, `doveadmKey`. Connects when it is first asked something. */
export function sqlConnector(
  name: string,
  settings: Readonly<Record<string, SettingValue>>,
  secrets: Readonly<Record<string, string>>,
): MailConnector {
  const all = withUsual(sqlSettingFields, settings);
  const timeLimitSeconds = Number(all['timeLimitSeconds']);
  const { doveadmUrl } = all;
  const server = doveadmUrl
    ? new MailServer({
        url: String(doveadmUrl),
        key: secrets['doveadmKey'] ?? '',
        timeLimitSeconds,
        endOthersToo: all['endOthersToo'] === true,
        asksDovecot: all['asksDovecot'] !== false,
      })
    : undefined;
  return new SqlConnector(name, shapeOf(all), new SqlDoor(secrets['databaseUrl'] ?? '', timeLimitSeconds), server);
}
