/**
 * In which form are the facts of a finding kept, so that its tier can be worked out again years later (T-5)?
 * As text that a person can read: days are numbers since 1970-01-01, null is an open end, counters are
 * `day,sent,read,logins,received,forwarded,polled;…` with the day counted from the first day of the window.
 */
import { domainOf } from '../registry/address.rules.js';
import type { DomainCoverage } from './frame.rules.js';
import { unservedDomain } from './frame.rules.js';
import type { DayCounters, MailboxFact, OfficerFacts, PostingFact, Span } from './tier-facts.rules.js';
import { COUNTER_FIELDS, isWithin } from './tier-facts.rules.js';

type FrozenSpan = [from: number | null, to: number | null];

export interface FrozenMailbox {
  id: string;
  address: string;
  kind: MailboxFact['kind'];
  createdOn: number | null;
  active: FrozenSpan[];
  /** Counters, as above. */
  days: string;
}

export interface FrozenFacts {
  postings: { span: FrozenSpan; agencyId: string; post: string | null; isLeader: boolean }[];
  absences: FrozenSpan[];
  mailboxes: FrozenMailbox[];
}

/** Coverage of each mail domain: what its sources can show, and one hexadecimal digit of act bits a day. */
export interface FrozenCoverage {
  mailDomain: string;
  isServed: boolean;
  shows: number;
  pollingLogins?: number;
  byDay: string;
}

/** Facts as they are stored: readable JSON, and apart from it the counters of the mailboxes, joined by `|`, which may be written by the database. */
export interface FactsText {
  facts: string;
  counters: string;
}

export function factsText({ mailboxes, ...facts }: FrozenFacts): FactsText {
  return {
    facts: JSON.stringify({ ...facts, mailboxes: mailboxes.map(({ days: _days, ...mailbox }) => mailbox) }),
    counters: mailboxes.map(({ days }) => days).join('|'),
  };
}

export function readFacts({ facts, counters }: FactsText): FrozenFacts {
  const { mailboxes, ...rest } = JSON.parse(facts) as FrozenFacts;
  const days = counters.split('|');
  return { ...rest, mailboxes: mailboxes.map((mailbox, i) => ({ ...mailbox, days: days[i] ?? '' })) };
}

export const freezeSpan = ({ from, to }: Span): FrozenSpan => [Number.isFinite(from) ? from : null, Number.isFinite(to) ? to : null];
export const thawSpan = ([from, to]: FrozenSpan): Span => ({ from: from ?? -Infinity, to: to ?? Infinity });

export function freezePosting({ agencyId, post, isLeader, ...span }: PostingFact): FrozenFacts['postings'][number] {
  return { span: freezeSpan(span), agencyId, post, isLeader };
}

/** Numbers out of the text of counters; `firstDay` is the day its days are counted from. */
export function readCounters(text: string, firstDay: number): DayCounters {
  // A number takes two characters at least, with what follows it.
  const numbers = new Int32Array((text.length + 1) >> 1);
  let length = 0;
  let value = 0;
  let field = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      continue;
    }
    numbers[length++] = field === 0 ? value + firstDay : value;
    field = code === 59 ? 0 : field + 1;
    value = 0;
  }
  if (text.length > 0) numbers[length++] = value;
  return numbers.subarray(0, length);
}

export function writeCounters(counters: DayCounters, firstDay: number): string {
  const days: string[] = [];
  for (let at = 0; at < counters.length; at += COUNTER_FIELDS) {
    const fields = [counters[at]! - firstDay];
    for (let i = 1; i < COUNTER_FIELDS; i++) fields.push(counters[at + i]!);
    days.push(fields.join(','));
  }
  return days.join(';');
}

/** The counters of the days on which the address was the officer's; other days are somebody else's and are not kept. */
export function ownCounters(text: string, firstDay: number, days: number, active: readonly Span[]): string {
  if (active.some((span) => span.from <= firstDay && span.to >= firstDay + days - 1)) return text;
  const counters = readCounters(text, firstDay);
  const own: number[] = [];
  for (let at = 0; at < counters.length; at += COUNTER_FIELDS) {
    if (isWithin(active, counters[at]!)) for (let i = 0; i < COUNTER_FIELDS; i++) own.push(counters[at + i]!);
  }
  return writeCounters(own, firstDay);
}

export function freezeCoverage(mailDomain: string, { byDay, ...domain }: DomainCoverage): FrozenCoverage {
  return { mailDomain, ...domain, byDay: Array.from(byDay, (bits) => bits.toString(16)).join('') };
}

export function thawCoverage({ isServed, shows, pollingLogins, byDay }: FrozenCoverage): DomainCoverage {
  return { isServed, shows, pollingLogins, byDay: Uint8Array.from(byDay, (digit) => Number.parseInt(digit, 16)) };
}

/** The part of a coverage that a shorter window, ending on the same day, looks at. */
export function lastDaysOf(coverage: DomainCoverage, days: number): DomainCoverage {
  return { ...coverage, byDay: coverage.byDay.slice(coverage.byDay.length - days) };
}

/** Facts as the tier rules want them; `coverage` by mail domain, over the days of the frame. */
export function thawFacts(
  frozen: FrozenFacts,
  windowFirstDay: number,
  days: number,
  coverage: ReadonlyMap<string, DomainCoverage>,
): OfficerFacts {
  return {
    postings: frozen.postings.map(({ span, ...posting }) => ({ ...thawSpan(span), ...posting })),
    absences: frozen.absences.map(thawSpan),
    mailboxes: frozen.mailboxes.map((mailbox) => ({
      kind: mailbox.kind,
      createdOn: mailbox.createdOn,
      active: mailbox.active.map(thawSpan),
      domain: coverage.get(domainOf(mailbox.address)) ?? unservedDomain(days),
      counters: readCounters(mailbox.days, windowFirstDay),
    })),
  };
}
