/**
 * Where acts wait until a file is read to its end: a table of its own for each import, filled by COPY while reading goes on, so that
 * memory stays flat. Nothing of it counts before the merge; a file that was cut off by a crash is simply read again.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { copyChunks } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { type Act, type ActSink, COUNTERS, type DayRow } from './act.rules.js';

const TEXT_A_CHUNK = 1 << 20;
const ACT_COLUMNS = ['address', 'counter', 'day', 'hash', 'once', 'message', 'session'];
const ROW_COLUMNS = ['address', 'seq', 'day', 'sent', 'read', 'logins', 'received', 'forwarded', 'polled'];
const COUNTER_NUMBER = Object.fromEntries(COUNTERS.map((name, i) => [name, i])) as Record<Act['counter'], number>;

/** Schema of these tables: the only one in which the server's own database role may make any. */
const SCHEMA = 'staging';

export const stagingTable = (importNumber: number): string => `${SCHEMA}.evidence_staged_${importNumber}`;

export class Staging implements ActSink {
  /** Addresses in order of appearance; staged rows name them by their place, from 1. */
  readonly addresses: string[] = [];
  readonly droppedSessions = new Set<bigint>();
  private readonly places = new Map<string, number>();
  private text = '';
  private rows = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly ground: Ground,
    readonly table: string,
    private readonly isReport: boolean,
  ) {}

  async make(): Promise<void> {
    const columns = this.isReport
      ? 'address int, seq int, day int, sent int, read int, logins int, received int, forwarded int, polled boolean'
      : 'address int, counter smallint, day int, hash bigint, once smallint, message bigint, session bigint';
    const em = this.ground.orm.em.fork();
    await em.execute(`drop table if exists ${this.table}`);
    await em.execute(`create unlogged table ${this.table} (${columns})`);
  }

  async drop(): Promise<void> {
    await this.writing.catch(() => undefined);
    await this.ground.orm.em.fork().execute(`drop table if exists ${this.table}`);
  }

  act(act: Act): void {
    const { message, session } = act;
    this.text += `${this.placeOf(act.address)}\t${COUNTER_NUMBER[act.counter]}\t${act.day}\t${act.identity}\t${act.isOnce ? 1 : 0}\t${message ?? '\\N'}\t${session ?? '\\N'}\n`;
  }

  row(row: DayRow): void {
    const { sent, read, logins, received, forwarded, isPolled } = row;
    this.text += `${this.placeOf(row.address)}\t${++this.rows}\t${row.day}\t${sent}\t${read}\t${logins}\t${received}\t${forwarded}\t${isPolled ? 't' : 'f'}\n`;
  }

  dropSession(session: bigint): void {
    this.droppedSessions.add(session);
  }

  /** Waits only when reading is ahead of the database by more than a chunk. */
  async keepUp(): Promise<void> {
    if (this.text.length >= TEXT_A_CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    await this.writing;
    if (!this.text) return;
    const text = this.text;
    this.text = '';
    this.writing = copyChunks(this.ground, this.table, this.isReport ? ROW_COLUMNS : ACT_COLUMNS, [text]);
    this.writing.catch(() => undefined);
  }

  /** Everything given so far is in the table. */
  async finish(): Promise<void> {
    await this.flush();
    await this.writing;
  }

  private placeOf(address: string): number {
    let place = this.places.get(address);
    if (place === undefined) {
      this.addresses.push(address);
      place = this.addresses.length;
      this.places.set(address, place);
    }
    return place;
  }
}

/** Tables of imports, with the numbers of theirs. */
export async function leftStaging(em: SqlEntityManager): Promise<{ name: string; number: number }[]> {
  const tables = await em.execute<{ name: string }[]>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = '${SCHEMA}' and tablename like 'evidence\\_staged\\_%'`,
  );
  return tables.map(({ name }) => ({ name, number: Number(/\d+$/.exec(name)?.[0]) }));
}

/** Tables left behind by a server that was stopped while importing. */
export async function dropLeftStaging(ground: Ground, running: readonly number[]): Promise<void> {
  const em = ground.orm.em.fork();
  for (const { name, number } of await leftStaging(em)) if (!running.includes(number)) await em.execute(`drop table if exists ${name}`);
}
