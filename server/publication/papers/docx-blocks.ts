/** How do the blocks of a body or an annex become paragraphs and tables of a DOCX? */
import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  LeaderType,
  LineRuleType,
  TextRun,
  Tab,
  WidthType,
} from 'docx';
import type { FileChild } from 'docx';
import { articleWords, leads, linesToFill, sharesOf } from './blocks.rules.js';
import { paragraph, runs, twips } from './docx-styles.js';
import { rowFitsOnOnePage } from './fits.rules.js';
import type { Layout } from './layout.rules.js';
import { textWidthPt } from './looks.rules.js';
import type { Block, Table as PaperTable } from './paper.js';

/** `isKeptWithNext`: the last of them stays on the page of what follows (a foot), `isKeptTogether`: all of them do (a slip). */
export function docxBlocks(blocks: readonly Block[], layout: Layout, { isKeptWithNext = false, isKeptTogether = false } = {}): FileChild[] {
  return blocks.flatMap((block, index) => {
    const isLast = index === blocks.length - 1;
    return docxBlock(block, layout, isLast ? isKeptWithNext : isKeptTogether || leads(block, blocks[index + 1]));
  });
}

function docxBlock(block: Block, layout: Layout, keepNext: boolean): FileChild[] {
  const kept = keepNext ? { keepNext } : {};
  switch (block.kind) {
    case 'TEXT':
      return [paragraph('body', runs(block.words), kept)];
    case 'BASIS':
      return [paragraph('basis', block.text, kept)];
    case 'ARTICLE':
      return [paragraph('article', runs(articleWords(block)), kept)];
    case 'CENTRED': {
      const run = new TextRun({ text: block.text, ...(block.isBold ? { bold: true } : {}), ...(block.isItalic ? { italics: true } : {}) });
      return [paragraph('centred', [run])];
    }
    case 'HEADING':
      return [paragraph('heading', block.text)];
    case 'POINTS':
      return block.points.map((words) => paragraph('point', runs(['- ', ...words]), kept));
    case 'TO_FILL': {
      const end = { tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidthPt(layout)), leader: LeaderType.DOT }] };
      return linesToFill(block).map((label) =>
        paragraph('toFill', [new TextRun({ children: [label === '' ? '' : `${label} `, new Tab()] })], { ...end, ...kept }),
      );
    }
    case 'CUT':
      return [
        paragraph('cut', block.text, {
          border: { top: { style: BorderStyle.DASHED, size: 6, space: 6, color: '000000' } },
        }),
      ];
    case 'TABLE':
      return [docxTable(block.table, layout), spacer(layout.paragraphGapPt, keepNext)];
  }
}

/** What keeps a table and the next paragraph apart. */
function spacer(afterPt: number, keepNext: boolean): Paragraph {
  return paragraph('thinLine', [], {
    keepNext,
    spacing: { before: 0, after: twips(afterPt), line: twips(4), lineRule: LineRuleType.EXACT },
  });
}

const frame = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

function docxTable({ columns, rows }: PaperTable, layout: Layout): Table {
  const widths = sharesOf(columns).map((share) => twips(share * textWidthPt(layout)));
  const aligned = { LEFT: 'left', CENTRE: 'center', RIGHT: 'right' } as const;
  const cell = (index: number, children: Paragraph[]) =>
    new TableCell({ width: { size: widths[index]!, type: WidthType.DXA }, verticalAlign: 'center', children });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: frame, bottom: frame, left: frame, right: frame, insideHorizontal: frame, insideVertical: frame },
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cell(index, [paragraph('tableHead', title, { keepNext: true })])),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: rowFitsOnOnePage(
              row,
              widths.map((width) => width / 20),
              layout,
            ),
            children: row.map((text, index) =>
              cell(
                index,
                text.split('\n').map((line) => paragraph('tableText', line, { alignment: aligned[columns[index]!.align ?? 'LEFT'] })),
              ),
            ),
          }),
      ),
    ],
  });
}
