/** What comes of committees that are merged (C-2)? Members are united, competences too, and of the rules the strictest hold. */
import type { Day } from '../kernel/calendar.js';
import { type DecisionKind, DECISION_KINDS, type Seat, SEATS } from './vocabulary.js';
import { type DatedRule, ruleOn, type RuleValues, strictest } from './voting-rule.rules.js';

export interface SeatHeld {
  userId: string;
  seat: Seat;
  /** Its last day, where one is fixed already; the seat in the new committee ends with it too. */
  untilOn?: Day | null;
}

export interface MergingCommittee {
  id: string;
  competences: readonly DecisionKind[];
  /** Whoever holds a seat on the day of the merger. */
  members: readonly SeatHeld[];
  rules: readonly DatedRule[];
}

export interface MergedCommittee {
  members: SeatHeld[];
  competences: DecisionKind[];
  /** Only for kinds for which a source had adopted one; the usual rule holds for the others. */
  rules: { kind: DecisionKind; rule: RuleValues }[];
}

/**
 * One seat a person, the higher of two and of two alike the one that lasts longer; one chair, the one named, from outside too, whose term is
 * new; chairs not named become deputies (C-2). A term that is to end keeps its end.
 */
export function unitedMembers(sources: readonly MergingCommittee[], chairUserId: string): SeatHeld[] {
  const seats = new Map<string, SeatHeld>();
  for (const { members } of sources) {
    for (const { userId, seat, untilOn } of members) {
      const held = { userId, seat: seat === 'CHAIR' ? ('DEPUTY' as const) : seat, ...(untilOn && { untilOn }) };
      const before = seats.get(userId);
      if (!before || isHigher(held, before)) seats.set(userId, held);
    }
  }
  seats.set(chairUserId, { userId: chairUserId, seat: 'CHAIR' });
  return [...seats.values()].sort((a, b) => SEATS.indexOf(a.seat) - SEATS.indexOf(b.seat) || a.userId.localeCompare(b.userId));
}

const isHigher = (one: SeatHeld, other: SeatHeld): boolean =>
  SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat) < 0 || (one.seat === other.seat && lasts(one) > lasts(other));

/** A term without an end lasts longer than any. */
const lasts = ({ untilOn }: SeatHeld): string => untilOn ?? '~';

export function merged(sources: readonly MergingCommittee[], chairUserId: string, day: Day): MergedCommittee {
  const competences = DECISION_KINDS.filter((kind) => sources.some((source) => source.competences.includes(kind)));
  return {
    members: unitedMembers(sources, chairUserId),
    competences,
    rules: competences.flatMap((kind) => unitedRule(sources, kind, day)),
  };
}

/** Of a kind the strictest rule of the sources that decide it; a source that adopted none brings the usual one. */
function unitedRule(sources: readonly MergingCommittee[], kind: DecisionKind, day: Day): { kind: DecisionKind; rule: RuleValues }[] {
  const competent = sources.filter(({ competences }) => competences.includes(kind));
  const isAdopted = competent.some(({ rules }) => rules.some((rule) => rule.kind === kind && rule.effectiveOn <= day));
  return isAdopted ? [{ kind, rule: strictest(competent.map(({ rules }) => ruleOn(rules, kind, day))) }] : [];
}
