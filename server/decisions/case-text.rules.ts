/** Texts that people write into cases: how they are cleaned and what is wrong with them. */
import type { Reason } from '../kernel/refusal.js';
import { DECISION_TEXTS } from './decision.messages.js';

export const LONGEST_TEXT = 10_000;
export const LONGEST_REASON = 2_000;
export const LONGEST_DOCKET = 100;

/** One spelling of letters, one kind of line end, nothing around it. */
export const cleanWords = (text: string | null | undefined): string => (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** Control characters other than line ends and tabs, which hide in papers and logs. */
const HIDDEN = /[^\P{Cc}\n\t]/u;

/** What is wrong with a cleaned text; null when nothing is. `missing` is said where it is empty and needed. */
export function textFault(text: string, path: string[], most: number, missing?: keyof typeof DECISION_TEXTS): Reason | null {
  // Blanks that nobody sees are no words.
  const isEmpty = !/[\p{L}\p{N}]/u.test(text);
  if (isEmpty && (missing || !text)) return missing ? { code: 'REQUIRED', path, message: { text: DECISION_TEXTS[missing] } } : null;
  if (text.length > most) return { code: 'LIMIT', path, message: { text: DECISION_TEXTS.tooLong, values: { most } } };
  return HIDDEN.test(text) ? { code: 'INVALID', path, message: { text: DECISION_TEXTS.badText } } : null;
}
