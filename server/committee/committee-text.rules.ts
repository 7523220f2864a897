/** Texts by which a committee is known, and on which it stands: how they are cleaned and what is wrong with them. */
import { cleanText, textDefect } from '../kernel/name.rules.js';
import type { Reason } from '../kernel/refusal.js';
import { COMMITTEE_TEXTS } from './committee.messages.js';

const CODE = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const LONGEST_CODE = 32;
/** What stands after the number of a decision: `QĐ-BCĐ`, `QĐ-BCĐCCHC` (N-1). */
const SYMBOL = /^QĐ-[\p{Lu}\p{N}]+(?:-[\p{Lu}\p{N}]+)*$/u;
const LONGEST_SYMBOL = 20;
export const LONGEST_BASIS = 4_000;

export interface CommitteeTexts {
  code: string;
  name: string;
  legalBasis: string;
  /** The usual one where none is given. */
  numberSymbol?: string;
}

interface GivenTexts extends Omit<CommitteeTexts, 'numberSymbol'> {
  numberSymbol?: string | null;
}

export const cleanTexts = ({ code, name, legalBasis, numberSymbol }: GivenTexts): CommitteeTexts => ({
  code: code.trim().toUpperCase(),
  name: cleanText(name),
  legalBasis: legalBasis.normalize('NFC').trim(),
  ...(numberSymbol?.trim() && { numberSymbol: cleanText(numberSymbol).toLocaleUpperCase('vi') }),
});

/** All that is wrong with cleaned texts. */
export function textFaults({ code, name, legalBasis, numberSymbol }: CommitteeTexts): Reason[] {
  const faults: Reason[] = [];
  const fault = (field: string, text: keyof typeof COMMITTEE_TEXTS, kind: Reason['code'] = 'INVALID', values?: Record<string, number>) =>
    faults.push({ code: kind, path: ['input', field], message: { text: COMMITTEE_TEXTS[text], ...(values && { values }) } });
  if (!CODE.test(code) || code.length > LONGEST_CODE) fault('code', 'code');
  if (!name) fault('name', 'name', 'REQUIRED');
  else if (textDefect(name)) fault('name', 'nameDefect');
  if (!legalBasis) fault('legalBasis', 'legalBasis', 'REQUIRED');
  else if (legalBasis.length > LONGEST_BASIS) fault('legalBasis', 'textTooLong', 'LIMIT', { most: LONGEST_BASIS });
  if (numberSymbol !== undefined && (!SYMBOL.test(numberSymbol) || numberSymbol.length > LONGEST_SYMBOL))
    fault('numberSymbol', 'numberSymbol', 'INVALID', { most: LONGEST_SYMBOL });
  return faults;
}
