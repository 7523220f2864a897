/**
 * How wide is a text in print? Measured in Tinos, whose widths are those of Times New Roman, so that lines under headings get the right length and
 * names of bodies break evenly, in DOCX as in PDF.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { unbrokenPieces } from './words.rules.js';

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));

/** The files of the font, by style, with the names pdfmake has for the styles. */
export const TINOS = {
  normal: join(folder, '400Regular/Tinos_400Regular.ttf'),
  bold: join(folder, '700Bold/Tinos_700Bold.ttf'),
  italics: join(folder, '400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  bolditalics: join(folder, '700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};

export interface Printed {
  sizePt: number;
  isBold?: boolean;
  isItalic?: boolean;
}

let rule: PDFKit.PDFDocument | undefined;

/** In points, on one line. */
export function widthPt(text: string, { sizePt, isBold, isItalic }: Printed): number {
  const file = isBold ? (isItalic ? TINOS.bolditalics : TINOS.bold) : isItalic ? TINOS.italics : TINOS.normal;
  // Without its cache: texts of a server's whole life would stay in it.
  rule ??= new PDFDocument({ autoFirstPage: false, font: TINOS.normal, fontLayoutCache: false } as PDFKit.PDFDocumentOptions);
  return rule.font(file).fontSize(sizePt).widthOfString(text);
}

/**
 * The text in as few lines as fit, all about as long: “ỦY BAN NHÂN DÂN / THÀNH PHỐ HỒ CHÍ MINH” and not “ỦY BAN NHÂN DÂN THÀNH / PHỐ HỒ CHÍ MINH”.
 * A line that was typed ends where it was ended, and a word wider than the room stands on a line of its own.
 */
export function evenLines(text: string, roomPt: number, printed: Printed): string[] {
  if (text.includes('\n')) return text.split('\n').flatMap((line) => evenLines(line, roomPt, printed));
  const pieces = unbrokenPieces(text);
  const words = pieces.some((piece) => widthPt(piece, printed) > roomPt) ? text.split(' ') : pieces;
  const widths = words.map((word) => widthPt(word, printed));
  const space = widthPt(' ', printed);
  const broken = (room: number): string[][] => {
    const lines: string[][] = [];
    let used = Infinity;
    words.forEach((word, index) => {
      used += space + widths[index]!;
      if (used > room) {
        lines.push([]);
        used = widths[index]!;
      }
      lines.at(-1)!.push(word);
    });
    return lines;
  };
  const fewest = broken(roomPt).length;
  let [tooNarrow, wideEnough] = [0, roomPt];
  while (wideEnough - tooNarrow > 1) {
    const tried = (tooNarrow + wideEnough) / 2;
    if (broken(tried).length > fewest) tooNarrow = tried;
    else wideEnough = tried;
  }
  return broken(wideEnough).map((line) => line.join(' '));
}

/** The usual size, or as much smaller as is needed for one line, but not below the least that is allowed. */
export function sizeThatFits(text: string, roomPt: number, printed: Printed, leastPt: number): number {
  let { sizePt } = printed;
  while (sizePt > leastPt && widthPt(text, { ...printed, sizePt }) > roomPt) sizePt = Math.max(leastPt, sizePt - 0.5);
  return sizePt;
}

/** Width of the widest of some lines, but no more than there is room. */
export function widestPt(lines: readonly string[], roomPt: number, printed: Printed): number {
  return Math.min(roomPt, Math.max(0, ...lines.map((line) => widthPt(line, printed))));
}
