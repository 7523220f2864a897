/** Does the PDF come out the same each time, whatever the text, without a look at any file or any other machine? What it looks like is tried in test/system. */
import { describe, expect, test } from '@jest/globals';
import { layoutWith, USUAL_LAYOUT } from '../../../server/publication/papers/layout.rules.js';
import { pageCounter } from '../../../server/publication/papers/pdf-head-foot.js';
import { pdfOf } from '../../../server/publication/papers/pdf-paper.js';
import { pdfText } from '../../../server/publication/papers/pdf-text.js';
import { hostilePaper } from '../../support/hostile-paper.js';
import { caseFile, decisionWithList, individualDecision, minutes } from '../../support/sample-papers.js';

const pagesIn = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;

describe('a PDF', () => {
  test.each(Object.entries({ decisionWithList, minutes, caseFile }))(
    'of the %s has the same bytes each time, and no time of writing',
    async (_name, make) => {
      const first = await pdfOf(make(), USUAL_LAYOUT);
      expect(first.subarray(0, 5).toString()).toBe('%PDF-');
      expect((await pdfOf(make(), USUAL_LAYOUT)).equals(first)).toBe(true);
      expect(first.toString('latin1')).not.toMatch(/CreationDate|ModDate/);
    },
  );

  test('of another paper or another layout is another file', async () => {
    const first = await pdfOf(individualDecision(), USUAL_LAYOUT);
    expect((await pdfOf(individualDecision(), layoutWith({ bodyPt: 13 }))).equals(first)).toBe(false);
    const other = { ...individualDecision(), head: { ...individualDecision().head, number: 'Số: 02/QĐ-BCĐ' } };
    const idOf = (pdf: Buffer) => /\/ID \[(<\w+>)/.exec(pdf.toString('latin1'))![1];
    expect(idOf(await pdfOf(other, USUAL_LAYOUT))).not.toBe(idOf(first));
  });

  test('of hostile text is made', async () => {
    const pdf = await pdfOf(hostilePaper(), USUAL_LAYOUT);
    expect(pagesIn(pdf)).toBeGreaterThan(20);
  });

  test('neither reads a file nor asks another machine, whatever stands in the paper', async () => {
    const pdfmake = (await import('pdfmake')) as unknown as {
      default: { localAccessPolicy: (path: string) => boolean; urlAccessPolicy: (url: string) => boolean };
    };
    expect(pdfmake.default.localAccessPolicy('/etc/passwd')).toBe(false);
    expect(pdfmake.default.urlAccessPolicy('https://hopthu.example/')).toBe(false);
  });
});

test('pages are counted by section, also when pdfmake sets the document again', () => {
  const section = pageCounter();
  const [text, annex] = [section(), section()];
  expect([text(1), text(2), annex(3)]).toEqual([1, 2, 1]);
  expect([text(1), text(2), text(3), annex(4), annex(5)]).toEqual([1, 2, 3, 1, 2]);
});

test('numbers with strokes go in one piece, endless words get places to break at', () => {
  expect(pdfText('body', ['Theo số 12/QĐ-BCĐ ngày']).text).toEqual([
    { text: 'Theo số ' },
    { text: '12/QĐ-BCĐ ', noWrap: true },
    { text: 'ngày' },
  ]);
  // The end of a line is no part of such a piece: pdfmake would lose it.
  expect(pdfText('annexOf', ['số 27/QĐ-BCĐ\nngày']).text).toEqual([
    { text: 'số ' },
    { text: '27/QĐ-BCĐ', noWrap: true },
    { text: '\nngày' },
  ]);
  expect(pdfText('body', ['lớp “Thư công vụ, khóa 2” và khóa sau']).text).toEqual([{ text: 'lớp “Thư công vụ, khóa\u00A02” và khóa sau' }]);
  expect(pdfText('body', ['x'.repeat(60)]).text).toEqual([{ text: `${'x'.repeat(20)}\u200B`.repeat(3) }]);
});
