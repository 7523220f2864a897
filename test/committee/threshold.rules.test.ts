import { describe, expect, test } from '@jest/globals';
import { leastFor, meets } from '../../server/committee/threshold.rules.js';
import { THRESHOLDS } from '../../server/committee/vocabulary.js';

describe('how many are enough (D-4)', () => {
  test.each([
    ['MORE_THAN_HALF', 9, 5],
    ['MORE_THAN_HALF', 8, 5],
    ['MORE_THAN_HALF', 7, 4],
    ['MORE_THAN_HALF', 1, 1],
    ['AT_LEAST_TWO_THIRDS', 9, 6],
    ['AT_LEAST_TWO_THIRDS', 8, 6],
    ['AT_LEAST_TWO_THIRDS', 6, 4],
    ['AT_LEAST_TWO_THIRDS', 3, 2],
    ['AT_LEAST_THREE_QUARTERS', 8, 6],
    ['AT_LEAST_THREE_QUARTERS', 9, 7],
    ['AT_LEAST_THREE_QUARTERS', 4, 3],
  ] as const)('%s of %i is %i', (threshold, all, least) => {
    expect(leastFor(threshold, all)).toBe(least);
    expect(meets(threshold, least, all)).toBe(true);
    expect(meets(threshold, least - 1, all)).toBe(false);
  });

  test('the least number is the least that meets it, for every size', () => {
    for (const threshold of THRESHOLDS) {
      for (let all = 1; all <= 200; all++) {
        const least = leastFor(threshold, all);
        expect([threshold, all, meets(threshold, least, all), meets(threshold, least - 1, all)]).toEqual([threshold, all, true, false]);
      }
    }
  });

  test('nobody of nobody is not enough', () => {
    for (const threshold of THRESHOLDS) expect(meets(threshold, 0, 0)).toBe(false);
  });
});
