import { describe, expect, test } from '@jest/globals';
import { judgeDays, median, type SourceDay } from '../../server/evidence/coverage.rules.js';
import { bitsOf, reallyShown, shownByDefault } from '../../server/evidence/shows.rules.js';

const day = (number: number, mailboxes: number, more: Partial<SourceDay> = {}): SourceDay => ({
  day: number,
  lines: 1,
  mailboxes,
  accepted: null,
  outage: null,
  ...more,
});
/** Days 1 to 5 are worked, 6 and 7 are not. */
const isWorking = (number: number) => number <= 5;

describe('Days of a source (E-8)', () => {
  test.each([
    [[], 0],
    [[3], 3],
    [[1, 9, 5], 5],
    [[1, 2, 3, 10], 2.5],
  ])('the median of %j is %d', (numbers, middle) => expect(median(numbers)).toBe(middle));

  test('thin is fewer than half of the median for the kind of day; exactly half is not', () => {
    const days = [day(1, 100), day(2, 100), day(3, 50), day(4, 49), day(5, 100), day(6, 10), day(7, 4)];
    expect(judgeDays(days, isWorking).map(({ isThin, isCovered }) => [isThin, isCovered])).toEqual([
      [false, true],
      [false, true],
      [false, true],
      [true, false],
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  test('an accepted thin day is covered, an outage is not, and takes no part in the median', () => {
    const days = [day(1, 100), day(2, 10, { accepted: 'x' }), day(3, 100, { outage: 'x' }), day(4, 100), day(5, 0, { lines: 0 })];
    expect(judgeDays(days, isWorking)).toEqual([
      { day: 1, mailboxes: 100, isThin: false, isCovered: true },
      { day: 2, mailboxes: 10, isThin: true, isCovered: true },
      { day: 3, mailboxes: 100, isThin: false, isCovered: false },
      { day: 4, mailboxes: 100, isThin: false, isCovered: true },
      { day: 5, mailboxes: 0, isThin: false, isCovered: false },
    ]);
  });
});

describe('What a source shows (E-8)', () => {
  test('by its format', () => {
    expect(shownByDefault('POSTFIX', false)).toEqual(['SENT']);
    expect(shownByDefault('POSTFIX', true)).toEqual(['SENT', 'RECEIVED']);
    expect(shownByDefault('DOVECOT', false)).toEqual(['READ', 'LOGIN', 'RECEIVED']);
    expect(bitsOf(['SENT', 'LOGIN'])).toBe(5);
  });

  test('a Dovecot server that never logged flags shows no reads, unless bodies count', () => {
    const source = { format: 'DOVECOT', shows: ['READ', 'LOGIN'], reads: 'FLAGS', hasFlagChanges: false } as const;
    expect(reallyShown(source)).toEqual(['LOGIN']);
    expect(reallyShown({ ...source, hasFlagChanges: true })).toEqual(['READ', 'LOGIN']);
    expect(reallyShown({ ...source, reads: 'BODIES' })).toEqual(['READ', 'LOGIN']);
  });
});
