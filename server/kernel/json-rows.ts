/**
 * Many rows of one table in and out at once, as plain objects with the names of their columns in camel case: for commands that change
 * thousands of rows, where entities one by one would be slow. Days and instants are texts, as JSON has them.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from './bulk.js';

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (name: string): string => `"${snake(name)}"`;

export const camelRow = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));

export interface RowChoice {
  /** Condition over the table under the alias `t`, with values $1 … */
  where: string;
  values: readonly unknown[];
  /** Locks the rows, one after the other in the order. */
  isLocking?: boolean;
  orderBy?: string;
  limit?: number;
}

/** Rows of a table, in the order of their ids unless another is asked for. */
export async function rowsOf<R>(em: SqlEntityManager, table: string, choice: RowChoice): Promise<R[]> {
  const { where, values, isLocking = false, orderBy = 't."id"', limit } = choice;
  const found = await executeBound<{ row: string }>(
    em,
    `select to_json(t)::text as row from "${table}" t where ${where} order by ${orderBy}${limit ? ` limit ${limit}` : ''}${isLocking ? ' for update' : ''}`,
    values,
  );
  return found.map(({ row }) => camelRow(JSON.parse(row) as Record<string, unknown>) as R);
}

/** Stores the named columns of rows that are there; `counts` raises their version too. */
export async function updateRows<R extends { id: string }>(
  em: SqlEntityManager,
  table: string,
  columns: readonly (keyof R & string)[],
  rows: readonly R[],
  { now, isVersioned = false }: { now: Date; isVersioned?: boolean },
): Promise<void> {
  if (rows.length === 0 || columns.length === 0) return;
  const set = columns.map((name) => `${quoted(name)} = r.${quoted(name)}`);
  if (isVersioned) set.push('"version" = t."version" + 1');
  await executeBound(
    em,
    `update "${table}" t set ${set.join(', ')}, "updated_at" = $2::timestamptz from jsonb_populate_recordset(null::"${table}", $1::jsonb) r where r."id" = t."id"`,
    [JSON.stringify(rows.map((row) => picked(row, ['id', ...columns]))), now.toISOString()],
  );
}

/** Adds rows; all have the columns of the first. */
export async function addRows<R extends { id: string }>(em: SqlEntityManager, table: string, rows: readonly R[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!) as (keyof R & string)[];
  const names = [...columns.map(quoted), '"created_at"', '"updated_at"'];
  const values = [...columns.map((name) => `r.${quoted(name)}`), '$2::timestamptz', '$2::timestamptz'];
  await executeBound(
    em,
    `insert into "${table}" (${names.join(', ')}) select ${values.join(', ')} from jsonb_populate_recordset(null::"${table}", $1::jsonb) r`,
    [JSON.stringify(rows.map((row) => picked(row, columns))), now.toISOString()],
  );
}

const picked = <R extends object>(row: R, columns: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((name) => [snake(name), (row as Record<string, unknown>)[name] ?? null]));

/** An array of ids as a bound value. */
export const idArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;
