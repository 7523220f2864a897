import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signalsOf, isBetter } from '../../server/review/signal.rules.js';
import type { Outcome } from '../../server/review/tier.rules.js';
import type { CounterDay, OfficerFacts } from '../../server/review/tier-facts.rules.js';
import { DayMark } from '../../server/review/day-marks.rules.js';
import { judge, postingOfRecord, reaches } from '../../server/review/tier.rules.js';
import { unservedDomain } from '../../server/review/frame.rules.js';
import {
  ALWAYS,
  DAYS_OFF,
  dayAt,
  domain,
  FIRST,
  FRAME,
  frameWith,
  LAST,
  mailbox,
  number,
  officer,
  on,
  POLICY,
  WINDOW,
  WORKDAYS,
} from './officer-facts.js';

const read = { read: 2, logins: 1, received: 5 };
const first = (count: number) => WORKDAYS.slice(0, count);
const last = (count: number) => WORKDAYS.slice(-count);
const since = (index: number) => ({ createdOn: FIRST + index, active: [{ from: FIRST + index, to: Infinity }] });

test('the window of the examples has 90 days, 64 of them working days', () => {
  expect([FRAME.days, FRAME.workingDays, DAYS_OFF.length]).toEqual([90, 64, 26]);
});

describe('the worked examples of the product (T-2, T-3, T-4)', () => {
  const logins = frameWith({ acts: ['SENT', 'READ', 'LOGIN'] });
  const onlyLogin = frameWith({ acts: ['LOGIN'] });
  const examples: [string, string, OfficerFacts, typeof FRAME, Partial<Outcome>][] = [
    ['a', '39 of 64 days are days of use', officer(on(first(39), read)), FRAME, { tier: 'REGULAR', daysOfUse: 39, assessableDays: 64 }],
    ['b', '38 of 64', officer(on(first(38), read)), FRAME, { tier: 'IRREGULAR', daysOfUse: 38 }],
    ['c', '1 of 64', officer(on(first(1), { sent: 1 })), FRAME, { tier: 'IRREGULAR', daysOfUse: 1 }],
    [
      'd',
      'a phone logs in 288 times a day, nothing read or sent',
      officer(on(WORKDAYS, { logins: 288, received: 3 })),
      FRAME,
      { tier: 'NEVER', daysOfUse: 0, polledDays: 64, logins: 288 * 64 },
    ],
    ['e', 'only failed logins, which leave no counter (E-4)', officer([]), FRAME, { tier: 'NEVER', logins: 0, polledDays: 0 }],
    [
      'f',
      '51 of 64 days covered, no day of use',
      officer([], { domain: domain(['SENT', 'READ'], last(13)) }),
      FRAME,
      { tier: 'NOT_ASSESSED', notAssessedReason: 'COVERAGE', assessableDays: 51, candidateDays: 64 },
    ],
    [
      'g',
      'the mailbox exists on the last 19 working days, used on each',
      officer(on(last(19), read), since(last(19)[0]!)),
      FRAME,
      { tier: 'NOT_ASSESSED', notAssessedReason: 'TOO_FEW_DAYS', candidateDays: 19 },
    ],
    [
      'h',
      'the last 20 working days, 12 days of use',
      officer(on(last(12), read), since(last(20)[0]!)),
      FRAME,
      { tier: 'REGULAR', daysOfUse: 12, assessableDays: 20 },
    ],
    [
      'i',
      '44 of 64 days excused, 12 of the other 20 used',
      officer(on(last(12), read), {}, { absences: [{ from: FIRST, to: FIRST + first(44)[43]! }] }),
      FRAME,
      { tier: 'REGULAR', excusedDays: 44, candidateDays: 20, daysOfUse: 12 },
    ],
    ['j', 'all mail forwarded elsewhere', officer(on(WORKDAYS, { received: 4, forwarded: 4 })), FRAME, { tier: 'NEVER', forwarded: 256 }],
    ['k', 'mail at weekends only', officer(on(DAYS_OFF, read)), FRAME, { tier: 'IRREGULAR', daysOfUse: 0, daysOfUseOutside: 26 }],
    [
      'l',
      'the only source shows logins',
      officer(on(WORKDAYS, { logins: 2 }), { domain: domain(['LOGIN']) }),
      FRAME,
      { tier: 'NOT_ASSESSED', notAssessedReason: 'SOURCE_CANNOT_SHOW_USE', coverage: 0 },
    ],
    [
      'm',
      'the same, and the policy counts LOGIN',
      officer(on(WORKDAYS, { logins: 2 }), { domain: domain(['LOGIN']) }),
      onlyLogin,
      { tier: 'REGULAR', daysOfUse: 64 },
    ],
    [
      'm',
      'the same, and LOGIN is counted beside SENT and READ',
      officer(on(WORKDAYS, { logins: 2 }), { domain: domain(['LOGIN']) }),
      logins,
      { tier: 'REGULAR', daysOfUse: 64 },
    ],
  ];

  test.each(examples)('example %s: %s', (_letter, _facts, facts, frame, expected) => {
    expect(judge(facts, frame)).toMatchObject(expected);
  });

  test('logins that alone do not reach the threshold say nothing where sends and reads cannot be shown (E-8)', () => {
    const facts = officer(on(first(38), { logins: 2 }), { domain: domain(['LOGIN']) });
    expect(judge(facts, logins)).toMatchObject({ tier: 'NOT_ASSESSED', notAssessedReason: 'SOURCE_CANNOT_SHOW_USE', assessableDays: 0 });
  });

  test('sends alone say nothing where reads count and cannot be shown (E-8)', () => {
    const facts = officer(on(WORKDAYS, { sent: 2 }), { domain: domain(['SENT']) });
    expect(judge(facts, FRAME)).toMatchObject({ tier: 'NOT_ASSESSED', notAssessedReason: 'SOURCE_CANNOT_SHOW_USE' });
  });

  test('example j raises FORWARDED and example d POLLING', () => {
    const signals = (facts: OfficerFacts) =>
      signalsOf({ ...judge(facts, FRAME), improvedTier: null, isForwardingSettled: false, isContestOpen: false });
    expect(signals(officer(on(WORKDAYS, { received: 4, forwarded: 4 })))).toEqual(['FORWARDED']);
    expect(signals(officer(on(WORKDAYS, { logins: 288 })))).toEqual(['POLLING']);
  });
});

describe('candidate and assessable days (T-2)', () => {
  test('52 of 64 covered days are enough, 51 are not', () => {
    const covered = (count: number) => judge(officer(on(first(10), read), { domain: domain(['SENT', 'READ'], last(64 - count)) }), FRAME);
    expect(covered(52)).toMatchObject({ tier: 'IRREGULAR', coverage: 52 / 64 });
    expect(covered(51)).toMatchObject({ tier: 'NOT_ASSESSED', notAssessedReason: 'COVERAGE' });
  });

  test('a share exactly at the threshold counts, whatever the fraction', () => {
    expect(reaches(39, 65, 0.6)).toBe(true);
    expect(reaches(48, 60, 0.8)).toBe(true);
    expect(reaches(2, 3, 2 / 3)).toBe(true);
    expect(reaches(38, 64, 0.6)).toBe(false);
    expect(reaches(599_999, 1_000_000, 0.6)).toBe(false);
  });

  test('a new mailbox counts from the day its grace is over', () => {
    const facts = officer(on(last(20), read), since(last(40)[0]!));
    const graced = judge(facts, frameWith({ newMailboxGraceDays: 14 }));
    expect(judge(facts, FRAME).candidateDays).toBe(40);
    expect(graced.candidateDays).toBe(30);
    expect(judge(officer([], { createdOn: null }), frameWith({ newMailboxGraceDays: 30 })).candidateDays).toBe(64);
  });

  test('use in the grace is seen but not part of the share, and keeps the tier from being NEVER', () => {
    const facts = officer(on(last(40).slice(0, 3), read), since(last(40)[0]!));
    expect(judge(facts, frameWith({ newMailboxGraceDays: 14 }))).toMatchObject({ tier: 'IRREGULAR', daysOfUse: 0, daysOfUseUncounted: 3 });
  });

  test('public holidays are no working days, extra working days are', () => {
    const holiday = dayAt(WORKDAYS[3]!);
    const saturday = dayAt(DAYS_OFF[0]!);
    const facts = officer(on([WORKDAYS[3]!, DAYS_OFF[0]!], read));
    expect(judge(facts, frameWith({ holidays: [holiday] }))).toMatchObject({ candidateDays: 63, daysOfUse: 0, daysOfUseOutside: 2 });
    expect(judge(facts, frameWith({ extraWorkingDays: [saturday] }))).toMatchObject({
      candidateDays: 65,
      daysOfUse: 2,
      daysOfUseOutside: 0,
    });
  });

  test('who left in mid-window is judged on the days before', () => {
    const leftOn = FIRST + first(30)[29]!;
    const posting = { from: -Infinity, to: leftOn, agencyId: 'agency', post: null, isLeader: false };
    expect(judge(officer(on(first(18), read), {}, { postings: [posting] }), FRAME)).toMatchObject({ tier: 'REGULAR', candidateDays: 30 });
  });

  test('a transfer between agencies leaves one officer with all candidate days', () => {
    const day = FIRST + 45;
    const postings = [
      { from: -Infinity, to: day - 1, agencyId: 'old', post: 'Chuyên viên', isLeader: false },
      { from: day, to: Infinity, agencyId: 'new', post: 'Phó Giám đốc', isLeader: true },
    ];
    expect(judge(officer([], {}, { postings }), FRAME).candidateDays).toBe(64);
    expect(postingOfRecord(postings, { from: FIRST, to: LAST })).toMatchObject({ agencyId: 'new', isLeader: true });
  });

  test('the agency is that of windowTo, or of the last day in post; a later posting is not looked at', () => {
    const window = { from: FIRST, to: LAST };
    const posting = (from: number, to: number, agencyId: string) => ({ from, to, agencyId, post: null, isLeader: false });
    expect(postingOfRecord([posting(FIRST, FIRST + 9, 'a'), posting(FIRST + 10, FIRST + 20, 'b')], window)?.agencyId).toBe('b');
    expect(postingOfRecord([posting(FIRST, LAST, 'a'), posting(LAST + 1, Infinity, 'b')], window)?.agencyId).toBe('a');
    expect(postingOfRecord([posting(LAST + 1, Infinity, 'b')], window)).toBeUndefined();
    expect(postingOfRecord([posting(-Infinity, FIRST - 1, 'a')], window)).toBeUndefined();
  });

  test('evidence before the mailbox was the officer’s belongs to somebody else', () => {
    const facts = officer(on(first(40), read), { createdOn: null, active: [{ from: FIRST + first(41)[40]!, to: Infinity }] });
    expect(judge(facts, FRAME)).toMatchObject({ tier: 'NEVER', read: 0, candidateDays: 24 });
  });
});

describe('several mailboxes (T-2, T-4)', () => {
  const personal = mailbox(on(first(20), read));

  test('a linked role mailbox is united with the personal one', () => {
    const role = mailbox(on(WORKDAYS.slice(10, 40), { sent: 1 }), { kind: 'ROLE' });
    expect(judge(officer([], {}, { mailboxes: [personal, role] }), FRAME)).toMatchObject({
      tier: 'REGULAR',
      daysOfUse: 40,
      sent: 30,
      read: 40,
    });
  });

  test('only a role or machine mailbox is NO_MAILBOX', () => {
    for (const kind of ['ROLE', 'MACHINE'] as const) {
      expect(judge(officer(on(WORKDAYS, read), { kind }), FRAME)).toMatchObject({ tier: 'NOT_ASSESSED', notAssessedReason: 'NO_MAILBOX' });
    }
    expect(judge(officer([], {}, { mailboxes: [] }), FRAME).notAssessedReason).toBe('NO_MAILBOX');
  });

  test('a machine mailbox adds nothing', () => {
    const printer = mailbox(on(WORKDAYS, { sent: 9 }), { kind: 'MACHINE' });
    expect(judge(officer([], {}, { mailboxes: [mailbox([]), printer] }), FRAME)).toMatchObject({ tier: 'NEVER', sent: 0 });
  });

  test('a mailbox that ended before the window, or began after it, is none', () => {
    expect(judge(officer([], { active: [{ from: -Infinity, to: FIRST - 1 }] }), FRAME).notAssessedReason).toBe('NO_MAILBOX');
    expect(judge(officer([], { active: [{ from: LAST + 1, to: Infinity }] }), FRAME).notAssessedReason).toBe('NO_MAILBOX');
  });

  test('an assessable day needs every mailbox of that day to be covered', () => {
    const other = mailbox([], { domain: domain(['SENT', 'READ'], first(5)) });
    expect(judge(officer([], {}, { mailboxes: [personal, other] }), FRAME).assessableDays).toBe(59);
  });

  test('four logins spread over two mailboxes are polling, one message read is not (E-5)', () => {
    const both = (counters: Partial<CounterDay>) =>
      judge(
        officer([], {}, { mailboxes: [mailbox(on(WORKDAYS, { logins: 2 })), mailbox(on(WORKDAYS, { logins: 2, ...counters }))] }),
        FRAME,
      );
    expect(both({})).toMatchObject({ polledDays: 64, tier: 'NEVER' });
    expect(both({ read: 1 })).toMatchObject({ polledDays: 0, tier: 'REGULAR' });
  });
});

test('how many logins are polling is a setting of the source (E-5)', () => {
  const patient = { ...domain(), pollingLogins: 10 };
  expect(judge(officer(on(WORKDAYS, { logins: 9 }), { domain: patient }), FRAME).polledDays).toBe(0);
  expect(judge(officer(on(WORKDAYS, { logins: 10 }), { domain: patient }), FRAME).polledDays).toBe(64);
});

describe('the order of the reasons (T-4)', () => {
  const reason = (facts: OfficerFacts, frame = FRAME) => judge(facts, frame).notAssessedReason;
  const allAway = { absences: [ALWAYS] };

  test('NO_MAILBOX comes before EXCUSED, EXCUSED before TOO_FEW_DAYS', () => {
    expect(reason(officer([], {}, { mailboxes: [], ...allAway }))).toBe('NO_MAILBOX');
    expect(reason(officer([], {}, allAway))).toBe('EXCUSED');
    expect(reason(officer([], {}, { absences: [{ from: FIRST, to: FIRST + WORKDAYS[62]! }] }))).toBe('TOO_FEW_DAYS');
    expect(reason(officer([], {}, { postings: [] }))).toBe('TOO_FEW_DAYS');
  });

  test('TOO_FEW_DAYS comes before SOURCE_CANNOT_SHOW_USE, that before COVERAGE', () => {
    const blind = domain(['LOGIN'], WORKDAYS);
    expect(reason(officer([], { ...since(last(19)[0]!), domain: blind }))).toBe('TOO_FEW_DAYS');
    expect(reason(officer([], { domain: blind }))).toBe('SOURCE_CANNOT_SHOW_USE');
    expect(reason(officer([], { domain: domain(['SENT', 'READ'], WORKDAYS) }))).toBe('COVERAGE');
    expect(reason(officer([], { domain: unservedDomain(FRAME.days) }))).toBe('COVERAGE');
  });

  test('exactly the minimum of assessable days is enough, one less is TOO_FEW_DAYS', () => {
    const last24 = { ...since(last(24)[0]!) };
    const covered = (count: number) => ({ ...last24, domain: domain(['SENT', 'READ'], last(24).slice(count)) });
    expect(reason(officer([], covered(20)))).toBeNull();
    expect(reason(officer([], covered(19)), frameWith({ minimumCoverage: 0.5 }))).toBe('TOO_FEW_DAYS');
  });

  test('a thin day is not covered: its silence is no silence and its use is not part of the share', () => {
    const thin = domain(['SENT', 'READ'], [WORKDAYS[0]!]);
    expect(judge(officer(on([WORKDAYS[0]!], read), { domain: thin }), FRAME)).toMatchObject({
      assessableDays: 63,
      daysOfUse: 0,
      daysOfUseUncounted: 1,
      tier: 'IRREGULAR',
    });
  });
});

describe('the marks of the evidence calendar', () => {
  test('each day says whether it was a working day, held, excused, covered, and used', () => {
    const absence = { from: FIRST + WORKDAYS[1]!, to: FIRST + WORKDAYS[1]! };
    const { marks } = judge(
      officer(on([WORKDAYS[0]!], read), { domain: domain(['SENT', 'READ'], [WORKDAYS[2]!]) }, { absences: [absence] }),
      FRAME,
    );
    const { WORKING, HELD, EXCUSED, COVERED, CANDIDATE, ASSESSABLE, USE } = DayMark;
    expect(marks[WORKDAYS[0]!]).toBe(WORKING | HELD | COVERED | CANDIDATE | ASSESSABLE | USE);
    expect(marks[WORKDAYS[1]!]).toBe(WORKING | HELD | EXCUSED | COVERED);
    expect(marks[WORKDAYS[2]!]).toBe(WORKING | HELD | CANDIDATE);
    expect(marks[DAYS_OFF[0]!]).toBe(HELD | COVERED);
  });
});

describe('properties that hold for any evidence', () => {
  const day = fc.record({
    day: fc.integer({ min: FIRST, max: LAST }),
    sent: fc.integer({ min: 0, max: 3 }),
    read: fc.integer({ min: 0, max: 3 }),
    logins: fc.integer({ min: 0, max: 6 }),
    received: fc.integer({ min: 0, max: 5 }),
    forwarded: fc.integer({ min: 0, max: 2 }),
    polled: fc.boolean(),
  });
  const days = fc.array(day, { maxLength: 90 });
  const uncovered = fc.uniqueArray(fc.integer({ min: 0, max: 89 }), { maxLength: 20 });

  test('more evidence never lowers a tier that was assessed (T-5)', () => {
    fc.assert(
      fc.property(days, days, uncovered, (known, more, without) => {
        const changes = { domain: domain(['SENT', 'READ'], without) };
        const before = judge(officer(known, changes), FRAME).tier;
        const after = judge(officer([...known, ...more], changes), FRAME).tier;
        return before === 'NOT_ASSESSED' ? after === before : !isBetter(before, after);
      }),
    );
  });

  test('polling, receipt, forwarding and logins never become use (E-3, E-4, E-5)', () => {
    fc.assert(
      fc.property(days, uncovered, (known, without) => {
        const idle = known.map((counters) => ({ ...counters, sent: 0, read: 0 }));
        const outcome = judge(officer(idle, { domain: domain(['SENT', 'READ'], without) }), FRAME);
        return (
          outcome.daysOfUse + outcome.daysOfUseOutside + outcome.daysOfUseUncounted === 0 &&
          ['NEVER', 'NOT_ASSESSED'].includes(outcome.tier)
        );
      }),
    );
  });

  test('a polled day is no day of use even where logins count (E-5)', () => {
    const frame = frameWith({ acts: ['LOGIN'] });
    fc.assert(
      fc.property(days, (known) => {
        const { marks } = judge(officer(known), frame);
        return marks.every((mark) => !(mark & DayMark.POLLED && mark & DayMark.USE));
      }),
    );
  });

  test('every day of use is counted once: on assessable days, on other working days, or outside', () => {
    fc.assert(
      fc.property(days, uncovered, (known, without) => {
        const outcome = judge(officer(known, { domain: domain(['SENT', 'READ'], without) }), FRAME);
        const used = new Set(known.filter((d) => d.sent + d.read > 0).map((d) => d.day)).size;
        return (
          outcome.daysOfUse + outcome.daysOfUseOutside + outcome.daysOfUseUncounted === used && outcome.daysOfUse <= outcome.assessableDays
        );
      }),
    );
  });
});

test('a city of 13,000 officers is judged in well under a second', () => {
  const facts = officer(on(WORKDAYS, read));
  const started = performance.now();
  for (let i = 0; i < 13_000; i++) judge(facts, FRAME);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('the examples stand on the policy and window of the product', () => {
  expect(number(WINDOW.to) - number(WINDOW.from) + 1).toBe(POLICY.windowDays);
});
