/** What follows when an appeal is settled: the decision is in force again, or it is reversed and everything is taken back (D-9, D-10). */
import type { Happening, CaseBook } from './case-book.js';
import type { CaseRow } from './decision-rows.js';
import { tellSettled } from './decision-letters.js';
import { lastDay } from './period.rules.js';

export interface Settlement {
  isUpheld: boolean;
  /** What the officer is answered; null where members voted. */
  text: string | null;
  /** Who settled it; null where members voted. */
  settledBy: string | null;
  findingWasWrong?: boolean;
  paperNumber?: string | null;
  paperOn?: string | null;
  happening?: Happening;
}

/** The caller holds the case, which is under appeal. */
export function settleAppeal(book: CaseBook, held: CaseRow, settlement: Settlement): void {
  const appeal = book.openAppeal(held);
  if (!appeal) throw new Error('There is no appeal to settle.');
  const { isUpheld, text, settledBy, findingWasWrong = false, paperNumber = null, paperOn = null, happening } = settlement;
  const { today } = book.act;
  book.changeAppeal(appeal, { settledOn: today, isUpheld, answer: text, settledBy, findingWasWrong, paperNumber, paperOn });
  const told = { note: text, isConfidential: true, ...happening };
  if (isUpheld) {
    // The superior authority can be asked once; after it there is no further instance.
    const appealUntil = appeal.instance === 1 ? lastDay(today, book.ruleOf(held).secondAppealDays, book.calendar) : null;
    book.move(held, 'SETTLE_APPEAL', 'IN_FORCE', { appealUntil }, told);
    book.effects.follow(held, 'UPHELD');
  } else {
    book.move(held, 'SETTLE_APPEAL', 'REVERSED', { appealUntil: null }, told);
    book.effects.follow(held, 'REVERSED');
  }
  tellSettled(book, held, isUpheld, text);
}
