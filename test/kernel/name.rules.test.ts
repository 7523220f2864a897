import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, nameDefect, nameSortKey, searchKey, textDefect, titleSortKey } from '../../server/kernel/name.rules.js';

/** Compares as COLLATE "C" does. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const sorted = (names: string[], key: (name: string) => string) => [...names].sort((a, b) => byBytes(key(a), key(b)));

describe('sort key', () => {
  test.each([
    [
      'letters of the alphabet',
      ['An', 'Ánh', 'Ân', 'Bình', 'Chi', 'Dung', 'Dũng', 'Đào', 'Đức', 'Em', 'Ên', 'Hà', 'Oanh', 'Ông', 'Ơn', 'Tư', 'Uyên', 'Ước', 'Yến'],
    ],
    ['ă before â', ['An', 'Ăn', 'Ân']],
    ['tones: level, huyền, hỏi, ngã, sắc, nặng', ['Ma', 'Mà', 'Mả', 'Mã', 'Má', 'Mạ', 'Man']],
    ['tone after letters', ['Hoa', 'Hòa', 'Hoàn', 'Hoang']],
    [
      'given name first, then family and middle names',
      ['Trần Văn An', 'Lê Thị Ánh', 'Lê Thị Bình', 'Lê Văn Bình', 'Nguyễn An Bình', 'Đinh Bộ Lĩnh', 'Bùi Văn Ước'],
    ],
    ['a single name before longer ones', ['Bình', 'An Bình', 'Lê Bình']],
    ['names of the highlands', ['Y Êban', "H'Hen Niê", 'Y Thông Niê']],
  ])('orders %s', (_name, names) => {
    expect(sorted([...names].reverse(), nameSortKey)).toEqual(names);
  });

  test('orders agencies word by word and numbers by size', () => {
    const titles = ['Ban Dân tộc', 'Huyện Bình Chánh', 'Quận 1', 'Quận 2', 'Quận 10', 'Quận 12', 'Quận Gò Vấp', 'Sở Tài chính', 'Sở Y tế'];
    expect(sorted([...titles].reverse(), titleSortKey)).toEqual(titles);
  });

  test('is the same for composed and decomposed text and for any case, and holds plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nameSortKey(text.normalize('NFD'))).toBe(nameSortKey(text.normalize('NFC')));
        expect(nameSortKey(text)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
    expect(nameSortKey('ĐẶNG THỊ THỦY')).toBe(nameSortKey('đặng thị thủy'));
  });

  test('orders syllables as a comparison letter by letter does', () => {
    const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxy'];
    const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const places = (word: string[]) => word.map((letter) => letters.indexOf(letter));
        const slow = () => {
          const [x, y] = [places(a), places(b)];
          for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
          return x.length - y.length;
        };
        expect(Math.sign(byBytes(nameSortKey(a.join('')), nameSortKey(b.join(''))))).toBe(Math.sign(slow()));
      }),
    );
  });
});

describe('search key', () => {
  test.each([
    ['Đặng Thị Thủy', 'dang thi thuy'],
    ['Đặng Thị Thủy'.normalize('NFD'), 'dang thi thuy'],
    ['NGUYỄN  Ước', 'nguyen uoc'],
  ])('%s → %s', (text, key) => expect(searchKey(text)).toBe(key));

  test('applied twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aăâđêơưỄỢ \u0301Zz-.@') }), (text) =>
        expect(searchKey(searchKey(text))).toBe(searchKey(text)),
      ),
    );
  });
});

describe('cleaning and defects', () => {
  test('spaces of all kinds collapse, the capital Eth is a Đ, marks are composed', () => {
    expect(cleanText('  Bùi \u00a0 Văn\u2003Khánh ')).toBe('Bùi Văn Khánh');
    expect(cleanText('\u00d0ặng'.normalize('NFD'))).toBe('Đặng');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(cleanText(cleanText(text))).toBe(cleanText(text))));
  });

  test.each([
    ['Châu\u200b Loan', 'INVISIBLE'],
    ['Thị\u202e Loan', 'INVISIBLE'],
    ['Lan\ufeff', 'INVISIBLE'],
    ['Lan\u00ad', 'INVISIBLE'],
    ['Thị\nHằng', 'CONTROL'],
    ['Thị\tHằng', 'CONTROL'],
    ['Ph\ufffdm', 'BROKEN'],
    ['=HYPERLINK("x")', 'NO_LETTER_FIRST'],
    ['1 Lan', 'NO_LETTER_FIRST'],
    ['L\u0430n', 'MIXED_SCRIPT'],
    ['L'.repeat(201), 'TOO_LONG'],
    ["H'Hen Niê", undefined],
    ['Công Tằng Tôn-Nữ', undefined],
  ])('%j is %s', (name, defect) => expect(nameDefect(name)).toBe(defect));

  test('a post may start with any character', () => expect(textDefect('@SUM(1+1)')).toBeUndefined());
});
