/** Adds a finalised review of the whole city to the bench's database: one finding an officer, spread over the tiers. */
import { copyRows } from '../server/kernel/bulk.js';
import type { Ground } from '../server/kernel/ground.js';
import { newId } from '../server/kernel/record.js';

const TIERS = ['REGULAR', 'IRREGULAR', 'REGULAR', 'NEVER', 'IRREGULAR', 'REGULAR', 'NOT_ASSESSED'] as const;
const FROM = '2026-07-20';
const TO = '2026-10-17';
const CANDIDATE_DAYS = 63;

export interface BenchOfficer {
  id: string;
  agencyId: string;
  isLeader: boolean;
  post: string;
}

/** Answers the id of the review. */
export async function fillFindings(ground: Ground, officers: readonly BenchOfficer[]): Promise<string> {
  const now = ground.clock.now().toISOString();
  const [policyId, reviewId] = [newId(), newId()];
  const policy = {
    id: policyId,
    created_at: now,
    updated_at: now,
    version: 1,
    effective_on: FROM,
    window_days: 90,
    regular_share: 0.5,
    minimum_coverage: 0.5,
    minimum_assessable_days: 10,
    acts: '{SENT,READ}',
    new_mailbox_grace_days: 10,
    training_grace_days: 10,
    contest_days: 5,
    holidays: '{}',
    extra_working_days: '{}',
  };
  await copyRows(ground, 'usage_policy', Object.keys(policy), [Object.values(policy)]);
  const review = {
    id: reviewId,
    created_at: now,
    updated_at: now,
    reference: 'R-2026-1',
    title: 'Bench',
    state: 'FINALISED',
    policy_id: policyId,
    window_from: FROM,
    window_to: TO,
    opened_at: now,
    contest_until: TO,
    finalised_at: now,
    coverage: '{}',
  };
  await copyRows(ground, 'review', Object.keys(review), [Object.values(review)]);
  const rows = officers.map(({ id, agencyId, isLeader, post }, i) => {
    const tier = TIERS[i % TIERS.length]!;
    const used = { REGULAR: 40 + (i % 20), IRREGULAR: 1 + (i % 29), NEVER: 0, NOT_ASSESSED: 0 }[tier];
    return {
      id: newId(),
      created_at: now,
      updated_at: now,
      review_id: reviewId,
      officer_id: id,
      agency_id: agencyId,
      post,
      is_leader: isLeader,
      tier,
      not_assessed_reason: tier === 'NOT_ASSESSED' ? 'NO_MAILBOX' : null,
      candidate_days: CANDIDATE_DAYS,

      assessable_days: tier === 'NOT_ASSESSED' ? 0 : CANDIDATE_DAYS - (i % 5),
      coverage: 0.96,
      days_of_use: used,
      days_of_use_outside: 0,

      days_of_use_uncounted: 0,
      excused_days: 0,
      polled_days: 0,
      sent: used,
      read: 2 * used,
      logins: 3 * used,
      received: 90,
      forwarded: 0,
    };
  });
  await copyRows(
    ground,
    'finding',
    Object.keys(rows[0]!),
    rows.map((row) => Object.values(row)),
  );
  return reviewId;
}
