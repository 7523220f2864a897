/** A paper as lines of text, for tests: everything that would be read on it, in its order. */
import type { Block, Paper, Words } from '../../../server/publication/papers/paper.js';

const said = (words: readonly Words[]): string => words.map((word) => (typeof word === 'string' ? word : word.text)).join('');

function lines(block: Block): string[] {
  switch (block.kind) {
    case 'TEXT':
      return [said(block.words)];
    case 'ARTICLE':
      return [`Điều ${block.number}. ${said(block.words)}`];
    case 'POINTS':
      return block.points.map((point) => `- ${said(point)}`);
    case 'TABLE':
      return [block.table.columns.map(({ title }) => title).join(' | '), ...block.table.rows.map((row) => row.join(' | '))];
    case 'TO_FILL':
      return [`${block.label}: …`];
    default:
      return [block.text];
  }
}

export function textOf({ head, title, body, foot, annexes, verification, isDraft }: Paper): string {
  return [
    ...(isDraft ? ['DỰ THẢO'] : []),
    ...[head.superior, head.issuer, head.number, head.placeAndDate, title.kind, title.about].filter((line) => line !== null),
    ...body.flatMap(lines),
    ...foot.recipients.map((line) => `→ ${line}`),
    ...foot.signatures.map(({ authority, hint, name }) => [...authority, hint, name].filter(Boolean).join(' / ')),
    ...annexes.flatMap(({ title: annex, belongsTo, blocks }) => [annex, belongsTo, ...blocks.flatMap(lines)]),
    ...(verification ? [`${verification.code} ${verification.url}`] : []),
  ].join('\n');
}
