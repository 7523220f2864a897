/** Gives a finding another outcome: its numbers, the facts they rest on, and what lists show of it (T-5). */
import type { Act } from '../identity/command.js';
import { FindingFacts, type Finding } from './finding.entity.js';
import { factsText } from './frozen-facts.rules.js';
import { refreshLatest } from './latest.js';
import type { FindingChange } from './reason.rules.js';
import type { StoredFacts } from './rejudging.js';
import type { Outcome } from './tier.rules.js';

/** Call `keepVersion` before. */
export function takeOutcome(act: Act, finding: Finding, outcome: Outcome, stored: StoredFacts, change: FindingChange): void {
  const { marks: _marks, share: _share, ...numbers } = outcome;
  Object.assign(finding, numbers, { change });
  act.em.persist(
    act.em.create(FindingFacts, {
      findingId: finding.id,
      version: finding.version + 1,
      ...factsText(stored.facts),
      coverage: stored.coverage ? [...stored.coverage] : null,
    } as never),
  );
}

/** Ordered when findings of a review that holds say something else: what was published of it is corrected (P-1, D-10). */
export const FINDINGS_CORRECTED = 'review.findingsCorrected';
export interface FindingsCorrected {
  reviewIds: string[];
}

/** Brings the lists of the registry up to date after a finding of a finalised review was changed. */
export async function showInLists(act: Act, finding: Finding): Promise<void> {
  await act.em.flush();
  await refreshLatest(act.em, {
    id: finding.id,
    officerId: finding.officer.id,
    agencyId: finding.agency.id,
    reviewId: finding.review.id,
    tier: finding.tier,
  });
  act.order(FINDINGS_CORRECTED, { reviewIds: [finding.review.id] } satisfies FindingsCorrected);
}
