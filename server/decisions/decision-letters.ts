/** The letters of a case: notice, decision in force, answer to an appeal, and that nothing came of it (D-3, D-9). */
import { dateIn, type Message, say } from '../kernel/language.js';
import { ownUrl } from '../kernel/own-url.js';
import { isAdverse } from '../committee/vocabulary.js';
import { CODE_PLACE } from '../notices/letter-code.js';
import { letterSettings } from '../notices/letter-settings.js';
import { AWARD_TITLE_NAMES } from './award-titles.messages.js';
import type { CaseBook } from './case-book.js';
import { DECISION_LETTERS, KIND_EFFECT, KIND_IN_SENTENCE } from './decision-letters.messages.js';
import type { CaseRow } from './decision-rows.js';
import type { AwardTitleCode } from './vocabulary.js';

const inSentence = (held: CaseRow): string => {
  const { language } = letterSettings();
  return say({ text: KIND_IN_SENTENCE[held.kind], values: { year: String(held.awardYear ?? '') } }, language);
};

const titles = ({ awardTitles }: CaseRow): string => {
  const { language } = letterSettings();
  return awardTitles.map((code) => AWARD_TITLE_NAMES[code as AwardTitleCode]?.[language] ?? code).join(', ');
};

const day = (text: string | null): string => (text ? dateIn(letterSettings().language, text) : '');

/** Said once, also where the basis was typed with its first word as decisions have it. */
const basisOf = (legalBasis: string): Message => ({
  text: DECISION_LETTERS.basis,
  values: { basis: legalBasis.replace(/^\s*căn cứ\s*:?\s*/iu, '') || legalBasis },
});

/** The code and where it is typed in. */
const codeFor = ({ act }: CaseBook): Message => ({
  text: DECISION_LETTERS.code,
  values: { code: CODE_PLACE, address: `${ownUrl(act.ground)}/#/code` },
});

interface Letter {
  kind: string;
  title: Message;
  paragraphs: readonly (Message | null)[];
  /** Whether it holds the one-time code that opens the own file. */
  carriesCode?: boolean;
}

function write(book: CaseBook, held: CaseRow, { kind, title, paragraphs, carriesCode = false }: Letter): void {
  book.effects.write({
    kind,
    officerId: held.officerId,
    about: `decision:${held.id}`,
    title,
    paragraphs: paragraphs.filter((paragraph) => paragraph !== null),
    isReplacing: true,
    carriesCode,
  });
}

/** The notice of an adverse proposal, to be served on the officer. */
export function writeNotice(book: CaseBook, held: CaseRow, committee: string): void {
  const { reference, legalBasis, grounds } = held;
  const values = { kind: inSentence(held), reference, committee };
  write(book, held, {
    kind: 'decision.notice',
    title: { text: DECISION_LETTERS.noticeTitle, values },
    paragraphs: [
      { text: DECISION_LETTERS.notice, values },
      basisOf(legalBasis),
      { text: DECISION_LETTERS.grounds, values: { grounds } },
      { text: DECISION_LETTERS.explain, values: { days: book.ruleOf(held).noticeDays } },
      codeFor(book),
    ],
    carriesCode: true,
  });
}

export function tellInForce(book: CaseBook, held: CaseRow): void {
  const { number, signedBy, legalBasis, grounds, appealUntil } = held;
  const values = {
    kind: inSentence(held),
    number: number ?? '',
    day: day(held.inForceOn),
    signer: signedBy ?? '',
    committee: book.nameOf(held.committeeId),
  };
  write(book, held, {
    kind: 'decision.inForce',
    title: { text: DECISION_LETTERS.inForceTitle, values },
    paragraphs: [
      { text: DECISION_LETTERS.inForce, values },
      { text: KIND_EFFECT[held.kind], values: { titles: titles(held) } },
      basisOf(legalBasis),
      isAdverse(held.kind) ? { text: DECISION_LETTERS.grounds, values: { grounds } } : null,
      appealUntil ? { text: DECISION_LETTERS.appeal, values: { until: day(appealUntil) } } : null,
      appealUntil ? codeFor(book) : null,
    ],
    carriesCode: appealUntil !== null,
  });
}

export function tellSettled(book: CaseBook, held: CaseRow, isUpheld: boolean, text: string | null): void {
  const values = { number: held.number ?? '' };
  write(book, held, {
    kind: 'decision.settled',
    title: { text: DECISION_LETTERS.settledTitle, values },
    paragraphs: [
      { text: isUpheld ? DECISION_LETTERS.upheld : DECISION_LETTERS.reversed, values },
      text ? { text: DECISION_LETTERS.answer, values: { text } } : null,
      isUpheld && held.appealUntil ? { text: DECISION_LETTERS.appealAgain, values: { until: day(held.appealUntil) } } : null,
      isUpheld && held.appealUntil ? codeFor(book) : null,
    ],
    carriesCode: isUpheld && held.appealUntil !== null,
  });
}

/** Who was given notice is told that nothing came of it. */
export function tellNotAdopted(book: CaseBook, held: CaseRow): void {
  if (!isAdverse(held.kind)) return;
  const values = { kind: inSentence(held), reference: held.reference };
  write(book, held, {
    kind: 'decision.notAdopted',
    title: { text: DECISION_LETTERS.notAdoptedTitle, values },
    paragraphs: [{ text: DECISION_LETTERS.notAdopted, values }],
  });
}
