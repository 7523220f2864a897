/** What is left of a paper when somebody on it is erased (K-5)? */
import { isDeepStrictEqual } from 'node:util';
import type { About, Block, Paper } from './paper.js';

/** What stands in place of a text that is gone. */
export const emptyBody = (removed: string): Block[] => [{ kind: 'TEXT', words: [removed] }];

export const isEmptied = ({ body }: Pick<Paper, 'body'>, removed: string): boolean => isDeepStrictEqual(body, emptyBody(removed));

/** The head, the kind, the date and who signed; nothing of the text. */
export const withoutText = (paper: Paper, removed: string): Paper => ({
  ...paper,
  title: { ...paper.title, about: null },
  body: emptyBody(removed),
  foot: { ...paper.foot, recipients: [] },
  annexes: [],
});

/** A number of a decision, or of a line: what stays of a line in a list. */
const NUMBER = /^\d+([/.].*)?$/;

export interface Forgotten {
  /** The officer and the accounts: lines about one of them are emptied. */
  ids: readonly string[];
  /** As the person is and was called. */
  names: readonly string[];
  /** Names of the others on the paper: one that is somebody else's too stays where it is not said whose it is. */
  others: readonly string[];
}

const plain = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('vi');

/**
 * The same paper without one of those it is about: lines of lists about the person are emptied up to their numbers, elsewhere the name is replaced, in capitals too,
 * where nobody else on the paper has it. Who signed stays.
 */
export function withoutPerson(paper: Paper, { ids, names, others }: Forgotten, removed: string): Paper {
  const { signatures } = paper.foot;
  const taken = new Set([...others, ...signatures.flatMap(({ name }) => name ?? [])].map(plain));
  const own = [...new Set(names.map((name) => name.normalize('NFC').trim()))].filter((name) => name !== '' && !taken.has(plain(name)));
  // The name and no longer one that begins with it: what follows is no letter, nor another part of a name.
  const whole = own
    .flatMap((name) => [name, name.toLocaleUpperCase('vi')])
    .map((one) => new RegExp(`(?<!\\p{L})${escaped(one)}(?!\\p{L}| \\p{Lu})`, 'gu'));
  const inText = (text: string): string => whole.reduce((left, one) => left.replace(one, () => removed), text.normalize('NFC'));
  const isNamed = (row: readonly string[]) => row.some((cell) => inText(cell) !== cell.normalize('NFC'));
  const isTheirs = (about: About | undefined, i: number, row: readonly string[]) => (about ? ids.includes(about[i] ?? '') : isNamed(row));
  const inBlock = (block: Block): Block => {
    if (block.kind === 'TABLE') {
      const { rows, about } = block.table;
      const left = rows.map((row, i) =>
        isTheirs(about, i, row) ? row.map((cell) => (cell === '' || NUMBER.test(cell) ? cell : removed)) : row,
      );
      return { ...block, table: { ...block.table, rows: left } };
    }
    if (block.kind === 'POINTS' && block.about)
      return { ...block, points: block.points.map((point, i) => (isTheirs(block.about, i, []) ? [removed] : point)) };
    return changed(block, inText);
  };
  const left: Paper = {
    ...changed(paper, inText),
    body: paper.body.map(inBlock),
    annexes: paper.annexes.map((annex) => ({ ...changed(annex, inText), blocks: annex.blocks.map(inBlock) })),
  };
  return { ...left, foot: { ...left.foot, signatures } };
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
