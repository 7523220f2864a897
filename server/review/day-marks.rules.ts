/** What does each day of the window say: was it a candidate, covered, a day of use (T-2, E-2 to E-5)? */
import type { Frame } from './frame.rules.js';
import { cannotShowUse, POLLING_LOGINS } from './frame.rules.js';
import type { OfficerFacts, Span } from './tier-facts.rules.js';
import { COUNTER_FIELDS, isWithin } from './tier-facts.rules.js';

/** What is known of one day, as bits; the evidence calendar is drawn from them. */
export const DayMark = { WORKING: 1, HELD: 2, EXCUSED: 4, COVERED: 8, CANDIDATE: 16, ASSESSABLE: 32, USE: 64, POLLED: 128 } as const;

export interface Totals {
  sent: number;
  read: number;
  logins: number;
  received: number;
  forwarded: number;
}

/** Candidate days and what became of them. */
export interface DayCount {
  candidateDays: number;
  assessableDays: number;
  excusedDays: number;
  /** Candidate days on which a mailbox stood in a domain whose sources cannot show use at all. */
  blindDays: number;
}

/** Marks which days count (T-2): in post, with a mailbox past its grace, not excused, covered. */
export function markDays(facts: OfficerFacts, frame: Frame, needed: number, marks: Uint8Array): DayCount {
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

  const count: DayCount = { candidateDays: 0, assessableDays: 0, excusedDays: 0, blindDays: 0 };
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
export function addUse(facts: OfficerFacts, frame: Frame, marks: Uint8Array): Totals {
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

function paint(target: Uint8Array, bit: number, span: Span, firstDay: number): void {
  const last = Math.min(target.length - 1, span.to - firstDay);
  for (let i = Math.max(0, span.from - firstDay); i <= last; i++) target[i]! |= bit;
}
