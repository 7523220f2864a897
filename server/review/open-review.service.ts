/** Opening a review: the policy and window are chosen, evidence, coverage and facts are frozen, everybody is judged, in one transaction (T-1 to T-5). */
import { ref } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Act, type Acting, perform } from '../identity/command.js';
import { dayNumber } from '../kernel/calendar.js';
import { dateIn } from '../kernel/language.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { contestUntil } from './contest.rules.js';
import { insertFindings } from './finding-rows.js';
import { frameOf } from './frame.rules.js';
import { knownAgencies } from './known-agencies.js';
import { type CampaignChoice, chosenPlan } from './campaign/chosen-plan.js';
import { officersAgain } from './campaign/rerun.read.js';
import { startCampaign } from './campaign/start.js';
import { frozenFinding } from './freezing.js';
import { freezeCoverage } from './frozen-facts.rules.js';
import { reviewedOfficers, type ReviewedOfficer } from './officer-facts.read.js';
import { calendarOf, policyFor, windowOf } from './policy.rules.js';
import { reviewAccess } from './review.access.js';
import { Review } from './review.entity.js';
import { REVIEW_TEXTS } from './review.messages.js';
import { UsagePolicy } from './usage-policy.entity.js';
import { windowEvidence } from './window-evidence.read.js';

export interface ReviewOpening extends CampaignChoice {
  title: string;
  windowTo: string;
  /** Whole city when not given. */
  agencyIds?: readonly string[] | null;
  idempotencyKey?: string | null;
}

/** So many addresses are named in the query for evidence; beyond that all addresses of the window are read. */
const NAMED_ADDRESSES = 2_000;

/** Opens a review; the same idempotency key gives the same review. Refused when an officer is in an open review already (T-8). */
export async function openReview(acting: Acting, opening: ReviewOpening): Promise<string> {
  const { idempotencyKey, ...request } = opening;
  return perform(acting, (act) => {
    act.allow(reviewAccess.changeReviews, undefined);
    return act.once('review.open', idempotencyKey, request, () => open(act, opening));
  });
}

async function open(act: Act, opening: ReviewOpening): Promise<string> {
  const { em } = act;
  const refusal = openingFault(act, opening);
  if (refusal) throw new Refusal(refusal);
  await em.execute("select pg_advisory_xact_lock(hashtext('review'))");
  const policy = policyFor(await em.find(UsagePolicy, {}), opening.windowTo);
  if (!policy) {
    const values = { day: dateIn('vi', opening.windowTo) };
    throw new Refusal({
      code: 'NOT_ALLOWED_NOW',
      rule: 'T-1',
      path: ['input', 'windowTo'],
      message: { text: REVIEW_TEXTS.noPolicy, values },
    });
  }
  const chosen = await chosenPlan(em, opening);
  const wanted = opening.agencyIds ?? chosen.agencyIds;
  const agencyIds = wanted ? await knownAgencies(em, wanted) : null;
  const window = windowOf(policy, opening.windowTo);
  const frame = frameOf(policy, window);
  const span = { from: frame.firstDay, to: frame.firstDay + frame.days - 1 };
  const again = opening.rerunOfId ? await officersAgain(em, opening.rerunOfId, opening.rerunScope ?? 'REMAINING') : null;
  const officers = (await reviewedOfficers(em, span, agencyIds)).filter(({ officerId }) => again === null || again.has(officerId));
  if (officers.length === 0)
    throw new Refusal({ code: 'INVALID', path: ['input', 'agencyIds'], message: { text: REVIEW_TEXTS.noOfficer } });
  await refuseTwoOpenReviews(em, officers);

  const addresses = officers.flatMap(({ mailboxes }) => mailboxes.map(({ address }) => address));
  const evidence = await windowEvidence(em, span, calendarOf(policy), addresses.length <= NAMED_ADDRESSES ? addresses : null, true);
  const review = em.create(Review, {
    reference: await nextReference(em, act.today.slice(0, 4)),
    title: opening.title.trim(),
    state: 'OPEN',
    policy: ref(policy),
    windowFrom: window.from,
    windowTo: window.to,
    agencyIds,
    openedAt: act.now,
    contestUntil: contestUntil(act.today, policy.contestDays, calendarOf(policy)),
    silence: chosen.plan?.silence ?? 'FINDING_STAYS',
    definitionId: chosen.definitionId,
    rerunOfId: opening.rerunOfId ?? null,
    rerunScope: opening.rerunOfId ? (opening.rerunScope ?? 'REMAINING') : null,
    coverage: [...evidence.coverage].map(([mailDomain, coverage]) => freezeCoverage(mailDomain, coverage)),
  } as never);
  em.persist(review);
  await em.flush();
  const findings = officers.map((officer) => frozenFinding(officer, frame, evidence));
  await insertFindings(em, review.id, act.now, findings, evidence.counters);
  act.record('review.open', `review:${review.id}`, {
    reference: review.reference,
    ...window,
    policy: policy.version,
    agencyIds,
    findings: findings.length,
    ...(chosen.plan && { check: chosen.plan }),
    ...(review.rerunOfId && { rerunOf: review.rerunOfId, rerunScope: review.rerunScope }),
  });
  if (chosen.plan) await startCampaign(act, review, chosen.plan);
  return review.id;
}

function openingFault(act: Act, { title, windowTo }: ReviewOpening): Reason | null {
  if (title.trim() === '') return { code: 'REQUIRED', path: ['input', 'title'], message: { text: REVIEW_TEXTS.title } };
  if (dayNumber(windowTo) > dayNumber(act.today)) {
    return { code: 'INVALID', path: ['input', 'windowTo'], rule: 'T-1', message: { text: REVIEW_TEXTS.windowInFuture } };
  }
  return null;
}

async function refuseTwoOpenReviews(em: SqlEntityManager, officers: readonly ReviewedOfficer[]): Promise<void> {
  const open = await em.execute<{ reference: string; officer_id: string }[]>(
    `select r.reference, f.officer_id from review r join finding f on f.review_id = r.id where r.state = 'OPEN'`,
  );
  if (open.length === 0) return;
  const wanted = new Set(officers.map(({ officerId }) => officerId));
  const twice = open.filter(({ officer_id }) => wanted.has(officer_id));
  if (twice.length === 0) return;
  const reference = [...new Set(twice.map((row) => row.reference))].join(', ');
  throw new Refusal({
    code: 'NOT_ALLOWED_NOW',
    rule: 'T-8',
    path: ['input'],
    message: { text: REVIEW_TEXTS.inOpenReview, values: { count: twice.length, reference } },
  });
}

/** `DR-2026-0001`, counting within the year; the caller holds the lock of reviews. */
async function nextReference(em: SqlEntityManager, year: string): Promise<string> {
  const [{ last }] = (await em.execute<{ last: number }[]>(
    `select coalesce(max(substring(reference from 9)::int), 0) as last from review where reference like ?`,
    [`DR-${year}-%`],
  )) as [{ last: number }];
  return `DR-${year}-${String(last + 1).padStart(4, '0')}`;
}
