/** Head, title, foot and margins of a DOCX paper: real tables in two columns, page numbers as fields, the verification code at the bottom. */
import {
  Footer,
  Header,
  ImageRun,
  LineRuleType,
  Paragraph,
  Tab,
  Table,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  PageNumber,
  WidthType,
} from 'docx';
import type { FileChild, TableCell } from 'docx';
import { bareCell, lines, NO_BORDERS, NO_MARGINS, paragraph, thinLine, twips } from './docx-styles.js';
import { footOf, headOf, titleOf, verificationLines } from './head-foot.rules.js';
import type { Layout } from './layout.rules.js';
import { POINTS_PER_MM, textWidthPt } from './looks.rules.js';
import { paperMessages } from './paper.messages.js';
import type { Signature } from './paper.js';
import type { SettledPaper } from './settled-paper.rules.js';

function bareTable(widthsPt: number[], rows: TableCell[][]): Table {
  return new Table({
    width: { size: twips(widthsPt.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widthsPt.map(twips),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows: rows.map((children) => new TableRow({ cantSplit: true, children })),
  });
}

export function docxHead(paper: SettledPaper, layout: Layout): FileChild[] {
  const { leftPt, rightPt, superior, issuer, national, motto, number, placeAndDate } = headOf(paper.head, layout);
  const names = [...(superior ? [lines('superior', superior.lines, superior.sizePt)] : []), lines('issuer', issuer.lines, issuer.sizePt)];
  return [
    bareTable(
      [leftPt, rightPt],
      [
        [
          bareCell(leftPt, [...names, thinLine(issuer.linePt, leftPt)]),
          bareCell(rightPt, [
            lines('national', national.lines, national.sizePt),
            lines('motto', motto.lines, motto.sizePt),
            thinLine(motto.linePt, rightPt),
          ]),
        ],
        [
          bareCell(leftPt, number ? [lines('number', number.lines, number.sizePt, { spacing: { before: twips(4) } })] : []),
          bareCell(rightPt, [lines('placeAndDate', placeAndDate.lines, placeAndDate.sizePt, { spacing: { before: twips(4) } })]),
        ],
      ],
    ),
  ];
}

export function docxTitle(paper: SettledPaper, layout: Layout): FileChild[] {
  const { about } = titleOf(paper.title, layout);
  const kind = paragraph('kind', paper.title.kind);
  const room = textWidthPt(layout);
  const after = { spacing: { before: twips(3), after: twips(10), line: twips(4), lineRule: LineRuleType.EXACT } };
  return about
    ? [kind, lines('about', about.lines, about.sizePt), thinLine(about.linePt, room, after)]
    : [kind, paragraph('thinLine', [], after)];
}

export function docxFoot(paper: SettledPaper, layout: Layout): FileChild[] {
  const { leftPt, rightPt, sidePt, recipients, signatures, isSideBySide } = footOf(paper.foot, layout);
  const recipientLines =
    recipients.length === 0
      ? []
      : [paragraph('recipientsTitle', paperMessages.recipients.vi), ...recipients.map((recipient) => paragraph('recipients', recipient))];
  const signed = (signature: Signature, roomPt: number) => signatureLines(signature, layout, roomPt);
  if (signatures.length === 0) return recipientLines;
  if (!isSideBySide) {
    return [gap(), bareTable([leftPt, rightPt], [[bareCell(leftPt, recipientLines), bareCell(rightPt, signed(signatures[0]!, rightPt))]])];
  }
  const cells = signatures.map((signature) => bareCell(sidePt, signed(signature, sidePt)));
  return [
    gap(),
    bareTable(
      signatures.map(() => sidePt),
      [cells],
    ),
    ...(recipientLines.length > 0 ? [gap(), ...recipientLines] : []),
  ];
}

function gap(): Paragraph {
  return paragraph('thinLine', [], { spacing: { before: 0, after: twips(6), line: twips(4), lineRule: LineRuleType.EXACT } });
}

function signatureLines({ authority, hint, name }: Signature, layout: Layout, roomPt: number): Paragraph[] {
  const { even } = footOf({ recipients: [], signatures: [] }, layout);
  return [
    ...authority.map((line) => lines('authority', even(line, roomPt))),
    ...(hint ? [paragraph('hint', hint)] : []),
    paragraph('signer', name ?? ''),
  ];
}

/** The top margin: the page number in the middle from the second page on, “DỰ THẢO” at the right of every page of a draft. */
export function docxHeaders(paper: SettledPaper, layout: Layout) {
  const width = textWidthPt(layout);
  const stops = [
    { type: TabStopType.CENTER, position: twips(width / 2) },
    { type: TabStopType.RIGHT, position: twips(width) },
  ];
  const number = new TextRun({ children: [new Tab(), PageNumber.CURRENT] });
  const draft = new TextRun({ children: [new Tab(), paperMessages.draft.vi], bold: true });
  const later = paper.isDraft
    ? paragraph('pageNumber', [number, draft], { alignment: 'left', tabStops: stops })
    : paragraph('pageNumber', [new TextRun({ children: [PageNumber.CURRENT] })]);
  const first = paper.isDraft ? paragraph('draft', paperMessages.draft.vi) : paragraph('pageNumber', []);
  return { first: new Header({ children: [first] }), default: new Header({ children: [later] }) };
}

/** The bottom margin: QR code and short code on the first page of the text and of each annex, the short code alone on the others. */
export function docxFooters(paper: SettledPaper, layout: Layout, picture: Buffer | null) {
  if (!paper.verification || !picture)
    return { first: new Footer({ children: [new Paragraph({})] }), default: new Footer({ children: [new Paragraph({})] }) };
  const [code = '', ...rest] = verificationLines(paper.verification);
  const sidePt = layout.qrMm * POINTS_PER_MM;
  const pixels = Math.round((sidePt / 72) * 96);
  const image = new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width: pixels, height: pixels },
    altText: { name: 'QR', title: 'QR', description: paperMessages.qrPicture.vi },
  });
  const textPt = textWidthPt(layout) - sidePt - 6;
  const row = [
    bareCell(sidePt + 6, [paragraph('small', [image])], true),
    bareCell(
      textPt,
      [paragraph('small', [new TextRun({ text: code, bold: true })]), ...rest.map((line) => paragraph('small', line))],
      true,
    ),
  ];
  const end = paragraph('thinLine', [], { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } });
  return {
    first: new Footer({ children: [bareTable([sidePt + 6, textPt], [row]), end] }),
    default: new Footer({ children: [paragraph('small', code)] }),
  };
}
