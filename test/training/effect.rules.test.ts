import { expect, test } from '@jest/globals';
import { effectOf } from '../../server/training/effect.rules.js';

test('of those assessed before and after a class: who improved, who did not, and how many use their mailbox (TR-4)', () => {
  const changes = [
    ['NEVER', 'REGULAR'],
    ['NEVER', 'IRREGULAR'],
    ['IRREGULAR', 'IRREGULAR'],
    ['IRREGULAR', 'NEVER'],
    ['NEVER', 'NEVER'],
    ['NEVER', null],
    ['IRREGULAR', 'NOT_ASSESSED'],
    ['NOT_ASSESSED', 'REGULAR'],
    [null, 'REGULAR'],
  ].map(([before, after]) => ({ before: before ?? null, after: after ?? null }));
  expect(effectOf(changes)).toEqual({
    completed: 9,
    assessedBefore: 7,
    assessedAfter: 5,
    improved: 2,
    unchanged: 2,
    worsened: 1,
    regularBefore: 0,
    regularAfter: 1,
    usingBefore: 2,
    usingAfter: 3,
  });
});

test('a class that nobody completed has changed nothing (TR-4)', () => {
  expect(Object.values(effectOf([])).every((n) => n === 0)).toBe(true);
});
