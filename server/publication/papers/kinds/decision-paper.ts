/** The decision about one officer, the one with a list for cases of a docket that were signed together, and the extract from such a list for one of them. */
import { isAdverse } from '../../../committee/vocabulary.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { CasePaperFacts } from '../case-paper.read.js';
import {
  bare,
  basesIn,
  basesInOrder,
  counted,
  dayInArticle,
  dayInWords,
  NO_DAY_IN_WORDS,
  officialNumber,
  sentence,
  shortDay,
  type Span,
  spanOfNumbers,
  symbolOfBody,
} from '../official-words.rules.js';
import type { Annex, Block, Foot, Paper, Words } from '../paper.js';
import { paperMessages } from '../papers.messages.js';
import type { PlaceValues } from '../template.rules.js';
import { TEMPLATE_OF } from '../vocabulary.js';
import { listTable } from './list-table.js';
import {
  capitals,
  endedIn,
  headOf,
  type MadePaper,
  type Making,
  paperOf,
  proposerOf,
  signatureOf,
  textBlock,
  titlesOf,
  valuesOf,
} from './parts.js';

/** Of a case: its reasons, on one line. */
const groundsOf = ({ grounds }: CasePaperFacts): string => grounds.replace(/\s*\n+\s*/g, ' ').trim();

function bases(making: Making, all: readonly CasePaperFacts[]): Block[] {
  const { texts } = making;
  const [first] = all as [CasePaperFacts];
  const given = all.flatMap(({ legalBasis }) => basesIn(legalBasis));
  const findings = all.flatMap(({ finding }) =>
    finding ? [texts.say('decision.baseFinding', { review: finding.review, from: shortDay(finding.from), to: shortDay(finding.to) })] : [],
  );
  const ended = all.length === 1 && first.ended ? [texts.say('decision.baseEnded', endedIn(first))] : [];
  const votes = all
    .toSorted((a, b) => (a.adoptedOn ?? '').localeCompare(b.adoptedOn ?? ''))
    .flatMap(({ adoptedOn, adoptedBy, isByChairAlone }) =>
      adoptedOn && !isByChairAlone ? [texts.say('decision.baseVote', { committee: adoptedBy, day: dayInWords(adoptedOn) })] : [],
    );
  const proposals = all.map((facts) => texts.say('decision.baseProposal', { proposer: proposerOf(making, facts) }));
  const documents = basesInOrder([...new Set([...given, texts.say('decision.baseCommittee', valuesOf(first)), ...ended].map(bare))]);
  const lines = [...documents, ...[...findings, ...votes, ...proposals].map(bare)];
  return [...new Set(lines)].filter((line) => line !== '').map((text) => ({ kind: 'BASIS', text }));
}

function articles(texts: readonly (string | null)[]): { blocks: Block[]; count: number } {
  const said = texts.filter((text) => text !== null && text.trim() !== '') as string[];
  const blocks = said.map((text, i): Block => ({ kind: 'ARTICLE', number: i + 1, words: [sentence(text)] as Words[] }));
  return { blocks, count: said.length };
}

interface Body {
  kind: string;
  about: string;
  bases: Block[];
  articles: Block[];
  number: string;
  fileTitle: string;
  foot: Foot;
  annexes?: Annex[];
}

function decisionWith(making: Making, first: CasePaperFacts, body: Body): Paper {
  const { texts } = making;
  const decider = texts.say(first.isByChairAlone ? 'decision.deciderChair' : 'decision.decider', valuesOf(first));
  return paperOf({
    head: headOf(making, first.committee.name, body.number, first.signedOn),
    title: { kind: capitals(body.kind), about: body.about },
    body: [
      { kind: 'CENTRED', text: capitals(decider), isBold: true },
      ...body.bases,
      { kind: 'CENTRED', text: capitals(texts.say('decision.decides')), isBold: true },
      ...body.articles,
    ],
    foot: body.foot,
    annexes: body.annexes ?? [],
    fileTitle: `${body.kind} ${body.fileTitle}`,
  });
}

const dotted = (symbol: string): string => `......../${symbol}`;
const numberLine = (number: string | null, symbol: string): string => `Số: ${number ?? dotted(symbol)}`;

/** What follows from it, for one officer. */
function consequences({ texts }: Making, facts: CasePaperFacts): string {
  const kind = TEMPLATE_OF[facts.kind];
  const values = { ...valuesOf(facts), ...(kind === 'lift' ? endedIn(facts) : {}) };
  const text = texts.say(`decision.${kind}.article2`, values);
  return kind === 'restoration' && facts.ended ? `${text} ${texts.say('decision.restoration.ended', endedIn(facts))}` : text;
}

export function decisionPaper(making: Making, facts: CasePaperFacts): MadePaper {
  const { texts } = making;
  const kind = TEMPLATE_OF[facts.kind];
  const values = valuesOf(facts);
  const { blocks, count } = articles([
    [texts.say(`decision.${kind}.article1`, values), sentence(texts.say('decision.grounds', { grounds: groundsOf(facts) }))].join(' '),
    consequences(making, facts),
    isAdverse(facts.kind) ? texts.say('decision.appeal', { ...values, until: dayInArticle(facts.appealUntil) }) : null,
    texts.say('decision.execution', values),
    texts.say('decision.force', values),
  ]);
  const number = facts.number && officialNumber(facts.number);
  const isExtract = facts.isOnList && number !== null && facts.signedOn !== null;
  const note = isExtract
    ? [
        textBlock(
          texts.say('decision.extractNote', {
            ...values,
            number,
            day: dayInWords(facts.signedOn!),
            signer: facts.signedBy ?? texts.word('CHAIR'),
          }),
        ),
      ]
    : [];
  const paper = decisionWith(making, facts, {
    kind: texts.say(isExtract ? 'decision.extractKind' : 'decision.kind'),
    about: texts.say(`decision.${kind}.about`, values),
    bases: bases(making, [facts]),
    articles: [...blocks, ...note],
    number: numberLine(number, facts.committee.numberSymbol),
    fileTitle: number ?? facts.reference,
    foot: isExtract
      ? { recipients: texts.lines('decision.extractRecipients', values), signatures: [] }
      : {
          recipients: texts.lines('decision.recipients', { ...values, execution: String(count - 1) }),
          signatures: [signatureOf(making, facts)],
        },
  });
  return { paper, number, datedOn: facts.signedOn ?? making.today, issuer: facts.committee.name };
}

/** Numbers of a list: a run of them, some with gaps, or none yet. */
interface Numbers {
  span: Span | null;
  areGiven: boolean;
}

/** The list that belongs to the decision. */
function listOf(making: Making, all: readonly CasePaperFacts[], { span, areGiven }: Numbers, isGrounded: boolean): Annex {
  const { texts } = making;
  const [first] = all as [CasePaperFacts];
  const { name: committee, numberSymbol } = first.committee;
  const kind = TEMPLATE_OF[first.kind];
  const day = first.signedOn ? dayInWords(first.signedOn) : NO_DAY_IN_WORDS;
  const belongsTo = span
    ? texts.say('docket.belongsTo', { first: span.first, last: span.last, day, committee })
    : areGiven
      ? texts.say('docket.belongsToListed', { day, committee })
      : texts.say('docket.belongsToDraft', { number: dotted(numberSymbol), day, committee });
  const values = { count: counted(all.length), year: first.awardYear ? String(first.awardYear) : '' };
  return {
    title: capitals(texts.say(`docket.${kind}.list`, values)),
    belongsTo,
    blocks: [{ kind: 'TABLE', table: listTable(texts, all, isGrounded ? groundsOf : null) }],
  };
}

/** One case has one original: what was issued alone must become an extract first, and a list of one is no list. */
function refuseSecondOriginal(all: readonly CasePaperFacts[]): void {
  const alone = all.filter(({ hasOwnOriginal }) => hasOwnOriginal);
  if (alone.length === 0 && all.length > 1) return;
  const references = (alone.length > 0 ? alone : all).map(({ reference }) => reference).join(', ');
  const text = all.length > 1 ? paperMessages.issuedAlone : paperMessages.listOfOne;
  throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'N-1', path: ['aboutId'], message: { text, values: { references } } });
}

/** Cases of one committee, kind and docket that were signed together, in the order of their numbers. */
export function docketDecisionPaper(making: Making, all: readonly CasePaperFacts[]): MadePaper {
  const { texts } = making;
  const [first] = all as [CasePaperFacts];
  const kind = TEMPLATE_OF[first.kind];
  const values: PlaceValues = {
    committee: first.committee.name,
    symbol: symbolOfBody(first.committee.numberSymbol),
    count: counted(all.length),
    titles: titlesOf(first),
    year: first.awardYear ? String(first.awardYear) : '',
    inForceOn: dayInArticle(first.inForceOn),
  };
  const numbers = all.flatMap(({ number }) => number ?? []);
  if (numbers.length === all.length) refuseSecondOriginal(all);
  const grounds = new Set(all.map(groundsOf));
  const { blocks, count } = articles([
    [
      texts.say(`docket.${kind}.article1`, values),
      ...(grounds.size === 1 ? [sentence(texts.say('decision.grounds', { grounds: [...grounds][0]! }))] : []),
    ].join(' '),
    texts.say(kind === 'restoration' || kind === 'lift' ? `docket.${kind}.article2` : `decision.${kind}.article2`, values),
    isAdverse(first.kind) ? texts.say('docket.appeal', { ...values, until: dayInArticle(first.appealUntil) }) : null,
    texts.say('docket.execution', values),
    texts.say('decision.force', values),
  ]);
  const span = numbers.length === all.length ? spanOfNumbers(numbers) : null;
  const areGiven = numbers.length > 0;
  const listed = areGiven ? texts.say('docket.numberListed', { symbol: first.committee.numberSymbol }) : null;
  const paper = decisionWith(making, first, {
    kind: texts.say('decision.kind'),
    about: texts.say(`docket.${kind}.about`, values),
    bases: bases(making, all),
    articles: blocks,
    number: (span ? null : listed) ?? numberLine(span?.text ?? null, first.committee.numberSymbol),
    fileTitle: [span?.text, first.docket].filter(Boolean).join(' '),
    foot: {
      recipients: texts.lines('docket.recipients', { ...values, execution: String(count - 1) }),
      signatures: [signatureOf(making, first)],
    },
    annexes: [listOf(making, all, { span, areGiven }, grounds.size > 1)],
  });
  const number = span?.text ?? (areGiven ? texts.say('docket.numbersListed') : null);
  return { paper, number, datedOn: first.signedOn ?? making.today, issuer: first.committee.name };
}
