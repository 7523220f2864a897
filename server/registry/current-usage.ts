/** Keeps the columns that lists filter and sort on, as the latest finalised review found them; only review calls this (T-6). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import { arrayOf } from './register.read.js';

/** The latest finding of each officer and its tier, when a review was finalised. */
export async function writeLatestFindings(
  em: SqlEntityManager,
  findings: readonly { officerId: string; findingId: string; tier: string }[],
): Promise<void> {
  await executeBound(
    em,
    `update officer o set current_tier = t.tier, latest_finding_id = t.finding from unnest($1::uuid[], $2::uuid[], $3::text[]) as t(id, finding, tier)
     where o.id = t.id`,
    [arrayOf(findings.map((t) => t.officerId)), arrayOf(findings.map((t) => t.findingId)), arrayOf(findings.map((t) => t.tier))],
  );
}

/** The tier of an officer whose latest finding was changed; whether it is the latest. */
export async function writeTierOfLatest(em: SqlEntityManager, finding: { id: string; officerId: string; tier: string }): Promise<boolean> {
  const rows = await em.execute<{ id: string }[]>(
    'update officer set current_tier = ? where id = ? and latest_finding_id = ? returning id',
    [finding.tier, finding.officerId, finding.id],
  );
  return rows.length > 0;
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
