/** Which findings are the latest, and what follows from it for the lists of officers and agencies (T-6)? */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { writeLatestFindings, writeLeaderShares, writeTierOfLatest } from '../registry/current-usage.js';
import { tierFigures } from './figures.rules.js';
import type { UsageTier } from './vocabulary.js';

/** Makes the findings of a review the latest of their officers, and brings tiers and leaders' shares of the registry up to date. */
export async function makeLatest(em: SqlEntityManager, reviewId: string): Promise<void> {
  const rows = await em.execute<{ id: string; officer_id: string; tier: string }[]>(
    'select id, officer_id, tier from finding where review_id = ?',
    [reviewId],
  );
  await writeLatestFindings(
    em,
    rows.map(({ id, officer_id, tier }) => ({ findingId: id, officerId: officer_id, tier })),
  );
  await refreshLeaderShares(em, reviewId, null);
}

/** After a finding was changed: where it is the officer's latest, the lists of the registry follow (T-5). */
export async function refreshLatest(
  em: SqlEntityManager,
  finding: { id: string; officerId: string; agencyId: string; reviewId: string; tier: UsageTier },
): Promise<void> {
  if (await writeTierOfLatest(em, finding)) await refreshLeaderShares(em, finding.reviewId, finding.agencyId);
}

/** Leaders' shares of the agencies of a review, or of one of them, where it is the last that holds the agency. */
async function refreshLeaderShares(em: SqlEntityManager, reviewId: string, agencyId: string | null): Promise<void> {
  const rows = await em.execute<{ agency_id: string; tier: UsageTier | null; count: number }[]>(
    `with agencies as (select distinct agency_id from finding where review_id = ? ${agencyId ? 'and agency_id = ?' : ''})
     select g.agency_id, f.tier, count(f.id)::int as count from agencies g
     left join finding f on f.agency_id = g.agency_id and f.review_id = ? and f.is_leader
     where not exists (select 1 from finding n join review r on r.id = n.review_id, review this
       where this.id = ? and n.agency_id = g.agency_id and r.finalised_at > this.finalised_at)
     group by g.agency_id, f.tier`,
    [reviewId, ...(agencyId ? [agencyId] : []), reviewId, reviewId],
  );
  const groups = new Map<string, { tier: UsageTier; count: number }[]>();
  for (const { agency_id, tier, count } of rows) {
    const group = groups.get(agency_id) ?? [];
    groups.set(agency_id, group);
    if (tier) group.push({ tier, count });
  }
  await writeLeaderShares(
    em,
    [...groups].map(([id, group]) => ({ agencyId: id, share: tierFigures(group).usingShare })),
  );
}
