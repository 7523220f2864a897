/** When may each kind be proposed, and what follows from its force, stay and reversal (D-1, D-2, D-8 to D-11)? */
import { describe, expect, test } from '@jest/globals';
import { DECISION_KINDS, isAdverse } from '../../server/committee/vocabulary.js';
import { KINDS } from '../../server/decisions/kinds/all-kinds.js';
import type { EndedDecision, ProposalFacts, ProposedFinding } from '../../server/decisions/kinds/kind.js';

const FINDING: ProposedFinding = { officerId: 'o', tier: 'NEVER', cause: 'REFUSES', isFinal: true, windowTo: '2026-11-24' };
const FACTS: ProposalFacts = {
  officerId: 'o',
  hasLeft: false,
  finding: FINDING,
  mailbox: { expectedState: 'ACTIVE' },
  awardYear: 2026,
  ends: null,
};
const ended = (facts: Partial<EndedDecision>): EndedDecision => ({
  kind: 'AWARD_EXCLUSION',
  state: 'IN_FORCE',
  officerId: 'o',
  isEnded: false,
  ...facts,
});
const finding = (facts: Partial<ProposedFinding>) => ({ finding: { ...FINDING, ...facts } });
const box = (expectedState: string) => ({ mailbox: { expectedState } });

test('each kind stands under its own name, and the adverse ones are the revocation and the exclusion', () => {
  expect(DECISION_KINDS.map((kind) => KINDS[kind].kind)).toEqual(DECISION_KINDS);
  for (const kind of DECISION_KINDS) expect(KINDS[kind].isAdverse).toBe(isAdverse(kind));
  expect(DECISION_KINDS.filter((kind) => isAdverse(kind)).sort()).toEqual(['AWARD_EXCLUSION', 'MAILBOX_REVOCATION']);
});

describe('an exclusion (D-2)', () => {
  test.each<[string, Partial<ProposalFacts>, string | null]>([
    ['never, refuses', {}, null],
    ['irregular, refuses', finding({ tier: 'IRREGULAR' }), null],
    ['no finding', { finding: null }, 'D-2 noFinding'],
    ['of another officer', finding({ officerId: 'p' }), 'D-2 findingOfAnother'],
    ['of an open review', finding({ isFinal: false }), 'D-2 notFinal'],
    ['regular', finding({ tier: 'REGULAR' }), 'D-2 tier'],
    ['not assessed', finding({ tier: 'NOT_ASSESSED' }), 'D-2 tier'],
    ['no cause', finding({ cause: null }), 'D-2 causeRefuses'],
    ['no need', finding({ cause: 'NO_NEED' }), 'D-2 causeRefuses'],
    ['hard to use', finding({ cause: 'HARD_TO_USE' }), 'D-2 causeRefuses'],
    ['window ends on 31 December', finding({ windowTo: '2026-12-31' }), null],
    ['window ends on 1 January after the year', finding({ windowTo: '2027-01-01' }), 'D-2 otherYear'],
    ['another year', { awardYear: 2025 }, 'D-2 otherYear'],
  ])('%s', (_name, facts, fault) => expect(faultOf('AWARD_EXCLUSION', facts)).toBe(fault));
});

describe('a revocation (D-2)', () => {
  const needless = finding({ cause: 'NO_NEED' });
  test.each<[string, Partial<ProposalFacts>, string | null]>([
    ['never, no need', needless, null],
    ['irregular, no need', finding({ cause: 'NO_NEED', tier: 'IRREGULAR' }), null],
    ['refuses', {}, 'D-2 causeNoNeed'],
    ['no mailbox', { ...needless, mailbox: null }, 'D-1 noMailbox'],
    ['none wanted', { ...needless, ...box('NONE') }, 'D-1 noMailbox'],
    ['revoked already', { ...needless, ...box('REVOKED') }, 'D-1 noMailbox'],
    ['suspended', { ...needless, ...box('SUSPENDED') }, null],
    ['of an officer who has left', { ...needless, hasLeft: true }, null],
  ])('%s', (_name, facts, fault) => expect(faultOf('MAILBOX_REVOCATION', facts)).toBe(fault));
});

describe('a provision', () => {
  test.each<[string, Partial<ProposalFacts>, string | null]>([
    ['no mailbox', { mailbox: null, finding: null }, null],
    ['none wanted so far', box('NONE'), null],
    ['a mailbox', {}, 'D-1 hasMailbox'],
    ['a revoked one, which is restored instead', box('REVOKED'), 'D-1 isRevoked'],
    ['has left', { mailbox: null, hasLeft: true }, 'D-1 hasLeft'],
  ])('%s', (_name, facts, fault) => expect(faultOf('MAILBOX_PROVISION', facts)).toBe(fault));
});

describe('a restoration', () => {
  const revocation = (facts: Partial<EndedDecision> = {}) => ({ ...box('REVOKED'), ends: ended({ kind: 'MAILBOX_REVOCATION', ...facts }) });
  test.each<[string, Partial<ProposalFacts>, string | null]>([
    ['of a revoked mailbox', revocation(), null],
    ['without a decision that took it', box('REVOKED'), null],
    ['of a mailbox that was not revoked', {}, 'D-1 notRevoked'],
    ['without a mailbox', { mailbox: null }, 'D-1 notRevoked'],
    ['ends the revocation of another', revocation({ officerId: 'p' }), 'D-1 endsOther'],
    ['ends an exclusion', { ...box('REVOKED'), ends: ended({}) }, 'D-1 endsOther'],
    ['ends what is stayed by an appeal', revocation({ state: 'APPEALED' }), 'D-1 endsOver'],
    ['ends what was reversed', revocation({ state: 'REVERSED' }), 'D-1 endsOver'],
    ['has left', { ...revocation(), hasLeft: true }, 'D-1 hasLeft'],
  ])('%s', (_name, facts, fault) => expect(faultOf('MAILBOX_RESTORATION', facts)).toBe(fault));
});

describe('a lift (D-11)', () => {
  test.each<[string, Partial<ProposalFacts>, string | null]>([
    ['of an exclusion in force', { ends: ended({}) }, null],
    ['of one whose year is over: the answer for that year', { ends: ended({ state: 'EXPIRED' }) }, null],
    ['of one that was lifted', { ends: ended({ state: 'EXPIRED', isEnded: true }) }, 'D-11 endsOver'],
    ['of one that is not in force yet', { ends: ended({ state: 'ADOPTED' }) }, 'D-11 endsOver'],
    ['of one that was reversed', { ends: ended({ state: 'REVERSED' }) }, 'D-11 endsOver'],
    ['of nothing', {}, 'D-11 nothingToEnd'],
    ['of another’s', { ends: ended({ officerId: 'p' }) }, 'D-11 endsOther'],
    ['of a revocation', { ends: ended({ kind: 'MAILBOX_REVOCATION' }) }, 'D-11 endsOther'],
  ])('%s', (_name, facts, fault) => expect(faultOf('EXCLUSION_LIFT', facts)).toBe(fault));
});

test('what is stayed or reversed is the contrary of what force does; upheld does the same again', () => {
  for (const kind of DECISION_KINDS) {
    const { effects } = KINDS[kind];
    if (isAdverse(kind)) expect(effects.UPHELD).toEqual(effects.IN_FORCE);
    else expect([effects.STAYED, effects.UPHELD, effects.REVERSED]).toEqual([[], [], []]);
  }
  expect(KINDS.MAILBOX_REVOCATION.effects).toMatchObject({
    IN_FORCE: [{ order: 'REVOKE', expected: 'REVOKED' }],
    STAYED: [{ order: 'RESTORE', expected: 'FORMER' }],
    REVERSED: [{ order: 'RESTORE', expected: 'FORMER' }],
  });
  expect(KINDS.AWARD_EXCLUSION.effects).toMatchObject({ STAYED: [{ status: 'UNDER_APPEAL' }], REVERSED: [{ do: 'END_EXCLUSION' }] });
});

function faultOf(kind: keyof typeof KINDS, facts: Partial<ProposalFacts>): string | null {
  const fault = KINDS[kind].proposalFault({ ...FACTS, ...facts });
  return fault && `${fault.rule} ${fault.text}`;
}
