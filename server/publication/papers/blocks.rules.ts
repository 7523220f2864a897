/** Small questions about blocks that both renderers ask: how an article begins, how wide columns are, what is too long to be kept on one page. */
import { paperMessages } from './paper.messages.js';
import type { Block, Table, Words } from './paper.js';
import { textOf } from './settled-paper.rules.js';

/** “Điều 1.” in bold, then its text. */
export function articleWords({ number, words }: Extract<Block, { kind: 'ARTICLE' }>): Words[] {
  const start = { text: paperMessages.article.vi.replace('{number}', String(number)), isBold: true };
  return words.length === 0 ? [start] : [start, ' ', ...words];
}

/** The first line with its label, the others empty. */
export function linesToFill({ label, lines = 1 }: Extract<Block, { kind: 'TO_FILL' }>): string[] {
  return [label, ...Array.from({ length: Math.max(0, lines - 1) }, () => '')];
}

/** Shares of the width that are the whole together, whatever they were. */
export function sharesOf(columns: Table['columns']): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => share / whole);
}

/** May a row be kept on one page? One as long as a page must be broken, or part of it would be lost. */
export function isShortRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.length <= 600 && cell.split('\n').length <= 12);
}

/** May all of it be kept on one page with what follows? */
export function isShort(blocks: readonly Block[], mostLetters: number): boolean {
  return blocks.length <= 20 && blocks.reduce((sum, block) => sum + lettersIn(block), 0) <= mostLetters;
}

function lettersIn(block: Block): number {
  const count = (words: readonly Words[]) => words.reduce((sum, word) => sum + textOf(word).length, 0);
  switch (block.kind) {
    case 'TEXT':
    case 'ARTICLE':
      return count(block.words);
    case 'POINTS':
      return block.points.reduce((sum, words) => sum + count(words) + 60, 0);
    case 'TABLE':
      return Infinity;
    case 'TO_FILL':
      return 80 * (block.lines ?? 1);
    default:
      return block.text.length;
  }
}
