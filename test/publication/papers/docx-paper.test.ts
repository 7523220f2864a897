/** Is the DOCX one that an office program can edit: styles, tables, fields, sections, no pictures of text? Opened as the ZIP it is. */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { docxOf } from '../../../server/publication/papers/docx-paper.js';
import { layoutWith, USUAL_LAYOUT } from '../../../server/publication/papers/layout.rules.js';
import { looksOf } from '../../../server/publication/papers/looks.rules.js';
import { lookNames } from '../../../server/publication/papers/paper.messages.js';
import type { Paper } from '../../../server/publication/papers/paper.js';
import { hostilePaper } from '../../support/hostile-paper.js';
import { certificate, decisionWithList, individualDecision, minutes, notice, SAMPLE_PAPERS } from '../../support/sample-papers.js';

const MM = 1440 / 25.4;

async function opened(paper: Paper, layout = USUAL_LAYOUT): Promise<Record<string, string>> {
  const parts = unzipSync(await docxOf(paper, layout));
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, name.endsWith('.png') ? '' : strFromU8(part)]));
}

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
const textIn = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>|<w:(?:p|br)[ />]/g)]
    .map(([found]) => (found.startsWith('<w:t') ? found.replace(/<[^>]+>/g, '') : '\n'))
    .join('');

describe('a DOCX', () => {
  test('is text in named styles, all of which exist under Vietnamese names', async () => {
    const parts = await opened(individualDecision());
    const used = new Set([...parts['word/document.xml']!.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id!));
    for (const look of [
      'body',
      'basis',
      'article',
      'centred',
      'kind',
      'about',
      'national',
      'motto',
      'issuer',
      'recipients',
      'authority',
      'signer',
    ]) {
      if (look !== 'body') expect([...used]).toContain(`Paper-${look}`);
      expect(parts['word/styles.xml']).toContain(`w:styleId="Paper-${look}"`);
      expect(parts['word/styles.xml']).toContain(`w:val="${lookNames[look as keyof typeof lookNames].vi}"`);
    }
    expect(textIn(parts['word/document.xml']!)).toContain('Nguyễn Thị Ngọc Ẩn');
    expect(parts['word/styles.xml']).toContain('w:ascii="Times New Roman"');
    expect(parts['word/styles.xml']).toMatch(/<w:lang [^>]*w:val="vi-VN"/);
  });

  test('gives each style the size, weight and place of its look', async () => {
    const layout = layoutWith({ bodyPt: 13, firstLineMm: 12.7, lineSpacing: 1.5 });
    const styles = (await opened(individualDecision(), layout))['word/styles.xml']!;
    for (const [name, look] of Object.entries(looksOf(layout))) {
      const style = new RegExp(`<w:style [^>]*w:styleId="Paper-${name}".*?</w:style>`).exec(styles)![0];
      expect(style).toContain(`<w:sz w:val="${look.sizePt * 2}"/>`);
      expect(style.includes('<w:b/>')).toBe(look.isBold ?? false);
      expect(style.includes('<w:i/>')).toBe(look.isItalic ?? false);
      expect(style).toContain(`<w:jc w:val="${{ LEFT: 'left', CENTRE: 'center', RIGHT: 'right', JUSTIFIED: 'both' }[look.align]}"/>`);
      expect(/w:firstLine="(\d+)"/.exec(style)?.[1]).toBe(
        look.firstLineMm === undefined ? undefined : String(Math.round(look.firstLineMm * MM)),
      );
    }
  });

  test('has its pages on A4 with the margins of the layout, each annex in a section with page numbers from 1, none on its first page', async () => {
    const document = (await opened(decisionWithList(3), layoutWith({ marginLeftMm: 35 })))['word/document.xml']!;
    const sections = [...document.matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      expect(section).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"|<w:pgSz [^>]*w:h="16838" w:w="11906"/);
      expect(section).toContain(`w:top="${Math.round(20 * MM)}"`);
      expect(section).toContain(`w:left="${Math.round(35 * MM)}"`);
      expect(section).toContain(`w:right="${Math.round(15 * MM)}"`);
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:type w:val="nextPage"/>');
    }
    expect(sections.map((section) => /<w:pgNumType[^>]*w:start="(\d+)"/.exec(section)?.[1])).toEqual([undefined, '1']);
  });

  test('numbers its pages by a field in the top margin, not by text', async () => {
    const parts = await opened(decisionWithList(3));
    const headers = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    const withField = headers.filter(([, xml]) => /<w:instrText[^>]*>PAGE<\/w:instrText>/.test(xml));
    expect(headers).toHaveLength(4);
    expect(withField).toHaveLength(2);
  });

  test('has real tables: head, foot and list, the head row of the list repeated, rows not parted', async () => {
    const document = (await opened(decisionWithList(60)))['word/document.xml']!;
    expect(count(document, /<w:tbl>/g)).toBe(3);
    expect(count(document, /<w:tblHeader\/>/g)).toBe(1);
    expect(count(document, /<w:tr>|<w:tr /g)).toBe(2 + 1 + 61);
    expect(count(document, /<w:cantSplit\/>/g)).toBe(2 + 1 + 61);
  });

  test('holds no picture but the QR code, which says what it is', async () => {
    const parts = await opened(decisionWithList(3));
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(parts['word/document.xml']).not.toMatch(/<w:drawing|<w:pict|<mc:AlternateContent/);
    const drawings = Object.entries(parts).filter(([, xml]) => xml.includes('<w:drawing'));
    expect(drawings.map(([name]) => name.replace(/\d/, ''))).toEqual(['word/footer.xml', 'word/footer.xml']);
    expect(drawings[0]![1]).toContain('Mã QR dẫn đến trang kiểm chứng văn bản');
    const draft = await opened(minutes());
    expect(Object.keys(draft).some((name) => name.startsWith('word/media/'))).toBe(false);
  });

  test('says “DỰ THẢO” at the top of every page of a draft, and never on what is issued', async () => {
    const headersOf = async (paper: Paper) =>
      Object.entries(await opened(paper)).flatMap(([name, xml]) =>
        name.startsWith('word/header') ? [textIn(xml).includes('DỰ THẢO')] : [],
      );
    expect(await headersOf(minutes())).toEqual([true, true]);
    expect(await headersOf(certificate())).toEqual([false, false]);
  });

  test('draws thin lines as borders as long as the layout says', async () => {
    const document = (await opened(individualDecision(), layoutWith({ mottoLine: 1 })))['word/document.xml']!;
    const drawn = [...document.matchAll(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:pBdr><w:top(?:(?!<\/w:pPr>).)*<\/w:pPr>/g)].map(([found]) => found);
    expect(drawn).toHaveLength(3);
    const indents = drawn.map((line) => Number(/<w:ind [^>]*w:left="(\d+)"/.exec(line)![1]));
    const room = (165 * MM) as number;
    // Motto at 14 pt is 171.4 pt wide.
    expect((room * 0.61 - indents[1]! * 2) / 20).toBeCloseTo(171.4, 0);
  });

  test('names no person and no time in its properties', async () => {
    const core = (await opened(individualDecision()))['docProps/core.xml']!;
    expect(core).toContain('<dc:title>Quyết định số 01/QĐ-BCĐ về việc không xét tặng danh hiệu thi đua</dc:title>');
    expect(core).toContain('<dc:creator>Hopthu</dc:creator>');
    expect(core).not.toMatch(/Ẩn|Ẵm|<dcterms|Un-named/);
  });

  test('keeps the signature with the end of the text', async () => {
    const document = (await opened(notice()))['word/document.xml']!;
    const before = document.slice(0, document.indexOf('Nơi nhận:')).lastIndexOf('gửi riêng cho Ông.');
    const paragraph = document.slice(document.lastIndexOf('<w:p>', before), before);
    expect(paragraph).toContain('<w:keepNext/>');
  });

  test.each(Object.entries(SAMPLE_PAPERS))('of the %s has the same bytes each time', async (_name, make) => {
    const first = await docxOf(make(), USUAL_LAYOUT);
    expect((await docxOf(make(), USUAL_LAYOUT)).equals(first)).toBe(true);
  });

  test('of hostile text is well-formed, without control characters', async () => {
    const parts = await opened(hostilePaper());
    for (const [name, xml] of Object.entries(parts)) {
      expect([name, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\u202A-\u202E]|\p{Cs}/u.test(xml)]).toEqual([name, false]);
      expect([name, /&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml)]).toEqual([name, false]);
    }
    expect(parts['word/document.xml']).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
    expect(parts['word/document.xml']).toContain('TẬN CÙNG');
  });
});
