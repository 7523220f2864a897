/** The rows and figures of a review's list as its findings are now, and those of a version that was published. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import { type TierFigures, tierFigures } from '../review/figures.rules.js';
import type { UsageTier } from '../review/vocabulary.js';
import type { ListRow } from './list.rules.js';

export interface FoundRow extends ListRow {
  findingId: string;
}

/** Officers who were assessed: by agency, leaders first, by name. */
const ROWS = `
select f.id as "findingId", f.officer_id as "officerId", o.full_name as name, f.post, g.code as "agencyCode", g.name as agency, g.name_en as "agencyEn", f.tier
from finding f join officer o on o.id = f.officer_id join agency g on g.id = f.agency_id
where f.review_id = $1::uuid and f.tier <> 'NOT_ASSESSED' order by g.sort_key, g.id, f.is_leader desc, o.sort_key, f.id`;

export const rowsOfReview = (em: SqlEntityManager, reviewId: string): Promise<FoundRow[]> => executeBound<FoundRow>(em, ROWS, [reviewId]);

export const rowsOfList = (em: SqlEntityManager, listId: string): Promise<(ListRow & { isCorrected: boolean })[]> =>
  executeBound(
    em,
    `select officer_id as "officerId", name, post, agency_code as "agencyCode", agency, agency_en as "agencyEn", tier, is_corrected as "isCorrected"
     from published_row where list_id = $1::uuid order by position`,
    [listId],
  );

/** Everybody in the review, those who were not assessed too. */
export async function figuresOfReview(em: SqlEntityManager, reviewId: string): Promise<{ all: TierFigures; leaders: TierFigures }> {
  const groups = await executeBound<{ tier: UsageTier; isLeader: boolean; count: number }>(
    em,
    `select tier, is_leader as "isLeader", count(*)::int as count from finding where review_id = $1::uuid group by 1, 2`,
    [reviewId],
  );
  return { all: tierFigures(groups), leaders: tierFigures(groups.filter(({ isLeader }) => isLeader)) };
}
