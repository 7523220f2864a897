/** What is left of a paper when somebody on it is erased (K-5). */
import { expect, test } from '@jest/globals';
import type { Paper } from '../../../server/publication/papers/paper.js';
import { withoutPerson, withoutText } from '../../../server/publication/papers/removed-paper.rules.js';

const REMOVED = '(đã xóa)';
const paper: Paper = {
  head: { superior: null, issuer: 'BAN CHỈ ĐẠO', number: 'Số: 03/QĐ-BCĐ', placeAndDate: 'Hà Nội, ngày 09 tháng 02 năm 2026' },
  title: { kind: 'QUYẾT ĐỊNH', about: 'Về việc không xét danh hiệu đối với bà Đặng Thị Ẩn' },
  body: [{ kind: 'ARTICLE', number: 1, words: ['Không xét đối với ', { text: 'ĐẶNG THỊ ẨN', isBold: true }, ' và 1 người khác.'] }],
  foot: { recipients: ['Bà Đặng Thị Ẩn', 'Lưu: VT'], signatures: [{ authority: ['TRƯỞNG BAN'], name: 'Lê Văn Bình' }] },
  annexes: [
    {
      title: 'DANH SÁCH',
      belongsTo: 'Kèm theo Quyết định số 03/QĐ-BCĐ',
      blocks: [
        {
          kind: 'TABLE',
          table: {
            columns: [],
            rows: [
              ['1', '3/QĐ-BCĐ', 'Đặng Thị Ẩn'.normalize('NFD'), 'Phó Giám đốc', 'Sở Nội vụ'],
              ['2', '4/QĐ-BCĐ', 'Đặng Thị Ẩn Nhi', 'Chuyên viên', 'Sở Y tế'],
              ['3', '5/QĐ-BCĐ', 'Trần Văn Cường', 'Chuyên viên', 'Sở Y tế'],
            ],
          },
        },
      ],
    },
  ],
  verification: { code: '7KQ2-M9FD-XT4W', url: 'https://x.example/verify/7KQ2-M9FD-XT4W' },
  isDraft: false,
  fileTitle: 'Quyết định',
};

test('about many: the name goes wherever it stands, in capitals and however its letters are composed, and the line with it', () => {
  const left = withoutPerson(paper, 'Đặng Thị Ẩn', REMOVED);
  const text = JSON.stringify(left).normalize('NFC');
  expect(text).not.toMatch(/Đặng Thị Ẩn(?! Nhi)/);
  expect(text).not.toContain('ĐẶNG THỊ ẨN');
  expect(text).not.toContain('Phó Giám đốc');
  const [{ blocks }] = left.annexes as [Paper['annexes'][number]];
  const rows = (blocks[0] as { table: { rows: string[][] } }).table.rows;
  expect(rows[0]).toEqual(['1', '3/QĐ-BCĐ', REMOVED, REMOVED, REMOVED]);
  expect(rows[2]).toEqual(['3', '5/QĐ-BCĐ', 'Trần Văn Cường', 'Chuyên viên', 'Sở Y tế']);
  expect(left.foot.signatures).toEqual(paper.foot.signatures);
  expect(left.verification).toEqual(paper.verification);
});

test('somebody else whose name only begins like it stays', () => {
  const [{ blocks }] = withoutPerson(paper, 'Đặng Thị Ẩn', REMOVED).annexes as [Paper['annexes'][number]];
  expect((blocks[0] as { table: { rows: string[][] } }).table.rows[1]).toEqual([
    '2',
    '4/QĐ-BCĐ',
    'Đặng Thị Ẩn Nhi',
    'Chuyên viên',
    'Sở Y tế',
  ]);
});

test('about nobody else: the text goes, what it was and who signed stays', () => {
  const left = withoutText(paper, REMOVED);
  expect(JSON.stringify(left)).not.toContain('Ẩn');
  expect(left.head).toEqual(paper.head);
  expect(left.title.kind).toBe('QUYẾT ĐỊNH');
  expect(left.foot.signatures).toEqual(paper.foot.signatures);
});
