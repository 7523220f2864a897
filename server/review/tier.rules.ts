/**
 * How did an officer use the mailbox in a window: regularly, irregularly, never, or can nobody say (T-2, T-3, T-4)?
 * Facts in, outcome out.
 */
import { addUse, type DayCount, DayMark, markDays, type Totals } from './day-marks.rules.js';
import type { Frame } from './frame.rules.js';
import type { OfficerFacts, PostingFact, Span } from './tier-facts.rules.js';
import type { NotAssessedReason, UsageTier } from './vocabulary.js';
import { ACT_BITS } from './vocabulary.js';

export interface Outcome extends Totals {
  tier: UsageTier;
  notAssessedReason: NotAssessedReason | null;
  candidateDays: number;
  assessableDays: number;
  /** Assessable ÷ candidate; 0 when there is no candidate day. */
  coverage: number;
  /** Days of use on assessable days. */
  daysOfUse: number;
  /** `daysOfUse` ÷ `assessableDays`; 0 when there is none. */
  share: number;
  /** Days of use that are no working days. */
  daysOfUseOutside: number;
  /** Days of use on working days that are not assessable: excused, in grace, out of post or not covered. */
  daysOfUseUncounted: number;
  polledDays: number;
  /** Working days taken out by an absence. */
  excusedDays: number;
  /** `DayMark` bits for each day of the window. */
  marks: Uint8Array;
}

/** Whether part ÷ whole reaches a share such as 0.6. 39 of 64 reaches 0.6; 51 of 64 does not reach 0.8; 48 of 60 does. */
export function reaches(part: number, whole: number, share: number): boolean {
  return part >= share * whole - 1e-9 * whole;
}

/** The main posting that a finding is counted under: that of the last day of the window, or of the last day in post (T-2). */
export function postingOfRecord(postings: readonly PostingFact[], window: Span): PostingFact | undefined {
  let last: PostingFact | undefined;
  for (const posting of postings) {
    if (posting.from > window.to || posting.to < window.from) continue;
    const end = Math.min(posting.to, window.to);
    const lastEnd = last ? Math.min(last.to, window.to) : -Infinity;
    if (!last || end > lastEnd || (end === lastEnd && posting.from > last.from)) last = posting;
  }
  return last;
}

/**
 * Judges one officer (T-2, T-3, T-4). Where the policy counts logins and the sources show nothing but logins, logins that alone
 * reach the threshold make REGULAR (example m): what cannot be shown could only add to them. Anything less stays not assessed.
 */
export function judge(facts: OfficerFacts, frame: Frame): Outcome {
  const outcome = judgeBy(facts, frame, frame.needed);
  if (outcome.notAssessedReason !== 'SOURCE_CANNOT_SHOW_USE' || !frame.countsLogin) return outcome;
  const byLogins = judgeBy(facts, frame, ACT_BITS.LOGIN);
  return byLogins.tier === 'REGULAR' ? byLogins : outcome;
}

/** Judges with a day covered when the acts `needed` (bits) can be shown on it. */
function judgeBy(facts: OfficerFacts, frame: Frame, needed: number): Outcome {
  const { policy, working, days } = frame;
  const marks = new Uint8Array(days);
  const count = markDays(facts, frame, needed, marks);
  const totals = addUse(facts, frame, marks);

  let daysOfUse = 0;
  let daysOfUseOutside = 0;
  let daysOfUseUncounted = 0;
  let polledDays = 0;
  for (let i = 0; i < days; i++) {
    const mark = marks[i]!;
    if (mark & DayMark.POLLED) polledDays++;
    if (!(mark & DayMark.USE)) continue;
    if (!working[i]) daysOfUseOutside++;
    else if (mark & DayMark.ASSESSABLE) daysOfUse++;
    else daysOfUseUncounted++;
  }

  const { candidateDays, assessableDays, excusedDays } = count;
  const notAssessedReason = whyNotAssessed(facts, frame, count);
  const hasUse = daysOfUse + daysOfUseOutside + daysOfUseUncounted > 0;
  const isRegular = reaches(daysOfUse, assessableDays, policy.regularShare);
  const tier = notAssessedReason ? 'NOT_ASSESSED' : isRegular ? 'REGULAR' : hasUse ? 'IRREGULAR' : 'NEVER';

  return {
    tier,
    notAssessedReason,
    candidateDays,
    assessableDays,
    coverage: candidateDays === 0 ? 0 : assessableDays / candidateDays,
    daysOfUse,
    share: assessableDays === 0 ? 0 : daysOfUse / assessableDays,
    daysOfUseOutside,
    daysOfUseUncounted,
    polledDays,
    excusedDays,
    ...totals,
    marks,
  };
}

/** The first reason that holds, in the order of T-4; null when the officer can be assessed. */
function whyNotAssessed(facts: OfficerFacts, frame: Frame, count: DayCount): NotAssessedReason | null {
  const { candidateDays, assessableDays, excusedDays, blindDays } = count;
  const { minimumAssessableDays, minimumCoverage } = frame.policy;
  const lastDay = frame.firstDay + frame.days - 1;
  const hasPersonal = facts.mailboxes.some(
    ({ kind, active }) => kind === 'PERSONAL' && active.some((span) => span.from <= lastDay && span.to >= frame.firstDay),
  );
  if (!hasPersonal) return 'NO_MAILBOX';
  if (candidateDays === 0 && excusedDays > 0) return 'EXCUSED';
  if (candidateDays < minimumAssessableDays) return 'TOO_FEW_DAYS';
  if (blindDays > 0 && !reaches(candidateDays - blindDays, candidateDays, minimumCoverage)) return 'SOURCE_CANNOT_SHOW_USE';
  if (!reaches(assessableDays, candidateDays, minimumCoverage)) return 'COVERAGE';
  if (assessableDays < minimumAssessableDays) return 'TOO_FEW_DAYS';
  return null;
}
