/** Of what is a DOCX paper built: the looks as named styles of the office program, paragraphs in them, thin lines and cells without a frame. */
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TableCell, TextRun, VerticalAlignTable, WidthType } from 'docx';
import type { FileChild, IParagraphOptions, IParagraphStyleOptions, IStylesOptions, ParagraphChild } from 'docx';
import type { Layout } from './layout.rules.js';
import { looksOf, POINTS_PER_MM, type Look, type LookName } from './looks.rules.js';
import { lookNames } from './paper.messages.js';
import type { Words } from './paper.js';

/** Twentieths of a point, as DOCX counts lengths. */
export function twips(points: number): number {
  return Math.round(points * 20);
}
export function twipsOfMm(mm: number): number {
  return twips(mm * POINTS_PER_MM);
}

const alignments = {
  LEFT: AlignmentType.LEFT,
  CENTRE: AlignmentType.CENTER,
  RIGHT: AlignmentType.RIGHT,
  JUSTIFIED: AlignmentType.JUSTIFIED,
} as const;

function styleId(look: LookName): string {
  return `Paper-${look}`;
}

export function stylesOf(layout: Layout): IStylesOptions {
  const looks = Object.entries(looksOf(layout)) as [LookName, Look][];
  return {
    default: {
      document: {
        run: { font: layout.fontName, size: twips(layout.bodyPt) / 10, language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: looks.map(([name, look]): IParagraphStyleOptions => {
      const isLine = name === 'thinLine';
      return {
        id: styleId(name),
        name: lookNames[name].vi,
        basedOn: 'Normal',
        next: styleId(name),
        quickFormat: true,
        run: { size: look.sizePt * 2, bold: look.isBold ?? false, italics: look.isItalic ?? false },
        paragraph: {
          alignment: alignments[look.align],
          keepNext: look.isKeptWithNext ?? false,
          ...(look.firstLineMm ? { indent: { firstLine: twipsOfMm(look.firstLineMm) } } : {}),
          spacing: {
            before: twips(look.beforePt ?? 0),
            after: twips(look.afterPt ?? 0),
            line: isLine ? twips(look.sizePt) : Math.round((look.lineSpacing ?? 1) * 240),
            lineRule: isLine ? LineRuleType.EXACT : LineRuleType.AUTO,
          },
        },
      };
    }),
  };
}

export function runs(words: readonly Words[]): TextRun[] {
  return words.map((word) =>
    typeof word === 'string'
      ? new TextRun(word)
      : new TextRun({ text: word.text, ...(word.isBold ? { bold: true } : {}), ...(word.isItalic ? { italics: true } : {}) }),
  );
}

export function paragraph(look: LookName, children: readonly ParagraphChild[] | string, more: IParagraphOptions | object = {}): Paragraph {
  return new Paragraph({ style: styleId(look), children: typeof children === 'string' ? [new TextRun(children)] : children, ...more });
}

/** A paragraph whose lines end where they are told to, in a size of their own where the usual one is too wide. */
export function lines(look: LookName, texts: readonly string[], sizePt?: number, more: IParagraphOptions | object = {}): Paragraph {
  const size = sizePt === undefined ? {} : { size: sizePt * 2 };
  return paragraph(
    look,
    texts.map((text, index) => new TextRun({ text, ...size, ...(index > 0 ? { break: 1 } : {}) })),
    more,
  );
}

/** A thin line in the middle of a room: the upper border of an empty paragraph that is indented from both sides. */
export function thinLine(lengthPt: number, roomPt: number, more: IParagraphOptions | object = {}): Paragraph {
  const indent = Math.max(0, twips((roomPt - lengthPt) / 2));
  return paragraph('thinLine', [], {
    indent: { left: indent, right: indent },
    spacing: { before: twips(3), line: twips(4), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    ...more,
  });
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const NO_BORDERS = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};
export const NO_MARGINS = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 };

/** A cell without a frame: columns of a head, a foot, a line of verification. */
export function bareCell(widthPt: number, children: readonly FileChild[], isInTheMiddle = false): TableCell {
  return new TableCell({
    width: { size: twips(widthPt), type: WidthType.DXA },
    verticalAlign: isInTheMiddle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: (children.length > 0 ? children : [new Paragraph({})]) as Paragraph[],
  });
}
