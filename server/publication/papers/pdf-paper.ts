/**
 * A paper as PDF, from the same model, looks and breaks as DOCX, with Tinos in it (the metrics of Times New Roman, and every Vietnamese letter).
 * The same paper gives the same bytes.
 */
import pdfmake from 'pdfmake';
import type { Content, Node, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { leads } from './blocks.rules.js';
import { fitsOnOnePage } from './fits.rules.js';
import type { Layout } from './layout.rules.js';
import { type LookName, POINTS_PER_MM } from './looks.rules.js';
import { TINOS } from './measure.js';
import type { Paper } from './paper.js';
import { pdfBlocks } from './pdf-blocks.js';
import { pageCounter, pdfAnnexTitle, pdfFoot, pdfFooter, pdfHead, pdfHeader, pdfTitle } from './pdf-head-foot.js';
import { pdfStyles } from './pdf-text.js';
import { qrPicture } from './qr-picture.js';
import { settledPaper, type SettledPaper } from './settled-paper.rules.js';

const PROGRAM = 'Hopthu';
/** Stands in for the time of writing, so that the same paper gives the same file; it is taken out again before the file is closed. */
const NO_TIME = new Date(0);

pdfmake.setFonts({ Tinos: { ...TINOS } });
// Nothing a paper says may make the server read a file or ask another machine.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(TINOS).includes(path));

export async function pdfOf(given: Paper, layout: Layout): Promise<Buffer> {
  const paper = settledPaper(given);
  const picture = paper.verification && (await qrPicture(paper.verification.url));
  const [headerPages, footerPages] = [pageCounter(), pageCounter()];
  const section = (content: Content[]) => ({
    section: content,
    header: pdfHeader(paper, layout, headerPages()),
    footer: pdfFooter(paper, layout, picture, footerPages()),
  });
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [layout.marginLeftMm, layout.marginTopMm, layout.marginRightMm, layout.marginBottomMm].map((mm) => mm * POINTS_PER_MM) as [
      number,
      number,
      number,
      number,
    ],
    // Later versions carry the time of writing a second time, where it cannot be left out.
    version: '1.3',
    language: 'vi-VN',
    displayTitle: true,
    info: {
      title: paper.fileTitle,
      creator: PROGRAM,
      producer: PROGRAM,
      // Tells files of the same title apart: the file's own id is made of these.
      keywords: [paper.head.number, paper.verification?.code].filter(Boolean).join(', ') || paper.title.kind,
      creationDate: NO_TIME,
    },
    defaultStyle: { font: 'Tinos', fontSize: layout.bodyPt },
    styles: pdfStyles(layout),
    // No heading is the last on its page; what stands in the margins below it does not count.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) => node.headlineLevel === 1 && !getFollowingNodesOnPage().some(isOfText),
    content: [
      section(pdfPages(paper, layout)),
      ...paper.annexes.map((annex) => section([...pdfAnnexTitle(annex, layout), ...pdfBlocks(annex.blocks, layout)])),
    ] as Content[],
  };
  const file = pdfmake.createPdf(definition);
  const open = await file.getStream();
  // Hidden rather than deleted: pdfkit reads it once more when it closes the file.
  Object.defineProperty(open.info, 'CreationDate', { value: NO_TIME, enumerable: false });
  return file.getBuffer();
}

const IN_MARGINS: readonly unknown[] = ['pageNumber', 'draft', 'small'] satisfies LookName[];
const isOfText = ({ text, style }: Node): boolean => text !== undefined && !IN_MARGINS.includes(style);

function pdfPages(paper: SettledPaper, layout: Layout): Content[] {
  const [foot, slip] = [pdfFoot(paper, layout), pdfBlocks(paper.slip, layout)];
  // A signature never stands alone on its page: the last of the text goes with it, unless that is too long itself.
  let from = paper.body.length - 1;
  while (from > 0 && leads(paper.body[from - 1]!, paper.body[from])) from -= 1;
  const last = paper.body.slice(Math.max(0, from));
  const isKept = fitsOnOnePage(last, layout, paper.foot);
  const [before, end] = isKept ? [paper.body.slice(0, Math.max(0, from)), last] : [paper.body, []];
  return [
    pdfHead(paper, layout),
    ...pdfTitle(paper, layout),
    ...pdfBlocks(before, layout),
    { stack: [...pdfBlocks(end, layout), ...foot], unbreakable: fitsOnOnePage(end, layout, paper.foot) },
    ...(slip.length > 0 ? [{ stack: slip, unbreakable: fitsOnOnePage(paper.slip, layout) }] : []),
  ];
}
