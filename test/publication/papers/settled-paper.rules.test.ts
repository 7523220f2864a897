/** What is printed once the rules of writing are applied: one paragraph a block, marks at line ends, the foot before a slip; and how lines break and fit. */
import { describe, expect, test } from '@jest/globals';
import { fitsOnOnePage, rowFitsOnOnePage } from '../../../server/publication/papers/fits.rules.js';
import { headOf } from '../../../server/publication/papers/head-foot.rules.js';
import { layoutWith, USUAL_LAYOUT } from '../../../server/publication/papers/layout.rules.js';
import { evenLines, sizeThatFits, widthPt } from '../../../server/publication/papers/measure.js';
import { settledPaper } from '../../../server/publication/papers/settled-paper.rules.js';
import { decisionWithList, individualDecision, notice } from '../../support/sample-papers.js';

describe('a settled paper', () => {
  test('has capitals in its head, marks at the ends of its bases and a signatory without titles', () => {
    const paper = settledPaper(individualDecision());
    expect(paper.head.superior).toBe('ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH');
    expect(paper.title.kind).toBe('QUYẾT ĐỊNH');
    const bases = paper.body.flatMap((block) => (block.kind === 'BASIS' ? [block.text] : []));
    expect(bases.map((basis) => basis.at(-1))).toEqual([';', ';', ';', '.']);
    expect(paper.foot.signatures).toEqual([{ authority: ['TM. BAN CHỈ ĐẠO', 'TRƯỞNG BAN'], name: 'Lê Hữu Nghĩa Ẵm' }]);
    expect(paper.foot.recipients.at(-1)).toBe('- Lưu: VT, BCĐ (HS).');
  });

  test('ends points in “;”, the last in “.”, whatever they ended with, and leaves a question one', () => {
    const points = [['Có mặt.'], ['Vắng: ', { text: 'ông Ẩn', isBold: true }], ['Vì sao?'], ['Đã nhắc;;']];
    const { body } = settledPaper({ ...individualDecision(), body: [{ kind: 'POINTS', points }] });
    expect(body[0]).toEqual({
      kind: 'POINTS',
      points: [['Có mặt;'], ['Vắng: ', { text: 'ông Ẩn;', isBold: true }], ['Vì sao?'], ['Đã nhắc.']],
    });
  });

  test('makes a paragraph of every line that was typed', () => {
    const { body } = settledPaper(decisionWithList());
    expect(body.slice(-4)).toMatchObject([
      { kind: 'ARTICLE', number: 2, words: ['Hộp thư bị khóa kể từ ngày Quyết định có hiệu lực:'] },
      { kind: 'TEXT', words: ['Thư đã nhận được lưu giữ theo quy định về lưu trữ.'] },
      { kind: 'TEXT' },
      { kind: 'ARTICLE', number: 3 },
    ]);
  });

  test('has its foot before the first place to cut', () => {
    const paper = settledPaper(notice());
    expect(paper.body.some(({ kind }) => kind === 'CUT')).toBe(false);
    expect(paper.slip[0]).toMatchObject({ kind: 'CUT' });
    expect(settledPaper(individualDecision()).slip).toEqual([]);
  });

  test('sets a mark after a stressed word in the look of that word, so that no gap opens between them', () => {
    const words = ['Ông ', { text: 'Đặng Ưu Ỷ', isBold: true }, ', chuyên viên ', { text: ' ', isItalic: true }, '.'];
    const paper = settledPaper({ ...individualDecision(), body: [{ kind: 'TEXT', words }] });
    expect(paper.body).toEqual([
      { kind: 'TEXT', words: ['Ông ', { text: 'Đặng Ưu Ỷ,', isBold: true }, ' chuyên viên ', { text: ' ', isItalic: true }, '.'] },
    ]);
  });

  test('refuses a table whose rows have not the cells of its columns', () => {
    const table = { columns: [{ title: 'a', share: 1 }], rows: [['1', '2']] };
    expect(() => settledPaper({ ...individualDecision(), body: [{ kind: 'TABLE', table }] })).toThrow('more or fewer cells');
  });
});

describe('lines', () => {
  const bold = { sizePt: 13, isBold: true };

  test('have the widths of Times New Roman', () => {
    // Adobe's metrics of Times-Roman: A 722, a 444, space 250 thousandths of the size.
    expect(widthPt('Aa ', { sizePt: 100 })).toBeCloseTo(141.6, 0);
    expect(widthPt('Đ', { sizePt: 100, isBold: true })).toBeCloseTo(72.2, 0);
  });

  test('of a long name are few and even, and part no word of two syllables', () => {
    const superior = evenLines('ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH', 180, { sizePt: 13 });
    expect(superior).toEqual(['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HỒ CHÍ MINH']);
    const issuer = evenLines('BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH VÀ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN', 176, bold);
    expect(issuer).toEqual(['BAN CHỈ ĐẠO', 'CẢI CÁCH HÀNH CHÍNH', 'VÀ ỨNG DỤNG', 'CÔNG NGHỆ THÔNG TIN']);
    for (const line of issuer) expect(widthPt(line, bold)).toBeLessThanOrEqual(176);
  });

  test('end where they were typed, and a word wider than the room stands alone', () => {
    expect(evenLines('SỞ NỘI VỤ\nVĂN PHÒNG', 500, bold)).toEqual(['SỞ NỘI VỤ', 'VĂN PHÒNG']);
    expect(evenLines(`A ${'X'.repeat(60)} B`, 100, bold)).toEqual(['A', 'X'.repeat(60), 'B']);
  });

  test('become smaller to fit, but not below what the decree allows', () => {
    const place = 'Thành phố Hồ Chí Minh, ngày 09 tháng 02 năm 2026';
    const italic = { sizePt: 14, isItalic: true };
    expect(sizeThatFits(place, 500, italic, 13)).toBe(14);
    expect(sizeThatFits(place, 285, italic, 13)).toBe(13);
    expect(sizeThatFits(place, 10, italic, 13)).toBe(13);
    const head = headOf(settledPaper(individualDecision()).head, USUAL_LAYOUT);
    expect(head.placeAndDate).toMatchObject({ lines: [place], sizePt: 13 });
    expect(head.national).toMatchObject({ lines: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], sizePt: 13 });
    expect(head.motto.linePt).toBeCloseTo(widthPt('Độc lập - Tự do - Hạnh phúc', { sizePt: 14, isBold: true }), 3);
  });
});

describe('kept on one page', () => {
  const short = [{ kind: 'TEXT' as const, words: ['Quyết định này có hiệu lực kể từ ngày ký.'] }];
  const { foot } = settledPaper(individualDecision());

  test('is what certainly fits', () => {
    expect(fitsOnOnePage(short, USUAL_LAYOUT, foot)).toBe(true);
    expect(fitsOnOnePage(settledPaper(notice()).slip, USUAL_LAYOUT)).toBe(true);
    expect(rowFitsOnOnePage(['1', 'Nguyễn Thị Ngọc Ẩn', 'x\n'.repeat(20)], [30, 100, 100], USUAL_LAYOUT)).toBe(true);
  });

  test.each([
    ['a text of a page', [{ kind: 'TEXT' as const, words: ['x '.repeat(4000)] }], undefined],
    ['twenty short texts in wide lines', Array.from({ length: 20 }, () => ({ kind: 'TEXT' as const, words: ['M'.repeat(80)] })), undefined],
    ['a foot with long recipients', short, { ...foot, recipients: Array.from({ length: 20 }, () => 'M'.repeat(200)) }],
    ['a table', [{ kind: 'TABLE' as const, table: { columns: [], rows: [] } }], undefined],
  ])('is never %s', (_title, blocks, long) => {
    expect(fitsOnOnePage(blocks, layoutWith({ lineSpacing: 1.5 }), long)).toBe(false);
  });

  test('is never a row that is long, or narrow', () => {
    expect(rowFitsOnOnePage(['1', 'x'.repeat(12_000)], [50, 100], USUAL_LAYOUT)).toBe(false);
    expect(rowFitsOnOnePage(['1', 'x\n'.repeat(60)], [50, 100], USUAL_LAYOUT)).toBe(false);
    expect(rowFitsOnOnePage(['x'.repeat(100), ''], [9, 400], USUAL_LAYOUT)).toBe(false);
  });
});
