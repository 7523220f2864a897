/** What can be done with a case, state by state and person by person: the transition table of product.md §4. */
import { describe, expect, test } from '@jest/globals';
import { type CaseActionFacts, caseActions } from '../../server/decisions/case-actions.rules.js';
import type { CaseParty } from '../../server/decisions/decision.workflow.js';
import { DECISION_STATES, type DecisionState } from '../../server/decisions/vocabulary.js';

const FACTS: CaseActionFacts = {
  kind: 'AWARD_EXCLUSION',
  state: 'PROPOSED',
  parties: [],
  today: '2026-12-01',
  blocks: [],
  explainUntil: '2026-12-05',
  isExplained: true,
  isAnswered: false,
  lapses: 0,
  hasNumber: false,
  appealUntil: '2026-12-31',
  isEnded: false,
  openAppeal: { instance: 1, settler: 'CHAIR' },
  appealVote: null,
};
const can = (facts: Partial<CaseActionFacts>) => caseActions({ ...FACTS, ...facts }).join(' ');

/** Rows of the table by state; a state that is not named allows nobody anything. */
const TABLE: Record<CaseParty, Partial<Record<DecisionState, string>>> = {
  TASK_FORCE: { NOTIFIED: 'ANSWER_EXPLANATION', READY: 'ANSWER_EXPLANATION' },
  SECRETARY: {
    PROPOSED: 'GIVE_NOTICE',
    NOTIFIED: 'EXPLAIN ANSWER_EXPLANATION',
    READY: 'ANSWER_EXPLANATION OPEN_VOTE',
    LAPSED: 'OPEN_VOTE',
    ADOPTED: 'ENTER_INTO_FORCE',
    IN_FORCE: 'APPEAL',
    EXPIRED: 'APPEAL',
  },
  CONTACT: { NOTIFIED: 'EXPLAIN', IN_FORCE: 'APPEAL', EXPIRED: 'APPEAL' },
  OFFICER: { NOTIFIED: 'EXPLAIN', IN_FORCE: 'APPEAL', EXPIRED: 'APPEAL' },
  CHAIR: {
    PROPOSED: 'WITHDRAW',
    NOTIFIED: 'WITHDRAW',
    READY: 'OPEN_VOTE WITHDRAW',
    VOTING: 'CLOSE_VOTE',
    LAPSED: 'OPEN_VOTE',
    ADOPTED: 'WITHDRAW',
    APPEALED: 'SETTLE_APPEAL',
  },
  VOTER: { VOTING: 'DECLARE_CONFLICT CAST_VOTE', APPEALED: 'DECLARE_CONFLICT CAST_VOTE' },
  PROPOSER: { PROPOSED: 'WITHDRAW', NOTIFIED: 'WITHDRAW', READY: 'WITHDRAW', ADOPTED: 'WITHDRAW' },
};

describe.each(Object.keys(TABLE) as CaseParty[])('as %s', (party) => {
  test.each([...DECISION_STATES])('%s', (state) => {
    expect(can({ state, parties: [party] })).toBe(TABLE[party][state] ?? '');
  });
});

test('nobody in particular can do nothing', () => {
  for (const state of DECISION_STATES) expect(can({ state })).toBe('');
});

describe('guards', () => {
  test.each<[string, Partial<CaseActionFacts>, string]>([
    ['no notice of what is not adverse', { kind: 'MAILBOX_PROVISION', parties: ['SECRETARY'] }, ''],
    ['the officer explains on the last day', { state: 'NOTIFIED', parties: ['OFFICER'], today: '2026-12-05' }, 'EXPLAIN'],
    ['and not the day after', { state: 'NOTIFIED', parties: ['OFFICER'], today: '2026-12-06' }, ''],
    ['a paper received in time is entered after it', { state: 'READY', parties: ['CONTACT'], today: '2026-12-06' }, 'EXPLAIN'],
    ['nothing to answer', { state: 'NOTIFIED', parties: ['TASK_FORCE'], isExplained: false }, ''],
    ['answered already', { state: 'NOTIFIED', parties: ['TASK_FORCE'], isAnswered: true }, ''],
    ['a blocked vote', { state: 'READY', parties: ['CHAIR'], blocks: ['TR-3'] }, 'WITHDRAW'],
    ['lapsed once', { state: 'LAPSED', parties: ['CHAIR'], lapses: 1 }, 'OPEN_VOTE'],
    ['lapsed twice', { state: 'LAPSED', parties: ['CHAIR'], lapses: 2 }, ''],
    ['signed already', { state: 'ADOPTED', parties: ['SECRETARY'], hasNumber: true }, ''],
    ['an appeal on the last day', { state: 'IN_FORCE', parties: ['OFFICER'], today: '2026-12-31' }, 'APPEAL'],
    ['and the day after', { state: 'IN_FORCE', parties: ['OFFICER'], today: '2027-01-01' }, ''],
    ['an expired exclusion after its period', { state: 'EXPIRED', parties: ['OFFICER'], today: '2027-01-01' }, ''],
    ['from paper that was received in time', { state: 'IN_FORCE', parties: ['SECRETARY'], today: '2027-01-01' }, 'APPEAL'],
    ['against what is not adverse', { state: 'IN_FORCE', parties: ['OFFICER'], kind: 'MAILBOX_PROVISION' }, ''],
    ['against what is ended', { state: 'IN_FORCE', parties: ['OFFICER'], isEnded: true }, ''],
    ['after the second instance', { state: 'IN_FORCE', parties: ['OFFICER'], appealUntil: null }, ''],
    [
      'the second instance is not the chair’s',
      { state: 'APPEALED', parties: ['CHAIR'], openAppeal: { instance: 2, settler: 'CHAIR' } },
      '',
    ],
    [
      'the secretary records its paper',
      { state: 'APPEALED', parties: ['SECRETARY'], openAppeal: { instance: 2, settler: 'CHAIR' } },
      'SETTLE_APPEAL',
    ],
    [
      'while members vote on an appeal the chair waits',
      { state: 'APPEALED', parties: ['CHAIR'], openAppeal: { instance: 1, settler: 'OTHER_MEMBERS' }, appealVote: 'OPEN' },
      '',
    ],
    [
      'where their vote came to nothing the chair settles',
      { state: 'APPEALED', parties: ['CHAIR'], openAppeal: { instance: 1, settler: 'OTHER_MEMBERS' }, appealVote: 'OVER' },
      'SETTLE_APPEAL',
    ],
  ])('%s', (_name, facts, expected) => {
    expect(can(facts)).toBe(expected);
  });
});
