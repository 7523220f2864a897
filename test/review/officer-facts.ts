/** An officer of the worked examples: 90 days with 64 working days, one mailbox, every day covered; a test changes what matters. */
import { dayNumber, dayOfNumber } from '../../server/kernel/calendar.js';
import type { DomainCoverage, Frame } from '../../server/review/frame.rules.js';
import { frameOf } from '../../server/review/frame.rules.js';
import type { PolicyVersion } from '../../server/review/policy.rules.js';
import type { CounterDay, DayCounters, MailboxFact, OfficerFacts, Span } from '../../server/review/tier-facts.rules.js';
import { actBits, type EvidenceAct } from '../../server/review/vocabulary.js';

/** Thursday to Tuesday: 64 working days and 26 others. */
export const WINDOW = { from: '2026-08-27', to: '2026-11-24' };
export const ALWAYS: Span = { from: -Infinity, to: Infinity };

export const POLICY: PolicyVersion = {
  version: 3,
  effectiveOn: '2026-01-01',
  windowDays: 90,
  regularShare: 0.6,
  minimumCoverage: 0.8,
  minimumAssessableDays: 20,
  acts: ['SENT', 'READ'],
  newMailboxGraceDays: 0,
  trainingGraceDays: 30,
  contestDays: 5,
  holidays: [],
  extraWorkingDays: [],
};

export const FRAME = frameOf(POLICY, WINDOW);
export const FIRST = FRAME.firstDay;
export const LAST = FIRST + FRAME.days - 1;

export const frameWith = (changes: Partial<PolicyVersion>): Frame => frameOf({ ...POLICY, ...changes }, WINDOW);

/** Indexes of the working days of the window, first to last. */
export const WORKDAYS = Array.from(FRAME.working.keys()).filter((i) => FRAME.working[i]);
export const DAYS_OFF = Array.from(FRAME.working.keys()).filter((i) => !FRAME.working[i]);

export const number = dayNumber;
export const dayAt = (index: number) => dayOfNumber(FIRST + index);

export function packCounters(days: readonly CounterDay[]): DayCounters {
  return days.flatMap((d) => [d.day, d.sent, d.read, d.logins, d.received, d.forwarded, d.polled ? 1 : 0]);
}

/** Counters on these days of the window. */
export function on(indexes: readonly number[], counters: Partial<CounterDay>): CounterDay[] {
  return indexes.map((index) => ({
    day: FIRST + index,
    sent: 0,
    read: 0,
    logins: 0,
    received: 0,
    forwarded: 0,
    polled: false,
    ...counters,
  }));
}

/** A domain whose sources show `acts`, with data on all days of the window but `without`. */
export function domain(
  acts: readonly EvidenceAct[] = ['SENT', 'READ', 'LOGIN', 'RECEIVED'],
  without: readonly number[] = [],
): DomainCoverage {
  const shows = actBits(acts);
  const byDay = new Uint8Array(FRAME.days).fill(shows);
  for (const index of without) byDay[index] = 0;
  return { isServed: true, shows, byDay };
}

export function mailbox(days: readonly CounterDay[], changes: Partial<MailboxFact> = {}): MailboxFact {
  return { kind: 'PERSONAL', createdOn: null, active: [ALWAYS], domain: domain(), counters: packCounters(days), ...changes };
}

export function officer(days: readonly CounterDay[], changes: Partial<MailboxFact> = {}, facts: Partial<OfficerFacts> = {}): OfficerFacts {
  return {
    postings: [{ ...ALWAYS, agencyId: 'agency', post: null, isLeader: false }],
    mailboxes: [mailbox(days, changes)],
    absences: [],
    ...facts,
  };
}
