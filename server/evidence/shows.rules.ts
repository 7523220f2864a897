/** Which acts can a source show (E-8)? By its format, and by whether its server logs reads at all. */
import type { EvidenceFormat } from './act.rules.js';

export const SHOWN_ACTS = ['SENT', 'READ', 'LOGIN', 'RECEIVED'] as const;
export type ShownAct = (typeof SHOWN_ACTS)[number];

/** One bit an act, in the order above. */
export function bitsOf(acts: readonly string[]): number {
  return acts.reduce((bits, act) => bits | (1 << SHOWN_ACTS.indexOf(act as ShownAct)), 0);
}

/** What a format can show at all. */
export const SHOWABLE: Record<EvidenceFormat, readonly ShownAct[]> = {
  DOVECOT: ['READ', 'LOGIN', 'RECEIVED'],
  POSTFIX: ['SENT', 'RECEIVED'],
  ZIMBRA_AUDIT: ['LOGIN'],
  M365_EMAIL_ACTIVITY: ['SENT', 'READ', 'RECEIVED'],
  GOOGLE_USER_USAGE: ['SENT', 'READ', 'RECEIVED'],
  HOPTHU_DAY: ['SENT', 'READ', 'LOGIN', 'RECEIVED'],
};

export function shownByDefault(format: EvidenceFormat, countsReceived: boolean): readonly ShownAct[] {
  return format === 'POSTFIX' && !countsReceived ? ['SENT'] : SHOWABLE[format];
}

export interface SourceOfActs {
  format: EvidenceFormat;
  shows: readonly string[];
  reads: 'FLAGS' | 'BODIES';
  hasFlagChanges: boolean;
}

/** The acts a source really shows: a Dovecot server that never logged that flags changed shows no reads (evidence.md §3). */
export function reallyShown({ format, shows, reads, hasFlagChanges }: SourceOfActs): ShownAct[] {
  const cannotRead = format === 'DOVECOT' && reads === 'FLAGS' && !hasFlagChanges;
  return SHOWN_ACTS.filter((act) => shows.includes(act) && !(act === 'READ' && cannotRead));
}
