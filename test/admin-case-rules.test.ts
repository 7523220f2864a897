/** What does the panel work out about cases by itself: the next day, the steps, why a button is missing, what waits for whom? */
import { describe, expect, test } from '@jest/globals';
import { allowedBy, byKindAndAgency, decisionKinds, daysBetween, nextDay, splitContested } from '../admin/decisions/case.js';
import { agendaOf, countStates, docketOf, docketPath } from '../admin/decisions/docket.js';
import { blocksOf } from '../admin/decisions/blocks.js';
import { withoutOpening } from '../admin/decisions/legal-basis.js';
import { stepsOf } from '../admin/decisions/case-steps.js';
import { type ActFacts, missingActs, whoseTurn } from '../admin/decisions/missing-acts.js';
import { outcomeNow } from '../admin/decisions/vote-outcome.js';
import { causesFor } from '../admin/findings/cause.js';
import { resultAtEnd } from '../server/decisions/tally.rules.js';
import { leastFor } from '../server/committee/threshold.rules.js';
import { THRESHOLDS } from '../server/committee/vocabulary.js';
import type { CaseWork } from '../admin/dashboard/work.documents.js';
import { isChairIn, workLines } from '../admin/dashboard/work.js';

const facts: ActFacts = {
  kind: 'AWARD_EXCLUSION',
  state: 'PROPOSED',
  availableActions: [],
  blockedBy: [],
  isRecused: false,
  explainUntil: null,
  explainedOn: null,
  answeredAt: null,
  inForceOn: null,
  number: null,
  appealUntil: null,
  vote: null,
};

describe('the next day', () => {
  const days = {
    kind: 'AWARD_EXCLUSION' as const,
    explainUntil: '2026-11-10',
    appealUntil: '2026-12-31',
    inForceOn: '2026-12-01',
    vote: null,
  };
  const vote = { closesAt: '2026-11-20T17:00:00Z', isOpen: true };
  test.each([
    ['NOTIFIED', days, { what: 'explain', on: '2026-11-10' }],
    ['VOTING', { ...days, vote }, { what: 'vote', on: vote.closesAt }],
    ['ADOPTED', days, { what: 'force', on: '2026-12-01' }],
    ['IN_FORCE', days, { what: 'appeal', on: '2026-12-31' }],
    ['IN_FORCE', { ...days, kind: 'MAILBOX_PROVISION' as const }, null],
    ['APPEALED', days, null],
    ['REVERSED', days, null],
  ] as const)('of %s', (state, held, expected) => expect(nextDay({ ...held, state })).toEqual(expected));

  test('days are counted over the end of a month', () => expect(daysBetween('2026-11-29', '2026-12-02')).toBe(3));
});

describe('the steps', () => {
  const held = {
    kind: 'AWARD_EXCLUSION' as const,
    proposedAt: '2026-11-01T02:00:00Z',
    servedOn: '2026-11-02',
    explainUntil: '2026-11-12',
    explainedOn: null,
    adoptedAt: null,
    inForceOn: null,
    appealUntil: null,
    settleBy: null,
    vote: null,
  };
  const marks = (steps: ReturnType<typeof stepsOf>) => steps.map(({ name, mark }) => `${name} ${mark}`);

  test('a case after notice waits for the explanation, until its day', () => {
    const steps = stepsOf({ ...held, state: 'NOTIFIED' });
    expect(marks(steps).slice(0, 4)).toEqual(['proposed done', 'notified done', 'explained now', 'voted next']);
    expect(steps[2]).toMatchObject({ on: '2026-11-12', isUntil: true });
  });
  test('who has not explained is not said to have', () =>
    expect(marks(stepsOf({ ...held, state: 'VOTING' }))).toContain('explained without'));
  test('what is not adopted ends at the vote: the rest falls away', () => {
    expect(marks(stepsOf({ ...held, state: 'REJECTED' })).slice(3)).toEqual([
      'voted done',
      'adopted left',
      'inForce left',
      'appealed left',
    ]);
  });
  test('a mailbox is provided without notice and appeal', () => {
    expect(stepsOf({ ...held, kind: 'MAILBOX_PROVISION', state: 'READY' }).map(({ name }) => name)).toEqual([
      'proposed',
      'voted',
      'adopted',
      'inForce',
    ]);
  });
  test('a case that was withdrawn keeps what was done and has nothing to come', () => {
    expect(marks(stepsOf({ ...held, state: 'WITHDRAWN' })).slice(0, 4)).toEqual([
      'proposed done',
      'notified done',
      'explained left',
      'voted left',
    ]);
  });
});

describe('why a button is missing', () => {
  test.each([
    ['before notice', { state: 'PROPOSED' }, ['SECRETARY'], ['OPEN_VOTE notNotified']],
    ['a rule blocks', { state: 'READY', blockedBy: ['TR-3'] }, ['SECRETARY'], ['OPEN_VOTE blocked']],
    ['it may be opened', { state: 'READY', availableActions: ['OPEN_VOTE'] }, ['SECRETARY'], []],
    ['lapsed twice', { state: 'LAPSED' }, ['SECRETARY'], ['OPEN_VOTE lapsedTwice']],
    ['recused', { state: 'VOTING', vote: { isOpen: true, purpose: 'CASE' }, isRecused: true }, ['COMMITTEE_MEMBER'], ['CAST_VOTE recused']],
    ['seated too late', { state: 'VOTING', vote: { isOpen: true, purpose: 'CASE' } }, ['COMMITTEE_MEMBER'], ['CAST_VOTE notVoter']],
    ['signed already', { state: 'ADOPTED', number: '1/QĐ', inForceOn: '2027-01-01' }, ['SECRETARY'], ['ENTER_INTO_FORCE waitsForDay']],
    ['nobody of the committee', { state: 'READY', blockedBy: ['D-3'] }, ['AGENCY_CONTACT'], []],
  ] as const)('%s', (_, change, roles, expected) => {
    const missing = missingActs({ ...facts, ...change } as ActFacts, roles, false);
    expect(missing.map(({ action, why }) => `${action} ${why}`)).toEqual(expected);
  });

  test('in the own case only what the officer may do is explained, whatever the roles', () => {
    const held: ActFacts = { ...facts, state: 'READY', explainUntil: '2026-11-10', blockedBy: ['D-3'] };
    expect(missingActs(held, ['SECRETARY', 'OFFICER'], true)).toEqual([{ action: 'EXPLAIN', why: 'explainOver', on: '2026-11-10' }]);
  });

  test.each([
    [{ state: 'PROPOSED' }, 'notice'],
    [{ state: 'PROPOSED', kind: 'MAILBOX_PROVISION' }, 'open'],
    [{ state: 'READY', explainedOn: '2026-11-01' }, 'answer'],
    [{ state: 'READY', blockedBy: ['T-5'] }, 'blocked'],
    [{ state: 'ADOPTED', number: '1/QĐ' }, 'force'],
    [{ state: 'APPEALED', vote: { isOpen: true, purpose: 'APPEAL' } }, 'settleByVote'],
    [{ state: 'JOINED' }, 'over'],
  ] as const)('%j is the turn of %s', (change, turn) => expect(whoseTurn({ ...facts, ...change } as ActFacts)).toBe(turn));
});

describe('votes on many', () => {
  const at = (id: string, kind: 'AWARD_EXCLUSION' | 'MAILBOX_REVOCATION', agency: string, isContested = false) => ({
    id,
    kind,
    awardYear: null,
    isContested,
    officer: { agency: { id: agency, name: agency } },
  });
  const cases = [
    at('1', 'AWARD_EXCLUSION', 'Sở Y tế'),
    at('2', 'MAILBOX_REVOCATION', 'Quận 1'),
    at('3', 'AWARD_EXCLUSION', 'Quận 1', true),
  ];
  test('what is voted alone is left out', () => {
    const { enBloc, alone } = splitContested(cases);
    expect([enBloc.map(({ id }) => id), alone.map(({ id }) => id)]).toEqual([['1', '2'], ['3']]);
  });
  test('they stand by kind, then by agency', () =>
    expect(byKindAndAgency(cases).map((kind) => kind.map((agency) => agency.map(({ id }) => id)))).toEqual([[['3'], ['1']], [['2']]]));
});

describe('what waits', () => {
  const none = { totalCount: 0 };
  const work: CaseWork = {
    toVote: {
      totalCount: 12,
      nodes: [
        { id: '1', vote: { closesAt: '2026-12-03T17:00:00Z' } },
        { id: '2', vote: { closesAt: '2026-12-01T17:00:00Z' } },
      ],
    },
    toNotice: { totalCount: 3 },
    toAnswer: none,
    toOpen: none,
    voting: { totalCount: 12 },
    toSign: none,
    appealed: { totalCount: 2 },
    overdue: { totalCount: 1 },
    lapsed: {
      nodes: [
        { id: '1', availableActions: ['OPEN_VOTE'] },
        { id: '2', availableActions: [] },
      ],
    },
  };
  const rights = ['decision.vote', 'decision.openVote', 'decision.settleAppeal'];
  test('a member sees the own votes with their first deadline, and no work of others', () => {
    const lines = workLines(work, { roles: ['COMMITTEE_MEMBER'], rights, isChair: false });
    expect(lines.map(({ name }) => name)).toEqual(['toVote']);
    expect(lines[0]).toMatchObject({ count: 12, firstAt: '2026-12-01T17:00:00Z', to: '/decisions/votes' });
  });
  test('a chair also opens, follows and settles; of lapsed votes those that may be opened once more count', () => {
    const lines = workLines(work, { roles: ['COMMITTEE_MEMBER'], rights, isChair: true });
    expect(lines.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'overdue 1',
      'toVote 12',
      'appealed 1',
      'toOpenAgain 1',
      'voting 12',
    ]);
  });
  test.each([
    ['CHAIR', 'me', true],
    ['DEPUTY', 'me', true],
    ['MEMBER', 'me', false],
    ['CHAIR', 'other', false],
  ])('%s held by %s', (seat, holder, is) =>
    expect(isChairIn({ committees: [{ id: '1', members: [{ id: '2', seat, user: { id: holder } }] }] }, 'me')).toBe(is),
  );
  test('overdue appeals stand first and are counted once', () => {
    const lines = workLines(work, { roles: ['SECRETARY'], rights: ['decision.giveNotice', 'decision.settleAppeal'], isChair: false });
    expect(lines.map(({ name, count }) => `${name} ${count}`)).toEqual(['overdue 1', 'appealed 1', 'toNotice 3', 'voting 12']);
  });
});

describe('what the cause of a finding allows to propose', () => {
  const kindsOf = (nextStep: string | null) => decisionKinds.filter((kind) => allowedBy(kind, [{ nextStep }]) > 0);
  const others = ['MAILBOX_PROVISION', 'MAILBOX_RESTORATION', 'EXCLUSION_LIFT'];
  test.each([
    ['SET_CAUSE', others],
    ['TRAINING', others],
    [null, others],
    ['REVOCATION', ['MAILBOX_REVOCATION', ...others]],
    ['EXCLUSION', ['AWARD_EXCLUSION', ...others]],
  ])('%s', (step, kinds) => expect(kindsOf(step)).toEqual(kinds));
  test('of many it is counted', () =>
    expect(allowedBy('AWARD_EXCLUSION', [{ nextStep: 'EXCLUSION' }, { nextStep: 'SET_CAUSE' }, {}])).toBe(1));
  test('who uses the mailbox can only be excused', () => {
    expect(causesFor([{ tier: 'REGULAR' }])).toEqual(['EXCUSED']);
    expect(causesFor([{ tier: 'REGULAR' }, { tier: 'NEVER' }])).toHaveLength(4);
  });
});

describe('what closing a vote now would come to', () => {
  test('is what the server counts, for every small vote and rule', () => {
    for (const kind of ['AWARD_EXCLUSION', 'MAILBOX_PROVISION'] as const)
      for (const majority of THRESHOLDS)
        for (const quorum of THRESHOLDS)
          for (const isTieAdopted of [true, false])
            for (let base = 1; base <= 6; base += 1)
              for (let votesFor = 0; votesFor <= base; votesFor += 1)
                for (let against = 0; votesFor + against <= base; against += 1) {
                  const tally = { base, for: votesFor, against, abstain: 0 };
                  const rule = { quorum, majority, isTieAdopted, minimumVoters: 2 };
                  const vote = { ...tally, ...rule, purpose: 'CASE' as const, present: votesFor + against, quorum: leastFor(quorum, base) };
                  expect([kind, vote, outcomeNow(kind, vote)]).toEqual([kind, vote, resultAtEnd(tally, rule, kind === 'AWARD_EXCLUSION')]);
                }
  });
  const few = {
    purpose: 'CASE' as const,
    base: 5,
    quorum: 3,
    present: 1,
    for: 1,
    against: 0,
    majority: 'MORE_THAN_HALF' as const,
    minimumVoters: 2,
    isTieAdopted: false,
  };
  test('a second lapse is the last', () => expect(outcomeNow('AWARD_EXCLUSION', few, true)).toBe('LAPSED_AGAIN'));
  test('an appeal is upheld, reversed or stays open', () => {
    const appeal = { ...few, purpose: 'APPEAL' as const };
    expect(outcomeNow('AWARD_EXCLUSION', appeal)).toBe('UNSETTLED');
    expect(outcomeNow('AWARD_EXCLUSION', { ...appeal, present: 3, for: 2, against: 1 })).toBe('UPHELD');
    expect(outcomeNow('AWARD_EXCLUSION', { ...appeal, present: 3, for: 1, against: 2 })).toBe('REVERSED');
  });
});

describe('what keeps the vote from opening', () => {
  const heard = { blockedBy: ['D-3'], servedOn: '2026-11-01', explainUntil: '2026-11-10', explainedOn: null, answeredAt: null };
  test.each([
    ['nobody was told', { ...heard, servedOn: null, explainUntil: null }, '2026-11-05', ['noNotice']],
    ['the last day of the period', heard, '2026-11-10', ['noticeRuns']],
    ['an explanation in the period', { ...heard, explainedOn: '2026-11-04' }, '2026-11-05', ['noticeRuns', 'notAnswered']],
    ['an explanation after it', { ...heard, explainedOn: '2026-11-04' }, '2026-11-11', ['notAnswered']],
    ['an answered one in the period', { ...heard, explainedOn: '2026-11-04', answeredAt: '2026-11-05' }, '2026-11-05', ['noticeRuns']],
    ['a day that turned since', heard, '2026-11-11', ['D-3']],
    ['other rules', { ...heard, blockedBy: ['D-2', 'TR-3'] }, '2026-11-05', ['D-2', 'TR-3']],
  ])('%s', (_name, one, today, whats) => expect(blocksOf(one, today).map(({ what }) => what)).toEqual(whats));
});

describe('a legal basis under its heading', () => {
  test.each([
    ['Căn cứ Luật Thi đua, khen thưởng', 'Luật Thi đua, khen thưởng'],
    ['căn cứ vào: quyết định số 5', 'Quyết định số 5'],
    ['Luật Thi đua, khen thưởng', 'Luật Thi đua, khen thưởng'],
    ['Căn cứ', 'Căn cứ'],
  ])('%s', (text, said) => expect(withoutOpening(text)).toBe(said));
});

describe('under appeal', () => {
  test('the last step is settling it, with its day', () => {
    const steps = stepsOf({
      kind: 'AWARD_EXCLUSION',
      state: 'APPEALED',
      proposedAt: '2026-10-01T02:00:00Z',
      servedOn: '2026-10-02',
      explainUntil: '2026-10-10',
      explainedOn: null,
      adoptedAt: '2026-10-20T02:00:00Z',
      inForceOn: '2026-10-21',
      appealUntil: '2026-12-31',
      settleBy: '2026-11-20',
      vote: null,
    });
    expect(steps.at(-1)).toEqual({ name: 'settled', mark: 'now', on: '2026-11-20', isUntil: true });
    expect(steps.some(({ name }) => name === 'appealed')).toBe(false);
  });
});

describe('a docket', () => {
  const heard = (id: string, kind: 'AWARD_EXCLUSION' | 'MAILBOX_REVOCATION', agency: string, isContested = false) => ({
    id,
    kind,
    awardYear: kind === 'AWARD_EXCLUSION' ? 2026 : null,
    isContested,
    officer: { agency: { id: agency, name: agency } },
  });

  test('is heard one by one where it is contested, then together by kind and agency', () => {
    const { alone, groups } = agendaOf([
      heard('1', 'AWARD_EXCLUSION', 'Sở Y tế'),
      heard('2', 'MAILBOX_REVOCATION', 'Quận 1'),
      heard('3', 'AWARD_EXCLUSION', 'Quận 1', true),
      heard('4', 'AWARD_EXCLUSION', 'Quận 1'),
    ]);
    expect(alone.map(({ id }) => id)).toEqual(['3']);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['4', '1'], ['2']]);
  });

  test('counts where its cases stand, in the order of the flow', () => {
    expect(countStates([{ state: 'LAPSED' }, { state: 'READY' }, { state: 'PROPOSED' }, { state: 'READY' }])).toEqual([
      { state: 'PROPOSED', cases: 1 },
      { state: 'READY', cases: 2 },
      { state: 'LAPSED', cases: 1 },
    ]);
  });

  test('finds its page by whatever name it was given', () => {
    const named = { name: 'Phiên 9 & 10 = 19?', committeeId: 'k1' };
    expect(docketOf(new URL(docketPath(named), 'http://h').searchParams)).toEqual(named);
  });
});
