/**
 * What exactly is printed, once the rules of writing are applied to a paper: capitals, marks at line ends, one paragraph a block, and the foot in its place?
 * Both renderers begin here and change no word afterwards.
 */
import type { Annex, Block, Foot, Paper, Words } from './paper.js';
import {
  basesWritten,
  inCapitals,
  onOneLine,
  onOwnLines,
  paragraphsIn,
  recipientsWritten,
  withoutAcademicTitles,
  written,
} from './words.rules.js';

export interface SettledPaper extends Omit<Paper, 'body'> {
  body: Block[];
  /** From the first place to cut on: a slip is torn off below the signature, so the foot stands before it. */
  slip: Block[];
}

export function settledPaper(paper: Paper): SettledPaper {
  const blocks = settledBlocks(paper.body);
  const cut = blocks.findIndex(({ kind }) => kind === 'CUT');
  const end = cut === -1 ? blocks.length : cut;
  const { head, title, verification } = paper;
  return {
    head: {
      superior: head.superior === null ? null : inCapitals(head.superior),
      issuer: inCapitals(head.issuer),
      number: head.number === null ? null : onOneLine(head.number),
      placeAndDate: onOneLine(head.placeAndDate),
    },
    title: { kind: inCapitals(title.kind), about: title.about === null ? null : onOwnLines(title.about) },
    body: blocks.slice(0, end),
    slip: blocks.slice(end),
    foot: settledFoot(paper.foot),
    annexes: paper.annexes.map(settledAnnex),
    verification: verification && { code: onOneLine(verification.code), url: onOneLine(verification.url) },
    isDraft: paper.isDraft,
    fileTitle: onOneLine(paper.fileTitle),
  };
}

function settledFoot({ recipients, signatures }: Foot): Foot {
  return {
    recipients: recipientsWritten(recipients),
    signatures: signatures.map(({ authority, hint, name }) => ({
      authority: authority.map(inCapitals),
      ...(hint ? { hint: onOneLine(hint) } : {}),
      name: name === null ? null : withoutAcademicTitles(name),
    })),
  };
}

function settledAnnex({ title, belongsTo, blocks }: Annex): Annex {
  return { title: inCapitals(title), belongsTo: onOwnLines(belongsTo), blocks: settledBlocks(blocks) };
}

function settledBlocks(blocks: readonly Block[]): Block[] {
  const bases = basesWritten(blocks.flatMap((block) => (block.kind === 'BASIS' ? [block.text] : [])));
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'BASIS':
        return [{ kind: 'BASIS', text: bases.shift()! }];
      case 'TEXT':
        return paragraphsOf(block.words).map((words) => ({ kind: 'TEXT', words }));
      case 'ARTICLE': {
        const [first = [], ...rest] = paragraphsOf(block.words);
        return [{ ...block, words: first }, ...rest.map((words): Block => ({ kind: 'TEXT', words }))];
      }
      case 'POINTS':
        return [
          {
            kind: 'POINTS',
            points: block.points.map((words, index) =>
              pointEnded(
                words.map((word) => withText(word, written(textOf(word)).replace(/\s+/g, ' '))),
                index === block.points.length - 1 ? '.' : ';',
              ),
            ),
          },
        ];
      case 'TO_FILL':
        return [{ ...block, label: onOneLine(block.label) }];
      case 'TABLE': {
        const { columns, rows } = block.table;
        if (rows.some((row) => row.length !== columns.length))
          throw new Error('A row of a table has more or fewer cells than there are columns.');
        return [
          {
            kind: 'TABLE',
            table: {
              columns: columns.map((column) => ({ ...column, title: onOneLine(column.title) })),
              rows: rows.map((row) => row.map((cell) => paragraphsIn(cell).join('\n'))),
            },
          },
        ];
      }
      default:
        return [{ ...block, text: onOneLine(block.text) }];
    }
  });
}

/** Points end in “;”, the last of them in “.”; a question stays one. */
function pointEnded(words: readonly Words[], mark: ';' | '.'): Words[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  const text = textOf(last).replace(/[\s;.,]+$/u, '');
  return [...words.slice(0, -1), withText(last, /[!?…:]$/u.test(text) ? text : text + mark)];
}

export function textOf(words: Words): string {
  return typeof words === 'string' ? words : words.text;
}

function withText(words: Words, text: string): Words {
  return typeof words === 'string' ? text : { ...words, text };
}

/** Words parted where a person ended a line, without empty paragraphs; what follows a stressed word in one breath (“,”, “)”) is stressed with it, so that no gap can open between. */
function paragraphsOf(words: readonly Words[]): Words[][] {
  const paragraphs: Words[][] = [[]];
  for (const word of words) {
    written(textOf(word))
      .split('\n')
      .forEach((line, index) => {
        if (index > 0) paragraphs.push([]);
        const paragraph = paragraphs.at(-1)!;
        const text = (paragraph.length === 0 ? line.trimStart() : line).replace(/\s+/g, ' ');
        if (text !== '') paragraph.push(withText(word, text));
      });
  }
  return paragraphs.map(joinedMarks).filter((paragraph) => paragraph.some((word) => textOf(word).trim() !== ''));
}

function joinedMarks(paragraph: Words[]): Words[] {
  const joined: Words[] = [];
  for (const word of paragraph) {
    const [marks = ''] = /^[.,;:!?)”]+/u.exec(textOf(word)) ?? [];
    const before = joined.at(-1);
    const isGlued = before !== undefined && marks !== '' && !textOf(before).endsWith(' ');
    if (isGlued) joined[joined.length - 1] = withText(before, textOf(before) + marks);
    const rest = isGlued ? textOf(word).slice(marks.length) : textOf(word);
    if (rest !== '') joined.push(withText(word, rest));
  }
  return joined;
}
