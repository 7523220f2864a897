/** Who takes no part in a case (D-5): each reason alone, the days at which a post begins to count, and which is named of several. */
import { describe, expect, test } from '@jest/globals';
import { type ConflictCase, type ConflictMember, type HeldPost, recusalOf } from '../../server/decisions/conflict.rules.js';

const PARENTS = new Map<string, string | null>([
  ['sub', 'dept'],
  ['sister', 'dept'],
  ['dept', 'city'],
  ['city', null],
  ['other', null],
]);
const OPENED = '2026-12-15';
const CASE: ConflictCase = { officerId: 'o1', agencyIds: ['dept'], windowFrom: '2026-08-26', proposedByUserId: 'u9' };
const MEMBER: ConflictMember = { userId: 'u1', officerIds: ['m1'], posts: [], hasOwnAdverseCase: false, hasDeclared: false };
const post = (agencyId: string, fromOn = '2020-01-01', untilOn: string | null = null): HeldPost => ({ agencyId, fromOn, untilOn });
const reason = (member: Partial<ConflictMember>, held: Partial<ConflictCase> = {}) =>
  recusalOf({ ...CASE, ...held }, { ...MEMBER, ...member }, OPENED, PARENTS);

describe('each reason', () => {
  test.each<[string, Partial<ConflictMember>, Partial<ConflictCase>, string | null]>([
    ['nothing stands against it', {}, {}, null],
    ['the own case', { officerIds: ['m1', 'o1'] }, {}, 'OWN_CASE'],
    ['a post in the agency', { posts: [post('dept')] }, {}, 'SAME_AGENCY'],
    ['in its parent', { posts: [post('city')] }, {}, 'SAME_AGENCY'],
    ['in its child', { posts: [post('sub')] }, {}, 'SAME_AGENCY'],
    ['in a sister of its child: a child too', { posts: [post('sister')] }, {}, 'SAME_AGENCY'],
    ['in an agency beside it', { posts: [post('other')] }, {}, null],
    ['in a sister agency under the same parent', { posts: [post('sister')] }, { agencyIds: ['sub'] }, null],
    ['in the parent of the parent', { posts: [post('city')] }, { agencyIds: ['sub'] }, null],
    [
      'in the agency of the finding, from which the officer was transferred',
      { posts: [post('dept')] },
      { agencyIds: ['other', 'dept'] },
      'SAME_AGENCY',
    ],
    ['a concurrent post beside the main one', { posts: [post('other'), post('dept')] }, {}, 'SAME_AGENCY'],
    ['who proposed the case', { userId: 'u9' }, {}, 'PROPOSER'],
    ['proposed by nobody with an account', { userId: 'u9' }, { proposedByUserId: null }, null],
    ['an adverse case of the same kind against oneself', { hasOwnAdverseCase: true }, {}, 'OWN_ADVERSE_CASE'],
    ['declared', { hasDeclared: true }, {}, 'DECLARED'],
    ['two agencies without a parent are not related', { posts: [post('other')] }, { agencyIds: ['city'] }, null],
  ])('%s', (_name, member, held, expected) => {
    expect(reason(member, held)).toBe(expected);
  });
});

describe('a post counts on any day from the window to the opening, both included', () => {
  test.each<[string, HeldPost, string | null]>([
    ['ended the day before the window', post('dept', '2020-01-01', '2026-08-25'), null],
    ['ended on the first day of the window', post('dept', '2020-01-01', '2026-08-26'), 'SAME_AGENCY'],
    ['held for one day within', post('dept', '2026-10-01', '2026-10-01'), 'SAME_AGENCY'],
    ['begins on the day of opening', post('dept', '2026-12-15'), 'SAME_AGENCY'],
    ['begins the day after', post('dept', '2026-12-16'), null],
  ])('%s', (_name, held, expected) => {
    expect(reason({ posts: [held] })).toBe(expected);
  });
});

test('of several reasons the gravest is named', () => {
  const all = { userId: 'u9', officerIds: ['o1'], posts: [post('dept')], hasOwnAdverseCase: true, hasDeclared: true };
  expect(reason(all)).toBe('OWN_CASE');
  expect(reason({ ...all, officerIds: [] })).toBe('SAME_AGENCY');
  expect(reason({ ...all, officerIds: [], posts: [] })).toBe('PROPOSER');
  expect(reason({ ...all, officerIds: [], posts: [], userId: 'u1' })).toBe('OWN_ADVERSE_CASE');
});
