import { describe, expect, test } from '@jest/globals';
import { isShownAsTrouble, nextTry } from '../../server/provisioning/retry.rules.js';

const NOW = new Date('2026-11-23T08:00:00Z');
const secondsUntil = (attempts: number, retryAfterSeconds?: number): number =>
  (nextTry(attempts, NOW, retryAfterSeconds).getTime() - NOW.getTime()) / 1_000;

describe('when an order is tried again', () => {
  test.each([
    [0, 1],
    [1, 1],
    [2, 5],
    [3, 30],
    [4, 120],
    [5, 600],
    [6, 1_800],
    [7, 3_600],
    [8, 3_600],
    [10_000, 3_600],
  ])('after %i attempts in %i s', (attempts, seconds) => expect(secondsUntil(attempts)).toBe(seconds));

  test.each([
    [1, 20, 20],
    [1, 0.5, 1],
    [1, 1.5, 1.5],
    [3, 20, 30],
    [6, 1_801, 1_801],
    [1, 3_600, 3_600],
    [1, 3_601, 3_600],
    [1, 86_400, 3_600],
    [1, Number.POSITIVE_INFINITY, 3_600],
    [1, Number.NaN, 1],
    [2, -7, 5],
    [2, 0, 5],
  ])('after %i attempts, the system asking for %d s: in %d s', (attempts, asked, seconds) =>
    expect(secondsUntil(attempts, asked)).toBe(seconds),
  );

  test.each([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
    [4, true],
    [50, true],
  ])('after %i attempts shown as trouble: %p', (attempts, isShown) => expect(isShownAsTrouble(attempts)).toBe(isShown));
});
