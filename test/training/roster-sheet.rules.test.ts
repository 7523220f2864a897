import { describe, expect, test } from '@jest/globals';
import { markIn, sessionHead, sheetColumns } from '../../server/training/roster-sheet.rules.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const sessions = [
  { id: 's1', startsAt: new Date('2026-12-01T01:00:00Z') },
  { id: 's2', startsAt: new Date('2026-12-02T06:30:00Z') },
];
const read = (heads: string[]) => {
  const columns = sheetColumns(heads, sessions, ZONE);
  return 'text' in columns
    ? columns.text.en
    : { code: columns.code, sessions: [...columns.sessions].map(([c, s]) => [c, s.id]), ignored: columns.ignored };
};

describe('the heads of a sheet', () => {
  test('as they were exported, in both languages', () => {
    const heads = (word: string) => sessions.map((session, i) => sessionHead(i, session, ZONE, word));
    expect(heads('Buổi')).toEqual(['Buổi 1 (08:00 01/12/2026)', 'Buổi 2 (13:30 02/12/2026)']);
    expect(read(['Mã cán bộ', 'Họ và tên', ...heads('Buổi')])).toEqual({
      code: 0,
      sessions: [
        [2, 's1'],
        [3, 's2'],
      ],
      ignored: ['Họ và tên'],
    });
    expect(read([...heads('Session'), 'Officer code'])).toMatchObject({
      code: 2,
      sessions: [
        [0, 's1'],
        [1, 's2'],
      ],
    });
  });

  test('typed by hand, without diacritics and in any order', () => {
    expect(read(['session_2', 'GHI CHU', 'officer_code', 'buoi 1'])).toEqual({
      code: 2,
      sessions: [
        [0, 's2'],
        [3, 's1'],
      ],
      ignored: ['GHI CHU'],
    });
  });

  test.each([
    [['Họ và tên', 'Buổi 1']],
    [['Mã cán bộ', 'Buổi 3']],
    [['Mã cán bộ', 'Buổi sáng']],
    [['Mã cán bộ', 'Buổi 1 (09:00 01/12/2026)']],
    [['Mã cán bộ', 'Buổi 1', 'Session 1']],
  ])('%j cannot be read by', (heads) => expect(typeof read(heads)).toBe('string'));
});

test.each([
  ['CM', 'PRESENT'],
  ['Có mặt', 'PRESENT'],
  ['x', 'PRESENT'],
  ['M', 'LATE'],
  ['muộn', 'LATE'],
  ['cp', 'EXCUSED'],
  ['Vắng có phép', 'EXCUSED'],
  ['V', 'ABSENT'],
  ['ABSENT', 'ABSENT'],
  ['', null],
  ['  ', null],
  ['P', undefined],
  ['1', undefined],
  ['có lẽ', undefined],
])('a cell with %j says %s', (cell, mark) => expect(markIn(cell)).toBe(mark));
