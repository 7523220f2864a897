/** How do the blocks of a body or an annex become content of pdfmake? */
import type { Content, ContentTable } from 'pdfmake/interfaces.js';
import { articleWords, leads, linesToFill, openingOf, sharesOf } from './blocks.rules.js';
import { fitsOnOnePage, isShortTable, rowFitsOnOnePage } from './fits.rules.js';
import type { Layout } from './layout.rules.js';
import { looksOf, POINTS_PER_MM, textWidthPt } from './looks.rules.js';
import { widthPt } from './measure.js';
import type { Block, Table, Words } from './paper.js';
import { pdfText } from './pdf-text.js';
import { textOf } from './settled-paper.rules.js';

export function pdfBlocks(blocks: readonly Block[], layout: Layout): Content[] {
  const content: Content[] = [];
  for (let at = 0; at < blocks.length; at++) {
    let next = at;
    while (next < blocks.length - 1 && leads(blocks[next]!, blocks[next + 1])) next += 1;
    const opening = next > at ? pdfBlock(blocks[next]!, layout) : [];
    // What leads to the next goes with it in one piece where that is short; else the guard of the document keeps it from the end of a page.
    if (opening[0] && goesWith(blocks.slice(at, next), blocks[next]!, opening[0], layout)) {
      const leading = blocks.slice(at, next).flatMap((block) => pdfBlock(block, layout));
      content.push({ stack: [...leading, opening[0]], unbreakable: true }, ...opening.slice(1));
      at = next;
    } else content.push(...pdfBlock(blocks[at]!, layout));
  }
  return content;
}

function goesWith(leading: readonly Block[], next: Block, opening: Content, layout: Layout): boolean {
  // Twice what leads: less than half a page of it, beside a table of less than the other half.
  if (next.kind === 'TABLE')
    return fitsOnOnePage([...leading, ...leading], layout) && isShortTable(next.table, widthsOf(next.table, layout), layout);
  const isShort = typeof opening === 'object' && 'unbreakable' in opening && opening.unbreakable === true;
  return isShort && fitsOnOnePage([...leading, openingOf(next)], layout);
}

/** Is never the last on its page: the document looks for this mark. */
const IS_HEADING = { headlineLevel: 1 };

/** A paragraph of three lines or fewer stays in one piece, as in an office program that leaves no single line behind. */
function together(words: readonly Words[], layout: Layout): { unbreakable?: true } {
  const letters = words.reduce((sum, word) => sum + textOf(word).length, 0);
  if (letters > 400) return {};
  const { body } = looksOf(layout);
  const length = words.reduce((sum, word) => sum + widthPt(textOf(word), { ...body, ...(typeof word === 'string' ? {} : word) }), 0);
  return length + layout.firstLineMm * POINTS_PER_MM < textWidthPt(layout) * 2.9 ? { unbreakable: true } : {};
}

function pdfBlock(block: Block, layout: Layout): Content[] {
  switch (block.kind) {
    case 'TEXT':
      return [pdfText('body', block.words, together(block.words, layout))];
    case 'BASIS':
      return [pdfText('basis', [block.text], together([block.text], layout))];
    case 'ARTICLE':
      return [pdfText('article', articleWords(block), together(articleWords(block), layout))];
    case 'CENTRED': {
      const { kind: _, ...words } = block;
      return [pdfText('centred', [words], IS_HEADING)];
    }
    case 'HEADING':
      return [pdfText('heading', [block.text], IS_HEADING)];
    case 'POINTS':
      return block.points.map((words) => pdfText('point', ['- ', ...words], together(words, layout)));
    case 'TO_FILL':
      return linesToFill(block).map((label) => pdfText('toFill', dotted(label, layout)));
    case 'CUT':
      return [dashedLine(textWidthPt(layout)), pdfText('cut', [block.text], { margin: [0, 4, 0, layout.paragraphGapPt] })];
    case 'TABLE':
      return [pdfTable(block.table, layout)];
  }
}

/** The label, and points up to the right margin of the line it ends on. */
function dotted(label: string, layout: Layout): Words[] {
  const look = looksOf(layout).toFill;
  const room = textWidthPt(layout) - 1;
  const used = label === '' ? 0 : widthPt(`${label} `, look);
  // A label longer than a line has a line of its own to be filled in below.
  const dots = '.'.repeat(Math.floor((used < room * 0.9 ? room - used : room) / widthPt('.', look)));
  return label === '' ? [dots] : [`${label} `, dots];
}

function dashedLine(lengthPt: number): Content {
  const line = { type: 'line' as const, x1: 0, y1: 0, x2: lengthPt, y2: 0, lineWidth: 0.75, dash: { length: 4, space: 3 } };
  return { canvas: [line], margin: [0, 20, 0, 0] };
}

const padding = 4;

function widthsOf({ columns }: Pick<Table, 'columns'>, layout: Layout): number[] {
  const whole = textWidthPt(layout) - 0.5;
  return sharesOf(columns).map((share) => Math.max(8, whole * share - 2 * padding - 0.5));
}

function pdfTable({ columns, rows }: Table, layout: Layout): ContentTable {
  const widths = widthsOf({ columns }, layout);
  const fits = (row: readonly string[]) => rowFitsOnOnePage(row, widths, layout);
  const alignment = { LEFT: 'left', CENTRE: 'center', RIGHT: 'right' } as const;
  return {
    margin: [0, 4, 0, layout.paragraphGapPt + 2],
    table: {
      headerRows: 1,
      // A row that cannot stand on one page must be broken, or pdfmake would cut it off.
      keepWithHeaderRows: rows[0] && fits(rows[0]) ? 1 : 0,
      dontBreakRows: rows.every(fits),
      widths,
      body: [
        columns.map(({ title }) => pdfText('tableHead', [title], { verticalAlignment: 'middle' })),
        ...rows.map((row) =>
          row.map((text, index) =>
            pdfText('tableText', [text], { alignment: alignment[columns[index]!.align ?? 'LEFT'], verticalAlignment: 'middle' }),
          ),
        ),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
  };
}
