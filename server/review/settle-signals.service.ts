/** The task force settles what keeps adverse steps from going on: takes the improved tier, or keeps the frozen one with a reason (T-5). */
import { type Act, type Acting, perform } from '../identity/command.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { CAUSE_TEXTS } from './cause.messages.js';
import type { Bulk } from './cause.service.js';
import { fileOf, keepVersion, loadFindings, notFound } from './finding-change.js';
import { showInLists, takeOutcome } from './finding-outcome.js';
import type { Finding } from './finding.entity.js';
import { Judging, storedFacts, withLaterEvidence } from './rejudging.js';
import { isOwnFinding, reviewAccess } from './review.access.js';
import { REVIEW_TEXTS } from './review.messages.js';
import { SIGNAL_TEXTS } from './signal.messages.js';
import { isBetter, settle } from './signal.rules.js';

/** Settles the signals of many findings; each stands alone. */
export async function settleSignals(acting: Acting, ids: readonly string[], takeImproved: boolean, note: string): Promise<Bulk> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.settleSignals, undefined);
    const findings = await loadFindings(act, ids);
    const done: string[] = [];
    const refused: Reason[] = [];
    for (const [place, finding] of findings.entries()) {
      try {
        if (!finding) throw new Refusal(notFound([]));
        await settleOne(act, finding, takeImproved, note);
        done.push(finding.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(...error.reasons.map((reason) => ({ ...reason, path: ['ids', String(place)] })));
      }
    }
    act.unchanged();
    return { ids: done, refused };
  });
}

async function settleOne(act: Act, finding: Finding, takeImproved: boolean, note: string): Promise<void> {
  if (isOwnFinding(act.actor, fileOf(finding)))
    throw new Refusal({ code: 'RULE_VIOLATED', rule: 'T-5', message: { text: CAUSE_TEXTS.ownSettlement } });
  if (finding.review.unwrap().state === 'CANCELLED')
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'T-5', message: { text: REVIEW_TEXTS.cancelled } });
  const facts = { ...finding, improvedTier: finding.improvedTier ?? null, declinedTier: finding.declinedTier ?? null };
  const settled = settle(facts, takeImproved, note);
  const better = takeImproved ? await improvedOutcome(act, finding) : null;
  keepVersion(act, finding, takeImproved ? 'IMPROVED_TAKEN' : 'SIGNALS_SETTLED', note.trim());
  if (better) takeOutcome(act, finding, better.outcome, better.stored, 'IMPROVED_TAKEN');
  finding.improvedTier = null;
  finding.declinedTier = settled.declinedTier;
  finding.isForwardingSettled = settled.isForwardingSettled;
  act.record('finding.settleSignals', `finding:${finding.id}`, { takeImproved, note: note.trim(), tier: finding.tier }, [
    `officer:${finding.officer.id}`,
  ]);
  await showInLists(act, finding);
}

/** The outcome by the evidence that is known now; refused when it is not better after all. */
async function improvedOutcome(act: Act, finding: Finding) {
  const review = finding.review.unwrap();
  const later = await withLaterEvidence(act.em, review, review.policy.unwrap(), await storedFacts(act.em, [finding.id]));
  const stored = later.get(finding.id)!;
  const outcome = new Judging(review, review.policy.unwrap()).outcome(stored);
  if (!isBetter(outcome.tier, finding.tier))
    throw new Refusal({ code: 'RULE_VIOLATED', rule: 'T-5', message: { text: SIGNAL_TEXTS.noImprovedTier } });
  return { outcome, stored };
}
