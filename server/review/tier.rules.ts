/**
 * How did an officer use the mailbox in a window: regularly, irregularly, never, or can nobody say (T-2, T-3, T-4)?
 * Facts in, outcome out; days are numbers (days since 1970-01-01), so that a whole city is judged in a fraction of a second.
 */
import type { DomainCoverage, Frame } from './frame.rules.js';
import { cannotShowUse, POLLING_LOGINS } from './frame.rules.js';
import type { NotAssessedReason, UsageTier } from './vocabulary.js';
import { ACT_BITS } from './vocabulary.js';

/** Days from … to, both included; an open end is ±Infinity. */
export interface Span {
  from: number;
  to: number;
}

/** Days on which the officer held a main post; other posts do not make a second finding (T-2). */
export interface PostingFact extends Span {
  agencyId: string;
  post: string | null;
  isLeader: boolean;
}

/** A mailbox the officer holds or held. */
export interface MailboxFact {
  kind: 'PERSONAL' | 'ROLE' | 'MACHINE';
  /** Unknown (null) means before every window: no grace. */
  createdOn: number | null;
  /** When it was active and the officer's. */
  active: readonly Span[];
  domain: DomainCoverage;
  counters: DayCounters;
}

/** Counters of one address: `COUNTER_FIELDS` numbers a day that has any, in the order of `CounterDay`. A day may come twice, from two sources. */
export type DayCounters = ArrayLike<number>;
export const COUNTER_FIELDS = 7;

export interface CounterDay {
  day: number;
  sent: number;
  read: number;
  logins: number;
  received: number;
  forwarded: number;
  /** Whether a source says that the day was polled. */
  polled: boolean;
}

export interface OfficerFacts {
  postings: readonly PostingFact[];
  mailboxes: readonly MailboxFact[];
  /** Days with a recorded, documented absence. */
  absences: readonly Span[];
}

/** What is known of one day, as bits; the evidence calendar is drawn from them. */
export const DayMark = { WORKING: 1, HELD: 2, EXCUSED: 4, COVERED: 8, CANDIDATE: 16, ASSESSABLE: 32, USE: 64, POLLED: 128 } as const;

export interface Totals {
  sent: number;
  read: number;
  logins: number;
  received: number;
  forwarded: number;
}

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

export function packCounters(days: readonly CounterDay[]): DayCounters {
  return days.flatMap((d) => [d.day, d.sent, d.read, d.logins, d.received, d.forwarded, d.polled ? 1 : 0]);
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

interface Count {
  candidateDays: number;
  assessableDays: number;
  excusedDays: number;
  /** Candidate days on which a mailbox stood in a domain whose sources cannot show use at all. */
  blindDays: number;
}

/** Marks which days count (T-2): in post, with a mailbox past its grace, not excused, covered. */
function markDays(facts: OfficerFacts, frame: Frame, needed: number, marks: Uint8Array): Count {
  const { firstDay, days, working } = frame;
  const IN_POST = 1;
  const HAS_PERSONAL = 2;
  const UNCOVERED = 4;
  const BLIND = 8;
  const states = new Uint8Array(days);

  for (const posting of facts.postings) paint(states, IN_POST, posting, firstDay);
  for (const absence of facts.absences) paint(marks, DayMark.EXCUSED, absence, firstDay);
  for (const mailbox of facts.mailboxes) {
    if (mailbox.kind === 'MACHINE') continue;
    const isBlind = cannotShowUse(mailbox.domain, needed);
    const pastGrace = mailbox.createdOn === null ? -Infinity : mailbox.createdOn + frame.policy.newMailboxGraceDays;
    for (const span of mailbox.active) {
      const first = Math.max(0, span.from - firstDay);
      const last = Math.min(days - 1, span.to - firstDay);
      for (let i = first; i <= last; i++) {
        marks[i]! |= DayMark.HELD;
        let state = states[i]!;
        if (mailbox.kind === 'PERSONAL' && firstDay + i >= pastGrace) state |= HAS_PERSONAL;
        if ((mailbox.domain.byDay[i]! & needed) !== needed) state |= UNCOVERED;
        if (isBlind) state |= BLIND;
        states[i] = state;
      }
    }
  }

  const count: Count = { candidateDays: 0, assessableDays: 0, excusedDays: 0, blindDays: 0 };
  for (let i = 0; i < days; i++) {
    const state = states[i]!;
    let mark = marks[i]!;
    if (working[i]) mark |= DayMark.WORKING;
    if (mark & DayMark.HELD && !(state & UNCOVERED)) mark |= DayMark.COVERED;
    if (working[i] && state & IN_POST && state & HAS_PERSONAL) {
      if (mark & DayMark.EXCUSED) count.excusedDays++;
      else {
        mark |= DayMark.CANDIDATE;
        count.candidateDays++;
        if (state & BLIND) count.blindDays++;
        if (mark & DayMark.COVERED) {
          mark |= DayMark.ASSESSABLE;
          count.assessableDays++;
        }
      }
    }
    marks[i] = mark;
  }
  return count;
}

/** Adds the counters of all mailboxes held on each day and marks days of use and polled days (E-2 to E-5). */
function addUse(facts: OfficerFacts, frame: Frame, marks: Uint8Array): Totals {
  const totals: Totals = { sent: 0, read: 0, logins: 0, received: 0, forwarded: 0 };
  const { days, firstDay } = frame;
  const ACTED = 1;
  const SAID_POLLED = 2;
  const acted = new Uint8Array(days);
  const logins = new Uint32Array(days);
  let pollingLogins = Infinity;

  for (const { kind, active, counters, domain } of facts.mailboxes) {
    if (kind === 'MACHINE') continue;
    pollingLogins = Math.min(pollingLogins, domain.pollingLogins ?? POLLING_LOGINS);
    for (let at = 0; at < counters.length; at += COUNTER_FIELDS) {
      const i = counters[at]! - firstDay;
      if (i < 0 || i >= days || !isWithin(active, firstDay + i)) continue;
      const sent = counters[at + 1]!;
      const read = counters[at + 2]!;
      totals.sent += sent;
      totals.read += read;
      totals.logins += counters[at + 3]!;
      totals.received += counters[at + 4]!;
      totals.forwarded += counters[at + 5]!;
      logins[i]! += counters[at + 3]!;
      if (sent > 0 || read > 0) acted[i]! |= ACTED;
      if (counters[at + 6]) acted[i]! |= SAID_POLLED;
      if ((sent > 0 && frame.countsSent) || (read > 0 && frame.countsRead)) marks[i]! |= DayMark.USE;
    }
  }

  for (let i = 0; i < days; i++) {
    const isPolled = !(acted[i]! & ACTED) && (logins[i]! >= pollingLogins || (acted[i]! & SAID_POLLED) !== 0);
    if (isPolled) marks[i]! |= DayMark.POLLED;
    else if (frame.countsLogin && logins[i]! > 0) marks[i]! |= DayMark.USE;
  }
  return totals;
}

/** The first reason that holds, in the order of T-4; null when the officer can be assessed. */
function whyNotAssessed(facts: OfficerFacts, frame: Frame, count: Count): NotAssessedReason | null {
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

function paint(target: Uint8Array, bit: number, span: Span, firstDay: number): void {
  const last = Math.min(target.length - 1, span.to - firstDay);
  for (let i = Math.max(0, span.from - firstDay); i <= last; i++) target[i]! |= bit;
}

/** Whether a day lies in one of the spans. */
export function isWithin(spans: readonly Span[], day: number): boolean {
  for (const span of spans) if (day >= span.from && day <= span.to) return true;
  return false;
}
