import { describe, expect, test } from '@jest/globals';
import { type DatedRule, ruleFaults, ruleOn, type RuleValues, strictest, USUAL_RULE } from '../../server/committee/voting-rule.rules.js';

const rule = (values: Partial<DatedRule>): DatedRule => ({
  ...USUAL_RULE,
  kind: 'AWARD_EXCLUSION',
  effectiveOn: '2026-01-01',
  version: 1,
  ...values,
});

describe('which rule holds (D-4)', () => {
  test('the latest in effect on the day, of the same day the last adopted, the usual one where there is none', () => {
    const rules = [
      rule({ voteDays: 1 }),
      rule({ voteDays: 2, effectiveOn: '2026-06-01', version: 2 }),
      rule({ voteDays: 3, effectiveOn: '2026-06-01', version: 4 }),
      rule({ voteDays: 4, effectiveOn: '2026-03-01', version: 3 }),
      rule({ voteDays: 5, effectiveOn: '2026-02-01', version: 5, kind: 'MAILBOX_REVOCATION' }),
    ];
    const days = (day: string) => ruleOn(rules, 'AWARD_EXCLUSION', day).voteDays;
    expect(['2025-12-31', '2026-01-01', '2026-03-01', '2026-05-31', '2026-06-01', '2027-01-01'].map(days)).toEqual([7, 1, 4, 4, 3, 3]);
    expect(ruleOn([], 'MAILBOX_PROVISION', '2026-01-01')).toBe(USUAL_RULE);
  });
});

describe('a sound rule (D-4, L-2)', () => {
  const said = (kind: DatedRule['kind'], values: Partial<RuleValues>, isDemonstration = false) =>
    ruleFaults(kind, { ...USUAL_RULE, effectiveOn: '2026-01-01', ...values }, isDemonstration).map(
      ({ code, rule: id, path }) => `${code} ${id} ${path!.at(-1)}`,
    );
  test.each([
    ['the usual one', 'AWARD_EXCLUSION', {}, false, []],
    ['a notice of four days', 'AWARD_EXCLUSION', { noticeDays: 4 }, false, ['RULE_VIOLATED L-2 noticeDays']],
    ['a notice of five days', 'MAILBOX_REVOCATION', { noticeDays: 5 }, false, []],
    ['an appeal of nine days', 'MAILBOX_REVOCATION', { appealDays: 9 }, false, ['RULE_VIOLATED L-2 appealDays']],
    ['no days in the demonstration city', 'AWARD_EXCLUSION', { noticeDays: 0, appealDays: 0, voteDays: 0 }, true, []],
    ['no days for what is not adverse', 'MAILBOX_PROVISION', { noticeDays: 0, appealDays: 0 }, false, []],
    ['the chair alone for an exclusion', 'AWARD_EXCLUSION', { isByChairAlone: true }, true, ['RULE_VIOLATED D-4 isByChairAlone']],
    ['the chair alone for a mailbox', 'MAILBOX_PROVISION', { isByChairAlone: true }, false, []],
    ['nobody who votes', 'MAILBOX_PROVISION', { minimumVoters: 0 }, false, ['INVALID D-4 minimumVoters']],
    ['half a day', 'MAILBOX_PROVISION', { voteDays: 0.5 }, false, ['INVALID D-4 voteDays']],
    ['days of the past', 'MAILBOX_PROVISION', { voteDays: -1 }, false, ['INVALID D-4 voteDays']],
  ] as const)('%s', (_what, kind, values, isDemonstration, expected) => {
    expect(said(kind, values, isDemonstration)).toEqual(expected);
  });
});

test('the strictest of several rules is the strictest in each value (C-2)', () => {
  const [one, other] = [
    { ...USUAL_RULE, quorum: 'AT_LEAST_TWO_THIRDS', isTieAdopted: true, noticeDays: 20, appealSettledBy: 'OTHER_MEMBERS' },
    { ...USUAL_RULE, majority: 'AT_LEAST_THREE_QUARTERS', minimumVoters: 5, voteDays: 3, secondAppealDays: 60, isByChairAlone: true },
  ] as RuleValues[];
  const expected = {
    quorum: 'AT_LEAST_TWO_THIRDS',
    majority: 'AT_LEAST_THREE_QUARTERS',
    isTieAdopted: false,
    isByChairAlone: false,
    minimumVoters: 5,
    noticeDays: 20,
    voteDays: 7,
    appealDays: 30,
    appealSettledBy: 'OTHER_MEMBERS',
    appealSettleDays: 30,
    secondAppealDays: 60,
  };
  expect(strictest([one!, other!])).toEqual(expected);
  expect(strictest([other!, one!])).toEqual(expected);
});
