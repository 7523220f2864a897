/** What every room stands on: the store, the clock, the key, the outbox. Made once by store/open, handed to every command and read. */
import type { PGlite } from '@electric-sql/pglite';
import type { MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager, AbstractSqlDriver } from '@mikro-orm/sql';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { CalendarBook } from './calendar-book.js';
import type { Clock } from './clock.js';
import type { KeyedHash } from './keyed-hash.js';
import type { Metrics } from './metrics.js';
import type { Outbox } from './outbox.js';
import type { Reader } from './read.js';
import type { Routines } from './routines.js';

/** The database driver beneath the ORM, for named statements and COPY. */
export type Native = { kind: 'embedded'; pglite: PGlite } | { kind: 'server'; pool: Pool };

export interface Ground {
  readonly orm: MikroORM<AbstractSqlDriver, SqlEntityManager>;
  readonly native: Native;
  readonly read: Reader;
  readonly clock: Clock;
  readonly calendars: CalendarBook;
  readonly key: KeyedHash;
  readonly outbox: Outbox;
  /** What is done regularly. */
  readonly routines: Routines;
  /** Folder for spooled uploads, the embedded store and its lock. */
  readonly dataFolder: string;
  /** The demonstration city allows periods of 0 days and known passwords (L-2). */
  readonly isDemonstration: boolean;
  /** Whether rights that need a second factor ask for it; only the demonstration city may switch this off (G-18). */
  readonly asksSecondFactor: boolean;
  readonly log: Logger;
  /** Figures for /metrics; any room may add to them. */
  readonly metrics: Metrics;
}
