/** A paper filled with what no official would type: markup, control characters, halves of characters, endless words, more of everything than a page holds. */
import type { Paper } from '../../server/publication/papers/paper.js';
import { individualDecision } from './sample-papers.js';

const endless = 'Dàirấtdài'.repeat(80);
export const HOSTILE = `A\u0000B\u0007 <b>&amp;</b> "]]>" \uD800x 😀👨‍👩‍👧 ${endless} \u202Engược\u202C 漢字 العربية \n\n  đoạn\thai`;

export function hostilePaper(): Paper {
  const paper = individualDecision();
  const words = [HOSTILE, { text: HOSTILE, isBold: true }, { text: HOSTILE, isItalic: true }];
  return {
    ...paper,
    head: {
      superior: HOSTILE,
      issuer: `Ban Chỉ đạo ${'cải cách hành chính '.repeat(30)}${'X'.repeat(120)}`,
      number: HOSTILE,
      placeAndDate: HOSTILE,
    },
    title: { kind: HOSTILE, about: HOSTILE },
    body: [
      ...paper.body,
      { kind: 'TEXT', words },
      { kind: 'TEXT', words: [] },
      { kind: 'ARTICLE', number: 9, words: [] },
      { kind: 'ARTICLE', number: 10, words },
      { kind: 'POINTS', points: [words, []] },
      { kind: 'TO_FILL', label: HOSTILE },
      { kind: 'TO_FILL', label: '', lines: 3 },
      { kind: 'HEADING', text: HOSTILE },
      { kind: 'CENTRED', text: HOSTILE },
      { kind: 'BASIS', text: HOSTILE },
      {
        kind: 'TABLE',
        table: {
          columns: [
            { title: HOSTILE, share: 1 },
            { title: '', share: 0.001 },
          ],
          rows: [
            [HOSTILE, HOSTILE],
            ['', ''],
          ],
        },
      },
      { kind: 'TEXT', words: ['Căn cứ '.repeat(1500)] },
      { kind: 'CUT', text: HOSTILE },
    ],
    foot: {
      recipients: Array.from({ length: 60 }, () => HOSTILE),
      signatures: [{ authority: [HOSTILE, HOSTILE], hint: HOSTILE, name: HOSTILE }],
    },
    annexes: [
      {
        title: HOSTILE,
        belongsTo: HOSTILE,
        blocks: [
          {
            kind: 'TABLE',
            table: {
              columns: [
                { title: 'a', share: 1 },
                { title: 'b', share: 2 },
              ],
              rows: [['x'.repeat(12_000), `y ${'z '.repeat(5000)}TẬN CÙNG`]],
            },
          },
        ],
      },
    ],
    verification: { code: HOSTILE, url: 'https://hopthu.tphcm.example/kiem-chung/<&">' },
    fileTitle: HOSTILE,
  };
}
