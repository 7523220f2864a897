/**
 * How do many rows get into the database fast? `insertRows` inside a transaction (COPY on the embedded store, else one statement with arrays);
 * `copyRows` outside any transaction, by COPY, for staging tables and first fills of hundreds of thousands of rows.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { CompiledQuery, type Kysely } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import { embeddedTransaction } from './embedded-transaction.js';
import type { Ground } from './ground.js';

/** Column name → PostgreSQL type, in the order of the values of a row. */
export type Columns = { [column: string]: string };

const quoted = (name: string) => `"${name}"`;

/** A table, which may be named with its schema. */
const tableQuoted = (table: string) => table.split('.').map(quoted).join('.');

/** An element of a PostgreSQL array literal. */
function arrayElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  const text = value instanceof Date ? value.toISOString() : String(value);
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

const ROWS_A_STATEMENT = 5000;
const ROWS_WORTH_COPYING = 50;

/** Inserts rows in the entity manager’s transaction; `after` follows the statement, such as `on conflict do nothing`. */
export async function insertRows(
  em: SqlEntityManager,
  table: string,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
  after = '',
): Promise<void> {
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const embedded = after || rows.length < ROWS_WORTH_COPYING ? undefined : await embeddedTransaction(em);
  if (embedded) {
    for (const chunk of copyText(rows)) {
      await embedded.query(`copy ${tableQuoted(table)} (${names.map(quoted).join(', ')}) from '/dev/blob'`, [], {
        blob: new Blob([chunk]),
      });
    }
    return;
  }
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = rows.slice(start, start + ROWS_A_STATEMENT);
    const arrays = names.map((_, i) => `{${part.map((row) => arrayElement(row[i])).join(',')}}`);
    const unnest = types.map((type, i) => `$${i + 1}::${type}[]`).join(', ');
    const statement = `insert into ${tableQuoted(table)} (${names.map(quoted).join(', ')}) select * from unnest(${unnest}) ${after}`;
    await executeBound(em, statement, arrays);
  }
}

/**
 * Runs a statement with bound values ($1 …) in the entity manager's transaction. For values of many thousand characters: the ORM
 * would write them into the statement, to be escaped and parsed.
 */
export async function executeBound<R = unknown>(em: SqlEntityManager, statement: string, values: readonly unknown[]): Promise<R[]> {
  const runner = em.getTransactionContext<Kysely<unknown>>() ?? em.getConnection().getClient<Kysely<unknown>>();
  return (await runner.executeQuery<R>(CompiledQuery.raw(statement, [...values]))).rows;
}

/** One value in the text form of COPY. */
function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value !== 'string') return value instanceof Date ? value.toISOString() : String(value);
  return /[\\\n\r\t]/.test(value) ? value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t') : value;
}

const TEXT_A_CHUNK = 1 << 20;

function* copyText(rows: Iterable<readonly unknown[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) chunk += (i ? '\t' : '') + copyValue(row[i]);
    chunk += '\n';
    if (chunk.length >= TEXT_A_CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

/** Copies rows into a table by COPY, outside any transaction of the caller. Never call it inside a command. */
export async function copyRows(
  ground: Ground,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  await copyChunks(ground, table, columns, copyText(rows));
}

/** As `copyRows`, for text that is already in the form COPY reads; the table may be named with its schema. */
export async function copyChunks(ground: Ground, table: string, columns: readonly string[], chunks: Iterable<string>): Promise<void> {
  const target = `${tableQuoted(table)} (${columns.map(quoted).join(', ')})`;
  const { native } = ground;
  if (native.kind === 'embedded') {
    for (const chunk of chunks) await native.pglite.query(`copy ${target} from '/dev/blob'`, [], { blob: new Blob([chunk]) });
    return;
  }
  const client = await native.pool.connect();
  try {
    await pipeline(Readable.from(chunks), client.query(copyFrom(`copy ${target} from stdin`)));
    client.release();
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}
