import { describe, expect, test } from '@jest/globals';
import { findingActions, type FindingActionFacts } from '../../server/review/finding-actions.rules.js';

/** An open finding of a member of staff who never used the mailbox, seen by the task force; a test changes what matters. */
const FACTS: FindingActionFacts = {
  state: 'OPEN',
  today: '2026-11-24',
  contestUntil: '2026-11-30',
  tier: 'NEVER',
  isLeader: false,
  forwarded: 0,
  polledDays: 0,
  improvedTier: null,
  isForwardingSettled: false,
  isContestOpen: false,
  isOwnFinding: false,
  carriesCase: false,
  maySetCause: true,
  maySetCauseOfLeaders: true,
  mayContest: false,
  mayAnswer: true,
  maySettle: true,
};
const CONTACT = { maySetCauseOfLeaders: false, mayContest: true, mayAnswer: false, maySettle: false };
const OFFICER = { ...CONTACT, maySetCause: false, isOwnFinding: true };
const actions = (changes: Partial<FindingActionFacts>) => findingActions({ ...FACTS, ...changes });

describe('what can be done with a finding', () => {
  test('the task force sets the cause, answers a contest while the review is open, and settles what there is to settle (T-5, T-8, D-2a)', () => {
    expect(actions({})).toEqual(['SET_CAUSE']);
    expect(actions({ isContestOpen: true })).toEqual(['SET_CAUSE', 'ANSWER_CONTEST']);
    expect(actions({ isContestOpen: true, state: 'FINALISED' })).toEqual(['SET_CAUSE']);
    expect(actions({ improvedTier: 'REGULAR' })).toEqual(['SET_CAUSE', 'SETTLE_SIGNALS']);
    expect(actions({ forwarded: 3 })).toEqual(['SET_CAUSE', 'SETTLE_SIGNALS']);
    expect(actions({ forwarded: 3, isForwardingSettled: true })).toEqual(['SET_CAUSE']);
    expect(actions({ improvedTier: 'REGULAR', isContestOpen: true, state: 'CANCELLED' })).toEqual([]);
  });

  test('the cause stands while a case rests on the finding (T-8)', () => {
    expect(actions({ carriesCase: true, improvedTier: 'REGULAR' })).toEqual(['SETTLE_SIGNALS']);
  });

  test('the contact does it for staff only, and contests in time (D-2a, T-8)', () => {
    expect(actions(CONTACT)).toEqual(['SET_CAUSE', 'CONTEST']);
    expect(actions({ ...CONTACT, isLeader: true })).toEqual(['CONTEST']);
    expect(actions({ isLeader: true })).toEqual(['SET_CAUSE']);
    expect(actions({ ...CONTACT, isContestOpen: true })).toEqual(['SET_CAUSE']);
    expect(actions({ ...CONTACT, today: '2026-12-01' })).toEqual(['SET_CAUSE']);
    expect(actions({ ...CONTACT, today: '2026-12-01', contestUntil: null })).toEqual(['SET_CAUSE', 'CONTEST']);
    expect(actions({ ...CONTACT, state: 'FINALISED' })).toEqual(['SET_CAUSE']);
  });

  test('in the own case nothing is left but to contest, whatever role one holds (G-15)', () => {
    expect(actions(OFFICER)).toEqual(['CONTEST']);
    expect(actions({ isOwnFinding: true, mayContest: true, isContestOpen: true, improvedTier: 'REGULAR' })).toEqual([]);
  });
});
