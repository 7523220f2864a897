/**
 * How is a mail system's database asked, and what is known when it does not answer? A few connections of the connector's own, every call with a time
 * limit; a fault says whether the statement may have been carried out.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Outcome } from '../connector.js';
import { FENCE_REFUSED } from './sql-schema.js';

/** `connect`: nothing was asked. `refused`: the database answered and did nothing. `lost`: no answer came. */
export type Stage = 'connect' | 'refused' | 'lost';

export class SqlFault extends Error {
  constructor(
    message: string,
    readonly stage: Stage,
    /** SQLSTATE, where the database gave one. */
    readonly code?: string,
  ) {
    super(message);
    this.name = 'SqlFault';
  }
}

/** The text stands for no value of the column's type: there can be no such account. */
export const NO_SUCH_VALUE = '22P02';

/** Connections that stay open; orders at once beyond them wait. */
const MOST_CONNECTIONS = 5;
const IDLE_MILLISECONDS = 10_000;

/** SQLSTATEs with which the database may have broken off in the middle of what it was doing. */
const BROKEN_OFF = /^(57P01|57P02|08|58)/;
/** What concerns this one order: its values, and what the table demands of them. */
const ABOUT_THE_ORDER = /^(22|23|P0|HF)/;

/**
 * What became of a statement that writes. What is wrong with the connection or its rights, not with the order, is `retryable`: the order keeps its place
 * until an administrator has mended it.
 */
export function outcomeOf({ stage, code = '' }: SqlFault): Outcome {
  if (stage === 'lost') return 'unknown';
  if (stage === 'refused' && ABOUT_THE_ORDER.test(code)) return 'permanent';
  return 'retryable';
}

/** Whether the trigger of the product's own table refused it: a newer order was carried out. */
export const isFenceRefused = (fault: SqlFault): boolean => fault.code === FENCE_REFUSED;

export type Asking = <R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<R[]>;

class SqlSession {
  /** Whether all was said that was to be said; if not, the connection is not used again. */
  isAtEnd = false;
  private broken: Error | undefined;
  // Without a listener a connection that breaks between two statements would end the process.
  private readonly breaks = (error: Error): void => void (this.broken = error);

  constructor(
    private readonly client: pg.PoolClient,
    private readonly faultOf: (error: unknown) => SqlFault,
  ) {
    client.on('error', this.breaks);
  }

  readonly ask: Asking = async (text, values = []) => {
    try {
      return (await this.client.query(text, [...values])).rows;
    } catch (error) {
      throw this.faultOf(error);
    }
  };

  release(): void {
    this.client.off('error', this.breaks);
    this.client.release(this.broken ?? !this.isAtEnd);
  }
}

export class SqlDoor {
  private readonly pool: pg.Pool;
  private readonly secrets: readonly string[];

  constructor(url: string, timeLimitSeconds: number) {
    const limit = timeLimitSeconds * 1_000;
    this.secrets = URL.canParse(url) ? [url, new URL(url).password, decodeURIComponent(new URL(url).password)] : [url];
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: 'hopthu-provisioning',
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: limit,
      statement_timeout: limit,
      // A little later than the database's own limit, whose answer says more.
      query_timeout: limit + 1_000,
      idle_in_transaction_session_timeout: 60_000,
      idleTimeoutMillis: IDLE_MILLISECONDS,
      keepAlive: true,
      allowExitOnIdle: true,
    });
    // One that breaks while nobody uses it is left out by the pool; whoever asks next notices.
    this.pool.on('error', () => undefined);
  }

  private blanked(text: string): string {
    return this.secrets.filter((secret) => secret.length > 2).reduce((shown, secret) => shown.replaceAll(secret, '(secret)'), text);
  }

  /** A connection for several statements; whoever takes it releases it. */
  async open(): Promise<SqlSession> {
    try {
      const client = await this.pool.connect();
      return new SqlSession(client, (error) => this.faultOf(error));
    } catch (error) {
      throw new SqlFault(this.blanked(messageOf(error)), 'connect', codeOf(error));
    }
  }

  async with<T>(work: (ask: Asking) => Promise<T>): Promise<T> {
    const session = await this.open();
    try {
      const result = await work(session.ask);
      session.isAtEnd = true;
      return result;
    } catch (fault) {
      // The database answered: the connection itself is sound.
      session.isAtEnd = !(fault instanceof SqlFault) || fault.stage === 'refused';
      throw fault;
    } finally {
      session.release();
    }
  }

  private faultOf(error: unknown): SqlFault {
    const code = codeOf(error);
    // Five signs: the database said so itself. Other codes are of the network.
    const isAnswer = error instanceof pg.DatabaseError && code !== undefined && !BROKEN_OFF.test(code);
    return new SqlFault(this.blanked(messageOf(error)), isAnswer ? 'refused' : 'lost', code);
  }

  /** Connections that nobody answers on are not waited for. */
  async close(): Promise<void> {
    const waiting = new AbortController();
    const patience = pause(2_000, undefined, { ref: false, signal: waiting.signal }).catch(() => undefined);
    await Promise.race([this.pool.end(), patience]);
    waiting.abort();
  }
}

const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** Never the detail: it quotes the row, password hash and all. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  const { message } = error as Error;
  return message || codeOf(error) || 'unknown fault';
}
