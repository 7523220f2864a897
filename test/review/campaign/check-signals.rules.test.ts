import { describe, expect, test } from '@jest/globals';
import {
  type CheckedItem,
  checkSignals,
  FAST_SECONDS,
  LEAST_ITEMS,
  MANY_AT_ONCE,
  medianSeconds,
} from '../../../server/review/campaign/check-signals.rules.js';

const item = (facts: Partial<CheckedItem> = {}): CheckedItem => ({
  answer: 'CONFIRMED',
  seconds: 30,
  atOnce: 1,
  isLeader: false,
  isByLeader: false,
  ...facts,
});
const many = (count: number, facts: Partial<CheckedItem> = {}) => Array.from({ length: count }, () => item(facts));
const mixed = [item({ answer: 'CONTESTED' }), ...many(LEAST_ITEMS)];

describe('F-5: signals against answers without looking', () => {
  test.each([
    ['a calm check with different answers', mixed, []],
    ['nothing answered', [], []],
    ['a short list, all the same and quick', many(LEAST_ITEMS - 1, { seconds: 1 }), []],
    ['ten the same', many(LEAST_ITEMS), ['ALL_SAME']],
    ['ten different ones in a second each', [item({ answer: 'CONTESTED', seconds: 1 }), ...many(LEAST_ITEMS, { seconds: 1 })], ['FAST']],
    [
      'exactly the seconds that are enough',
      [item({ answer: 'CONTESTED', seconds: FAST_SECONDS }), ...many(LEAST_ITEMS, { seconds: FAST_SECONDS })],
      [],
    ],
    ['nobody measured', [item({ answer: 'CONTESTED', seconds: null }), ...many(LEAST_ITEMS, { seconds: null })], []],
    ['most in one call', [item({ answer: 'CONTESTED' }), ...many(MANY_AT_ONCE, { atOnce: MANY_AT_ONCE, seconds: null })], ['ALL_AT_ONCE']],
    ['half in one call', [item({ answer: 'CONTESTED' }), ...many(19), ...many(20, { atOnce: MANY_AT_ONCE, seconds: null })], []],
    ['a leader for a leader', [item({ isLeader: true, isByLeader: true })], ['LEADERS_BY_A_LEADER']],
    ['a leader for staff, staff for a leader', [item({ isByLeader: true }), item({ isLeader: true })], []],
  ] as const)('%s', (_what, items, expected) => expect(checkSignals(items)).toEqual(expected));

  test('the middle of the measured seconds, once there are enough', () => {
    expect(medianSeconds(many(LEAST_ITEMS - 1))).toBeNull();
    expect(medianSeconds([...many(5, { seconds: 2 }), ...many(5, { seconds: 50 }), item({ seconds: null })])).toBe(2);
    expect(medianSeconds([...many(5, { seconds: 2 }), ...many(6, { seconds: 50 })])).toBe(50);
  });
});
