/**
 * Works findings out again: from their frozen facts, from later evidence, or with an absence that was recorded later (T-5, G-5).
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { dayNumber } from '../kernel/calendar.js';
import type { DomainCoverage, Frame } from './frame.rules.js';
import { frameOf } from './frame.rules.js';
import type { FactsText, FrozenCoverage, FrozenFacts } from './frozen-facts.rules.js';
import { freezeCoverage, lastDaysOf, ownCounters, readFacts, thawCoverage, thawFacts, thawSpan } from './frozen-facts.rules.js';
import { calendarOf, type PolicyValues } from './policy.rules.js';
import { judge, type Outcome } from './tier.rules.js';
import { type Span } from './tier-facts.rules.js';
import { windowEvidence } from './window-evidence.read.js';

/** The review that a finding is worked out for. */
export interface JudgingReview {
  windowFrom: string;
  windowTo: string;
  coverage: readonly FrozenCoverage[];
}

/** Facts of a finding as they are stored, with the coverage they came with where it is not the review's. */
export interface StoredFacts {
  facts: FrozenFacts;
  coverage: readonly FrozenCoverage[] | null;
}

export const windowSpan = (review: Pick<JudgingReview, 'windowFrom' | 'windowTo'>): Span => ({
  from: dayNumber(review.windowFrom),
  to: dayNumber(review.windowTo),
});

const coverageMap = (coverage: readonly FrozenCoverage[]) => new Map(coverage.map((domain) => [domain.mailDomain, thawCoverage(domain)]));

/** Judges many findings of one review under one policy; a policy with a shorter window looks at the last days. */
export class Judging {
  readonly frame: Frame;
  private readonly firstDay: number;
  private readonly coverage: ReadonlyMap<string, DomainCoverage>;

  constructor(
    review: JudgingReview,
    policy: PolicyValues,
    window: { from: string; to: string } = { from: review.windowFrom, to: review.windowTo },
  ) {
    this.frame = frameOf(policy, window);
    this.firstDay = dayNumber(review.windowFrom);
    this.coverage = this.shortened(review.coverage);
  }

  outcome({ facts, coverage }: StoredFacts): Outcome {
    const days = coverage ? this.shortened(coverage) : this.coverage;
    return judge(thawFacts(facts, this.firstDay, this.frame.days, days), this.frame);
  }

  private shortened(coverage: readonly FrozenCoverage[]): ReadonlyMap<string, DomainCoverage> {
    return new Map([...coverageMap(coverage)].map(([domain, days]) => [domain, lastDaysOf(days, this.frame.days)]));
  }
}

/** The facts on which the present versions of findings rest, by id. */
export async function storedFacts(em: SqlEntityManager, ids: readonly string[]): Promise<Map<string, StoredFacts>> {
  const rows = await em.execute<(FactsText & { finding_id: string; coverage: FrozenCoverage[] | string | null })[]>(
    'select distinct on (finding_id) finding_id, facts, counters, coverage from finding_facts where finding_id = any(?::uuid[]) order by finding_id, version desc',
    [`{${ids.join(',')}}`],
  );
  return new Map(rows.map((row) => [row.finding_id, factsOf(row)]));
}

export function factsOf(row: FactsText & { coverage: FrozenCoverage[] | string | null }): StoredFacts {
  const coverage = typeof row.coverage === 'string' ? (JSON.parse(row.coverage) as FrozenCoverage[]) : row.coverage;
  return { facts: readFacts(row), coverage };
}

/** The same facts with the evidence that is known now. */
export async function withLaterEvidence(
  em: SqlEntityManager,
  review: JudgingReview,
  policy: PolicyValues,
  stored: ReadonlyMap<string, StoredFacts>,
): Promise<Map<string, StoredFacts>> {
  const window = windowSpan(review);
  const days = window.to - window.from + 1;
  const addresses = [...stored.values()].flatMap(({ facts }) => facts.mailboxes.map(({ address }) => address));
  const evidence = await windowEvidence(em, window, calendarOf(policy), addresses);
  const coverage = frozenOf(evidence.coverage);
  return new Map(
    [...stored].map(([id, { facts }]) => {
      const mailboxes = facts.mailboxes.map((mailbox) => ({
        ...mailbox,
        days: ownCounters(evidence.counters.get(mailbox.address) ?? '', window.from, days, mailbox.active.map(thawSpan)),
      }));
      return [id, { facts: { ...facts, mailboxes }, coverage }];
    }),
  );
}

function frozenOf(coverage: ReadonlyMap<string, DomainCoverage>): FrozenCoverage[] {
  return [...coverage].map(([mailDomain, days]) => freezeCoverage(mailDomain, days));
}
