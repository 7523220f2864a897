/** Head, title, foot and margins of a PDF paper, in the same places as in DOCX. */
import type { Content, ContentTable } from 'pdfmake/interfaces.js';
import { evenTitle, footOf, headOf, titleOf, verificationLines } from './head-foot.rules.js';
import type { Layout } from './layout.rules.js';
import { FOOTER_MM, HEADER_MM, POINTS_PER_MM, textWidthPt } from './looks.rules.js';
import { paperMessages } from './paper.messages.js';
import type { Annex, Signature } from './paper.js';
import { pdfLines, pdfText, pdfThinLine } from './pdf-text.js';
import type { SettledPaper } from './settled-paper.rules.js';

function bareTable(widths: number[], body: Content[][], more: Partial<ContentTable> = {}): ContentTable {
  const none = () => 0;
  return {
    table: { widths, body, dontBreakRows: false },
    layout: { hLineWidth: none, vLineWidth: none, paddingLeft: none, paddingRight: none, paddingTop: none, paddingBottom: none },
    ...more,
  };
}

export function pdfHead(paper: SettledPaper, layout: Layout): Content {
  const { leftPt, rightPt, superior, issuer, national, motto, number, placeAndDate } = headOf(paper.head, layout);
  return bareTable(
    [leftPt, rightPt],
    [
      [
        [
          ...(superior ? [pdfLines('superior', superior.lines, superior.sizePt)] : []),
          pdfLines('issuer', issuer.lines, issuer.sizePt),
          pdfThinLine(issuer.linePt, leftPt),
        ],
        [
          pdfLines('national', national.lines, national.sizePt),
          pdfLines('motto', motto.lines, motto.sizePt),
          pdfThinLine(motto.linePt, rightPt),
        ],
      ],
      [
        number ? pdfLines('number', number.lines, number.sizePt, { margin: [0, 6, 0, 0] }) : '',
        pdfLines('placeAndDate', placeAndDate.lines, placeAndDate.sizePt, { margin: [0, 6, 0, 0] }),
      ],
    ],
  );
}

export function pdfTitle(paper: SettledPaper, layout: Layout): Content[] {
  const { about } = titleOf(paper.title, layout);
  const kind = pdfText('kind', [paper.title.kind]);
  const after: [number, number, number, number] = [0, 3, 0, 12];
  return about
    ? [kind, pdfLines('about', about.lines, about.sizePt), pdfThinLine(about.linePt, textWidthPt(layout), after)]
    : [{ ...kind, margin: [0, 18, 0, 10] }];
}

export function pdfFoot(paper: SettledPaper, layout: Layout): Content[] {
  const { leftPt, rightPt, sidePt, recipients, signatures, isSideBySide } = footOf(paper.foot, layout);
  const recipientLines =
    recipients.length === 0
      ? []
      : [pdfText('recipientsTitle', [paperMessages.recipients.vi]), ...recipients.map((recipient) => pdfText('recipients', [recipient]))];
  const margin: [number, number, number, number] = [0, 8, 0, 0];
  if (signatures.length === 0) return recipientLines.length === 0 ? [] : [{ stack: recipientLines, margin }];
  if (!isSideBySide) return [bareTable([leftPt, rightPt], [[recipientLines, signatureLines(signatures[0]!, layout, rightPt)]], { margin })];
  return [
    bareTable(
      signatures.map(() => sidePt),
      [signatures.map((signature) => signatureLines(signature, layout, sidePt))],
      { margin },
    ),
    ...(recipientLines.length > 0 ? [{ stack: recipientLines, margin }] : []),
  ];
}

function signatureLines({ authority, hint, name }: Signature, layout: Layout, roomPt: number): Content[] {
  const { even } = footOf({ recipients: [], signatures: [] }, layout);
  return [
    ...authority.map((line) => pdfLines('authority', even(line, roomPt))),
    ...(hint ? [pdfText('hint', [hint])] : []),
    // A space, since pdfmake gives an empty text no height.
    pdfText('signer', [name ?? ' ']),
  ];
}

export function pdfAnnexTitle(annex: Annex, layout: Layout): Content[] {
  const { title, belongsTo, linePt } = evenTitle(annex, layout);
  return [pdfLines('annexTitle', title), pdfLines('annexOf', belongsTo), pdfThinLine(linePt, textWidthPt(layout), [0, 3, 0, 10])];
}

/**
 * Counts the pages of each section. pdfmake asks for all headers, then all footers, in the order of pages, and begins anew whenever it sets the
 * document again; so page 1 begins a run, and the first page a section is asked for in a run is its first.
 */
export function pageCounter(): () => (page: number) => number {
  let run = 0;
  let last = Infinity;
  return () => {
    let [seen, first] = [-1, 1];
    return (page) => {
      if (page <= last) run += 1;
      last = page;
      if (seen !== run) [seen, first] = [run, page];
      return page - first + 1;
    };
  };
}

/** The top margin of one section: the page number in the middle from its second page on. */
export function pdfHeader(paper: SettledPaper, layout: Layout, numberOf: (page: number) => number): (page: number) => Content {
  const margin: [number, number, number, number] = [
    layout.marginLeftMm * POINTS_PER_MM,
    HEADER_MM * POINTS_PER_MM,
    layout.marginRightMm * POINTS_PER_MM,
    0,
  ];
  return (page) => {
    const number = numberOf(page);
    const middle = pdfText('pageNumber', [number > 1 ? String(number) : ' ']);
    if (!paper.isDraft) return { ...middle, margin };
    return {
      columns: [
        { width: '*', text: ' ' },
        { ...middle, width: '*' },
        { ...pdfText('draft', [paperMessages.draft.vi]), width: '*' },
      ],
      margin,
    };
  };
}

/** The bottom margin of one section: QR code and short code on its first page, the short code alone on the others. */
export function pdfFooter(
  { verification }: SettledPaper,
  layout: Layout,
  picture: Buffer | null,
  numberOf: (page: number) => number,
): (page: number) => Content {
  return (page) => {
    const isFirst = numberOf(page) === 1;
    if (!verification || !picture) return '';
    const [code = '', ...rest] = verificationLines(verification);
    const sidePt = layout.qrMm * POINTS_PER_MM;
    const lineHeight = layout.smallPt * 1.15;
    const [left, right] = [layout.marginLeftMm * POINTS_PER_MM, layout.marginRightMm * POINTS_PER_MM];
    const below = (layout.marginBottomMm - FOOTER_MM) * POINTS_PER_MM;
    if (!isFirst) return { ...pdfText('small', [code]), margin: [left, below - lineHeight, right, 0] };
    return {
      columns: [
        { image: `data:image/png;base64,${picture.toString('base64')}`, width: sidePt },
        {
          width: '*',
          stack: [pdfText('small', [{ text: code, isBold: true }]), ...rest.map((line) => pdfText('small', [line]))],
          margin: [6, sidePt / 2 - lineHeight, 0, 0],
        },
      ],
      margin: [left, below - sidePt, right, 0],
    };
  };
}
