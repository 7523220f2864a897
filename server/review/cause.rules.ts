/**
 * Why does an officer not use the mailbox, who may say so, and what follows from it (product.md §3, D-2, D-2a)?
 */
import type { Reason } from '../kernel/refusal.js';
import { CAUSE_TEXTS } from './cause.messages.js';
import type { Cause, NextStep, NotAssessedReason, UsageTier } from './vocabulary.js';

/** The next step offered for a finding: the table of product.md §3, read from the top. */
export function nextStep(tier: UsageTier, notAssessedReason: NotAssessedReason | null, cause: Cause | null): NextStep {
  if (cause === 'EXCUSED' || tier === 'REGULAR') return 'NONE';
  if (tier === 'NOT_ASSESSED') return notAssessedReason === 'NO_MAILBOX' ? 'PROVISION' : 'NONE';
  switch (cause) {
    case 'HARD_TO_USE':
      return 'TRAINING';
    case 'NO_NEED':
      return 'REVOCATION';
    case 'REFUSES':
      return 'EXCLUSION';
    case null:
      return 'SET_CAUSE';
  }
}

export interface CauseFacts {
  cause: Cause;
  note: string | null;
  tier: UsageTier;
  isLeader: boolean;
  /** Whether an absence with its document is recorded on a day of the window. */
  hasAbsence: boolean;
  /** The person setting it: as task force, or only as contact of the officer's agency. */
  isTaskForce: boolean;
  isOwnFinding: boolean;
}

/** All that speaks against setting this cause; empty when it may be set. */
export function causeFaults(facts: CauseFacts): Reason[] {
  const faults: Reason[] = [];
  const violated = (rule: string, text: keyof typeof CAUSE_TEXTS) =>
    faults.push({ code: 'RULE_VIOLATED', rule, message: { text: CAUSE_TEXTS[text] } });
  const noteMissing = (facts.note ?? '').trim() === '';

  if (facts.isOwnFinding) violated('D-2a', 'ownFinding');
  if (facts.isLeader && !facts.isTaskForce) violated('D-2a', 'leaderByTaskForce');
  if (facts.cause !== 'EXCUSED' && facts.tier !== 'IRREGULAR' && facts.tier !== 'NEVER') violated('D-2', 'tierWithoutCause');
  if (facts.cause === 'REFUSES' && noteMissing) {
    faults.push({ code: 'REQUIRED', rule: 'D-2a', path: ['note'], message: { text: CAUSE_TEXTS.refusesNote } });
  }
  if (facts.cause === 'EXCUSED' && !facts.hasAbsence && noteMissing) {
    faults.push({ code: 'REQUIRED', rule: 'T-5', path: ['note'], message: { text: CAUSE_TEXTS.excusedNote } });
  }
  return faults;
}
