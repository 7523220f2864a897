/** Which facts about an officer does a tier rest on? Days are numbers (days since 1970-01-01), so that a whole city is judged in a fraction of a second. */
import type { DomainCoverage } from './frame.rules.js';

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

/** Whether a day lies in one of the spans. */
export function isWithin(spans: readonly Span[], day: number): boolean {
  for (const span of spans) if (day >= span.from && day <= span.to) return true;
  return false;
}
