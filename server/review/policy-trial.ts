/** Who would change tier under another policy on the evidence of a review? Nothing is written (T-6). */
import { sql } from 'kysely';
import type { Reader } from '../kernel/read.js';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { type FindingGroup, usageFigures, type UsageFigures } from './figures.rules.js';
import type { FrozenCoverage } from './frozen-facts.rules.js';
import { policyFaults, type PolicyValues, windowOf } from './policy.rules.js';
import { isSetAside } from './reason.rules.js';
import { factsOf, Judging } from './rejudging.js';
import { REVIEW_TEXTS } from './review.messages.js';
import type { UsageTier } from './vocabulary.js';

export interface TierChange {
  officerId: string;
  from: UsageTier;
  to: UsageTier;
}

export interface Trial {
  figures: UsageFigures;
  changes: TierChange[];
}

interface TrialRow {
  id: string;
  officerId: string;
  isLeader: boolean;
  tier: UsageTier;
  change: string | null;
  facts: string;
  counters: string;
  coverage: FrozenCoverage[] | null;
}

const CHUNK = 2_000;

/** One trial at a time: each reads every finding of a review and takes about a second, and the others who ask must not wait for many. */
export class TrialLine {
  private last: Promise<unknown> = Promise.resolve();

  inTurn<T>(trial: () => Promise<T>): Promise<T> {
    const mine = this.last.then(trial, trial);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** Judges every finding of the review under the policy. A window longer than the review's is refused: its evidence was not frozen. */
export async function tryPolicy(read: Reader, reviewId: string, policy: PolicyValues): Promise<Trial> {
  const review = isId(reviewId) ? await reviewOf(read, reviewId) : undefined;
  if (!review) throw new Refusal({ code: 'NOT_FOUND', path: ['reviewId'], message: { text: REVIEW_TEXTS.noReview } });
  const faults = policyFaults(policy);
  if (faults.length) throw new Refusal(...faults);
  if (policy.windowDays > review.days) {
    const message = { text: REVIEW_TEXTS.longerWindow, values: { days: review.days } };
    throw new Refusal({ code: 'INVALID', path: ['input', 'windowDays'], rule: 'T-6', message });
  }
  const judging = new Judging(review, policy, windowOf(policy, review.windowTo));
  const groups: FindingGroup[] = [];
  const changes: TierChange[] = [];
  for (let after: string | null = null; ;) {
    const rows: TrialRow[] = await chunkOf(read, reviewId, after);
    for (const row of rows) {
      const outcome = judging.outcome(factsOf(row));
      const isSettled = isSetAside(row.change);
      const to = isSettled ? row.tier : outcome.tier;
      const notAssessedReason = isSettled ? 'EXCUSED' : outcome.notAssessedReason;
      groups.push({ ...outcome, tier: to, notAssessedReason, isLeader: row.isLeader, count: 1 });
      if (to !== row.tier) changes.push({ officerId: row.officerId, from: row.tier, to });
    }
    if (rows.length < CHUNK) break;
    after = rows.at(-1)!.id;
  }
  return { figures: usageFigures(groups), changes };
}

async function reviewOf({ db, run }: Reader, id: string) {
  const [row] = await run<{ windowFrom: string; windowTo: string; days: number; coverage: FrozenCoverage[] }>(
    db
      .selectFrom('review as r')
      .select([
        'r.window_from as windowFrom',
        'r.window_to as windowTo',
        'r.coverage as coverage',
        sql<number>`r.window_to - r.window_from + 1`.as('days'),
      ])
      .where('r.id', '=', id),
  );
  return row;
}

/** Findings with the facts they rest on, a chunk after an id. */
function chunkOf({ db, run }: Reader, reviewId: string, after: string | null): Promise<TrialRow[]> {
  let rows = db
    .selectFrom('finding as f')
    .innerJoin('finding_facts as x', 'x.finding_id', 'f.id')
    .select(['f.id', 'f.officer_id as officerId', 'f.is_leader as isLeader', 'f.tier', 'f.change', 'x.facts', 'x.counters', 'x.coverage'])
    .where('f.review_id', '=', reviewId)
    .where(sql<boolean>`x.version = (select max(v.version) from finding_facts v where v.finding_id = f.id)`)
    .orderBy('f.id')
    .limit(sql.lit(CHUNK) as never);
  if (after) rows = rows.where('f.id', '>', after);
  return run(rows);
}
