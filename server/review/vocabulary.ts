/** Which words does a finding use? Their meaning is fixed by product.md §3 and the rules T-1 to T-8. */
import { bitsOf, type ShownAct } from '../evidence/shows.rules.js';

export const USAGE_TIERS = ['REGULAR', 'IRREGULAR', 'NEVER', 'NOT_ASSESSED'] as const;
export type UsageTier = (typeof USAGE_TIERS)[number];

/** Why nobody could say REGULAR, IRREGULAR or NEVER, in the order in which it is tested (T-4). */
export const NOT_ASSESSED_REASONS = ['NO_MAILBOX', 'EXCUSED', 'TOO_FEW_DAYS', 'SOURCE_CANNOT_SHOW_USE', 'COVERAGE'] as const;
export type NotAssessedReason = (typeof NOT_ASSESSED_REASONS)[number];

export const CAUSES = ['HARD_TO_USE', 'NO_NEED', 'REFUSES', 'EXCUSED'] as const;
export type Cause = (typeof CAUSES)[number];

export const NEXT_STEPS = ['NONE', 'SET_CAUSE', 'TRAINING', 'REVOCATION', 'EXCLUSION', 'PROVISION'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export const FINDING_SIGNALS = ['NEWER_EVIDENCE', 'FORWARDED', 'POLLING', 'CONTESTED'] as const;
export type FindingSignal = (typeof FINDING_SIGNALS)[number];

export type EvidenceAct = ShownAct;

/** One bit an act, so that what a day can show is a number; the bits of the evidence room's coverage. */
export const ACT_BITS = {
  SENT: bitsOf(['SENT']),
  READ: bitsOf(['READ']),
  LOGIN: bitsOf(['LOGIN']),
  RECEIVED: bitsOf(['RECEIVED']),
} as const satisfies Record<EvidenceAct, number>;

export const actBits = (acts: readonly EvidenceAct[]): number => bitsOf(acts);
