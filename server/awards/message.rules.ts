/** What is another system told when answers have changed? Of each officer why, and what is answered now for each title. */
import type { DecisionKind } from '../committee/vocabulary.js';
import { AWARD_TITLES, type AwardTitleCode, type DecisionState } from '../decisions/vocabulary.js';
import { type Exclusion, type Standing, standingOf } from './eligibility.rules.js';

export interface DecisionOfOfficer {
  officerId: string;
  kind: DecisionKind;
  state: DecisionState;
  number: string | null;
  /** Whether another decision has ended it; else it expired with its year, and the answer stays (D-11). */
  isEnded: boolean;
}

export interface ExclusionOfOfficer extends Exclusion {
  officerId: string;
  title: string;
}

export interface ChangeReason {
  decisionNumber: string | null;
  /** In force, stayed by an appeal, reversed as if never made, lifted by another decision; CHANGED where it is none of these. */
  change: 'IN_FORCE' | 'APPEALED' | 'REVERSED' | 'LIFTED' | 'CHANGED';
}

export interface ChangedOfficer {
  officerCode: string;
  reasons: ChangeReason[];
  titles: ({ title: AwardTitleCode } & Standing)[];
}

const CHANGES: Partial<Record<DecisionState, ChangeReason['change']>> = {
  APPEALED: 'APPEALED',
  REVERSED: 'REVERSED',
};

/** In one word, from where the decision stands: an exclusion whose answer ended before its year did was lifted, and a lift in force lifts. */
export function reasonOf({ kind, state, number, isEnded }: DecisionOfOfficer): ChangeReason {
  if (isEnded) return { decisionNumber: number, change: 'LIFTED' };
  // One that came into force after its year expires at once: what was changed is that it came into force.
  if (state !== 'IN_FORCE' && state !== 'EXPIRED') return { decisionNumber: number, change: CHANGES[state] ?? 'CHANGED' };
  return { decisionNumber: number, change: kind === 'AWARD_EXCLUSION' ? 'IN_FORCE' : 'LIFTED' };
}

function byOfficer<T extends { officerId: string }>(rows: readonly T[]): (officerId: string) => T[] {
  const known = new Map<string, T[]>();
  for (const row of rows) {
    const others = known.get(row.officerId);
    if (others) others.push(row);
    else known.set(row.officerId, [row]);
  }
  return (officerId) => known.get(officerId) ?? [];
}

export function changedOfficers(
  officers: readonly { id: string; code: string }[],
  exclusions: readonly ExclusionOfOfficer[],
  decisions: readonly DecisionOfOfficer[],
): ChangedOfficer[] {
  const [exclusionsOf, decisionsOf] = [byOfficer(exclusions), byOfficer(decisions)];
  return officers.map(({ id, code }) => ({
    officerCode: code,
    reasons: decisionsOf(id).map(reasonOf),
    titles: AWARD_TITLES.map((title) => ({ title, ...standingOf(exclusionsOf(id).filter((one) => one.title === title)) })),
  }));
}

/** A message as it is sent, without what it says of one officer; and of how many it still tells. */
export function withoutOfficer(body: string, code: string): { body: string; officers: number } {
  const message = JSON.parse(body) as { data?: { officers?: { officerCode: string }[] } };
  const officers = (message.data?.officers ?? []).filter(({ officerCode }) => officerCode !== code);
  return { body: JSON.stringify({ ...message, data: { ...message.data, officers } }), officers: officers.length };
}
