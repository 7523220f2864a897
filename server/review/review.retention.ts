/** What of the evidence do reviews still need, and for how long at least is it kept (K-2)? */
import { executeBound } from '../kernel/bulk.js';
import { lendLeast, lendNeed } from '../kernel/retention.js';

/** After the window: contest, notice, vote, appeal and its answer. */
const PROCEDURE_DAYS = 180;

const inWindow = `t.day between (r.window_from - date '1970-01-01') and (r.window_to - date '1970-01-01')`;

/** The window of a review, as it is asked of a day `t.day`. */
export const ofWindow = (condition: string): string => `exists (select 1 from review r where ${condition} and ${inWindow})`;

export function lendReviewNeeds(): void {
  lendNeed('evidence.days', 'review', () =>
    // A finding that later evidence would improve is looked at with that evidence (T-5).
    ofWindow(
      `(r.state = 'OPEN' or exists (select 1 from finding f where f.review_id = r.id and (f.is_contest_open or f.improved_tier is not null)) and r.state <> 'CANCELLED')`,
    ),
  );
  lendLeast('evidence.days', async (_ground, em) => {
    const [row] = await executeBound<{ longest: number | null }>(em, 'select max(window_days) as longest from usage_policy', []);
    return row?.longest ? row.longest + PROCEDURE_DAYS : 0;
  });
}
