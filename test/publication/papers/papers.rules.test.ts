/** Rules of papers without a store: codes, how numbers and days are written, texts with places, file names, how a paper stands. */
import { describe, expect, test } from '@jest/globals';
import { codeOf, readCode } from '../../../server/publication/papers/code.rules.js';
import {
  basesIn,
  basesInOrder,
  counted,
  dayInWords,
  officialNumber,
  onPaper,
  sentence,
  shortDay,
  spanOfNumbers,
  symbolOfBody,
  timeInWords,
  withoutCitation,
} from '../../../server/publication/papers/official-words.rules.js';
import { dispositionOf, fileNameOf, plainFileName } from '../../../server/publication/papers/paper-name.rules.js';
import { validityOf } from '../../../server/publication/papers/paper-state.rules.js';
import { PLACES } from '../../../server/publication/papers/places.messages.js';
import { filled, placesIn, templateFaults, type TemplateText } from '../../../server/publication/papers/template.rules.js';
import { TEMPLATES } from '../../../server/publication/papers/templates.js';

describe('the verification code', () => {
  test('has twelve signs in groups of four, each of 32, so 60 bits', () => {
    expect(codeOf(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 31]))).toBe('0123-4567-89AZ');
    const signs = new Set(Array.from({ length: 256 }, (_, i) => codeOf(new Uint8Array(12).fill(i))[0]));
    expect(signs.size).toBe(32);
    expect([...signs].join('')).not.toMatch(/[ILOU]/);
  });
  test.each([
    ['7KQ2-M9FD-XT4W', '7KQ2-M9FD-XT4W'],
    [' 7kq2m9fdxt4w ', '7KQ2-M9FD-XT4W'],
    ['7kq2 m9fd–xt4w', '7KQ2-M9FD-XT4W'],
    ['OIL0-1111-ABCD', '0110-1111-ABCD'],
    ['7KQ2-M9FD-XT4', null],
    ['7KQ2-M9FD-XT4WW', null],
    ['7KQ2-M9FD-XT4U', null],
    ["' or 1=1 --", null],
    ['', null],
  ])('typed as %j it is read as %j', (typed, code) => expect(readCode(typed)).toBe(code));
});

describe('words of official papers', () => {
  test.each([
    ['1/QĐ-BCĐ', '01/QĐ-BCĐ'],
    ['9', '09'],
    ['10/QĐ-BCĐ', '10/QĐ-BCĐ'],
    ['01/QĐ-BCĐ', '01/QĐ-BCĐ'],
  ])('the number %s is written %s', (number, written) => expect(officialNumber(number)).toBe(written));
  test.each([
    ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
    ['2026-03-10', 'ngày 10 tháng 3 năm 2026'],
    ['2026-09-01', 'ngày 01 tháng 9 năm 2026'],
    ['2026-11-25', 'ngày 25 tháng 11 năm 2026'],
  ])('the day %s is %s', (day, words) => expect(dayInWords(day)).toBe(words));
  test('a moment is told by the city’s clock', () =>
    expect(timeInWords(new Date('2026-11-25T02:05:00Z'), 'Asia/Ho_Chi_Minh')).toBe('09 giờ 05 phút'));
  test.each([
    [['3/QĐ-BCĐ', '1/QĐ-BCĐ', '2/QĐ-BCĐ'], '01 - 03/QĐ-BCĐ'],
    [['27/QĐ-BCĐ', '26/QĐ-BCĐ'], '26 - 27/QĐ-BCĐ'],
    [['12/QĐ-BCĐ'], '12/QĐ-BCĐ'],
    [['1/QĐ-BCĐ', '3/QĐ-BCĐ'], null],
    [['1/QĐ-BCĐ', '2/QĐ-CCHC'], null],
    [[], null],
  ])('the numbers %j are together %j', (numbers, span) => expect(spanOfNumbers(numbers)?.text ?? null).toBe(span));
  test('each legal basis is its own, begun with “Căn cứ”, without the mark at its end', () => {
    expect(basesIn('Luật Thi đua, khen thưởng; căn cứ Quyết định số 12/QĐ-UBND;\nTheo Tờ trình số 3.')).toEqual([
      'Căn cứ Luật Thi đua, khen thưởng',
      'Căn cứ Quyết định số 12/QĐ-UBND',
      'Theo Tờ trình số 3',
    ]);
  });
  test('laws come first, then documents by their day; one without a day keeps its place', () => {
    const [law, order, later, earlier] = [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Căn cứ Quy chế quản lý hộp thư',
      'Căn cứ Quyết định số 2 ngày 03 tháng 11 năm 2025 của Ủy ban',
      'Căn cứ Quyết định số 9 ngày 20 tháng 3 năm 2024 của Ủy ban',
    ] as const;
    expect(basesInOrder([order, later, earlier, law])).toEqual([law, order, earlier, later]);
  });
  test('short days and shares are written as on papers', () => {
    expect(['2026-02-09', '2026-03-10', '2026-11-25'].map(shortDay)).toEqual(['09/02/2026', '10/3/2026', '25/11/2026']);
    expect(onPaper('đạt 19,7 % từ 01/06/2026 đến 02/02/2026, 100 %')).toBe('đạt 19,7% từ 01/6/2026 đến 02/02/2026, 100%');
    expect([counted(0), counted(3), counted(12)]).toEqual(['0', '03', '12']);
  });
  test('a legal basis under a heading of its own is not cited again', () => {
    expect(withoutCitation('Căn cứ Luật Thi đua')).toBe('Luật Thi đua');
    expect(withoutCitation('Theo Tờ trình số 3')).toBe('Theo Tờ trình số 3');
  });
  test('a sentence gets one full stop', () => expect(['Xong', 'Xong.', 'Xong!'].map(sentence)).toEqual(['Xong.', 'Xong.', 'Xong!']));
  test('the body’s symbol is that of its decisions without their kind', () => expect(symbolOfBody('QĐ-BCĐ')).toBe('BCĐ'));
});

describe('texts with places', () => {
  const template: TemplateText = { text: 'Số {number} của {committee}.', places: ['number', 'committee'], needs: ['number'] };
  test('are filled; a place for which there is nothing leaves no gap', () => {
    expect(filled('Thu hồi hộp thư {address} của {who}.', { who: 'A' })).toBe('Thu hồi hộp thư của A.');
    expect(filled('Lý do: {grounds}.', { grounds: 'Đã nhắc.' })).toBe('Lý do: Đã nhắc.');
    expect(filled('Từ ngày {day}.', { day: '01/12/2026' })).toBe('Từ ngày 01/12/2026.');
    expect(filled('{name}{name}', { name: '$& {who}' })).toBe('$& {who}$& {who}');
  });
  test.each([
    ['Số {number}.', []],
    ['Số {number} của {committee}', []],
    ['', ['REQUIRED', 'INVALID']],
    ['Số {number} ngày {day}', ['INVALID']],
    ['Của {committee}', ['INVALID']],
    ['Số {number', ['INVALID', 'INVALID']],
    ['Số {number}}', ['INVALID']],
    [`Số {number} ${'x'.repeat(2000)}`, ['INVALID']],
  ])('%j is refused with %j', (text, codes) => expect(templateFaults(template, text, ['text']).map(({ code }) => code)).toEqual(codes));
  test('every text as it comes could be saved, and every place is one that is known', () => {
    for (const [name, { text, places }] of Object.entries(TEMPLATES) as [string, TemplateText][]) {
      expect([name, templateFaults(TEMPLATES[name as keyof typeof TEMPLATES], text, [])]).toEqual([name, []]);
      expect(placesIn(text).filter((place) => !Object.hasOwn(PLACES, place))).toEqual([]);
      expect(places.filter((place) => !Object.hasOwn(PLACES, place))).toEqual([]);
    }
  });
});

describe('names of files', () => {
  test('speak, in letters of every system and in ASCII', () => {
    expect(fileNameOf('Quyết định 01/QĐ-BCĐ', 'pdf')).toBe('Quyết định 01-QĐ-BCĐ.pdf');
    expect(plainFileName('Quyết định 01-QĐ-BCĐ.pdf')).toBe('Quyet-dinh-01-QD-BCD.pdf');
    expect(dispositionOf('Biên bản "x"\r\ny', 'docx')).toBe(
      `attachment; filename="Bien-ban-x-y.docx"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20x%20y.docx`,
    );
    expect(fileNameOf('../../', 'pdf')).toBe('..-..-.pdf'.replace('..-..-', '..-..-'));
  });
});

describe('how a paper stands', () => {
  const standing = (...states: string[]) =>
    states.map((state) => ({ state: state as never, inForceOn: null, kind: 'AWARD_EXCLUSION' as const, isEnded: false }));
  test.each([
    ['DECISION', standing('IN_FORCE'), false, 'IN_FORCE'],
    ['DECISION', standing('ADOPTED'), false, 'NOT_YET'],
    ['DECISION', standing('APPEALED'), false, 'STAYED'],
    ['DECISION', standing('REVERSED'), false, 'REVERSED'],
    ['DECISION', standing('EXPIRED'), false, 'YEAR_OVER'],
    ['DECISION', [{ ...standing('EXPIRED')[0]!, isEnded: true }], false, 'OVER'],
    ['DECISION', [{ ...standing('EXPIRED')[0]!, kind: 'MAILBOX_REVOCATION' as const, isEnded: true }], false, 'OVER'],
    ['DECISION', standing('IN_FORCE'), true, 'REPLACED'],
    ['DOCKET_DECISION', standing('IN_FORCE', 'IN_FORCE'), false, 'IN_FORCE'],
    ['DOCKET_DECISION', standing('IN_FORCE', 'APPEALED'), false, 'PARTLY'],
    ['VOTE_MINUTES', standing('REVERSED'), false, 'ISSUED'],
    ['CERTIFICATE', [], false, 'ISSUED'],
    ['CERTIFICATE', [], true, 'REPLACED'],
  ] as const)('%s with %j, replaced: %s: %s', (kind, decisions, isReplaced, validity) =>
    expect(validityOf(kind, decisions, isReplaced)).toBe(validity),
  );
});
