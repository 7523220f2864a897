/** What is an exported list: which question of the schema it asks, what stands in its columns, and whom its rows are about? */
import type { Text } from '../../kernel/language.js';
import { at, type Column, type Row } from './column.js';

export interface ExportedList {
  title: Text;
  /** The root field that is asked. */
  field: string;
  /** Conditions of `where` that hold whatever else is asked for. */
  always?: Readonly<Record<string, unknown>>;
  /** Conditions of `where` that hold where nothing else is asked for. */
  usually?: Readonly<Record<string, unknown>>;
  /** What the panel narrows by itself: an argument beside those of the field, and whether a row stays. */
  narrowed?: Readonly<Record<string, (row: Row, value: string) => boolean>>;
  /** The rows are this field of what the root field answers with: `roster`, `members(all: true)`. Columns reach back by `of.`. */
  inner?: string;
  columns: readonly Column[];
  /** Where in a row the id of the officer stands whom it is about, for their trail (R-1). */
  about?: string;
}

/** The path of a row that is no object but a text. */
export const SCALAR = 'value';

type Tree = Map<string, Tree>;

const grow = (tree: Tree, path: readonly string[]): void => {
  const [first, ...rest] = path;
  if (first === undefined) return;
  const inner = tree.get(first) ?? new Map<string, Tree>();
  grow(inner, rest);
  tree.set(first, inner);
};

const written = (tree: Tree): string => [...tree].map(([name, inner]) => (inner.size ? `${name} { ${written(inner)} }` : name)).join(' ');

/** The fields that a list asks of each row, and of what the rows stand in. */
export function selectionOf({ about }: ExportedList, columns: readonly Column[]): { row: string; outer: string } {
  const row: Tree = new Map();
  const outer: Tree = new Map();
  for (const path of [...(about ? [about] : []), ...columns.flatMap(({ paths }) => paths)]) {
    const names = path.split('.');
    if (names[0] === 'of') grow(outer, names.slice(1));
    else if (path !== SCALAR) grow(row, names);
  }
  return { row: written(row), outer: written(outer) };
}

export interface Question {
  text: string;
  isPaged: boolean;
}

/** The document of one page; `argumentsOf` names the arguments that are given, with their types. */
export function questionOf(
  list: ExportedList,
  columns: readonly Column[],
  argumentsOf: ReadonlyMap<string, string>,
  isPaged: boolean,
): Question {
  const { row, outer } = selectionOf(list, columns);
  const asked = list.inner ? `${outer} ${list.inner}${row ? ` { ${row} }` : ''}` : row;
  const body = isPaged ? `nodes { ${asked} } pageInfo { hasNextPage endCursor } totalCount` : asked;
  const names = [...argumentsOf];
  const declared = names.length ? `(${names.map(([name, type]) => `$${name}: ${type}`).join(', ')})` : '';
  const given = names.length ? `(${names.map(([name]) => `${name}: $${name}`).join(', ')})` : '';
  return { text: `query Export${declared} { answer: ${list.field}${given} { ${body} } }`, isPaged };
}

/** The rows in an answer, each with what it stands in as `of`. */
export function rowsIn({ inner }: ExportedList, answer: unknown): Row[] {
  const found = (Array.isArray(answer) ? answer : answer ? [answer] : []) as Row[];
  if (!inner) return found;
  const name = /^\w+/.exec(inner)![0];
  return found.flatMap((of) =>
    ((of[name] ?? []) as unknown[]).map((one) => ({ ...(typeof one === 'object' ? one : { [SCALAR]: one }), of }) as Row),
  );
}

export const officerOf = ({ about }: ExportedList, row: Row): string | null => (about ? (at(row, about) as string | null) : null);
