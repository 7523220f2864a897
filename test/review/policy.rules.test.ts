import { describe, expect, test } from '@jest/globals';
import type { PolicyValues } from '../../server/review/policy.rules.js';
import { policyFaults, policyFor, windowOf } from '../../server/review/policy.rules.js';
import { POLICY } from './officer-facts.js';

describe('a usage policy (T-1)', () => {
  test('the policy of the examples is sound', () => {
    expect(policyFaults(POLICY)).toEqual([]);
    expect(
      policyFaults({ ...POLICY, contestDays: 0, minimumCoverage: 0, regularShare: 1, windowDays: 14, minimumAssessableDays: 10 }),
    ).toEqual([]);
  });

  test.each<[keyof PolicyValues, unknown]>([
    ['effectiveOn', '2026-02-30'],
    ['windowDays', 0],
    ['windowDays', 401],
    ['windowDays', 89.5],
    ['regularShare', 0],
    ['regularShare', 1.01],
    ['regularShare', Number.NaN],
    ['minimumCoverage', -0.1],
    ['minimumCoverage', 1.1],
    ['minimumAssessableDays', 0],
    ['minimumAssessableDays', 91],
    ['newMailboxGraceDays', -1],
    ['trainingGraceDays', -1],
    ['contestDays', -1],
    ['contestDays', 61],
    ['acts', []],
    ['holidays', ['2026-13-01']],
    ['extraWorkingDays', ['x']],
  ])('with %s = %j is refused at that field', (field, value) => {
    expect(policyFaults({ ...POLICY, [field]: value })).toMatchObject([{ code: 'INVALID', path: ['input', field], rule: 'T-1' }]);
  });

  test('receiving mail can never be counted as use (E-4)', () => {
    expect(policyFaults({ ...POLICY, acts: ['SENT', 'RECEIVED'] })).toMatchObject([{ code: 'RULE_VIOLATED', rule: 'E-4' }]);
  });

  test('a day is not both a holiday and worked', () => {
    expect(policyFaults({ ...POLICY, holidays: ['2026-09-02'], extraWorkingDays: ['2026-09-02'] })).toHaveLength(1);
  });

  test('the highest version effective on windowTo holds, not the latest effectiveOn', () => {
    const versions = [
      { version: 1, effectiveOn: '2026-01-01' },
      { version: 2, effectiveOn: '2026-06-01' },
      { version: 3, effectiveOn: '2026-03-01' },
      { version: 4, effectiveOn: '2027-01-01' },
    ];
    expect(policyFor(versions, '2026-11-23')?.version).toBe(3);
    expect(policyFor(versions, '2026-06-01')?.version).toBe(3);
    expect(policyFor(versions, '2026-02-28')?.version).toBe(1);
    expect(policyFor(versions, '2027-01-01')?.version).toBe(4);
    expect(policyFor(versions, '2025-12-31')).toBeUndefined();
  });

  test('the window is windowDays long with both ends and ends on windowTo', () => {
    expect(windowOf({ windowDays: 90 }, '2026-11-24')).toEqual({ from: '2026-08-27', to: '2026-11-24' });
    expect(windowOf({ windowDays: 1 }, '2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-11-24' });
  });
});
