/** What is left of a paper when somebody on it is erased (K-5)? */
import type { Block, Paper } from './paper.js';

/** The head, the kind, the date and who signed; nothing of the text. */
export const withoutText = (paper: Paper, removed: string): Paper => ({
  ...paper,
  title: { ...paper.title, about: null },
  body: [{ kind: 'TEXT', words: [removed] }],
  foot: { ...paper.foot, recipients: [] },
  annexes: [],
});

/** A number of a decision, or of a line: what stays of a line in a list. */
const NUMBER = /^\d+([/.].*)?$/;

/** The same paper without one of those it is about: the line in its lists is emptied up to its numbers, the name is replaced wherever it stands, in capitals too. */
export function withoutPerson(paper: Paper, name: string, removed: string): Paper {
  const known = name.normalize('NFC').trim();
  if (known === '') return paper;
  // The name and no longer one that begins with it: what follows is no letter, nor another part of a name.
  const whole = [known, known.toLocaleUpperCase('vi')].map((one) => new RegExp(`(?<!\\p{L})${escaped(one)}(?!\\p{L}| \\p{Lu})`, 'gu'));
  const inText = (text: string): string => whole.reduce((left, one) => left.replace(one, () => removed), text.normalize('NFC'));
  const isTheirs = (row: readonly string[]) => row.some((cell) => inText(cell) !== cell.normalize('NFC'));
  const inBlock = (block: Block): Block => {
    if (block.kind !== 'TABLE') return changed(block, inText);
    const rows = block.table.rows.map((row) =>
      isTheirs(row) ? row.map((cell) => (cell === '' || NUMBER.test(cell) ? cell : removed)) : row,
    );
    return { ...block, table: { ...block.table, rows } };
  };
  return {
    ...changed(paper, inText),
    body: paper.body.map(inBlock),
    annexes: paper.annexes.map((annex) => ({ ...changed(annex, inText), blocks: annex.blocks.map(inBlock) })),
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every text in a thing, changed. */
function changed<T>(thing: T, change: (text: string) => string): T {
  if (typeof thing === 'string') return change(thing) as T;
  if (Array.isArray(thing)) return thing.map((one: unknown) => changed(one, change)) as T;
  if (thing !== null && typeof thing === 'object')
    return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, changed(value as unknown, change)])) as T;
  return thing;
}
