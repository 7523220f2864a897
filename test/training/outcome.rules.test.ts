import { describe, expect, test } from '@jest/globals';
import { markFault } from '../../server/training/mark.rules.js';
import { isLaterMark, outcomeOf, timeOfMark } from '../../server/training/outcome.rules.js';
import type { AttendanceMark } from '../../server/training/vocabulary.js';

const marksOf = (letters: string): (AttendanceMark | null)[] =>
  [...letters].map((letter) => (({ P: 'PRESENT', L: 'LATE', E: 'EXCUSED', A: 'ABSENT' })[letter] as AttendanceMark | undefined) ?? null);

describe('what has come of a class (TR-2)', () => {
  test.each([
    ['PPPPA', 0.8, 'COMPLETED', '4 of 5 is 80 %'],
    ['PPPAA', 0.8, 'INCOMPLETE', '3 of 5 is 60 %'],
    ['LLLLA', 0.8, 'COMPLETED', 'late counts as there'],
    ['PPPPE', 0.8, 'COMPLETED', 'excused does not count as there'],
    ['PE', 0.8, 'INCOMPLETE', '1 of 2 is 50 %'],
    ['P', 0.8, 'COMPLETED', 'the only session'],
    ['A', 0.8, 'NO_SHOW', 'never came'],
    ['-', 0.8, 'NO_SHOW', 'unmarked counts as absent'],
    ['AA-', 0.8, 'NO_SHOW', 'never came, once unmarked'],
    ['E', 0.8, 'INCOMPLETE', 'whoever was excused is no no-show'],
    ['EA', 0.8, 'INCOMPLETE', 'once excused'],
    ['PPA', 2 / 3, 'COMPLETED', 'two of three are two thirds'],
    ['PA', 0.5, 'COMPLETED', 'half'],
    ['PPPPPPPPPA', 0.9, 'COMPLETED', '9 of 10'],
    ['PPPPPPPPA-', 0.9, 'INCOMPLETE', '8 of 10'],
    ['PPPP', 1, 'COMPLETED', 'all'],
    ['PPPL', 1, 'COMPLETED', 'all, once late'],
    ['PPPA', 1, 'INCOMPLETE', 'not all'],
  ] as const)('%s with a share of %f is %s: %s', (letters, share, outcome, _why) => {
    expect(outcomeOf(marksOf(letters), share)).toBe(outcome);
  });

  test('a class of one to sixty sessions asks for exactly the share', () => {
    for (let sessions = 1; sessions <= 60; sessions++) {
      const needed = Math.ceil(Math.round(sessions * 80) / 100 - 1e-9);
      const marks = (there: number) => Array.from({ length: sessions }, (_, i): AttendanceMark => (i < there ? 'PRESENT' : 'ABSENT'));
      expect(outcomeOf(marks(needed), 0.8)).toBe('COMPLETED');
      if (needed > 1) expect(outcomeOf(marks(needed - 1), 0.8)).toBe('INCOMPLETE');
    }
  });
});

describe('which mark holds (TR-2)', () => {
  const noon = new Date('2026-11-25T05:00:00Z');
  const before = new Date('2026-11-25T04:59:00Z');

  test('the last by the time of marking, of the same moment the last to arrive', () => {
    expect(isLaterMark({ markedAt: noon }, undefined)).toBe(true);
    expect(isLaterMark({ markedAt: noon }, { markedAt: before })).toBe(true);
    expect(isLaterMark({ markedAt: before }, { markedAt: noon })).toBe(false);
    expect(isLaterMark({ markedAt: noon }, { markedAt: noon })).toBe(true);
  });

  test('a device whose clock runs ahead wins nothing by it', () => {
    expect(timeOfMark(new Date('2031-01-01T00:00:00Z'), noon)).toBe(noon);
    expect(timeOfMark(before, noon)).toBe(before);
    expect(timeOfMark(null, noon)).toBe(noon);
  });
});

describe('who may be marked (TR-2)', () => {
  const closed = new Date('2026-11-25T05:00:00Z');
  const usual = {
    state: 'ENROLLED',
    hasSession: true,
    isOwn: false,
    isTaskForce: false,
    markedAt: closed,
    completedAt: null,
    now: closed,
  } as const;

  test.each([
    ['somebody with a seat', {}, null],
    ['somebody who is not on the list', { state: null }, 'NOT_FOUND'],
    ['at a session of another class', { hasSession: false }, 'NOT_FOUND'],
    ['oneself', { isOwn: true }, 'RULE_VIOLATED TR-2'],
    ['somebody who waits', { state: 'WAITLISTED' }, 'NOT_ALLOWED_NOW TR-2'],
    ['somebody who only asked', { state: 'REQUESTED' }, 'NOT_ALLOWED_NOW TR-2'],
    ['somebody who withdrew', { state: 'WITHDRAWN' }, 'NOT_ALLOWED_NOW TR-2'],
    ['a mark made before the closing that arrives after it', { state: 'NO_SHOW', completedAt: closed }, null],
    ['a mark made after the closing', { state: 'NO_SHOW', completedAt: new Date(closed.getTime() - 1) }, 'NOT_ALLOWED_NOW TR-2'],
    ['a mark that arrives a month after the closing', { completedAt: closed, now: new Date('2026-12-25T05:00:00Z') }, null],
    ['a mark that arrives later than that', { completedAt: closed, now: new Date('2026-12-25T05:00:01Z') }, 'NOT_ALLOWED_NOW TR-2'],
    ['a correction of the task force', { state: 'NO_SHOW', completedAt: new Date(closed.getTime() - 1), isTaskForce: true }, null],
  ] as const)('%s', (_what, facts, expected) => {
    const fault = markFault({ ...usual, ...facts });
    expect(fault && [fault.code, fault.rule].filter(Boolean).join(' ')).toBe(expected);
  });
});
