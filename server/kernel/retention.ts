/**
 * For how long is what kept? Each room lends a keeper for what it owns: its usual period and bounds, what is due, and how a part of it is removed.
 * What something pending needs stays, and each keeper's question says so (K-1, K-2).
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from './bulk.js';
import { type Day, dayNumber } from './calendar.js';
import type { Ground } from './ground.js';
import type { Text } from './language.js';
import { type Period, cutOffDay, type PeriodUnit } from './retention.rules.js';

export type { PeriodUnit } from './retention.rules.js';

/** What ends with a day, in the forms in which statements compare with it: expressions of SQL without values. */
export interface CutOff {
  /** The first day that is kept. */
  readonly day: Day;
  /** The same as a date. */
  readonly date: string;
  /** Its beginning, in the city's zone. */
  readonly moment: string;
  /** Days since 1970-01-01. */
  readonly number: number;
  readonly today: string;
  readonly now: string;
}

export interface Due {
  /** How many would go now. */
  due: number;
  /** How many are old enough and stay, because something pending needs them (K-2). */
  needed: number;
}

export interface Keeper {
  /** `evidence.quarantine` */
  readonly name: string;
  /** Id of the rule it stands on. */
  readonly rule: string;
  readonly what: Text;
  /** Why as long, and no longer. */
  readonly why: Text;
  readonly unit: PeriodUnit;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** Tables of which it removes rows or empties columns, for the test that looks for what nobody keeps. */
  readonly tables: readonly string[];
  due(ground: Ground, cutOff: CutOff): Promise<Due>;
  /** Removes at most so many in a transaction of its own and says how many; 0 when nothing is left to do. */
  apply(ground: Ground, cutOff: CutOff, limit: number): Promise<number>;
}

const keepers = new Map<string, Keeper>();

/** Lends what a room keeps; lent again it is the same. */
export function lendRetention(...lent: readonly Keeper[]): void {
  for (const keeper of lent) keepers.set(keeper.name, keeper);
}

type Need = (cutOff: CutOff) => string;
const needs = new Map<string, Need[]>();

/** Rooms to the right say what of theirs needs rows that another room keeps: a condition over the row under the alias `t` (K-2). */
export function lendNeed(keeper: string, by: string, need: Need): void {
  if (lentNeeds.has(`${keeper} ${by}`)) return;
  lentNeeds.add(`${keeper} ${by}`);
  needs.set(keeper, [...(needs.get(keeper) ?? []), need]);
}

const lentNeeds = new Set<string>();

/** Whether anything pending needs the row `t`, as one condition. */
export function isNeeded(keeper: string, cutOff: CutOff): string {
  const all = (needs.get(keeper) ?? []).map((need) => `(${need(cutOff)})`);
  return all.length ? `coalesce(${all.join(' or ')}, false)` : 'false';
}

type Least = (ground: Ground, em: SqlEntityManager) => Promise<number>;
const leasts = new Map<string, Least>();

/** A longer least period that follows from what is set elsewhere. */
export function lendLeast(keeper: string, least: Least): void {
  leasts.set(keeper, least);
}

export const leastNow = async (ground: Ground, { name, least }: Pick<Keeper, 'name' | 'least'>, em: SqlEntityManager): Promise<number> =>
  Math.max(least, (await leasts.get(name)?.(ground, em)) ?? 0);

/** All of them, in the order of their names. */
export const allKeepers = (): Keeper[] => [...keepers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

export const keeperNamed = (name: string): Keeper | undefined => keepers.get(name);

/** What is older than a period of today. */
export function cutOffOf({ clock }: Pick<Ground, 'clock'>, period: Period): CutOff {
  const today = clock.today();
  const day = cutOffDay(today, period);
  const zone = clock.zone.replaceAll("'", '');
  return {
    day,
    date: `date '${day}'`,
    moment: `(timestamp '${day} 00:00' at time zone '${zone}')`,
    number: dayNumber(day),
    today: `date '${today}'`,
    now: `timestamptz '${clock.now().toISOString()}'`,
  };
}

/** Which rows of one table a keeper looks after, as conditions over the alias `t`. */
export interface KeptRows {
  /** Of its keeper, for what others need. */
  name: string;
  table: string;
  /** Columns that name a row. */
  key?: readonly string[];
  old: (cutOff: CutOff) => string;
  /** Columns that are emptied instead of the row being removed; `old` leaves out rows that are empty already. */
  empties?: string;
}

/** Keepers of most tables: rows are removed by one short statement, which waits for nobody's lock. */
export function ofRows({ name, table, key = ['id'], old, empties }: KeptRows): Pick<Keeper, 'due' | 'apply'> {
  const stays = (cutOff: CutOff) => isNeeded(name, cutOff);
  const columns = key.map((column) => `t."${column}"`).join(', ');
  return {
    async due({ orm }, cutOff) {
      const [row] = await executeBound<{ due: string; needed: string }>(
        orm.em.fork(),
        `select count(*) filter (where not x.stays)::text as due, count(*) filter (where x.stays)::text as needed
         from (select ${stays(cutOff)} as stays from "${table}" t where ${old(cutOff)}) x`,
        [],
      );
      return { due: Number(row!.due), needed: Number(row!.needed) };
    },
    async apply({ orm }, cutOff, limit) {
      const chosen = `select ${columns} from "${table}" t where ${old(cutOff)} and not ${stays(cutOff)} order by ${columns} limit ${limit} for update skip locked`;
      const act = empties ? `update "${table}" t set ${empties}` : `delete from "${table}" t`;
      const rows = await executeBound(orm.em.fork(), `${act} where (${columns}) in (${chosen}) returning 1`, []);
      return rows.length;
    },
  };
}

/** Both as one: what of several tables goes together. */
export function together(...parts: readonly Pick<Keeper, 'due' | 'apply'>[]): Pick<Keeper, 'due' | 'apply'> {
  return {
    async due(ground, cutOff) {
      const sum = { due: 0, needed: 0 };
      for (const part of parts) {
        const { due, needed } = await part.due(ground, cutOff);
        sum.due += due;
        sum.needed += needed;
      }
      return sum;
    },
    async apply(ground, cutOff, limit) {
      for (const part of parts) {
        const done = await part.apply(ground, cutOff, limit);
        if (done > 0) return done;
      }
      return 0;
    },
  };
}

/** The first day of which counters are still whole; null where none were ever removed (`markRemoved`). */
export async function removedBefore(em: SqlEntityManager, name: string): Promise<Day | null> {
  const [row] = await executeBound<{ day: string }>(em, 'select cut_off::text as day from retention_mark where name = $1', [name]);
  return row?.day ?? null;
}

/** Notes up to where something has been removed, in the transaction that removes it. */
export async function markRemoved(em: SqlEntityManager, name: string, day: Day): Promise<void> {
  await executeBound(
    em,
    `insert into retention_mark (name, cut_off) values ($1, $2::date) on conflict (name) do update set cut_off = greatest(retention_mark.cut_off, excluded.cut_off)`,
    [name, day],
  );
}
