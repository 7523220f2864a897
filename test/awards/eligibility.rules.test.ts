import { describe, expect, test } from '@jest/globals';
import { type Exclusion, questionFaults, standingOf } from '../../server/awards/eligibility.rules.js';
import { changedOfficers, type DecisionOfOfficer, reasonOf } from '../../server/awards/message.rules.js';
import { awardTitlesIn } from '../../server/decisions/award-titles.js';

const exclusion = (status: Exclusion['status'], decisionNumber: string, inForceOn: string): Exclusion => ({
  status,
  decisionNumber,
  inForceOn,
});
const said = (exclusions: Exclusion[]) => {
  const { status, isEligible, decisionNumber, inForceOn } = standingOf(exclusions);
  return [status, isEligible, decisionNumber, inForceOn].join(' ');
};

describe('what is answered (A-1)', () => {
  test.each<[string, Exclusion[], string]>([
    ['no exclusion', [], 'ELIGIBLE true  '],
    ['one in force', [exclusion('EXCLUDED', '7/QĐ', '2026-03-01')], 'EXCLUDED false 7/QĐ 2026-03-01'],
    ['one under appeal counts as eligible', [exclusion('UNDER_APPEAL', '7/QĐ', '2026-03-01')], 'UNDER_APPEAL true 7/QĐ '],
    [
      'one in force goes before one under appeal, though it came later',
      [exclusion('UNDER_APPEAL', '7/QĐ', '2026-03-01'), exclusion('EXCLUDED', '9/QĐ', '2026-05-01')],
      'EXCLUDED false 9/QĐ 2026-05-01',
    ],
    [
      'of several in force the first',
      [
        exclusion('EXCLUDED', '9/QĐ', '2026-05-01'),
        exclusion('EXCLUDED', '8/QĐ', '2026-04-01'),
        exclusion('EXCLUDED', '7/QĐ', '2026-06-01'),
      ],
      'EXCLUDED false 8/QĐ 2026-04-01',
    ],
    [
      'of two of one day always the same, whatever the order they are read in',
      [exclusion('EXCLUDED', '9/QĐ', '2026-05-01'), exclusion('EXCLUDED', '12/QĐ', '2026-05-01')],
      'EXCLUDED false 12/QĐ 2026-05-01',
    ],
    [
      'of two under appeal the first',
      [exclusion('UNDER_APPEAL', '9/QĐ', '2026-05-01'), exclusion('UNDER_APPEAL', '8/QĐ', '2026-04-01')],
      'UNDER_APPEAL true 8/QĐ ',
    ],
  ])('%s', (_what, exclusions, expected) => {
    expect(said(exclusions)).toBe(expected);
    expect(said(exclusions.toReversed())).toBe(expected);
  });
});

describe('questions that are refused (A-1)', () => {
  const now = new Date('2026-11-25T02:00:00Z');
  const good = { codes: ['SNV-1'], year: 2026, title: 'CSTDCS' };
  test.each([
    ['a good one is not', {}, []],
    ['as of this very moment is not', { asOf: now }, []],
    ['nobody', { codes: [] }, ['LIMIT officerCodes']],
    ['1,000 are not too many', { codes: Array(1_000).fill('SNV-1') }, []],
    ['1,001 are', { codes: Array(1_001).fill('SNV-1') }, ['LIMIT officerCodes']],
    ['an unknown title', { title: 'CSTD' }, ['INVALID title']],
    ['a title in small letters', { title: 'cstdcs' }, ['INVALID title']],
    ['a year with a digit too many', { year: 20_226 }, ['INVALID year']],
    ['a moment to come', { asOf: new Date(now.getTime() + 1) }, ['INVALID asOf']],
  ])('%s', (_what, more, expected) => {
    expect(
      questionFaults({ ...good, ...more }, now).map(({ code, path, rule }) => `${code} ${path!.join()}${rule === 'A-1' ? '' : ' no rule'}`),
    ).toEqual(expected);
  });
});

describe('what other systems are told (A-2)', () => {
  const decision = (kind: DecisionOfOfficer['kind'], state: DecisionOfOfficer['state'], isEnded = false): DecisionOfOfficer => ({
    isEnded,
    officerId: 'o',
    kind,
    state,
    number: '7/QĐ',
  });
  test.each<[DecisionOfOfficer['kind'], DecisionOfOfficer['state'], string]>([
    ['AWARD_EXCLUSION', 'IN_FORCE', 'IN_FORCE'],
    ['AWARD_EXCLUSION', 'APPEALED', 'APPEALED'],
    ['AWARD_EXCLUSION', 'REVERSED', 'REVERSED'],
    ['AWARD_EXCLUSION', 'EXPIRED', 'IN_FORCE'],
    ['EXCLUSION_LIFT', 'IN_FORCE', 'LIFTED'],
    ['EXCLUSION_LIFT', 'REVERSED', 'REVERSED'],
    ['AWARD_EXCLUSION', 'JOINED', 'CHANGED'],
  ])('%s %s is told as %s', (kind, state, change) => {
    expect(reasonOf(decision(kind, state))).toEqual({ decisionNumber: '7/QĐ', change });
  });

  test('one that another decision has ended is told as lifted', () => {
    expect(reasonOf(decision('AWARD_EXCLUSION', 'EXPIRED', true))).toEqual({ decisionNumber: '7/QĐ', change: 'LIFTED' });
  });

  test('each officer with the reasons and with what is answered now for every title', () => {
    const officers = [
      { id: 'o', code: 'SNV-1' },
      { id: 'p', code: 'SNV-2' },
    ];
    const excluded = { officerId: 'o', title: 'CSTDCS', ...exclusion('EXCLUDED', '7/QĐ', '2026-03-01') };
    const [first, second] = changedOfficers(officers, [excluded], [decision('AWARD_EXCLUSION', 'IN_FORCE')]);
    expect(first!.reasons).toEqual([{ decisionNumber: '7/QĐ', change: 'IN_FORCE' }]);
    expect(first!.titles.map(({ title, status }) => `${title} ${status}`)).toEqual([
      'LDTT ELIGIBLE',
      'CSTDCS EXCLUDED',
      'CSTDTP ELIGIBLE',
      'CSTDTQ ELIGIBLE',
    ]);
    expect(second).toMatchObject({ officerCode: 'SNV-2', reasons: [] });
  });
});

test('the titles have the names of the glossary', () => {
  expect(awardTitlesIn('vi').map(({ code, name }) => `${code} ${name}`)).toEqual([
    'LDTT Lao động tiên tiến',
    'CSTDCS Chiến sĩ thi đua cơ sở',
    'CSTDTP Chiến sĩ thi đua cấp tỉnh (Thành phố)',
    'CSTDTQ Chiến sĩ thi đua toàn quốc',
  ]);
});
