/** A decision comes into force on its day: what it orders is written in the same transaction (D-8), and the officer is told. */
import type { CaseBook } from './case-book.js';
import type { CaseRow } from './decision-rows.js';
import { tellInForce } from './decision-letters.js';

/** The caller holds the case, which is adopted, signed and numbered. */
export function comeIntoForce(book: CaseBook, held: CaseRow): void {
  book.move(held, 'COME_INTO_FORCE', 'IN_FORCE', {}, { isByItself: true, details: { number: held.number, inForceOn: held.inForceOn } });
  book.effects.follow(held, 'IN_FORCE');
  tellInForce(book, held);
}
