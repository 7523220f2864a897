/** Small questions about blocks that both renderers ask: how an article begins, how wide columns are, what belongs together. */
import { paperMessages } from './paper.messages.js';
import type { Block, Table, Words } from './paper.js';

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

/** Whether a block says nothing without the next, and never stands last on its page: a heading, a line in the middle, a sentence before its points. */
export function leads(block: Block, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (block.kind === 'HEADING' || block.kind === 'CENTRED') return true;
  const last = block.kind === 'TEXT' ? block.words.at(-1) : undefined;
  return next.kind === 'POINTS' && last !== undefined && (typeof last === 'string' ? last : last.text).trimEnd().endsWith(':');
}

/** Of a block the part that goes with what leads to it: of points the first. */
export const openingOf = (block: Block): Block => (block.kind === 'POINTS' ? { ...block, points: block.points.slice(0, 1) } : block);
