/** Whether a proposal is whole and sound before anybody's facts are looked at (D-1, D-2, D-11). */
import { describe, expect, test } from '@jest/globals';
import { proposalFaults, proposalOf, type ProposalInput } from '../../server/decisions/propose.rules.js';

const INPUT: ProposalInput = {
  kind: 'AWARD_EXCLUSION',
  findingIds: ['f'],
  legalBasis: 'Luật',
  grounds: 'Không chấp hành',
  awardYear: 2026,
  awardTitles: ['CSTDCS'],
};
const faults = (input: Partial<ProposalInput>) => {
  const asked = { ...INPUT, ...input };
  return proposalFaults(proposalOf(asked), asked).map(({ code, rule, path }) =>
    [code, rule, path!.slice(1).join('.')].filter(Boolean).join(' '),
  );
};
const PROVISION: Partial<ProposalInput> = {
  kind: 'MAILBOX_PROVISION',
  findingIds: null,
  officerIds: ['o'],
  awardYear: null,
  awardTitles: null,
};
const LIFT: Partial<ProposalInput> = { kind: 'EXCLUSION_LIFT', findingIds: null, officerIds: ['o'], awardYear: null, awardTitles: null };

describe('what is refused', () => {
  test.each<[string, Partial<ProposalInput>, string[]]>([
    ['nothing: it is sound', {}, []],
    ['nobody named', { findingIds: [] }, ['REQUIRED officerIds']],
    ['1,000 named', { findingIds: Array(1000).fill('f') }, []],
    ['1,001 named', { findingIds: Array(1000).fill('f'), officerIds: ['o'] }, ['LIMIT officerIds']],
    ['no legal basis', { legalBasis: ' \n ' }, ['REQUIRED legalBasis']],
    ['no grounds', { grounds: '' }, ['REQUIRED grounds']],
    ['grounds of 10,000 characters', { grounds: 'x'.repeat(10_000) }, []],
    ['grounds of 10,001', { grounds: 'x'.repeat(10_001) }, ['LIMIT grounds']],
    ['hidden characters', { legalBasis: 'Luật\u0007' }, ['INVALID legalBasis']],
    ['a docket of 101 characters', { docket: 'x'.repeat(101) }, ['LIMIT docket']],
    ['no year', { awardYear: null }, ['REQUIRED D-11 awardYear']],
    ['no title', { awardTitles: [] }, ['REQUIRED D-11 awardTitles']],
    ['an unknown title', { awardTitles: ['CSTDCS', 'XYZ'] }, ['INVALID awardTitles']],
    ['a year that is none', { awardYear: 26 }, ['INVALID awardYear']],
    [
      'a year and titles for a mailbox',
      { ...PROVISION, awardYear: 2026, awardTitles: ['LDTT'] },
      ['INVALID awardYear', 'INVALID awardTitles'],
    ],
    ['a mailbox', PROVISION, []],
    ['its address', { ...PROVISION, mailboxAddress: 'lan@snv.example' }, []],
    ['an address that is none', { ...PROVISION, mailboxAddress: 'lan at snv' }, ['INVALID mailboxAddress']],
    ['one address for two', { ...PROVISION, officerIds: ['o', 'p'], mailboxAddress: 'lan@snv.example' }, ['INVALID mailboxAddress']],
    ['an address for an exclusion', { mailboxAddress: 'lan@snv.example' }, ['INVALID mailboxAddress']],
    ['a lift without titles and year', LIFT, []],
    ['a lift by what it lifts alone', { ...LIFT, officerIds: null, endsDecisionId: 'd' }, []],
    ['one decision ended for two', { ...LIFT, officerIds: ['o', 'p'], endsDecisionId: 'd' }, ['INVALID endsDecisionId']],
    ['an exclusion that ends something', { endsDecisionId: 'd' }, ['INVALID endsDecisionId']],
    ['a provision that ends something', { ...PROVISION, endsDecisionId: 'd' }, ['INVALID endsDecisionId']],
  ])('%s', (_name, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });
});

test('two ways of asking for the same are the same', () => {
  const proposal = proposalOf({ ...INPUT, legalBasis: ' Luật\r\nThi đua ', docket: '  ', awardTitles: [' cstdcs', 'LDTT', 'CSTDCS'] });
  expect(proposal).toMatchObject({ legalBasis: 'Luật\nThi đua', docket: null, awardTitles: ['LDTT', 'CSTDCS'] });
  expect(proposalOf({ ...INPUT, ...PROVISION, mailboxAddress: ' Lan@SNV.example ' } as ProposalInput).mailboxAddress).toBe(
    'lan@snv.example',
  );
});
