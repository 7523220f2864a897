import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FrozenFacts } from '../../server/review/frozen-facts.rules.js';
import {
  factsText,
  freezeCoverage,
  freezePosting,
  freezeSpan,
  lastDaysOf,
  ownCounters,
  readCounters,
  readFacts,
  thawCoverage,
  thawFacts,
  writeCounters,
} from '../../server/review/frozen-facts.rules.js';
import { judge } from '../../server/review/tier.rules.js';
import { ALWAYS, domain, FIRST, FRAME, officer, on, WORKDAYS } from './officer-facts.js';

describe('facts that are kept with a finding (T-5)', () => {
  test('counters come back as they were', () => {
    const field = fc.integer({ min: 0, max: 300_000 });
    const day = fc.tuple(fc.integer({ min: FIRST, max: FIRST + 89 }), field, field, field, field, field, fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(day), (days) => {
        const numbers = days.flat();
        expect(Array.from(readCounters(writeCounters(numbers, FIRST), FIRST))).toEqual(numbers);
      }),
    );
  });

  test('the text of counters is what a person can read', () => {
    expect(Array.from(readCounters('0,2,6,1,9,0,0;12,0,0,288,3,1,1', 100))).toEqual([100, 2, 6, 1, 9, 0, 0, 112, 0, 0, 288, 3, 1, 1]);
    expect(Array.from(readCounters('', 100))).toEqual([]);
  });

  test('days on which the address was somebody else’s are not kept', () => {
    const text = '0,1,0,0,0,0,0;5,1,0,0,0,0,0;9,1,0,0,0,0,0';
    expect(ownCounters(text, FIRST, 90, [{ from: FIRST + 4, to: FIRST + 8 }])).toBe('5,1,0,0,0,0,0');
    expect(ownCounters(text, FIRST, 90, [ALWAYS])).toBe(text);
    expect(ownCounters(text, FIRST, 90, [])).toBe('');
  });

  test('an outcome worked out again from frozen facts and coverage is the same', () => {
    const coverage = domain(['SENT', 'READ'], WORKDAYS.slice(60));
    const facts = officer(on(WORKDAYS.slice(0, 38), { read: 1 }), { domain: coverage });
    const [mailbox] = facts.mailboxes;
    const frozen: FrozenFacts = {
      postings: facts.postings.map(freezePosting),
      absences: [],
      mailboxes: [
        {
          id: 'm',
          address: 'lan@a.example',
          kind: 'PERSONAL',
          createdOn: null,
          active: [freezeSpan(ALWAYS)],
          days: writeCounters(mailbox!.counters, FIRST),
        },
      ],
    };
    const stored = readFacts(factsText(frozen));
    expect(stored).toEqual(frozen);
    const thawed = thawFacts(stored, FIRST, 90, new Map([['a.example', thawCoverage(freezeCoverage('a.example', coverage))]]));
    expect(judge(thawed, FRAME)).toEqual(judge(facts, FRAME));
  });

  test('a mailbox of a domain without coverage stands in a domain that nobody serves', () => {
    const stored: FrozenFacts = {
      postings: [],
      absences: [[1, null]],
      mailboxes: [{ id: 'm', address: 'a@b', kind: 'ROLE', createdOn: 3, active: [[null, 5]], days: '' }],
    };
    const thawed = thawFacts(stored, FIRST, 90, new Map());
    expect(thawed.mailboxes[0]!.domain).toMatchObject({ isServed: false, shows: 0 });
    expect(thawed.mailboxes[0]!.active).toEqual([{ from: -Infinity, to: 5 }]);
    expect(thawed.absences).toEqual([{ from: 1, to: Infinity }]);
  });

  test('a shorter window looks at the last days', () => {
    const coverage = domain(['SENT'], [0]);
    expect(lastDaysOf(coverage, 2).byDay).toEqual(coverage.byDay.slice(88));
  });
});
