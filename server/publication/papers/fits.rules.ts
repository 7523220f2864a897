/**
 * May something be kept on one page? What is told not to be broken and is longer than a page would be cut off at its end, so heights are
 * estimated from above, and only what certainly fits is kept together.
 */
import { linesToFill } from './blocks.rules.js';
import { footOf } from './head-foot.rules.js';
import type { Layout } from './layout.rules.js';
import { looksOf, PAGE_MM, POINTS_PER_MM, textWidthPt, type Look } from './looks.rules.js';
import { widthPt } from './measure.js';
import type { Block, Foot, Table, Words } from './paper.js';
import { textOf } from './settled-paper.rules.js';

/** No letter is wider than its size; measured only where that is not enough to say. */
function linesPt(text: string, look: Look, roomPt: number): number {
  return text
    .split('\n')
    .map((line) => {
      const most = line.length * look.sizePt;
      const length = most <= roomPt || most > 100 * roomPt ? most : widthPt(line, { ...look, isBold: true });
      // Lines are not filled to their end, those of long words least.
      return Math.max(1, Math.ceil(length / (roomPt * 0.7)));
    })
    .reduce((sum, lines) => sum + lines * look.sizePt * 1.2 * (look.lineSpacing ?? 1), 0);
}

function heightPt(text: string, look: Look, roomPt: number): number {
  return linesPt(text, look, Math.max(1, roomPt - (look.firstLineMm ?? 0) * POINTS_PER_MM)) + (look.beforePt ?? 0) + (look.afterPt ?? 0);
}

function pagePt(layout: Layout): number {
  return (PAGE_MM.height - layout.marginTopMm - layout.marginBottomMm) * POINTS_PER_MM;
}

function blockHeightPt(block: Block, layout: Layout): number {
  const looks = looksOf(layout);
  const room = textWidthPt(layout);
  const joined = (words: readonly Words[]) => words.map(textOf).join('');
  switch (block.kind) {
    case 'TEXT':
      return heightPt(joined(block.words), looks.body, room);
    case 'ARTICLE':
      return heightPt(`Điều ${block.number}. ${joined(block.words)}`, looks.article, room);
    case 'POINTS':
      return block.points.reduce((sum, words) => sum + heightPt(`- ${joined(words)}`, looks.point, room), 0);
    case 'TO_FILL':
      return linesToFill(block).reduce((sum, label) => sum + heightPt(label, looks.toFill, room) * 2, 0);
    case 'TABLE':
      return Infinity;
    case 'BASIS':
      return heightPt(block.text, looks.basis, room);
    case 'CENTRED':
      return heightPt(block.text, looks.centred, room);
    case 'HEADING':
      return heightPt(block.text, looks.heading, room);
    case 'CUT':
      return heightPt(block.text, looks.cut, room) + 10;
  }
}

function footHeightPt(foot: Foot, layout: Layout): number {
  const looks = looksOf(layout);
  const { leftPt, rightPt, sidePt, isSideBySide } = footOf(foot, layout);
  const room = isSideBySide ? sidePt : rightPt;
  const recipients = foot.recipients.reduce((sum, recipient) => sum + heightPt(recipient, looks.recipients, leftPt), 40);
  const signatures = foot.signatures.map(
    ({ authority, hint, name }) =>
      authority.reduce((sum, line) => sum + heightPt(line, looks.authority, room), 0) +
      heightPt(hint ?? '', looks.hint, room) +
      heightPt(name ?? '', looks.signer, room),
  );
  return recipients + Math.max(0, ...signatures);
}

/** Blocks, and a foot after them if there is one. */
export function fitsOnOnePage(blocks: readonly Block[], layout: Layout, foot?: Foot): boolean {
  const height = blocks.reduce((sum, block) => sum + blockHeightPt(block, layout), foot ? footHeightPt(foot, layout) : 0);
  return height < pagePt(layout) * 0.9;
}

/** A row of a table, its columns as wide as given; with room for the head row above it. */
export function rowFitsOnOnePage(row: readonly string[], widthsPt: readonly number[], layout: Layout): boolean {
  const { tableText } = looksOf(layout);
  return row.every((cell, index) => linesPt(cell, tableText, Math.max(1, widthsPt[index]! - 8)) < pagePt(layout) * 0.6);
}

/** A whole table, so short that it is kept with the heading above it. */
export function isShortTable({ columns, rows }: Table, widthsPt: readonly number[], layout: Layout): boolean {
  if (rows.length > 5) return false;
  const { tableText } = looksOf(layout);
  const tallest = (row: readonly string[]) =>
    Math.max(...row.map((cell, index) => linesPt(cell, tableText, Math.max(1, widthsPt[index]! - 8))));
  const height = [columns.map(({ title }) => title), ...rows].reduce((sum, row) => sum + tallest(row) + 6, 0);
  return height < pagePt(layout) * 0.4;
}
