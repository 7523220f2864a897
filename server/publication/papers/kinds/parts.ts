/** What papers of several kinds have in common: head, place and date, who signs, what is decided in words. Facts in, parts of a paper out. */
import type { Day } from '../../../kernel/calendar.js';
import { AWARD_TITLE_NAMES } from '../../../decisions/award-titles.messages.js';
import { KIND_IN_SENTENCE } from '../../../decisions/decision-letters.messages.js';
import type { AwardTitleCode } from '../../../decisions/vocabulary.js';
import { say } from '../../../kernel/language.js';
import type { CasePaperFacts } from '../case-paper.read.js';
import {
  dayInArticle,
  dayInWords,
  NO_DAY_IN_WORDS,
  officialNumber,
  personInWords,
  shortDay,
  symbolOfBody,
} from '../official-words.rules.js';
import type { Block, Head, Paper, Signature } from '../paper.js';
import type { PlaceValues } from '../template.rules.js';
import type { PaperTexts } from '../templates.js';

/** What a builder is given besides its facts. */
export interface Making {
  texts: PaperTexts;
  /** Day of the paper where its facts have none. */
  today: Day;
  zone: string;
}

export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

export const headOf = ({ texts }: Making, issuer: string, number: string | null, day: Day | null): Head => ({
  superior: capitals(texts.say('head.superior')) || null,
  issuer: capitals(issuer),
  number,
  placeAndDate: `${texts.say('head.place')}, ${day ? dayInWords(day) : NO_DAY_IN_WORDS}`,
});

/** “không xét danh hiệu thi đua năm 2026”. */
export const matterOf = ({ kind, awardYear }: Pick<CasePaperFacts, 'kind' | 'awardYear'>): string =>
  say({ text: KIND_IN_SENTENCE[kind], values: { year: String(awardYear ?? '') } }, 'vi');

export const titlesOf = ({ awardTitles }: Pick<CasePaperFacts, 'awardTitles'>): string =>
  awardTitles.map((code) => AWARD_TITLE_NAMES[code as AwardTitleCode]?.vi ?? code).join(', ');

/** Everything a text about one case may name. */
export const valuesOf = (facts: CasePaperFacts): PlaceValues => ({
  committee: facts.committee.name,
  committeeBasis: facts.committee.legalBasis.replace(/^\s*căn cứ\s*:?\s*/iu, ''),
  symbol: symbolOfBody(facts.committee.numberSymbol),
  who: personInWords(facts.officer),
  name: facts.officer.name,
  agency: facts.officer.agency ?? '',
  address: facts.address ?? '',
  titles: titlesOf(facts),
  year: facts.awardYear ? String(facts.awardYear) : '',
  reference: facts.reference,
  matter: matterOf(facts),
  inForceOn: dayInArticle(facts.inForceOn),
  ...(facts.finding && { review: facts.finding.review, from: shortDay(facts.finding.from), to: shortDay(facts.finding.to) }),
});

/** The body that proposed it. */
export function proposerOf({ texts }: Making, { proposer, officer }: CasePaperFacts): string {
  if (proposer.role === 'AGENCY_CONTACT' && officer.agency) return texts.say('decision.proposerContact', { agency: officer.agency });
  if (proposer.role === 'SECRETARY') return texts.say('decision.proposerSecretary', { committee: proposer.committee });
  return texts.say('decision.proposerTaskForce');
}

/** Number, day and matter of the decision that this one ends; nothing where it ends none. */
export const endedIn = ({ ended }: CasePaperFacts): PlaceValues =>
  ended
    ? { number: officialNumber(ended.number), day: dayInWords(ended.signedOn), committee: ended.committee, matter: matterOf(ended) }
    : {};

type Signing = Pick<CasePaperFacts, 'signerSeat' | 'signedBy' | 'committee' | 'isByChairAlone'>;

/** Who signs a decision: the chair for the committee, a deputy for the chair, another member with the seat; the chair alone where the chair decided alone. */
export function signatureOf({ texts }: Making, { signerSeat, signedBy, committee, isByChairAlone }: Signing): Signature {
  const isChair = signerSeat === 'CHAIR' || signedBy === null;
  const collective = isChair ? 'sign.chair' : signerSeat === 'DEPUTY' ? 'sign.deputy' : 'sign.other';
  const alone = isChair ? 'sign.chairAlone' : signerSeat === 'DEPUTY' ? 'sign.deputyAlone' : 'sign.other';
  const values = { committee: committee.name, seat: signerSeat ? texts.word(signerSeat) : '' };
  return { authority: texts.lines(isByChairAlone ? alone : collective, values).map(capitals), name: signedBy };
}

export const textBlock = (text: string): Block => ({ kind: 'TEXT', words: [text] });
/** Paragraphs of a text in somebody’s own words. */
export const textBlocks = (text: string): Block[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(textBlock);

/** A paper that is neither issued nor coded yet. */
export const paperOf = (paper: Omit<Paper, 'verification' | 'isDraft' | 'annexes'> & Partial<Pick<Paper, 'annexes'>>): Paper => ({
  annexes: [],
  verification: null,
  isDraft: true,
  ...paper,
});

/** A paper, with what the public page says of it. */
export interface MadePaper {
  paper: Paper;
  /** Number as the public page says it; null where it is written by hand. */
  number: string | null;
  datedOn: Day;
  issuer: string;
}
