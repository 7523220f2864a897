/** Where do the words of head, title and foot break, how large are they printed, how long are the lines under them? The same answers for DOCX and PDF. */
import { LAYOUT_SETTINGS, type Layout, type LayoutSetting } from './layout.rules.js';
import { looksOf, textWidthPt, type LookName } from './looks.rules.js';
import { evenLines, sizeThatFits, widestPt } from './measure.js';
import { paperMessages } from './paper.messages.js';
import type { Annex, Foot, Head, Paper } from './paper.js';

export interface PrintedLines {
  lines: string[];
  sizePt: number;
  /** Of the thin line under them. */
  linePt: number;
}

/** One line if it fits in a size the decree allows, else as few even lines as are needed. */
function printed(text: string, look: LookName, setting: LayoutSetting, roomPt: number, layout: Layout, lineShare = 0): PrintedLines {
  const style = looksOf(layout)[look];
  const sizePt = sizeThatFits(text, roomPt, style, LAYOUT_SETTINGS[setting][1]);
  const fits = !text.includes('\n') && widestPt([text], Infinity, { ...style, sizePt }) <= roomPt;
  const used = { ...style, sizePt: fits ? sizePt : style.sizePt };
  const lines = fits ? [text] : evenLines(text, roomPt, used);
  return { lines, sizePt: used.sizePt, linePt: widestPt(lines, roomPt, used) * lineShare };
}

export function headOf(head: Head, layout: Layout) {
  const width = textWidthPt(layout);
  const leftPt = width * layout.headLeftShare;
  const rightPt = width - leftPt;
  // A little air between the columns.
  const roomPt = leftPt - 6;
  return {
    leftPt,
    rightPt,
    superior: head.superior === null ? null : printed(head.superior, 'superior', 'superiorPt', roomPt, layout),
    issuer: printed(head.issuer, 'issuer', 'issuerPt', roomPt, layout, layout.issuerLine),
    national: printed(paperMessages.national.vi, 'national', 'nationalPt', rightPt, layout),
    motto: printed(paperMessages.motto.vi, 'motto', 'mottoPt', rightPt, layout, layout.mottoLine),
    number: head.number === null ? null : printed(head.number, 'number', 'numberPt', roomPt, layout),
    placeAndDate: printed(head.placeAndDate, 'placeAndDate', 'placeAndDatePt', rightPt - 2, layout),
  };
}

export function titleOf({ about }: Paper['title'], layout: Layout) {
  const roomPt = textWidthPt(layout) * 0.86;
  return { about: about === null ? null : printed(about, 'about', 'aboutPt', roomPt, layout, layout.aboutLine) };
}

export function footOf({ recipients, signatures }: Foot, layout: Layout) {
  const width = textWidthPt(layout);
  const look = looksOf(layout).authority;
  return {
    recipients,
    signatures,
    /** One who signs stands at the right of the recipients; several stand side by side, the recipients below. */
    isSideBySide: signatures.length > 1,
    leftPt: width * 0.46,
    rightPt: width * 0.54,
    sidePt: width / Math.max(1, signatures.length),
    even: (text: string, roomPt: number) => evenLines(text, roomPt - 6, look),
  };
}

export function verificationLines({ code, url }: NonNullable<Paper['verification']>): string[] {
  return [paperMessages.code.vi.replace('{code}', () => code), paperMessages.checkAt.vi.replace('{url}', () => url)];
}

/** Title of an annex and the line under it, evenly broken. */
export function evenTitle({ title, belongsTo }: Annex, layout: Layout) {
  const roomPt = textWidthPt(layout) * 0.9;
  const { annexTitle, annexOf } = looksOf(layout);
  const lines = evenLines(belongsTo, roomPt, annexOf);
  return { title: evenLines(title, roomPt, annexTitle), belongsTo: lines, linePt: widestPt(lines, roomPt, annexOf) * layout.aboutLine };
}
