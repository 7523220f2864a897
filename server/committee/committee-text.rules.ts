/** Texts by which a committee is known, and on which it stands: how they are cleaned and what is wrong with them. */
import { cleanText, textDefect } from '../kernel/name.rules.js';
import type { Reason } from '../kernel/refusal.js';
import { COMMITTEE_TEXTS } from './committee.messages.js';

const CODE = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const LONGEST_CODE = 32;
export const LONGEST_BASIS = 4_000;

export interface CommitteeTexts {
  code: string;
  name: string;
  legalBasis: string;
}

export const cleanTexts = ({ code, name, legalBasis }: CommitteeTexts): CommitteeTexts => ({
  code: code.trim().toUpperCase(),
  name: cleanText(name),
  legalBasis: legalBasis.normalize('NFC').trim(),
});

/** All that is wrong with cleaned texts. */
export function textFaults({ code, name, legalBasis }: CommitteeTexts): Reason[] {
  const faults: Reason[] = [];
  const fault = (field: string, text: keyof typeof COMMITTEE_TEXTS, kind: Reason['code'] = 'INVALID', values?: Record<string, number>) =>
    faults.push({ code: kind, path: ['input', field], message: { text: COMMITTEE_TEXTS[text], ...(values && { values }) } });
  if (!CODE.test(code) || code.length > LONGEST_CODE) fault('code', 'code');
  if (!name) fault('name', 'name', 'REQUIRED');
  else if (textDefect(name)) fault('name', 'nameDefect');
  if (!legalBasis) fault('legalBasis', 'legalBasis', 'REQUIRED');
  else if (legalBasis.length > LONGEST_BASIS) fault('legalBasis', 'textTooLong', 'LIMIT', { most: LONGEST_BASIS });
  return faults;
}
