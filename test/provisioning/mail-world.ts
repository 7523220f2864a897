/** A city with a real mail system beside it: a database of accounts, reached by the SQL connector over a way that can be cut. */
import { perform } from '../../server/identity/command.js';
import { executeBound } from '../../server/kernel/bulk.js';
import { adopt } from '../../server/provisioning/adopting.service.js';
import { MailRunner, mailRunnerOf } from '../../server/provisioning/mail-runner.js';
import { createSystem, switchSystem } from '../../server/provisioning/mail-system.service.js';
import { holdMailbox, type NewOrder, writeOrder } from '../../server/provisioning/order-writing.js';
import type { FoundState } from '../../server/provisioning/connector.js';
import type { World } from '../support/world.js';
import { openSqlBench, type SqlBench } from './connectors/sql-bench.js';

export const SYSTEM = 'Thư thành phố';

export interface OrderSeen {
  id: string;
  number: number;
  kind: string;
  state: string;
  attempts: number;
  message: string | null;
  verified: boolean;
  connector: string;
  heldFor: string | null;
  nextTryAt: Date | null;
  passwordHash: string | null;
}

export class MailWorld {
  systemId = '';

  private constructor(
    readonly world: World,
    readonly bench: SqlBench,
  ) {}

  static async open(world: World): Promise<MailWorld> {
    const bench = await openSqlBench();
    await bench.run(`insert into mail_domain values ('snv.example')`);
    return new MailWorld(world, bench);
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  get runner(): MailRunner {
    return mailRunnerOf(this.world.ground);
  }

  get admin() {
    return this.world.as('ADMIN');
  }

  /** Records the mail system, switched on unless told otherwise. */
  async connect({ domains = ['snv.example'], isOn = true, mostAnHour = 100_000 } = {}): Promise<string> {
    const url = new URL(this.bench.productUrl);
    url.port = String(this.bench.way.port);
    this.systemId = await createSystem(this.admin, {
      name: SYSTEM,
      kind: 'SQL',
      domains,
      settings: { timeLimitSeconds: 5 },
      secrets: { databaseUrl: url.toString() },
      mostAnHour,
    });
    await this.bench.run('delete from mailbox');
    if (isOn) await switchSystem(this.admin, { id: this.systemId, isOn: true, acceptsEmbedded: true });
    return this.systemId;
  }

  /** So many officers of an agency whose mailboxes are on the mail system already, matched. */
  async people(count: number, agency?: string): Promise<{ officerId: string; mailboxId: string; address: string }[]> {
    const home = agency ?? (await this.world.agency());
    const made: { officerId: string; mailboxId: string; address: string }[] = [];
    for (let i = 0; i < count; i++) {
      const address = `nguoi${i}.${Math.random().toString(36).slice(2, 7)}@snv.example`;
      const officerId = await this.world.officer(home, {
        fullName: `Lê Văn ${String.fromCharCode(65 + (i % 26))}`,
        mailboxAddress: address,
        sinceOn: '2020-01-01',
      });
      made.push({ officerId, mailboxId: await this.mailboxOf(officerId), address });
    }
    await this.existing(made.map(({ address }) => address));
    return made;
  }

  /** Accounts that were there before, and the match with the registry confirmed. */
  async existing(addresses: readonly string[]): Promise<void> {
    const holders = await this.rows<{ address: string; name: string }>(
      `select m.address, o.full_name as name from mailbox m join officer o on o.id = m.officer_id where m.address = any($1::text[])`,
      [addresses],
    );
    for (const { address, name } of holders)
      await this.bench.run(
        `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb, fence) values (gen_random_uuid(), $1, split_part($1, '@', 2), $2, '{X}x', 'active', 100, 0)`,
        [address, name],
      );
    const { refused } = await adopt(this.admin, { connector: SYSTEM, allExact: true });
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }

  async mailboxOf(officerId: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>('select mailbox_id as id from officer where id = $1::uuid', [officerId]);
    return row!.id;
  }

  /** An order, as a decision or an administrator would give it; `want` also sets what decisions want. */
  async order(mailboxId: string, kind: NewOrder['kind'], more: Partial<NewOrder> = {}): Promise<string> {
    const want = { REVOKE: 'REVOKED', RESTORE: 'ACTIVE', SUSPEND: 'SUSPENDED', PROVISION: 'ACTIVE' }[kind as string];
    return perform(this.world.system(), async (act) => {
      act.allowAnyone('a test');
      act.unchanged();
      const mailbox = (await holdMailbox(act, mailboxId))!;
      if (want) await executeBound(act.em, 'update mailbox set expected_state = $2 where id = $1::uuid', [mailboxId, want]);
      return writeOrder(act, { kind, mailbox, ...more });
    });
  }

  async seen(id: string): Promise<OrderSeen> {
    const [row] = await this.rows<OrderSeen>(
      `select id, number, kind, state, attempts, message, verified, connector, held_for as "heldFor", next_try_at as "nextTryAt", password_hash as "passwordHash" from mail_order where id = $1::uuid`,
      [id],
    );
    return row!;
  }

  async mailbox(id: string): Promise<{
    state: string;
    expectedState: string;
    connector: string | null;
    isVerified: boolean;
    awaitsPassword: boolean;
    isLocked: boolean;
  }> {
    const [row] = await this.rows<any>(
      `select state, expected_state as "expectedState", connector, verified_at is not null as "isVerified", awaits_password as "awaitsPassword", locked_until is not null as "isLocked" from mailbox where id = $1::uuid`,
      [id],
    );
    return row;
  }

  /** The state at the mail system, read past the connector. */
  there(address: string): Promise<FoundState> {
    return this.bench.stateSeen(address);
  }

  rows<R extends object>(statement: string, values: unknown[] = []): Promise<R[]> {
    return executeBound<R>(this.world.ground.orm.em.fork(), statement, values);
  }

  /** The city's clock goes on. */
  later(seconds: number): void {
    const { clock } = this.world.ground;
    clock.stopAt(new Date(clock.now().getTime() + seconds * 1_000));
  }
}
