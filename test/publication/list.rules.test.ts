/** What a later version of a list corrects, how that is said, and what an address looks like (P-1, P-2). */
import { describe, expect, test } from '@jest/globals';
import { say } from '../../server/kernel/language.js';
import { correctionsBetween, isSlug, isUp, type ListRow, sentenceOf } from '../../server/publication/list.rules.js';

const row = (officerId: string, tier: ListRow['tier'], name = officerId): ListRow => ({
  officerId,
  name,
  post: 'Chuyên viên',
  agencyCode: 'SNV',
  agency: 'Sở Nội vụ',
  agencyEn: 'Department of Home Affairs',
  tier,
});

describe('corrections', () => {
  test('those who left first, then those who changed or came, in the order of the new list', () => {
    const before = [row('a', 'NEVER'), row('b', 'IRREGULAR'), row('c', 'REGULAR')];
    const now = [row('b', 'REGULAR'), row('c', 'REGULAR'), row('d', 'NEVER')];
    expect(correctionsBetween(before, now).map(({ officerId, from, to }) => [officerId, from, to])).toEqual([
      ['a', 'NEVER', null],
      ['b', 'IRREGULAR', 'REGULAR'],
      ['d', null, 'NEVER'],
    ]);
    expect(correctionsBetween(now, now)).toEqual([]);
  });

  test('say what no longer holds, and not why', () => {
    const word = () => 'không sử dụng';
    const taken = { name: 'Trần Thị An', agency: 'Sở Nội vụ', agencyEn: null, from: 'NEVER' as const, to: null };
    expect(say(sentenceOf(taken, word, false), 'vi')).toBe(
      'Bỏ Trần Thị An (Sở Nội vụ) khỏi danh sách; kết quả “không sử dụng” không còn giá trị.',
    );
    expect(
      say(
        sentenceOf({ ...taken, agencyEn: 'Home Affairs' }, () => 'never uses', true),
        'en',
      ),
    ).toBe('Trần Thị An (Home Affairs) is taken off the list; “never uses” no longer holds.');
  });
});

test.each([
  ['quy-3-2026', true],
  ['abc', true],
  ['ab', false],
  ['Quy-3', false],
  ['quý-3', false],
  ['quy--3', false],
  ['-quy', false],
  ['quy/3', false],
  ['a'.repeat(61), false],
])('%s as an address', (slug, is) => expect(isSlug(slug)).toBe(is));

test('a list is up to its last day, unless withdrawn', () => {
  expect(isUp({ expiresOn: null, isWithdrawn: false }, '2026-12-01')).toBe(true);
  expect(isUp({ expiresOn: '2026-12-01', isWithdrawn: false }, '2026-12-01')).toBe(true);
  expect(isUp({ expiresOn: '2026-12-01', isWithdrawn: false }, '2026-12-02')).toBe(false);
  expect(isUp({ expiresOn: null, isWithdrawn: true }, '2026-12-01')).toBe(false);
});
