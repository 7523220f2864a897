/**
 * Day counters are kept for the policy's days, with the acts they were worked out from, and addresses that then have nothing left (K-1). With the
 * counters goes the word of their source that it saw the day: a day without data is not a day without use (E-8).
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { type CutOff, type Due, isNeeded, type Keeper, markRemoved } from '../kernel/retention.js';

export const EVIDENCE_DAYS = 'evidence.days';

/** So far back somebody may still need a day. */
const FURTHEST_DAYS = 4_000;
/** Rows are small and many. */
const TIMES_AS_MANY = 10;

/** Days that are old and still needed; `t.day` is the day. Whole days, so that no day is kept for some and gone for others. */
const neededDays = (cutOff: CutOff): string =>
  `select t.day from generate_series(${cutOff.number - FURTHEST_DAYS}, ${cutOff.number - 1}) t(day) where ${isNeeded(EVIDENCE_DAYS, cutOff)}`;

async function count(em: SqlEntityManager, table: string, cutOff: CutOff): Promise<Due> {
  const [row] = await executeBound<{ due: string; needed: string }>(
    em,
    `with needed as (${neededDays(cutOff)})
     select count(*) filter (where n.day is null)::text as due, count(n.day)::text as needed
     from ${table} d left join needed n on n.day = d.day where d.day < ${cutOff.number}`,
    [],
  );
  return { due: Number(row!.due), needed: Number(row!.needed) };
}

/** Nothing is merged and no review is opened while days go, nor the other way round; where one is at it, it is tried another time. */
async function holdsEvidence(em: SqlEntityManager): Promise<boolean> {
  const [row] = await executeBound<{ all: boolean | null }>(
    em,
    `select pg_try_advisory_xact_lock(hashtext('review')) and coalesce(bool_and(pg_try_advisory_xact_lock(hashtext('evidence'), s.number)), true) as all
     from (select number::int from evidence_source order by number) s`,
    [],
  );
  return row?.all !== false;
}

/**
 * The word of the sources for all old days at once and before anything else: from then on they are not covered, whatever is left of their counters and
 * however long that takes (E-8). Then so many rows of counters, and at last addresses.
 */
async function removeSome(em: SqlEntityManager, cutOff: CutOff, limit: number): Promise<number> {
  if (!(await holdsEvidence(em))) return 0;
  const old = `d.day < ${cutOff.number} and d.day not in (select day from needed)`;
  const days = await executeBound(
    em,
    `with needed as (${neededDays(cutOff)}) delete from evidence_source_day d where ${old} returning 1`,
    [],
  );
  if (days.length > 0) {
    await markRemoved(em, EVIDENCE_DAYS, cutOff.day);
    return days.length;
  }
  for (const [table, key] of [
    ['evidence_day', 'address, day, source'],
    ['evidence_act', 'source, hash'],
  ] as const) {
    const rows = await executeBound(
      em,
      `with needed as (${neededDays(cutOff)})
       delete from ${table} where (${key}) in (select ${key} from ${table} d where ${old} limit ${limit * TIMES_AS_MANY}) returning 1`,
      [],
    );
    if (rows.length === 0) continue;
    await markRemoved(em, EVIDENCE_DAYS, cutOff.day);
    return rows.length;
  }
  return removeAddresses(em, limit);
}

/** Addresses of which nothing is known any more. */
async function removeAddresses(em: SqlEntityManager, limit: number): Promise<number> {
  const rows = await executeBound(
    em,
    `delete from evidence_address where id in (select a.id from evidence_address a
       where not exists (select 1 from evidence_day d where d.address = a.id) 
         and not exists (select 1 from evidence_source s join evidence_act c on c.source = s.number and c.address = a.id)
       order by a.id limit ${limit}) returning 1`,
    [],
  );
  return rows.length;
}

export const evidenceDays: Pick<Keeper, 'tables' | 'due' | 'apply'> = {
  tables: ['evidence_day', 'evidence_act', 'evidence_source_day', 'evidence_address'],
  due: ({ orm }: Ground, cutOff) => count(orm.em.fork(), 'evidence_day', cutOff),
  apply: ({ orm }: Ground, cutOff, limit) => orm.em.fork().transactional((em) => removeSome(em, cutOff, limit)),
};
