/** Starts the agencies' check of a review that is just being opened: who checks what, until when, and which letters are due (F-1, F-3, F-4). */
import type { Act } from '../../identity/command.js';
import { newId } from '../../kernel/record.js';
import { calendarOf } from '../policy.rules.js';
import type { Review } from '../review.entity.js';
import { type CampaignPlan, campaignDays } from './campaign-days.rules.js';
import { AgencyCheck, CampaignStep } from './campaign.entity.js';
import { tellOfficers, type ToldFinding } from './campaign-letters.js';

/** Inside the command that opens the review, once its findings are written. */
export async function startCampaign(act: Act, review: Review, plan: CampaignPlan): Promise<void> {
  const days = campaignDays(act.today, plan, calendarOf(review.policy.unwrap()), act.ground.clock.zone);
  review.checkUntil = days.checkUntil;
  review.decideUntil = days.decideUntil;
  review.silence = plan.silence;
  // Whoever checks may contest for as long as the check lasts, and so may the officer, who is told until when (T-8).
  if (!review.contestUntil || review.contestUntil < days.checkUntil) review.contestUntil = days.checkUntil;
  for (const step of days.steps)
    act.em.persist(act.em.create(CampaignStep, { review, ...step, letters: 0, unreached: 0, createdAt: act.now } as never));
  await addChecks(act, review);
  await act.em.flush();
  if (plan.tellsOfficers) await tellOfficers(act, review, await toBeTold(act, review.id));
}

/** One for each agency that has findings; the head is the one named when the agency last checked, while still a leader there. */
async function addChecks(act: Act, review: Review): Promise<void> {
  const rows = await act.em.execute<{ agencyId: string; headId: string | null }[]>(
    `select f.agency_id as "agencyId",
       (select c.head_id from agency_check c join officer o on o.id = c.head_id
        where c.agency_id = f.agency_id and o.agency_id = f.agency_id and o.is_leader and o.left_on is null order by c.created_at desc limit 1) as "headId"
     from finding f where f.review_id = ? group by f.agency_id order by f.agency_id`,
    [review.id],
  );
  for (const { agencyId, headId } of rows)
    act.em.persist(
      act.em.create(AgencyCheck, { id: newId(), review, agency: agencyId, head: headId, state: 'CHECKING', createdAt: act.now } as never),
    );
}

const toBeTold = (act: Act, reviewId: string): Promise<ToldFinding[]> =>
  act.em.execute(
    `select f.id as "findingId", f.officer_id as "officerId", f.tier, f.days_of_use as "daysOfUse", f.assessable_days as "assessableDays"
     from finding f where f.review_id = ? and f.tier in ('IRREGULAR', 'NEVER') order by f.id`,
    [reviewId],
  );
