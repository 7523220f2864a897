/** Which store is meant? By the environment: DATABASE_URL, HOPTHU_DATA, HOPTHU_TIME_ZONE. Light, so that the command line can look before it loads the rest. */
import { resolve } from 'node:path';
import type { Logger } from 'pino';

export interface StoreChoice {
  /** PostgreSQL; without it the embedded store. */
  databaseUrl?: string;
  /** Folder of the embedded store and of spooled uploads. */
  dataFolder: string;
  /** Keeps the embedded store in memory; for tests. */
  inMemory?: boolean;
  /** What the store in memory begins with; for tests. */
  beginsWith?: Blob;
  /** Shown to whoever finds the store in use: `hopthu serve`. */
  purpose: string;
  timeZone?: string;
  /** Applies missing migrations; on PostgreSQL only over the owner's connection, or where the role is the owner and that is allowed. */
  migrates?: boolean;
  /** PostgreSQL as the owner of the tables, for migrations only. */
  ownerUrl?: string;
  /** Opens PostgreSQL with a warning though the role owns the tables or is a superuser. */
  allowsOwner?: boolean;
  log?: Logger;
  /** Of the log, where none is given: `warn` unless said otherwise. */
  logLevel?: string;
}

/** What is chosen by the environment: DATABASE_URL, HOPTHU_OWNER_URL, HOPTHU_ALLOW_OWNER, HOPTHU_DATA, HOPTHU_TIME_ZONE. */
export function choiceOfEnvironment(purpose: string, env: NodeJS.ProcessEnv = process.env): StoreChoice {
  return {
    databaseUrl: env.DATABASE_URL || undefined,
    dataFolder: resolve(env.HOPTHU_DATA || 'data'),
    timeZone: env.HOPTHU_TIME_ZONE || undefined,
    purpose,
    migrates: true,
    logLevel: env.HOPTHU_LOG || undefined,
    ownerUrl: env.HOPTHU_OWNER_URL || undefined,
    allowsOwner: env.HOPTHU_ALLOW_OWNER === '1',
  };
}
