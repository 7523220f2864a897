/** The decision about one officer, and the one with a list for cases of a docket that were signed together. */
import { isAdverse } from '../../../committee/vocabulary.js';
import type { CasePaperFacts } from '../case-paper.read.js';
import { basesIn, dayInWords, officialNumber, sentence, shortDay, spanOfNumbers, symbolOfBody } from '../official-words.rules.js';
import type { Annex, Block, Paper, Words } from '../paper.js';
import type { PlaceValues } from '../template.rules.js';
import type { TemplateName } from '../templates.js';
import { TEMPLATE_OF } from '../vocabulary.js';
import { capitals, headOf, type MadePaper, type Making, paperOf, signatureOf, titlesOf, valuesOf } from './parts.js';

/** Without the mark at its end: the layout gives each its own. */
const bare = (text: string): string => text.trim().replace(/[.;,\s]+$/u, '');

function bases({ texts }: Making, all: readonly CasePaperFacts[]): Block[] {
  const [first] = all as [CasePaperFacts];
  const values = valuesOf(first);
  const given = all.flatMap(({ legalBasis }) => basesIn(legalBasis));
  const findings = all.flatMap(({ finding }) =>
    finding ? [texts.say('decision.baseFinding', { review: finding.review, from: shortDay(finding.from), to: shortDay(finding.to) })] : [],
  );
  const ended = all.flatMap(({ endedNumber }) =>
    endedNumber && all.length === 1 ? [texts.say('decision.baseEnded', { number: officialNumber(endedNumber) })] : [],
  );
  const votes = all.flatMap(({ adoptedOn }) =>
    adoptedOn ? [texts.say('decision.baseVote', { ...values, day: dayInWords(adoptedOn) })] : [],
  );
  const proposers = all.map(({ proposer }) => texts.say('decision.baseProposal', { proposer }));
  const lines = [...given, texts.say('decision.baseCommittee', values), ...findings, ...ended, ...votes, ...proposers].map(bare);
  return [...new Set(lines)].filter((line) => line !== '').map((text) => ({ kind: 'BASIS', text }));
}

function articles(texts: readonly (string | null)[]): { blocks: Block[]; count: number } {
  const said = texts.filter((text) => text !== null && text.trim() !== '') as string[];
  const blocks = said.map((text, i): Block => ({ kind: 'ARTICLE', number: i + 1, words: [sentence(text)] as Words[] }));
  return { blocks, count: said.length };
}

interface Body {
  about: string;
  bases: Block[];
  articles: Block[];
}

const decisionWith = (
  making: Making,
  first: CasePaperFacts,
  body: Body,
  rest: { number: string | null; recipients: string[]; annexes?: Annex[]; fileTitle: string },
): Paper =>
  paperOf({
    head: headOf(making, first.committee.name, rest.number, first.signedOn),
    title: { kind: capitals(making.texts.say('decision.kind')), about: body.about },
    body: [
      { kind: 'CENTRED', text: capitals(making.texts.say('decision.decider', valuesOf(first))), isBold: true },
      ...body.bases,
      { kind: 'CENTRED', text: capitals(making.texts.say('decision.decides')), isBold: true },
      ...body.articles,
    ],
    foot: { recipients: rest.recipients, signatures: [signatureOf(making, first)] },
    annexes: rest.annexes ?? [],
    fileTitle: `${making.texts.say('decision.kind')} ${rest.fileTitle}`,
  });

const numberLine = (number: string | null, symbol: string): string => `Số: ${number ?? `......../${symbol}`}`;

export function decisionPaper(making: Making, facts: CasePaperFacts): MadePaper {
  const { texts } = making;
  const kind = TEMPLATE_OF[facts.kind];
  const values = valuesOf(facts);
  const grounds = facts.grounds.replace(/\s*\n+\s*/g, ' ');
  const until = facts.appealUntil ? shortDay(facts.appealUntil) : '';
  const { blocks, count } = articles([
    texts.say(`decision.${kind}.article1`, values),
    [texts.say(`decision.${kind}.article2`, values), sentence(texts.say('decision.grounds', { grounds }))].join(' '),
    isAdverse(facts.kind) && until ? texts.say('decision.appeal', { ...values, until }) : null,
    texts.say('decision.execution', values),
    facts.inForceOn ? texts.say('decision.force', values) : null,
  ]);
  const number = facts.number && officialNumber(facts.number);
  const execution = String(count - (facts.inForceOn ? 1 : 0));
  const paper = decisionWith(
    making,
    facts,
    { about: texts.say(`decision.${kind}.about`, values), bases: bases(making, [facts]), articles: blocks },
    {
      number: numberLine(number, facts.committee.numberSymbol),
      fileTitle: number ?? facts.reference,
      recipients: texts.lines('decision.recipients', { ...values, execution }),
    },
  );
  return { paper, number, datedOn: facts.signedOn ?? making.today, issuer: facts.committee.name };
}

/** The list that belongs to the decision. */
function listOf({ texts }: Making, all: readonly CasePaperFacts[], number: string, first: CasePaperFacts): Annex {
  const column = (name: TemplateName, share: number, align: 'LEFT' | 'CENTRE' = 'LEFT') => ({ title: texts.say(name), share, align });
  return {
    title: capitals(texts.say('docket.list', { count: String(all.length) })),
    belongsTo: texts.say('docket.belongsTo', {
      number,
      day: first.signedOn ? dayInWords(first.signedOn) : '',
      committee: first.committee.name,
    }),
    blocks: [
      {
        kind: 'TABLE',
        table: {
          columns: [
            column('column.order', 8, 'CENTRE'),
            column('column.name', 26),
            column('column.post', 20),
            column('column.agency', 28),
            column('column.number', 18, 'CENTRE'),
          ],
          rows: all.map(({ officer, number: own }, i) => [
            String(i + 1),
            officer.name,
            officer.post ?? '',
            officer.agency ?? '',
            own ? officialNumber(own) : '',
          ]),
          about: all.map(({ officerId }) => officerId),
        },
      },
    ],
  };
}

/** Cases of one committee, kind and docket that were signed together, in the order of their numbers. */
export function docketDecisionPaper(making: Making, all: readonly CasePaperFacts[]): MadePaper {
  const { texts } = making;
  const [first] = all as [CasePaperFacts];
  const kind = TEMPLATE_OF[first.kind];
  const values: PlaceValues = {
    committee: first.committee.name,
    symbol: symbolOfBody(first.committee.numberSymbol),
    count: String(all.length),
    titles: titlesOf(first),
    year: first.awardYear ? String(first.awardYear) : '',
    ...(first.inForceOn && { inForceOn: shortDay(first.inForceOn) }),
  };
  const grounds = new Set(all.map((facts) => facts.grounds.replace(/\s*\n+\s*/g, ' ').trim()));
  const until = first.appealUntil ? shortDay(first.appealUntil) : '';
  const { blocks, count } = articles([
    texts.say(`docket.${kind}.article1`, values),
    [
      texts.say(`decision.${kind}.article2`, values),
      ...(grounds.size === 1 ? [sentence(texts.say('decision.grounds', { grounds: [...grounds][0]! }))] : []),
    ].join(' '),
    isAdverse(first.kind) && until ? texts.say('docket.appeal', { ...values, until }) : null,
    texts.say('docket.execution', values),
    first.inForceOn ? texts.say('decision.force', values) : null,
  ]);
  const numbers = all.flatMap(({ number }) => number ?? []);
  const span = numbers.length === all.length ? spanOfNumbers(numbers) : null;
  const number = span ?? (numbers.length > 0 ? 'theo danh sách kèm theo' : null);
  const execution = String(count - (first.inForceOn ? 1 : 0));
  const paper = decisionWith(
    making,
    first,
    { about: texts.say(`docket.${kind}.about`, values), bases: bases(making, all), articles: blocks },
    {
      number: numberLine(number, first.committee.numberSymbol),
      fileTitle: [span, first.docket].filter(Boolean).join(' '),
      recipients: texts.lines('docket.recipients', { ...values, execution }),
      annexes: [listOf(making, all, number ?? '', first)],
    },
  );
  return { paper, number, datedOn: first.signedOn ?? making.today, issuer: first.committee.name };
}
