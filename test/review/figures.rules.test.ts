import { expect, test } from '@jest/globals';
import type { FindingGroup } from '../../server/review/figures.rules.js';
import { usageFigures } from '../../server/review/figures.rules.js';

const group = (changes: Partial<FindingGroup>): FindingGroup => ({
  tier: 'REGULAR',
  notAssessedReason: null,
  isLeader: false,
  count: 1,
  candidateDays: 64,
  assessableDays: 64,
  ...changes,
});

test('figures count shares over the assessed and show the others beside them, leaders apart (T-6)', () => {
  const figures = usageFigures([
    group({ count: 3 }),
    group({ tier: 'IRREGULAR', count: 2 }),
    group({ tier: 'IRREGULAR', isLeader: true }),
    group({ tier: 'NEVER', count: 2, isLeader: true }),
    group({ tier: 'NOT_ASSESSED', notAssessedReason: 'NO_MAILBOX', count: 4, candidateDays: 0, assessableDays: 0 }),
    group({ tier: 'NOT_ASSESSED', notAssessedReason: 'COVERAGE', assessableDays: 32 }),
  ]);
  expect(figures.officers).toBe(13);
  expect(figures.withMailbox).toBe(9);
  expect(figures.coverage).toBeCloseTo((4 * 64 + 32) / (5 * 64), 12);
  expect(figures.all).toEqual({ regular: 3, irregular: 3, never: 2, notAssessed: 5, assessed: 8, regularShare: 3 / 8, usingShare: 6 / 8 });
  expect(figures.leaders).toEqual({ regular: 0, irregular: 1, never: 2, notAssessed: 0, assessed: 3, regularShare: 0, usingShare: 1 / 3 });
});

test('shares are null when nobody was assessed, and coverage 0 without a candidate day (T-6)', () => {
  const figures = usageFigures([group({ tier: 'NOT_ASSESSED', notAssessedReason: 'NO_MAILBOX', candidateDays: 0, assessableDays: 0 })]);
  expect(figures).toMatchObject({
    coverage: 0,
    all: { assessed: 0, regularShare: null, usingShare: null },
    leaders: { notAssessed: 0, usingShare: null },
  });
});
