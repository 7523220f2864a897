/** One day of the evidence calendar, from the frozen evidence of a finding (T-5, T-7). */
import { Field, Int, ObjectType } from 'type-graphql';
import { dayOfNumber } from '../kernel/calendar.js';
import { CalendarDate } from '../kernel/scalars.js';
import type { FrozenFacts } from './frozen-facts.rules.js';
import { readCounters, thawSpan } from './frozen-facts.rules.js';
import { DayMark } from './day-marks.rules.js';
import { COUNTER_FIELDS, isWithin } from './tier-facts.rules.js';

@ObjectType({ description: 'What the evidence shows of one day.', simpleResolvers: true })
export class EvidenceDay {
  @Field(() => CalendarDate, { description: 'The day.' })
  date: string;

  @Field(() => Int, { description: 'Messages sent.' })
  sent: number;

  @Field(() => Int, { description: 'Messages read.' })
  read: number;

  @Field(() => Int, { description: 'Logins.' })
  logins: number;

  @Field(() => Int, { description: 'Messages received.' })
  received: number;

  @Field(() => Int, { description: 'Messages forwarded elsewhere.' })
  forwarded: number;

  @Field(() => Boolean, { description: 'Many logins and nothing read or sent; not use (E-5).' })
  polled: boolean;

  @Field(() => Boolean, { description: 'Whether the mailbox was used on it.' })
  isDayOfUse: boolean;

  @Field(() => Boolean, { description: 'Whether it was a working day.' })
  isWorkingDay: boolean;

  @Field(() => Boolean, { description: 'Whether the officer was in post with an active mailbox; other days cannot count.' })
  isHeld: boolean;

  @Field(() => Boolean, { description: 'Whether the data of the day can show use (E-8).' })
  isCovered: boolean;

  @Field(() => Boolean, { description: 'Whether an absence is recorded.' })
  isExcused: boolean;

  @Field(() => Boolean, { description: 'Whether it is one of the days that the share is worked out from (T-2).' })
  isAssessable: boolean;
}

/** Every day of the window in order, days without any counter too. */
export function evidenceDays(facts: FrozenFacts, marks: Uint8Array, firstDay: number): EvidenceDay[] {
  const inPost = facts.postings.map(({ span }) => thawSpan(span));
  const days = Array.from(marks, (mark, i): EvidenceDay => ({
    date: dayOfNumber(firstDay + i),
    sent: 0,
    read: 0,
    logins: 0,
    received: 0,
    forwarded: 0,
    polled: (mark & DayMark.POLLED) !== 0,
    isDayOfUse: (mark & DayMark.USE) !== 0,
    isWorkingDay: (mark & DayMark.WORKING) !== 0,
    isHeld: (mark & DayMark.HELD) !== 0 && isWithin(inPost, firstDay + i),
    isCovered: (mark & DayMark.COVERED) !== 0,
    isExcused: (mark & DayMark.EXCUSED) !== 0,
    isAssessable: (mark & DayMark.ASSESSABLE) !== 0,
  }));
  for (const mailbox of facts.mailboxes) {
    const counters = readCounters(mailbox.days, firstDay);
    for (let at = 0; at < counters.length; at += COUNTER_FIELDS) {
      const day = days[counters[at]! - firstDay];
      if (!day) continue;
      day.sent += counters[at + 1]!;
      day.read += counters[at + 2]!;
      day.logins += counters[at + 3]!;
      day.received += counters[at + 4]!;
      day.forwarded += counters[at + 5]!;
    }
  }
  return days;
}
