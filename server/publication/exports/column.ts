/** What is a column of an exported list: its head, what of the row it needs, and how it is written? */
import type { Language, Text } from '../../kernel/language.js';
import type { Words } from './values.messages.js';

/** A row as the schema answers it. */
export type Row = Readonly<Record<string, unknown>>;

/** `text` stays text whatever it looks like; `day` is YYYY-MM-DD, `moment` an instant, `share` a number from 0 to 1. */
export type Kind = 'text' | 'number' | 'share' | 'day' | 'moment';

export type Value = string | number | null;

export interface Column {
  head: Text;
  kind: Kind;
  /** Fields it needs, from the row on: `officer.agency.name`. Whoever may see none of the first does not get the column. */
  paths: readonly string[];
  /** In characters. */
  width: number;
  /** A right without which there is nothing in it, where its fields ask for themselves. */
  needs?: string;
  /** The words of its values, where they have some. */
  table?: Words;
  of(row: Row, language: Language): Value;
}

const WIDTHS: Record<Kind, number> = { text: 24, number: 12, share: 14, day: 13, moment: 18 };

export function at(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const name of path.split('.')) value = (value as Row | null | undefined)?.[name];
  return value ?? null;
}

const plain =
  (kind: Kind) =>
  (head: Text, path: string, width = WIDTHS[kind]): Column => ({
    head,
    kind,
    paths: [path],
    width,
    of: (row) => {
      const value = at(row, path);
      if (value instanceof Date) return value.toISOString();
      return typeof value === 'number' || value === null ? value : String(value as string | boolean);
    },
  });

export const text = plain('text');
export const number = plain('number');
export const share = plain('share');
export const day = plain('day');
export const moment = plain('moment');

/** A value that has a word in both languages, several of them separated by semicolons. */
export const words = (head: Text, path: string, table: Words, width = WIDTHS.text): Column => ({
  head,
  kind: 'text',
  paths: [path],
  width,
  table,
  of: (row, language) => {
    const value = at(row, path);
    if (value === null) return null;
    return (Array.isArray(value) ? value : [value]).map((one) => table[String(one)]?.[language] ?? String(one)).join('; ');
  },
});

/** Texts of a list, separated by semicolons. */
export const texts = (head: Text, path: string, width = WIDTHS.text): Column => words(head, path, {}, width);

/** The name of an agency in the reader's language; `path` leads to the agency, which is the row itself without one. */
export function agency(head: Text, path = ''): Column {
  const [name, nameEn] = ['name', 'nameEn'].map((field) => (path ? `${path}.${field}` : field)) as [string, string];
  const of = (row: Row, language: Language) => (language === 'en' && at(row, nameEn)) || at(row, name);
  return { head, kind: 'text', paths: [name, nameEn], width: 34, of: (row, language) => of(row, language) as string | null };
}

/** What is worked out of several fields. */
export const made = (
  head: Text,
  kind: Kind,
  paths: readonly string[],
  of: (row: Row, language: Language) => Value,
  width = WIDTHS[kind],
): Column => ({ head, kind, paths, width, of });

/** The same, for whoever holds the right. */
export const needing = (right: string, ...columns: readonly Column[]): Column[] => columns.map((one) => ({ ...one, needs: right }));
