/** Small questions about blocks that both renderers ask: how an article begins, how wide columns are. */
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
