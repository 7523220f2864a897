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
}
