/** What postgres.mjs offers to TypeScript. */
export interface Cluster {
  /** DATABASE_URL of a database `hopthu`, as a superuser. */
  url: string;
  folder: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
  /** Stops the server; data and port stay. */
  halt(): Promise<void>;
  /** Starts it again. */
  resume(): Promise<void>;
}

export function findPostgres(): string | undefined;
export function startPostgres(options?: { settings?: Record<string, string> }): Promise<Cluster>;
