/**
 * A paper as DOCX: styles, tables, page number fields and sections of its own, so that it can be edited in Word and LibreOffice; nothing is a picture but
 * the QR code. The same paper gives the same bytes.
 */
import { Document, NumberFormat, Packer, PageOrientation, SectionType } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docxBlocks } from './docx-blocks.js';
import { docxFoot, docxFooters, docxHead, docxHeaders, docxTitle } from './docx-head-foot.js';
import { paragraph, lines, stylesOf, thinLine, twipsOfMm } from './docx-styles.js';
import { fitsOnOnePage } from './fits.rules.js';
import type { Layout } from './layout.rules.js';
import { FOOTER_MM, HEADER_MM, PAGE_MM, textWidthPt } from './looks.rules.js';
import { evenTitle } from './head-foot.rules.js';
import type { Annex, Paper } from './paper.js';
import { qrPicture } from './qr-picture.js';
import { settledPaper } from './settled-paper.rules.js';

const PROGRAM = 'Hopthu';

export async function docxOf(given: Paper, layout: Layout): Promise<Buffer> {
  const paper = settledPaper(given);
  const picture = paper.verification && (await qrPicture(paper.verification.url));
  const section = (children: FileChild[], isAnnex: boolean): ISectionOptions => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { width: twipsOfMm(PAGE_MM.width), height: twipsOfMm(PAGE_MM.height), orientation: PageOrientation.PORTRAIT },
        margin: {
          top: twipsOfMm(layout.marginTopMm),
          bottom: twipsOfMm(layout.marginBottomMm),
          left: twipsOfMm(layout.marginLeftMm),
          right: twipsOfMm(layout.marginRightMm),
          header: twipsOfMm(HEADER_MM),
          footer: twipsOfMm(FOOTER_MM),
          gutter: 0,
        },
        pageNumbers: { formatType: NumberFormat.DECIMAL, ...(isAnnex ? { start: 1 } : {}) },
      },
    },
    headers: docxHeaders(paper, layout),
    footers: docxFooters(paper, layout, picture),
    children,
  });
  const hasFoot = paper.foot.signatures.length > 0;
  const text = [
    ...docxHead(paper, layout),
    ...docxTitle(paper, layout),
    ...docxBlocks(paper.body, layout, { isKeptWithNext: hasFoot }),
    ...docxFoot(paper, layout),
    ...docxBlocks(paper.slip, layout, { isKeptTogether: fitsOnOnePage(paper.slip, layout) }),
  ];
  const file = new Document({
    title: paper.fileTitle,
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    description: '',
    compatibility: { version: 15 },
    styles: stylesOf(layout),
    sections: [section(text, false), ...paper.annexes.map((annex) => section(docxAnnex(annex, layout), true))],
  });
  return steadied(await Packer.toBuffer(file));
}

function docxAnnex(annex: Annex, layout: Layout): FileChild[] {
  const width = textWidthPt(layout);
  const { title, belongsTo, linePt } = evenTitle(annex, layout);
  return [
    lines('annexTitle', title),
    lines('annexOf', belongsTo),
    thinLine(linePt, width),
    paragraph('thinLine', []),
    paragraph('thinLine', []),
    ...docxBlocks(annex.blocks, layout),
  ];
}

/** Without the time of writing, which the paper's own date is not, pictures numbered from 1, and packed the same way each time. */
function steadied(written: Buffer): Buffer {
  const parts = unzipSync(written);
  const core = strFromU8(parts['docProps/core.xml']!);
  parts['docProps/core.xml'] = strToU8(core.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/g, ''));
  let pictures = 0;
  for (const [name, part] of Object.entries(parts)) {
    if (/^word\/footer\d+\.xml$/.test(name)) {
      parts[name] = strToU8(strFromU8(part).replace(/(<wp:docPr id=)"\d+"/g, (_, start: string) => `${start}"${(pictures += 1)}"`));
    }
  }
  return Buffer.from(zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 }));
}
