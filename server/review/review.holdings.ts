/** What did reviews find about an officer, why, and on which facts does it rest (K-4)? */
import { lendHolding } from '../kernel/personal-data.js';
import { CAUSE_TEXTS } from './cause.messages.js';
import { TIER_TEXTS } from './reason.messages.js';
import { reasonOf } from './reason.rules.js';
import { ANSWER_WORDS, reviewHolds as t } from './review-holdings.messages.js';

const FINDING = `f.id, f.version, f.tier, f.not_assessed_reason as "notAssessedReason", f.candidate_days as "candidateDays", f.assessable_days as "assessableDays",
  f.days_of_use as "daysOfUse", f.days_of_use_outside as "daysOfUseOutside", f.days_of_use_uncounted as "daysOfUseUncounted", f.excused_days as "excusedDays",
  f.polled_days as "polledDays", f.sent, f.read, f.logins, f.received, f.forwarded, f.change, f.improved_tier as "improvedTier",
  f.is_forwarding_settled as "isForwardingSettled", f.is_contest_open as "isContestOpen", f.cause, f.cause_note as "causeNote", f.contest_note as "contestNote",
  f.contest_answer as "contestAnswer", f.contest_from_on as "contestFromOn", f.contest_until_on as "contestUntilOn", (select a.file_name from attachment a where a.id = f.contest_attachment_id) as "contestPaper"`;
const POLICY = `json_build_object('version', y.version, 'windowDays', y.window_days, 'regularShare', y.regular_share, 'minimumCoverage', y.minimum_coverage,
  'minimumAssessableDays', y.minimum_assessable_days, 'acts', y.acts)`;

export function lendReviewHoldings(): void {
  lendHolding(
    {
      ...t.findings,
      name: 'review.findings',
      tables: ['finding'],
      words: { tier: TIER_TEXTS, cause: CAUSE_TEXTS as never },
      rows: ({ officer }) =>
        `select r.reference || ' · ' || r.title as review, r.window_from as "windowFrom", r.window_to as "windowTo", a.name as agency, ${FINDING}, ${POLICY} as policy
         from finding f join review r on r.id = f.review_id join usage_policy y on y.id = r.policy_id join agency a on a.id = f.agency_id
         where f.officer_id = ${officer} order by r.opened_at, r.id`,
      shape: (row, language) => ({
        ...row,
        reason: reasonOf({ ...row, window: { from: row.windowFrom, to: row.windowTo } } as never, language),
      }),
    },
    {
      ...t.versions,
      name: 'review.findingVersions',
      tables: ['finding_version'],
      words: { tier: TIER_TEXTS },
      rows: ({ officer }) =>
        `select r.reference || ' · ' || r.title as review, v.version, v.change, v.changed_at as "changedAt", v.content->>'tier' as tier
         from finding_version v join finding f on f.id = v.finding_id join review r on r.id = f.review_id where f.officer_id = ${officer} order by v.changed_at, v.id`,
    },
    {
      ...t.facts,
      name: 'review.facts',
      tables: ['finding_facts'],
      rows: ({ officer }) =>
        `select r.reference || ' · ' || r.title as review, k.version, k.facts, k.counters
         from finding_facts k join finding f on f.id = k.finding_id join review r on r.id = f.review_id where f.officer_id = ${officer} order by r.opened_at, k.version`,
    },
    {
      ...t.answers,
      name: 'review.answers',
      tables: ['finding_check'],
      words: { answer: ANSWER_WORDS },
      rows: ({ officer }) =>
        `select r.reference || ' · ' || r.title as review, k.answer, k.checked_at as "checkedAt"
         from finding_check k join finding f on f.id = k.finding_id join review r on r.id = f.review_id where f.officer_id = ${officer} order by k.checked_at`,
    },
    {
      ...t.headed,
      name: 'review.headed',
      tables: ['agency_check'],
      rows: ({ officer }) =>
        `select r.reference || ' · ' || r.title as review, a.name as agency, c.confirmed_at as "confirmedAt"
         from agency_check c join review r on r.id = c.review_id join agency a on a.id = c.agency_id where c.head_id = ${officer} order by r.opened_at`,
    },
  );
}
