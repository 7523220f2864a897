/** How numbers, dates, bases, recipients and names are written on a paper (Decree 30/2020/NĐ-CP, Annex I). */
import { describe, expect, test } from '@jest/globals';
import {
  basesWritten,
  dateInWords,
  inCapitals,
  numberLine,
  paragraphsIn,
  placeAndDateLine,
  recipientsWritten,
  unbrokenPieces,
  withoutAcademicTitles,
  written,
} from '../../../server/publication/papers/words.rules.js';

describe('numbers and dates', () => {
  test.each([
    [1, 'QĐ-BCĐ', 'Số: 01/QĐ-BCĐ'],
    [9, 'TB-BCĐ', 'Số: 09/TB-BCĐ'],
    [10, 'QĐ-BCĐ', 'Số: 10/QĐ-BCĐ'],
    [1518, ' QĐ-UBND ', 'Số: 1518/QĐ-UBND'],
  ])('number %d of the symbol “%s” is “%s”', (number, symbol, line) => {
    expect(numberLine(number, symbol)).toBe(line);
  });

  test.each([
    ['2026-01-01', 'ngày 01 tháng 01 năm 2026'],
    ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-09-10', 'ngày 10 tháng 9 năm 2026'],
    ['2026-11-23', 'ngày 23 tháng 11 năm 2026'],
  ])('%s is “%s”: a leading 0 for days below 10 and the months 1 and 2 alone', (day, words) => {
    expect(dateInWords(day)).toBe(words);
    expect(placeAndDateLine(' Thành phố Hồ Chí Minh', day)).toBe(`Thành phố Hồ Chí Minh, ${words}`);
  });
});

describe('ends of lines', () => {
  test('bases end in “;”, the last in “.”, and no mark is doubled', () => {
    expect(basesWritten(['Căn cứ Luật A', 'Căn cứ Luật B;', 'Căn cứ Luật C. ', 'Theo đề nghị của D;'])).toEqual([
      'Căn cứ Luật A;',
      'Căn cứ Luật B;',
      'Căn cứ Luật C;',
      'Theo đề nghị của D.',
    ]);
    expect(basesWritten(['Căn cứ Luật A;'])).toEqual(['Căn cứ Luật A.']);
    expect(basesWritten([])).toEqual([]);
  });

  test('recipients begin with “- ” and end in “;”, the last in “.”; empty ones are left out', () => {
    expect(recipientsWritten(['Như Điều 3', '- Văn phòng;', '–Sở Nội vụ', ' ', 'Lưu: VT, BCĐ'])).toEqual([
      '- Như Điều 3;',
      '- Văn phòng;',
      '- Sở Nội vụ;',
      '- Lưu: VT, BCĐ.',
    ]);
    expect(recipientsWritten(['- Lưu: VT.'])).toEqual(['- Lưu: VT.']);
  });
});

describe('names', () => {
  test.each([
    ['TS. Nguyễn Thị Ngọc Ẩn', 'Nguyễn Thị Ngọc Ẩn'],
    ['PGS.TS Đặng Ưu Ỷ', 'Đặng Ưu Ỷ'],
    ['PGS.TS. Lê Hữu Nghĩa Ẵm', 'Lê Hữu Nghĩa Ẵm'],
    ['GS. TSKH. Huỳnh Khuyến', 'Huỳnh Khuyến'],
    ['ThS Trần Văn Thụ', 'Trần Văn Thụ'],
    ['Th.S. Trần Văn Thụ', 'Trần Văn Thụ'],
    ['Phó Giáo sư, Tiến sĩ Bùi Ổn', 'Bùi Ổn'],
    ['BS.CKII. Võ Thị Mỹ Ợi', 'Võ Thị Mỹ Ợi'],
    ['KTS. Tô Tạ', 'Tô Tạ'],
    ['Tsan Vĩnh', 'Tsan Vĩnh'],
    ['Sĩ Quan', 'Sĩ Quan'],
    ['TS.', 'TS.'],
    [' Lê  Văn   An ', 'Lê Văn An'],
  ])('“%s” signs as “%s”', (given, name) => {
    expect(withoutAcademicTitles(given)).toBe(name);
  });

  test('capitals keep every Vietnamese mark, and lines that were typed', () => {
    expect(inCapitals('Ủy ban nhân dân huyện Củ Chi, đặng ưu ỷ, lê hữu nghĩa ẵm, thuỵ ưởng')).toBe(
      'ỦY BAN NHÂN DÂN HUYỆN CỦ CHI, ĐẶNG ƯU Ỷ, LÊ HỮU NGHĨA ẴM, THUỴ ƯỞNG',
    );
    expect(inCapitals(' Ban Chỉ đạo \n cải cách hành chính ')).toBe('BAN CHỈ ĐẠO\nCẢI CÁCH HÀNH CHÍNH');
  });

  test('syllables of one word, small words and what follows them, and dates stay on one line', () => {
    expect(unbrokenPieces('BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH VÀ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN')).toEqual([
      'BAN CHỈ ĐẠO',
      'CẢI CÁCH HÀNH CHÍNH',
      'VÀ ỨNG DỤNG',
      'CÔNG NGHỆ THÔNG TIN',
    ]);
    expect(unbrokenPieces('ngày 23 tháng 11 năm 2026 của Sở')).toEqual(['ngày 23 tháng 11 năm 2026', 'của Sở']);
    expect(unbrokenPieces('cán bộ, công chức')).toEqual(['cán bộ,', 'công chức']);
  });
});

describe('text from outside', () => {
  test('is NFC, without control characters, marks of direction and halves of characters', () => {
    const decomposed = 'Nguyễn Thị Ngọc Ẩn'.normalize('NFD');
    expect(decomposed).not.toBe('Nguyễn Thị Ngọc Ẩn');
    expect(written(decomposed)).toBe('Nguyễn Thị Ngọc Ẩn');
    expect(written('a\u0000b\u0007c\u202Ed\uFEFFe\tf\uD800g')).toBe('abcde f\uFFFDg');
    expect(written('<b> & 😀')).toBe('<b> & 😀');
  });

  test('has a paragraph for each line that was typed', () => {
    expect(paragraphsIn(' một\r\n\r\n hai\u2028ba\n')).toEqual(['một', 'hai', 'ba']);
  });
});
