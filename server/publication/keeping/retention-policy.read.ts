/** Which period holds for what today, and which were set earlier (K-1)? */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import type { Day } from '../../kernel/calendar.js';
import { allKeepers, type CutOff, cutOffOf, type Keeper, leastNow } from '../../kernel/retention.js';
import { periodThatHolds } from '../../kernel/retention.rules.js';
import type { Ground } from '../../kernel/ground.js';

export interface AdoptedPolicy {
  version: number;
  effectiveOn: Day | null;
  legalBasis: string | null;
  adoptedBy: string | null;
  adoptedAt: Date | null;
  periods: Readonly<Record<string, number>>;
}

/** Before anything was adopted: the usual periods. */
const USUAL: AdoptedPolicy = { version: 0, effectiveOn: null, legalBasis: null, adoptedBy: null, adoptedAt: null, periods: {} };

/** The newest version that is in effect on a day. */
export async function policyOn(em: SqlEntityManager, day: Day): Promise<AdoptedPolicy> {
  const [row] = await executeBound<{
    version: number;
    effective_on: string;
    legal_basis: string;
    adopted_by: string;
    at: string | Date;
    periods: string;
  }>(
    em,
    `select version, effective_on::text, legal_basis, adopted_by, created_at as at, periods::text from retention_policy where effective_on <= $1::date order by version desc limit 1`,
    [day],
  );
  if (!row) return USUAL;
  return {
    version: row.version,
    effectiveOn: row.effective_on,
    legalBasis: row.legal_basis,
    adoptedBy: row.adopted_by,
    adoptedAt: new Date(row.at),
    periods: JSON.parse(row.periods) as Record<string, number>,
  };
}

export interface HeldPeriod {
  keeper: Keeper;
  /** What the policy says; the usual one where it says nothing. */
  chosen: number;
  /** What holds: never less than what must be kept now. */
  period: number;
  least: number;
  cutOff: CutOff;
}

/** The period of each name, as it holds today. */
export async function periodsHeld(
  ground: Ground,
  names?: readonly string[],
  em: SqlEntityManager = ground.orm.em.fork(),
): Promise<HeldPeriod[]> {
  const { periods } = await policyOn(em, ground.clock.today());
  const held: HeldPeriod[] = [];
  for (const keeper of allKeepers()) {
    if (names && !names.includes(keeper.name)) continue;
    const least = await leastNow(ground, keeper, em);
    const chosen = periods[keeper.name] ?? keeper.usual;
    const period = periodThatHolds(periods[keeper.name], keeper.usual, least);
    held.push({ keeper, chosen, period, least, cutOff: cutOffOf(ground, { value: period, unit: keeper.unit }) });
  }
  return held;
}

export interface DueRow {
  name: string;
  cutOff: Day;
  due: number;
  needed: number;
}

/** What a run would remove now, without removing anything. */
export async function dueNow(ground: Ground): Promise<DueRow[]> {
  const rows: DueRow[] = [];
  for (const { keeper, cutOff } of await periodsHeld(ground))
    rows.push({ name: keeper.name, cutOff: cutOff.day, ...(await keeper.due(ground, cutOff)) });
  return rows;
}
