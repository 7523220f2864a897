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

const AN = { ids: ['an'], names: ['Đặng Thị Ẩn'], others: ['Đặng Thị Ẩn Nhi', 'Trần Văn Cường'] };
const linesOf = (left: Paper) => left.annexes.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'TABLE' ? b.table.rows : [])));

/** The same list, as it says of each line whom it is about; the second is a namesake, the third was called otherwise then. */
const marked: Paper = {
  ...paper,
  annexes: [
    {
      title: 'DANH SÁCH',
      belongsTo: '',
      blocks: [
        {
          kind: 'TABLE',
          table: {
            columns: [],
            rows: [
              ['1', 'Đặng Thị Ẩn', 'Phó Giám đốc'],
              ['2', 'Đặng Thị Ẩn', 'Chuyên viên'],
              ['3', 'Đặng Thị Ân', 'Văn thư'],
              ['4', 'Lê Văn Bình', 'Kế toán'],
            ],
            about: ['an', 'namesake', 'an', null],
          },
        },
      ],
    },
  ],
};

test('the lines of the person go by id: not a namesake’s, and under a former name too', () => {
  const left = withoutPerson(marked, AN, REMOVED);
  expect(linesOf(left)).toEqual([
    ['1', REMOVED, REMOVED],
    ['2', 'Đặng Thị Ẩn', 'Chuyên viên'],
    ['3', REMOVED, REMOVED],
    ['4', 'Lê Văn Bình', 'Kế toán'],
  ]);
  expect(left.title.about).not.toContain('Ẩn');
});

test('a name that somebody else on the paper has too stays where it is not said whose it is', () => {
  const left = withoutPerson(marked, { ...AN, others: ['đặng thị ẩn'] }, REMOVED);
  expect(left.title).toEqual(marked.title);
  expect(left.body).toEqual(marked.body);
  expect(linesOf(left)[0]).toEqual(['1', REMOVED, REMOVED]);
});

test('who signed stays, and so does the name of whoever is called the same as who signed', () => {
  const left = withoutPerson(paper, { ids: ['binh'], names: ['Lê Văn Bình'], others: [] }, REMOVED);
  expect(left.foot.signatures).toEqual(paper.foot.signatures);
});

test('points that say whom they are about go whole, with what the person said; others stay', () => {
  const points = [['Đặng Thị Ẩn (Ủy viên): lý do riêng'], ['Đặng Thị Ẩn (Trưởng ban): lý do khác']];
  const left = withoutPerson({ ...paper, body: [{ kind: 'POINTS', points, about: ['an', 'namesake'] }] }, AN, REMOVED);
  expect(left.body).toMatchObject([{ points: [[REMOVED], points[1]] }]);
});

test('about many: the name goes wherever it stands, in capitals and however its letters are composed, and the line with it', () => {
  const left = withoutPerson(paper, AN, REMOVED);
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
  const [{ blocks }] = withoutPerson(paper, AN, REMOVED).annexes as [Paper['annexes'][number]];
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
