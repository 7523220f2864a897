/** How do the conditions of a list become SQL? Few-valued ones as literals, so that plans are kept; all others bound. */
import { type RawBuilder, sql } from 'kysely';
import { kernelMessages } from './kernel.messages.js';
import { isId } from './record.js';
import { Refusal } from './refusal.js';
import type { Rows } from './read.js';
import { searchPatterns } from './search.rules.js';

export interface IdCondition {
  eq?: string | null;
  in?: string[] | null;
}

export interface TextCondition extends IdCondition {
  startsWith?: string | null;
}

export interface DayCondition {
  gte?: string | null;
  lte?: string | null;
}

/** Longest list of ids or codes in one condition. */
const LONGEST_LIST = 1000;

function limited(values: string[], column: string): string[] {
  if (values.length <= LONGEST_LIST) return values;
  throw new Refusal({
    code: 'LIMIT',
    path: ['where', column.replace(/^\w+\./, '')],
    message: { text: kernelMessages.tooMany, values: { limit: LONGEST_LIST } },
  });
}

const nothing = (rows: Rows) => rows.where(sql<boolean>`false`);

/** An id that cannot be one matches nothing; it is no fault. */
export function whereId(rows: Rows, column: string, condition: IdCondition | null | undefined): Rows {
  let q = rows;
  if (condition?.eq != null) q = isId(condition.eq) ? q.where(column, '=', condition.eq) : nothing(q);
  if (condition?.in != null) {
    const ids = limited(condition.in, column).filter(isId);
    q = ids.length ? q.where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`) : nothing(q);
  }
  return q;
}

export function whereText(rows: Rows, column: string, condition: TextCondition | null | undefined): Rows {
  let q = rows;
  if (condition?.eq != null) q = q.where(column, '=', condition.eq);
  if (condition?.in != null) q = q.where(sql<boolean>`${sql.ref(column)} = any(${limited(condition.in, column)}::text[])`);
  if (condition?.startsWith != null) q = q.where(sql<boolean>`starts_with(${sql.ref(column)}, ${condition.startsWith})`);
  return q;
}

export function whereDay(rows: Rows, column: string, condition: DayCondition | null | undefined): Rows {
  let q = rows;
  if (condition?.gte != null) q = q.where(column, '>=', condition.gte);
  if (condition?.lte != null) q = q.where(column, '<=', condition.lte);
  return q;
}

/** Values of an enum, which are few and known: written into the statement. An empty list matches nothing, as with every list. */
export function whereOneOf(rows: Rows, column: string, values: readonly string[] | null | undefined): Rows {
  if (values == null) return rows;
  if (values.length === 0) return nothing(rows);
  return rows.where(sql<boolean>`${sql.ref(column)} in (${sql.join(values.map((v) => sql.lit(v)))})`);
}

export function whereIs(rows: Rows, column: string, value: boolean | null | undefined): Rows {
  return value == null ? rows : rows.where(column, '=', sql.lit(value));
}

/** What a search finds in a column of words (search.rules.ts); everything where nothing is searched for. */
export function whereSearched(rows: Rows, column: string | RawBuilder<string>, search: string | null | undefined): Rows {
  let q = rows;
  const words = typeof column === 'string' ? sql.ref(column) : column;
  for (const pattern of search ? searchPatterns(search) : []) q = q.where(sql<boolean>`${words} like ${pattern}`);
  return q;
}
