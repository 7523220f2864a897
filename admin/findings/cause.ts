// Causes of a finding: which may be set, whether a note is asked for, and what each leads to. Pure.
import type { UsageTier } from '../ui/tiers.js';

export type Cause = 'HARD_TO_USE' | 'NO_NEED' | 'REFUSES' | 'EXCUSED';

export const causes: readonly Cause[] = ['HARD_TO_USE', 'NO_NEED', 'REFUSES', 'EXCUSED'];

/** The step each cause offers next. */
export const stepOfCause: Record<Cause, string> = { HARD_TO_USE: 'TRAINING', NO_NEED: 'REVOCATION', REFUSES: 'EXCLUSION', EXCUSED: 'NONE' };

/** Who uses the mailbox, or could not be assessed, can only be excused. */
export function causesFor(findings: readonly { tier: UsageTier }[]): readonly Cause[] {
  return findings.some(({ tier }) => tier === 'IRREGULAR' || tier === 'NEVER') ? causes : ['EXCUSED'];
}

/** Refusing wants the written reminder and the class offered; whether being excused wants a document depends on the absences recorded. */
export const needsNote = (cause: Cause): boolean => cause === 'REFUSES';
