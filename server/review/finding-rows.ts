/** Writes the findings of a review, thousands in a few statements. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { insertRows } from '../kernel/bulk.js';
import { newId } from '../kernel/record.js';
import { arrayOf } from '../registry/register.read.js';
import { factsText, type FrozenFacts } from './frozen-facts.rules.js';
import type { Outcome } from './tier.rules.js';
import type { PostingFact } from './tier-facts.rules.js';

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
  ...OUTCOME_COLUMNS,
};

export interface NewFinding {
  officerId: string;
  record: PostingFact;
  facts: FrozenFacts;
  outcome: Outcome;
}

/**
 * Inserts the findings in the order given; their ids follow it. Counters that `evidence_window` holds as they are stored
 * (one mailbox, held on every day of the window) are taken from there by the database; only the others are sent.
 */
export async function insertFindings(
  em: SqlEntityManager,
  reviewId: string,
  at: Date,
  findings: readonly NewFinding[],
  kept: ReadonlyMap<string, string>,
): Promise<void> {
  const time = at.toISOString();
  const rows: unknown[][] = [];
  const byAddress: { ids: string[]; facts: string[]; addresses: string[] } = { ids: [], facts: [], addresses: [] };
  const sent: unknown[][] = [];
  for (const finding of findings) {
    const id = newId();
    const { agencyId, post, isLeader } = finding.record;
    rows.push([id, time, time, reviewId, finding.officerId, agencyId, post, isLeader, ...outcomeValues(finding.outcome)]);
    const { facts, counters } = factsText(finding.facts);
    const [mailbox, another] = finding.facts.mailboxes;
    if (mailbox && !another && kept.get(mailbox.address) === counters) {
      byAddress.ids.push(id);
      byAddress.facts.push(facts);
      byAddress.addresses.push(mailbox.address);
    } else sent.push([id, 1, facts, counters]);
  }
  await insertRows(em, 'finding', FINDING, rows);
  await insertRows(em, 'finding_facts', { finding_id: 'uuid', version: 'int4', facts: 'text', counters: 'text' }, sent);
  await em.execute(
    `insert into finding_facts (finding_id, version, facts, counters)
     select f.id, 1, f.facts, w.days from unnest(?::uuid[], ?::text[], ?::text[]) as f(id, facts, address) join evidence_window w on w.address = f.address`,
    [arrayOf(byAddress.ids), arrayOf(byAddress.facts), arrayOf(byAddress.addresses)],
  );
}
