/** How does each kind of line on a paper look under a layout: size, weight, place, space around it? One table, from which DOCX takes its styles and PDF its own. */
import type { Layout } from './layout.rules.js';
import type { lookNames } from './paper.messages.js';

export interface Look {
  sizePt: number;
  isBold?: boolean;
  isItalic?: boolean;
  align: 'LEFT' | 'CENTRE' | 'RIGHT' | 'JUSTIFIED';
  firstLineMm?: number;
  beforePt?: number;
  afterPt?: number;
  /** 1 where it is not said. */
  lineSpacing?: number;
  /** Is never the last on its page: a title belongs to what follows. */
  isKeptWithNext?: boolean;
}

export type LookName = keyof typeof lookNames;

export const POINTS_PER_MM = 72 / 25.4;
export const PAGE_MM = { width: 210, height: 297 };
/** From the edge of the sheet to what stands in the top and the bottom margin. */
export const HEADER_MM = 10;
export const FOOTER_MM = 5;

export function looksOf(layout: Layout): Record<LookName, Look> {
  const gap = layout.paragraphGapPt;
  const body: Look = {
    sizePt: layout.bodyPt,
    align: 'JUSTIFIED',
    firstLineMm: layout.firstLineMm,
    afterPt: gap,
    lineSpacing: layout.lineSpacing,
  };
  const centred: Look = { sizePt: layout.bodyPt, align: 'CENTRE', afterPt: gap, isKeptWithNext: true };
  const inHead: Look = { sizePt: layout.numberPt, align: 'CENTRE' };
  return {
    body,
    article: body,
    basis: { ...body, sizePt: layout.basisPt, isItalic: true },
    centred,
    heading: { ...body, isBold: true, isKeptWithNext: true },
    point: body,
    toFill: { ...body, align: 'LEFT', firstLineMm: undefined },
    cut: { ...centred, sizePt: layout.tablePt, isItalic: true, beforePt: 20 },
    tableHead: { sizePt: layout.tablePt, isBold: true, align: 'CENTRE' },
    tableText: { sizePt: layout.tablePt, align: 'LEFT' },
    superior: { ...inHead, sizePt: layout.superiorPt },
    issuer: { ...inHead, sizePt: layout.issuerPt, isBold: true },
    national: { ...inHead, sizePt: layout.nationalPt, isBold: true },
    motto: { ...inHead, sizePt: layout.mottoPt, isBold: true },
    number: inHead,
    placeAndDate: { ...inHead, sizePt: layout.placeAndDatePt, isItalic: true },
    kind: { sizePt: layout.kindPt, isBold: true, align: 'CENTRE', beforePt: 18, isKeptWithNext: true },
    about: { sizePt: layout.aboutPt, isBold: true, align: 'CENTRE', isKeptWithNext: true },
    thinLine: { sizePt: 4, align: 'CENTRE', isKeptWithNext: true },
    recipientsTitle: { sizePt: layout.recipientsTitlePt, isBold: true, isItalic: true, align: 'LEFT' },
    recipients: { sizePt: layout.recipientsPt, align: 'LEFT' },
    authority: { sizePt: layout.authorityPt, isBold: true, align: 'CENTRE', isKeptWithNext: true },
    hint: { sizePt: layout.bodyPt - 1, isItalic: true, align: 'CENTRE', isKeptWithNext: true },
    signer: { sizePt: layout.signerPt, isBold: true, align: 'CENTRE', beforePt: layout.signatureGapMm * POINTS_PER_MM },
    annexTitle: { sizePt: layout.annexTitlePt, isBold: true, align: 'CENTRE', isKeptWithNext: true },
    annexOf: { sizePt: layout.annexOfPt, isItalic: true, align: 'CENTRE', isKeptWithNext: true },
    pageNumber: { sizePt: layout.pageNumberPt, align: 'CENTRE' },
    draft: { sizePt: layout.bodyPt, isBold: true, align: 'RIGHT' },
    small: { sizePt: layout.smallPt, align: 'LEFT' },
  };
}

/** Width of what is between the margins, in points. */
export function textWidthPt(layout: Layout): number {
  return (PAGE_MM.width - layout.marginLeftMm - layout.marginRightMm) * POINTS_PER_MM;
}
