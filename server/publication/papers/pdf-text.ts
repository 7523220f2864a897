/** How do words become text of pdfmake, in the same looks as DOCX has as styles? */
import type { Content, ContentText, Style, StyleDictionary } from 'pdfmake/interfaces.js';
import type { Layout } from './layout.rules.js';
import { looksOf, POINTS_PER_MM, type Look, type LookName } from './looks.rules.js';
import type { Words } from './paper.js';
import { textOf } from './settled-paper.rules.js';

/** An office program sets single lines with the font's own gap between them; pdfmake leaves it out. */
const LINE_GAP = 1.038;

const alignments = { LEFT: 'left', CENTRE: 'center', RIGHT: 'right', JUSTIFIED: 'justify' } as const;

export function pdfStyles(layout: Layout): StyleDictionary {
  const looks = Object.entries(looksOf(layout)) as [LookName, Look][];
  return Object.fromEntries(
    looks.map(([name, look]): [string, Style] => [
      name,
      {
        fontSize: look.sizePt,
        bold: look.isBold ?? false,
        italics: look.isItalic ?? false,
        alignment: alignments[look.align],
        leadingIndent: (look.firstLineMm ?? 0) * POINTS_PER_MM,
        lineHeight: (look.lineSpacing ?? 1) * LINE_GAP,
        margin: [0, look.beforePt ?? 0, 0, look.afterPt ?? 0],
      },
    ]),
  );
}

export function pdfText(look: LookName, words: readonly Words[], more: Partial<ContentText> | object = {}): ContentText {
  return { text: words.flatMap(pieces), style: look, ...more };
}

/** Lines that end where they are told to. */
export function pdfLines(look: LookName, lines: readonly string[], sizePt?: number, more: Partial<ContentText> | object = {}): ContentText {
  return pdfText(look, [lines.join('\n')], { ...(sizePt === undefined ? {} : { fontSize: sizePt }), ...more });
}

/**
 * pdfmake stretches a justified line wherever it could be broken, so also after the strokes in “12/QĐ-BCĐ”; such words go in one piece, and so do
 * “khóa 2”, “lớp 3”. The end of a line stands outside of such a piece, or it would be lost. A word that no line can hold gets places to break at, without
 * which pdfmake measures it over and over.
 */
const NUMBERED = /(?<!\p{L})(khóa|lớp|đợt|kỳ) (?=\p{N})/giu;
const withStrokes = /[^\s\p{L}\p{M}\p{N}.,;:()“”"'!?\u200B]/u;

function pieces(words: Words): { text: string; bold?: boolean; italics?: boolean; noWrap?: boolean }[] {
  const style = typeof words === 'string' ? {} : { ...(words.isBold ? { bold: true } : {}), ...(words.isItalic ? { italics: true } : {}) };
  const found: { text: string; noWrap?: boolean }[] = [];
  const text = textOf(words)
    .replace(/\S{60,}/gu, (word) => word.replace(/.{20}/gu, '$&\u200B'))
    .replace(NUMBERED, '$1\u00A0');
  for (const [word] of text.matchAll(/\n|[^\s]+(?:(?!\n)\s)*|(?:(?!\n)\s)+/gu)) {
    const isWhole = withStrokes.test(word) && word.trim().length <= 40;
    const before = found.at(-1);
    if (before && !before.noWrap && !isWhole) before.text += word;
    else found.push({ text: word, ...(isWhole ? { noWrap: true } : {}) });
  }
  return found.map((piece) => ({ ...style, ...piece }));
}

/** A thin line in the middle of a room. */
export function pdfThinLine(lengthPt: number, roomPt: number, margin: [number, number, number, number] = [0, 3, 0, 0]): Content {
  const from = Math.max(0, (roomPt - lengthPt) / 2);
  return { canvas: [{ type: 'line', x1: from, y1: 0, x2: from + lengthPt, y2: 0, lineWidth: 0.75 }], margin };
}
