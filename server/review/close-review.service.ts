/** Finalising a review, after which its findings hold, or calling it off (T-8). */
import { type Act, type Acting, perform } from '../identity/command.js';
import { Refusal } from '../kernel/refusal.js';
import { lapseLetters } from '../notices/lapse-letters.js';
import { CAMPAIGN_KINDS } from './campaign/campaign-letters.js';
import { silenceFault } from './campaign/check.rules.js';
import { finaliseFault } from './contest.rules.js';
import { makeLatest } from './latest.js';
import { reviewAccess } from './review.access.js';
import { Review } from './review.entity.js';
import { REVIEW_TEXTS } from './review.messages.js';
import { reviewWorkflow } from './review.workflow.js';

/** Makes the findings hold. NOT_ALLOWED_NOW (T-8) while the contest period runs or a contest waits for its answer; no cause is needed. */
export async function finaliseReview(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.changeReviews, undefined);
    const review = await act.load(Review, id);
    const next = reviewWorkflow.next(review.state, 'FINALISE', 'T-8', { text: REVIEW_TEXTS.notOpen });
    const [{ open }] = (await act.em.execute<{ open: number }[]>(
      'select count(*)::int as open from finding where review_id = ? and is_contest_open',
      [id],
    )) as [{ open: number }];
    const fault = finaliseFault({ today: act.today, contestUntil: review.contestUntil ?? null, openContests: open });
    const silent = silenceFault({
      silence: review.silence,
      checkUntil: review.checkUntil ?? null,
      unchecked: await uncheckedOf(act, id),
    });
    if (fault ?? silent) throw new Refusal({ ...(fault ?? silent)!, path: ['id'] });
    review.state = next;
    review.finalisedAt = act.now;
    await act.em.flush();
    await makeLatest(act.em, id);
    await lapseOfCampaign(act, id);
    act.record('review.finalise', `review:${id}`, { reference: review.reference });
    return id;
  });
}

/** Nobody is asked any more to check, to confirm or to contest (F-4). */
async function lapseOfCampaign(act: Act, id: string): Promise<void> {
  const rows = await act.em.execute<{ about: string }[]>(
    `select 'finding:' || id as about from finding where review_id = ? union all select 'agencyCheck:' || id from agency_check where review_id = ?`,
    [id, id],
  );
  await lapseLetters(act, [`review:${id}`, ...rows.map(({ about }) => about)], CAMPAIGN_KINDS);
}

/** Findings irregular or never that nobody has answered for. */
async function uncheckedOf(act: Act, id: string): Promise<number> {
  const [{ unchecked }] = (await act.em.execute<{ unchecked: number }[]>(
    `select count(*)::int as unchecked from finding f where f.review_id = ? and f.tier in ('IRREGULAR', 'NEVER')
       and not exists (select 1 from finding_check k where k.finding_id = f.id)`,
    [id],
  )) as [{ unchecked: number }];
  return unchecked;
}

/** Calls off an open review; its findings never count, its officers can be reviewed again. */
export async function cancelReview(acting: Acting, id: string, reason: string): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.changeReviews, undefined);
    const review = await act.load(Review, id);
    const next = reviewWorkflow.next(review.state, 'CANCEL', 'T-8', { text: REVIEW_TEXTS.notOpen });
    if (reason.trim() === '') throw new Refusal({ code: 'REQUIRED', path: ['reason'], message: { text: REVIEW_TEXTS.reason } });
    review.state = next;
    review.cancelReason = reason.trim();
    await lapseOfCampaign(act, id);
    act.record('review.cancel', `review:${id}`, { reference: review.reference, reason: review.cancelReason });
    return id;
  });
}
