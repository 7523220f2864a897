/**
 * Papers opened by a real office program: DOCX through LibreOffice, and our own PDF, read back by poppler. Is every mandatory part there, in its place, in
 * its size, with every Vietnamese letter, and the QR code readable in print?
 */
import { beforeAll, describe, expect, test } from '@jest/globals';
import jsQR from 'jsqr';
import { docxOf } from '../../server/publication/papers/docx-paper.js';
import { layoutWith, USUAL_LAYOUT } from '../../server/publication/papers/layout.rules.js';
import type { Paper } from '../../server/publication/papers/paper.js';
import { pdfOf } from '../../server/publication/papers/pdf-paper.js';
import { hostilePaper } from '../support/hostile-paper.js';
import { infoOf, longestLineIn, missingFontsOf, opensInOffice, pagesOf, pictureOf, placesOf, printOf } from '../support/office.js';
import { decisionWithList, HARD_NAMES, individualDecision, personRows, SAMPLE_PAPERS, URL_OF_CODE } from '../support/sample-papers.js';

const MM = 72 / 25.4;
/** As individualDecision, with more articles: at some of these lengths the foot falls on the end of the page. */
const lengths = [0, 1, 2, 3, 4, 5];
const longer = (more: number): Paper => ({
  ...individualDecision(),
  body: [
    ...individualDecision().body,
    ...Array.from({ length: more }, (_, index) => ({
      kind: 'ARTICLE' as const,
      number: 5 + index,
      words: [`Điều khoản thêm thứ ${index + 1}.`],
    })),
  ],
});

/** Headings before a sentence, a long text, points and a table, after so many lines that each of them would fall on the end of a page in PDF. */
const heights = [7, 9, 13];
const LONG = 'Trong đợt rà soát, hộp thư không được sử dụng trong các ngày làm việc có đủ dữ liệu và đã được nhắc bằng văn bản. '.repeat(6);
const headed = (before: number): Paper => ({
  ...individualDecision(),
  body: [
    ...Array.from({ length: before }, () => ({ kind: 'TEXT' as const, words: ['Một dòng.'] })),
    ...Array.from({ length: 6 }, (_, index) => [
      { kind: 'HEADING' as const, text: `Mục ${index + 1}A` },
      { kind: 'TEXT' as const, words: ['Một câu ngắn.'] },
      { kind: 'HEADING' as const, text: `Mục ${index + 1}B` },
      { kind: 'TEXT' as const, words: [LONG] },
      { kind: 'TEXT' as const, words: [`Mục ${index + 1}C gồm:`] },
      { kind: 'POINTS' as const, points: [['một;'], ['hai.']] },
      { kind: 'HEADING' as const, text: `Mục ${index + 1}D` },
      { kind: 'TABLE' as const, table: { columns: [{ title: 'Cột', share: 1 }], rows: [['Ô']] } },
    ]).flat(),
  ],
});

type Way = 'LibreOffice' | 'PDF';
const ways: Way[] = ['LibreOffice', 'PDF'];
const opened: Record<Way, Record<string, Buffer>> = { LibreOffice: {}, PDF: {} };
const samples = Object.keys(SAMPLE_PAPERS) as (keyof typeof SAMPLE_PAPERS)[];

beforeAll(async () => {
  const papers: Record<string, [Paper, typeof USUAL_LAYOUT]> = {
    ...Object.fromEntries(samples.map((name) => [name, [SAMPLE_PAPERS[name](), USUAL_LAYOUT]])),
    ...Object.fromEntries(lengths.map((more) => [`longer${more}`, [longer(more), USUAL_LAYOUT]])),
    ...Object.fromEntries(heights.map((before) => [`headed${before}`, [headed(before), USUAL_LAYOUT]])),
    thousand: [decisionWithList(1000), USUAL_LAYOUT],
    hostile: [hostilePaper(), USUAL_LAYOUT],
    changed: [individualDecision(), layoutWith({ marginLeftMm: 35, marginRightMm: 20, bodyPt: 13, mottoLine: 0.4, firstLineMm: 12.7 })],
  };
  const docx: Record<string, Buffer> = {};
  for (const [name, [paper, layout]] of Object.entries(papers)) {
    docx[name] = await docxOf(paper, layout);
    opened.PDF[name] = await pdfOf(paper, layout);
  }
  opened.LibreOffice = opensInOffice(docx);
}, 400_000);

/** Every part is in the text, each after the one before. */
function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(`${part} after “${text.slice(Math.max(0, from - 30), from)}”: ${at >= from ? 'found' : text.slice(from, from + 80)}`).toContain(
      ': found',
    );
    from = at + part.length;
  }
}

const headParts = [
  'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH',
  'BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH VÀ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
];

describe.each(ways)('%s', (way) => {
  const pdf = (name: string) => opened[way][name]!;
  const textOf = (name: string) => pagesOf(pdf(name)).join(' ');

  test('shows every mandatory part of a decision in the order of the decree', () => {
    expectInOrder(textOf('individualDecision'), [
      ...headParts,
      'Số: 01/QĐ-BCĐ',
      'Thành phố Hồ Chí Minh, ngày 09 tháng 02 năm 2026',
      'QUYẾT ĐỊNH',
      'Về việc không xét tặng danh hiệu thi đua năm 2026',
      'TRƯỞNG BAN CHỈ ĐẠO',
      'Căn cứ Luật Tổ chức chính quyền địa phương;',
      'về việc thành lập Ban Chỉ đạo;',
      'Theo đề nghị của Tổ trưởng Tổ công tác ứng dụng công nghệ thông tin tại Tờ trình số 07/TTr-TCT ngày 02 tháng 02 năm 2026.',
      'QUYẾT ĐỊNH:',
      'Điều 1. Không xét tặng',
      'Nguyễn Thị Ngọc Ẩn, Phó Trưởng phòng',
      'Điều 2. ',
      'Điều 3. ',
      'Điều 4. Quyết định này có hiệu lực kể từ ngày ký.',
      'Nơi nhận:',
      '- Như Điều 3;',
      '- Lưu: VT, BCĐ (HS).',
      'TM. BAN CHỈ ĐẠO',
      'TRƯỞNG BAN',
      'Lê Hữu Nghĩa Ẵm',
    ]);
    expect(textOf('individualDecision')).not.toContain('PGS');
    expect(textOf('individualDecision')).toContain('Mã kiểm chứng: HT-7K2M-9QXD');
  });

  test('shows the other papers with their own parts, and a draft as one', () => {
    expectInOrder(textOf('notice'), [
      ...headParts,
      'Số: 05/TB-BCĐ',
      'THÔNG BÁO',
      '16/3/2026;',
      'Nơi nhận:',
      'Phạm Thuỵ Ưởng',
      'cắt rời',
      'Họ và tên: ....',
      'Ký tên: ....',
    ]);
    expectInOrder(textOf('minutes').replace('DỰ THẢO ', ''), [
      ...headParts,
      'BIÊN BẢN',
      'QD-2026-0042 5 1 1 Thông qua',
      'THƯ KÝ',
      'CHỦ TRÌ',
      'Nơi nhận:',
      '- Lưu: VT, HS.',
    ]);
    expect(textOf('minutes')).toContain('DỰ THẢO');
    expect(textOf('minutes')).not.toContain('Mã kiểm chứng');
    expectInOrder(textOf('certificate'), [
      ...headParts,
      'Số: 120/GCN-TCT',
      'GIẤY CHỨNG NHẬN',
      'Bà Võ Thị Mỹ Ợi',
      'TỔ TRƯỞNG',
      'Huỳnh Khuyến',
    ]);
    expectInOrder(textOf('caseFile'), ['HỒ SƠ VỤ VIỆC', 'Bước 1:', 'Bước 45:', 'Hộp thư không có thư gửi', 'NGƯỜI LẬP HỒ SƠ']);
  });

  test('has every name of the list letter for letter, in NFC', () => {
    const text = textOf('decisionWithList');
    expect(text.normalize('NFC')).toBe(text);
    for (const row of personRows(60)) expect(text).toContain(row.join(' '));
    for (const name of HARD_NAMES) expect(text).toContain(name);
  });

  test('is A4, in a font of the metrics of Times New Roman that is in the file, under its title', () => {
    for (const name of samples) {
      expect(
        placesOf(pdf(name)).sizes.every(([width, height]) => Math.abs(width - 210 * MM) < 0.5 && Math.abs(height - 297 * MM) < 0.5),
      ).toBe(true);
      const fonts = new Set(printOf(pdf(name)).map(({ font }) => font.replace(/-.*$/, '')));
      expect([...fonts]).toEqual([way === 'PDF' ? 'Tinos' : 'LiberationSerif']);
      expect(missingFontsOf(pdf(name))).toEqual([]);
    }
    expect(infoOf(pdf('notice'))).toMatchObject({ Title: 'Thông báo số 05/TB-BCĐ' });
  });

  test('prints each part in the size and weight of the decree', () => {
    const print = printOf(pdf('individualDecision'));
    const weights = { '': ['', '-Regular'], B: ['-Bold'], I: ['-Italic'], BI: ['-BoldItalic'] };
    const expected: [text: string, sizePt: number, weight: keyof typeof weights][] = [
      ['ỦY BAN NHÂN DÂN', 13, ''],
      ['BAN CHỈ ĐẠO', 13, 'B'],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, 'B'],
      ['Độc lập - Tự do - Hạnh phúc', 14, 'B'],
      ['Số: 01/QĐ-BCĐ', 13, ''],
      ['Thành phố Hồ Chí Minh, ngày 09 tháng 02 năm 2026', 13, 'I'],
      ['QUYẾT ĐỊNH', 14, 'B'],
      ['TRƯỞNG BAN CHỈ ĐẠO', 14, 'B'],
      ['Căn cứ Luật Tổ chức chính quyền địa phương;', 14, 'I'],
      ['QUYẾT ĐỊNH:', 14, 'B'],
      ['Điều 4.', 14, 'B'],
      ['Quyết định này có hiệu lực kể từ ngày ký.', 14, ''],
      ['Nơi nhận:', 12, 'BI'],
      ['- Như Điều 3;', 11, ''],
      ['TM. BAN CHỈ ĐẠO', 14, 'B'],
      ['Lê Hữu Nghĩa Ẵm', 14, 'B'],
    ];
    for (const [text, sizePt, weight] of expected) {
      const piece = print.find((found) => found.text === text);
      expect([text, piece?.sizePt, weights[weight].includes(piece?.font.replace(/^[^-]*/, '') ?? '?')]).toEqual([text, sizePt, true]);
    }
    expect(printOf(pdf('changed')).find(({ text }) => text === 'Quyết định này có hiệu lực kể từ ngày ký.')?.sizePt).toBe(13);
  });

  test.each([
    ['individualDecision', 30, 15, 10],
    ['changed', 35, 20, 12.7],
  ])('keeps the margins of %s: left %d mm, right %d mm, first lines indented by %d mm', (name, leftMm, rightMm, firstMm) => {
    const lines = placesOf(pdf(name)).lines.filter(({ top }) => top < 270 * MM);
    const [left, right] = [leftMm * MM, (210 - rightMm) * MM];
    for (const line of lines) {
      expect(line.left).toBeGreaterThan(left - 1);
      expect(line.right).toBeLessThan(right + 1.5);
      expect(line.top).toBeGreaterThan(20 * MM - 3);
      expect(line.bottom).toBeLessThan(277 * MM + 1);
    }
    const firsts = lines.filter(({ text }) => /^(Điều \d\.|Căn cứ|Theo đề nghị)/.test(text));
    expect(firsts.length).toBeGreaterThan(6);
    for (const line of firsts) expect(line.left).toBeCloseTo(left + firstMm * MM, 0);
    // Justified: a full line ends at the right margin.
    const full = lines.find(({ text }) => text.startsWith('Điều 1.'))!;
    expect(Math.abs(full.right - right)).toBeLessThan(4.5);
  });

  test('has its head in two columns, recipients at the left, the signature in the middle of the right', () => {
    const lines = placesOf(pdf('individualDecision')).lines;
    const at = (start: string) => lines.find(({ text }) => text.startsWith(start))!;
    const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;
    for (const start of ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HỒ', 'CÔNG NGHỆ', 'Số:'])
      expect(middle(at(start))).toBeCloseTo(30 * MM + 165 * 0.39 * 0.5 * MM, -0.5);
    for (const start of ['CỘNG HÒA', 'Độc lập', 'Thành phố Hồ'])
      expect(Math.abs(middle(at(start)) - (30 + 165 * (0.39 + 0.305)) * MM)).toBeLessThan(2);
    expect(Math.abs(at('Số:').top - at('Thành phố Hồ').top)).toBeLessThan(2);
    expect(at('Nơi nhận:').left).toBeCloseTo(30 * MM, 0);
    for (const start of ['TM. BAN', 'Lê Hữu']) expect(Math.abs(middle(at(start)) - (30 + 165 * 0.73) * MM)).toBeLessThan(3);
    expect(at('Lê Hữu').top - at('TRƯỞNG BAN').bottom).toBeGreaterThan(20 * MM);
  });

  test('draws the lines under issuer, motto and subject in their lengths', () => {
    const check = (name: string, start: string, shares: [number, number]) => {
      const line = placesOf(pdf(name)).lines.filter(({ text }) => text.startsWith(start))[0]!;
      // Of the words above it: up to the widest of its lines.
      const part = { left: line.left - 20, right: line.right + 20, top: line.bottom - 1, bottom: line.bottom + 9 };
      const drawn = longestLineIn(pdf(name), 1, part);
      const share = drawn / (line.right - line.left);
      expect([start, share > shares[0] && share < shares[1]]).toEqual([start, true]);
    };
    check('individualDecision', 'Độc lập', [0.97, 1.03]);
    check('changed', 'Độc lập', [0.38, 0.42]);
    check('individualDecision', 'CÔNG NGHỆ', [0.33, 0.5]);
    check('individualDecision', 'bà Nguyễn Thị Ngọc Ẩn, Phó', [0.33, 0.5]);
  });

  test('numbers pages in the middle of the top margin from the second on, annexes from 1 again, and repeats the head of a list', () => {
    const numberOn = (name: string, page: number) =>
      placesOf(pdf(name)).lines.filter((line) => line.page === page && line.bottom < 20 * MM);
    const pages = pagesOf(pdf('decisionWithList'));
    expect(pages).toHaveLength(3);
    expect([1, 2, 3].map((page) => numberOn('decisionWithList', page).map(({ text }) => text))).toEqual([[], [], ['2']]);
    const [number] = numberOn('decisionWithList', 3);
    expect(Math.abs((number!.left + number!.right) / 2 - (30 + 165 / 2) * MM)).toBeLessThan(1.5);
    for (const page of pages.slice(1)) expect(page).toContain('STT Họ và tên Chức vụ Đơn vị');
    expect(pages[1]).toMatch(
      /^(?!.*Điều 1).*DANH SÁCH CÁN BỘ, CÔNG CHỨC BỊ THU HỒI HỘP THƯ ĐIỆN TỬ CÔNG VỤ \(Kèm theo Quyết định số 12\/QĐ-BCĐ/,
    );
    const caseFile = placesOf(pdf('caseFile'));
    expect(
      caseFile.sizes.map((_, index) =>
        numberOn('caseFile', index + 1)
          .map(({ text }) => text)
          .join(),
      ),
    ).toEqual(['', '2', '3', '4']);
  });

  test('never leaves a heading last on its page', () => {
    const lastLines = heights.flatMap((before) => {
      const { sizes, lines } = placesOf(pdf(`headed${before}`));
      return sizes.map(
        (_, page) =>
          lines
            .filter((line) => line.page === page + 1 && line.top < 275 * MM)
            .toSorted((a, b) => a.top - b.top)
            .at(-1)!.text,
      );
    });
    expect(lastLines.length).toBeGreaterThan(heights.length * 2);
    expect(lastLines.filter((text) => text.startsWith('Mục'))).toEqual([]);
  });

  test('never leaves a signature alone on its page', () => {
    const seen = lengths.map((more) => {
      const pages = pagesOf(pdf(`longer${more}`));
      const withName = pages.find((page) => page.includes('Lê Hữu Nghĩa Ẵm'))!;
      expect(withName).toContain(more === 0 ? 'Điều 4. Quyết định' : `Điều ${4 + more}.`);
      expect(withName).toContain('Nơi nhận:');
      return pages.length;
    });
    // Some lengths are one page and some two, so that the break was met.
    expect(new Set(seen)).toEqual(new Set([1, 2]));
  });

  test('carries a QR code that a camera reads, on its first page and on that of its annex', () => {
    for (const page of [1, 2]) {
      // The bottom margin, where it stands at the left.
      const picture = pictureOf(pdf('decisionWithList'), page, 300, { left: 25 * MM, right: 60 * MM, top: 272 * MM, bottom: 297 * MM });
      const found = jsQR.default(new Uint8ClampedArray(picture.data), picture.width, picture.height);
      expect(found?.data).toBe(URL_OF_CODE);
      const inMm = (dots: number) => (dots / 300) * 25.4;
      expect(25 + inMm(found!.location.topLeftCorner.x)).toBeGreaterThan(29);
      expect(25 + inMm(found!.location.topRightCorner.x)).toBeLessThan(45);
      expect(272 + inMm(found!.location.topLeftCorner.y)).toBeGreaterThan(277);
    }
  });

  test('bears a thousand people and hostile text without losing any of it', () => {
    const text = textOf('thousand');
    expect(personRows(1000).filter(([number, name]) => !text.includes(`${number} ${name}`))).toEqual([]);
    const hostile = textOf('hostile');
    expect(hostile.includes('<b>&amp;</b> "]]>"')).toBe(true);
    expect(hostile.includes('TẬN CÙNG')).toBe(true);
    expect(hostile.split('đoạn hai').length).toBeGreaterThan(10);
  });
});
