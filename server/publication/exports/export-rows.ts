/**
 * The rows of a list, whole, a piece at a time: asks the schema page by page as whoever exports, so that rights, scopes, conditions and order are those of the
 * API. Nothing else reads for an export.
 */
import type { Actor } from '../../identity/actor.js';
import { allRights } from '../../identity/all-rights.js';
import { holds } from '../../identity/right.js';
import { kernelMessages } from '../../kernel/kernel.messages.js';
import type { Language } from '../../kernel/language.js';
import { Refusal } from '../../kernel/refusal.js';
import { argumentsFor, type Conditions } from './asked-conditions.js';
import type { Column, Row } from './column.js';
import { type ExportedList, questionOf, rowsIn, SCALAR } from './list.js';

export interface Asking {
  actor: Actor;
  language: Language;
  requestId: string;
  address: string;
}

/** What an export asks through; the API lends it. */
export interface Asker {
  /** Refuses whoever may not ask this. */
  expect(actor: Actor | null, field: string): Actor;
  argumentsOf(field: string): ReadonlyMap<string, string>;
  rightsOn(field: string, path: readonly string[]): string[];
  ask(query: string, variables: Record<string, unknown>, who: Asking): Promise<Record<string, unknown>>;
}

/** Columns that are open to somebody: one that would be empty in every row is left out. */
export function openColumns(asker: Asker, { field, inner, columns }: ExportedList, actor: Actor): Column[] {
  const rights = new Map(allRights().map((right) => [right.name, right]));
  const mayAll = (names: readonly string[]) => names.every((name) => rights.has(name) && holds(actor, rights.get(name)!));
  const base = inner ? [/^\w+/.exec(inner)![0]] : [];
  const onWay = (path: string): string[] => {
    const names = path.split('.');
    if (inner && names[0] === 'of') return asker.rightsOn(field, names.slice(1));
    return asker.rightsOn(field, path === SCALAR ? base : [...base, ...names]);
  };
  return columns.filter(({ paths: [path = ''], needs }) => mayAll([...(needs ? [needs] : []), ...onWay(path)]));
}

export interface Piece {
  rows: Row[];
  /** How many rows there are in all, as was known when the list began. */
  total: number;
}

const PAGE = 100;
/** Rows that are read before any of them leaves: so many persons are named in one event of the audit log. */
export const PIECE = 1000;

interface Connection {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

export interface Whole {
  asker: Asker;
  list: ExportedList;
  columns: readonly Column[];
  conditions: Conditions;
  /** Who asks, anew for each piece: rights that were taken away while it runs end it. */
  who(): Promise<Asking>;
}

export async function* piecesOf({ asker, list, columns, conditions, who }: Whole): AsyncGenerator<Piece> {
  const types = asker.argumentsOf(list.field);
  const isPaged = types.has('after');
  const given = argumentsFor(list, conditions);
  const stays = Object.entries(list.narrowed ?? {}).filter(([name]) => conditions[name] !== undefined);
  const kept = (rows: Row[]) => rows.filter((row) => stays.every(([name, keep]) => keep(row, String(conditions[name]))));
  const named = new Map([...types].filter(([name]) => name in given || (isPaged && ['first', 'after'].includes(name))));
  const { text } = questionOf(list, columns, named, isPaged);
  if (!isPaged) {
    const { answer } = await asker.ask(text, given, await who());
    if (answer === null) throw new Refusal({ code: 'NOT_FOUND', path: [], message: { text: kernelMessages.notFound } });
    const rows = kept(rowsIn(list, answer));
    for (let from = 0; from === 0 || from < rows.length; from += PIECE) yield { rows: rows.slice(from, from + PIECE), total: rows.length };
    return;
  }
  let after: string | null = null;
  let total = 0;
  let rows: Row[] = [];
  let hasMore = true;
  let asking = await who();
  while (hasMore) {
    const answer = (await asker.ask(text, { ...given, first: PAGE, after }, asking))['answer'] as Connection;
    if (after === null) total = answer.totalCount;
    rows.push(...kept(rowsIn(list, answer.nodes)));
    hasMore = answer.pageInfo.hasNextPage;
    after = answer.pageInfo.endCursor;
    if (hasMore && rows.length < PIECE) continue;
    yield { rows, total };
    rows = [];
    if (hasMore) asking = await who();
  }
}
