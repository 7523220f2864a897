/** What keeps an adverse vote from opening (D-2, D-3, T-5, TR-3), and that nothing else does. */
import { expect, test } from '@jest/globals';
import { type BlockFacts, blockedBy } from '../../server/decisions/block.rules.js';
import { DECISION_STATES } from '../../server/decisions/vocabulary.js';

const FACTS: BlockFacts = {
  state: 'READY',
  isAdverse: true,
  isNoticeOver: true,
  isExplained: false,
  isAnswered: false,
  finding: { tier: 'NEVER', cause: 'REFUSES', signals: [] },
  neededCause: 'REFUSES',
  isFindingSpent: false,
  isSheltered: false,
};
const finding = (facts: Partial<NonNullable<BlockFacts['finding']>>) => ({ finding: { ...FACTS.finding!, ...facts } });

test.each<[string, Partial<BlockFacts>, string[]]>([
  ['nothing', {}, []],
  ['the finding became regular', finding({ tier: 'REGULAR' }), ['D-2']],
  ['the finding was set aside', finding({ tier: 'NOT_ASSESSED' }), ['D-2']],
  ['the finding is irregular, which bears it too', finding({ tier: 'IRREGULAR' }), []],
  ['the cause was changed', finding({ cause: 'HARD_TO_USE' }), ['D-2']],
  ['the cause was taken away', finding({ cause: null }), ['D-2']],
  ['there is no finding', { finding: null }, ['D-2']],
  ['the notice period runs', { isNoticeOver: false }, ['D-3']],
  ['explained and not answered', { isExplained: true }, ['D-3']],
  ['explained and answered', { isExplained: true, isAnswered: true }, []],
  ['answered while the period runs', { isNoticeOver: false, isExplained: true, isAnswered: true }, ['D-3']],
  ['newer evidence', finding({ signals: ['NEWER_EVIDENCE'] }), ['T-5']],
  ['mail is forwarded', finding({ signals: ['FORWARDED'] }), ['T-5']],
  ['contested', finding({ signals: ['CONTESTED'] }), ['T-5']],
  ['polling only informs', finding({ signals: ['POLLING'] }), []],
  ['sheltered by a class', { isSheltered: true }, ['TR-3']],
  ['another case on the same finding was decided meanwhile', { isFindingSpent: true }, ['D-2']],
  [
    'everything at once',
    { isNoticeOver: false, isSheltered: true, ...finding({ tier: 'REGULAR', signals: ['NEWER_EVIDENCE', 'POLLING'] }) },
    ['D-2', 'D-3', 'T-5', 'TR-3'],
  ],
])('%s', (_name, facts, rules) => {
  expect(blockedBy({ ...FACTS, ...facts })).toEqual(rules);
});

const worst: Partial<BlockFacts> = { isNoticeOver: false, isSheltered: true, finding: null };

test('a kind that takes nothing from anybody is never blocked', () => {
  for (const state of DECISION_STATES) expect(blockedBy({ ...FACTS, ...worst, state, isAdverse: false })).toEqual([]);
});

test('asked before the vote only, a lapsed one included', () => {
  const blocked = DECISION_STATES.filter((state) => blockedBy({ ...FACTS, ...worst, state }).length > 0);
  expect(blocked).toEqual(['PROPOSED', 'NOTIFIED', 'READY', 'LAPSED']);
});
