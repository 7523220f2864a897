/** Keeps the columns that lists filter and sort on, as the latest finalised review found them; only review calls this (T-6). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import { arrayOf } from './register.read.js';

/** Tier of each officer in the latest finalised review. */
export async function writeCurrentTiers(em: SqlEntityManager, tiers: readonly { officerId: string; tier: string }[]): Promise<void> {
  await executeBound(
    em,
    `update officer o set current_tier = t.tier from unnest($1::uuid[], $2::text[]) as t(id, tier)
     where o.id = t.id and o.current_tier is distinct from t.tier`,
    [arrayOf(tiers.map((t) => t.officerId)), arrayOf(tiers.map((t) => t.tier))],
  );
}

/** Share of leaders who use their mailbox, by agency; null where none was assessed. */
export async function writeLeaderShares(
  em: SqlEntityManager,
  shares: readonly { agencyId: string; share: number | null }[],
): Promise<void> {
  await em.execute('update agency a set leader_share = s.share from unnest(?::uuid[], ?::float8[]) as s(id, share) where a.id = s.id', [
    arrayOf(shares.map((s) => s.agencyId)),
    `{${shares.map((s) => s.share ?? 'NULL').join(',')}}`,
  ]);
}
