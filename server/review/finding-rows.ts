/** Writes the findings of a review, thousands in a few statements. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { insertRows } from '../kernel/bulk.js';
import { newId } from '../kernel/record.js';
import type { FrozenFacts } from './frozen-facts.rules.js';
import type { Outcome, PostingFact } from './tier.rules.js';

/** What is stored of an outcome, column by column. */
export const OUTCOME_COLUMNS = {
  tier: 'text',
  not_assessed_reason: 'text',
  candidate_days: 'int4',
  assessable_days: 'int4',
  coverage: 'float8',
  days_of_use: 'int4',
  days_of_use_outside: 'int4',
  days_of_use_uncounted: 'int4',
  excused_days: 'int4',
  polled_days: 'int4',
  sent: 'int4',
  read: 'int4',
  logins: 'int4',
  received: 'int4',
  forwarded: 'int4',
} as const;

export const outcomeValues = (o: Outcome): unknown[] => [
  o.tier,
  o.notAssessedReason,
  o.candidateDays,
  o.assessableDays,
  o.coverage,
  o.daysOfUse,
  o.daysOfUseOutside,
  o.daysOfUseUncounted,
  o.excusedDays,
  o.polledDays,
  o.sent,
  o.read,
  o.logins,
  o.received,
  o.forwarded,
];

const FINDING = {
  id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  review_id: 'uuid',
  officer_id: 'uuid',
  agency_id: 'uuid',
  post: 'text',
  is_leader: 'bool',
  is_latest: 'bool',
  is_forwarding_settled: 'bool',
  is_contest_open: 'bool',
  ...OUTCOME_COLUMNS,
};

export interface NewFinding {
  officerId: string;
  record: PostingFact;
  facts: FrozenFacts;
  outcome: Outcome;
}

/** Inserts the findings in the order given; their ids follow it. */
export async function insertFindings(em: SqlEntityManager, reviewId: string, at: Date, findings: readonly NewFinding[]): Promise<void> {
  const time = at.toISOString();
  const rows: unknown[][] = [];
  const facts: unknown[][] = [];
  for (const finding of findings) {
    const id = newId();
    const { agencyId, post, isLeader } = finding.record;
    rows.push([
      id,
      time,
      time,
      reviewId,
      finding.officerId,
      agencyId,
      post,
      isLeader,
      false,
      false,
      false,
      ...outcomeValues(finding.outcome),
    ]);
    facts.push([id, 1, JSON.stringify(finding.facts)]);
  }
  await insertRows(em, 'finding', FINDING, rows);
  await insertRows(em, 'finding_facts', { finding_id: 'uuid', version: 'int4', facts: 'text' }, facts);
}
