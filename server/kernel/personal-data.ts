/**
 * What is held about one officer (K-4)? Each room lends what its tables say of a person, under titles in both languages: no more than the person may read in the
 * panel, so no names of others who acted, and no secrets.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from './bulk.js';
import type { Language, Text } from './language.js';

/** Somebody, with the accounts that open the own file. */
export interface Person {
  officerId: string;
  userIds: readonly string[];
}

/** The same as expressions of SQL without values; ids are checked before. */
export interface PersonInSql {
  /** uuid */
  officer: string;
  /** uuid[] */
  users: string;
  /** text[]: as the audit log names the accounts. */
  actors: string;
}

export type HeldRow = Record<string, unknown>;

export interface HoldingWords {
  title: Text;
  /** Titles of the columns by name, in the order in which they are shown. */
  columns: Readonly<Record<string, Text>>;
}

export interface Holding extends HoldingWords {
  /** `registry.postings` */
  name: string;
  /** Tables of which it tells; the test that looks for what nobody tells counts on it. */
  tables: readonly string[];
  /** Only for the person: how and when somebody signed in is nothing for others. */
  isOwnOnly?: boolean;
  /** Codes that stand in a column, in words for people. */
  words?: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  /** A question whose columns are named as above. */
  rows: (who: PersonInSql) => string;
  /** Works out columns that no table holds; what has no title is left out afterwards. */
  shape?: (row: HeldRow, language: Language) => HeldRow;
}

const holdings = new Map<string, Holding>();

export function lendHolding(...lent: readonly Holding[]): void {
  for (const holding of lent) holdings.set(holding.name, holding);
}

/** In the order in which they were lent, which is that of the rooms. */
export const allHoldings = (): Holding[] => [...holdings.values()];

const quotedList = (values: readonly string[]): string => values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');

export const inSql = ({ officerId, userIds }: Person): PersonInSql => ({
  officer: `'${officerId}'::uuid`,
  users: `array[${quotedList(userIds)}]::uuid[]`,
  actors: `array[${quotedList(userIds.map((id) => `user:${id}`))}]::text[]`,
});

/** Accounts bound to an officer's own file. */
export async function personOf(em: SqlEntityManager, officerId: string): Promise<Person> {
  const rows = await executeBound<{ id: string }>(
    em,
    `select distinct user_id::text as id from role_grant where role = 'OFFICER' and scope_id = $1::uuid order by 1`,
    [officerId],
  );
  return { officerId, userIds: rows.map(({ id }) => id) };
}

export interface HeldPart extends Pick<Holding, 'name' | 'title' | 'columns' | 'words'> {
  rows: HeldRow[];
}

/** All that the rooms hold; `isOwn`: for the person, not for somebody who hands it over. */
export async function partsOf(em: SqlEntityManager, person: Person, language: Language, isOwn: boolean): Promise<HeldPart[]> {
  const who = inSql(person);
  const parts: HeldPart[] = [];
  for (const { name, title, columns, rows, words, shape, isOwnOnly } of holdings.values()) {
    if (isOwnOnly && !isOwn) continue;
    const found = await executeBound<{ row: string }>(em, `select to_json(held)::text as row from (${rows(who)}) held`, []);
    const shown = found.map(({ row }) => {
      const read = JSON.parse(row) as HeldRow;
      const made = shape ? shape(read, language) : read;
      return Object.fromEntries(Object.keys(columns).map((column) => [column, made[column] ?? null]));
    });
    parts.push({ name, title, columns, words, rows: shown });
  }
  return parts;
}
