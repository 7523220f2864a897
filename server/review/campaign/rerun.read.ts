/** Who of an earlier review is looked at again (F-6): those for whom nobody had answered, or those of whom something has changed. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { isId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { Review } from '../review.entity.js';
import { REVIEW_TEXTS } from '../review.messages.js';
import { CAMPAIGN_TEXTS as m } from './campaign.messages.js';
import type { RerunScope } from './vocabulary.js';

/** A contest that was won, or a decision that was reversed, is not undone by judging the same evidence again. */
const SET_ASIDE = `coalesce(f.change, '') in ('CONTEST_ACCEPTED', 'SET_ASIDE')`;

const WHO: Record<RerunScope, string> = {
  // What was answered in a review that was called off holds nowhere.
  REMAINING: `(r.state = 'CANCELLED' or not exists (select 1 from finding_check k where k.finding_id = f.id)) and not ${SET_ASIDE}`,
  CHANGED: `not ${SET_ASIDE} and (f.improved_tier is not null or f.change is not null
     or exists (select 1 from absence a where a.officer_id = f.officer_id and a.created_at > r.opened_at)
     or exists (select 1 from posting p where p.officer_id = f.officer_id and p.is_main and p.created_at > r.opened_at))`,
};

/** Ids of the officers; refused while the earlier review is open, and where there is nobody. */
export async function officersAgain(em: SqlEntityManager, reviewId: string, scope: RerunScope): Promise<Set<string>> {
  const review = isId(reviewId) ? await em.findOne(Review, { id: reviewId } as never) : null;
  const refuse = (reason: { code: 'NOT_FOUND' | 'NOT_ALLOWED_NOW'; text: typeof m.rerunOpen; values?: Record<string, string> }): never => {
    const { code, text, values } = reason;
    throw new Refusal({ code, rule: 'F-6', path: ['input', 'rerunOfId'], message: { text, values } });
  };
  if (!review) return refuse({ code: 'NOT_FOUND', text: REVIEW_TEXTS.noReview });
  if (review.state === 'OPEN') return refuse({ code: 'NOT_ALLOWED_NOW', text: m.rerunOpen, values: { reference: review.reference } });
  const rows = await em.execute<{ officer_id: string }[]>(
    `select f.officer_id from finding f join review r on r.id = f.review_id where f.review_id = ? and ${WHO[scope]}`,
    [review.id],
  );
  if (rows.length === 0) return refuse({ code: 'NOT_ALLOWED_NOW', text: m.rerunNobody, values: { reference: review.reference } });
  return new Set(rows.map(({ officer_id }) => officer_id));
}
