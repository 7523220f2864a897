/** What is answered about an officer, a title and a year? Worked out from the exclusions that were on record at the moment asked for. */
import type { Day } from '../kernel/calendar.js';
import type { Reason } from '../kernel/refusal.js';
import { isAwardTitle } from '../decisions/award-titles.js';
import { AWARD_TITLES, type ExclusionStatus } from '../decisions/vocabulary.js';
import { awardsMessages } from './awards.messages.js';
import type { EligibilityStatus } from './vocabulary.js';

export const MOST_CODES = 1_000;
const YEARS = { first: 1900, last: 2200 };

/** An exclusion on record at a moment, of the officer, title and year asked for. */
export interface Exclusion {
  status: ExclusionStatus;
  decisionNumber: string;
  inForceOn: Day;
}

export interface Standing {
  status: EligibilityStatus;
  /** An exclusion that is stayed counts as none (D-9). */
  isEligible: boolean;
  decisionNumber: string | null;
  inForceOn: Day | null;
}

export const UNKNOWN: Standing = { status: 'UNKNOWN_OFFICER', isEligible: false, decisionNumber: null, inForceOn: null };
export const ELIGIBLE: Standing = { status: 'ELIGIBLE', isEligible: true, decisionNumber: null, inForceOn: null };

const isBefore = (a: Exclusion, b: Exclusion): boolean =>
  a.inForceOn < b.inForceOn || (a.inForceOn === b.inForceOn && a.decisionNumber < b.decisionNumber);

const earliest = (exclusions: readonly Exclusion[]): Exclusion | undefined =>
  exclusions.reduce<Exclusion | undefined>((first, one) => (first && !isBefore(one, first) ? first : one), undefined);

/** EXCLUDED goes before UNDER_APPEAL; of several the one that was in force first is named. */
export function standingOf(exclusions: readonly Exclusion[]): Standing {
  const excluded = earliest(exclusions.filter(({ status }) => status === 'EXCLUDED'));
  if (excluded) return { status: 'EXCLUDED', isEligible: false, decisionNumber: excluded.decisionNumber, inForceOn: excluded.inForceOn };
  const stayed = earliest(exclusions);
  return stayed ? { status: 'UNDER_APPEAL', isEligible: true, decisionNumber: stayed.decisionNumber, inForceOn: null } : ELIGIBLE;
}

export interface Question {
  codes: readonly string[];
  year: number;
  title: string;
  /** As of when; now when it is not given. */
  asOf?: Date | null;
}

/** Why a question is refused; empty when it is not. */
export function questionFaults({ codes, year, title, asOf }: Question, now: Date): Reason[] {
  const faults: Reason[] = [];
  const refuse = (code: Reason['code'], argument: string, message: Reason['message']) =>
    faults.push({ code, rule: 'A-1', path: [argument], message });
  if (codes.length < 1 || codes.length > MOST_CODES)
    refuse('LIMIT', 'officerCodes', { text: awardsMessages.codes, values: { most: MOST_CODES } });
  if (!isAwardTitle(title)) refuse('INVALID', 'title', { text: awardsMessages.title, values: { known: AWARD_TITLES.join(', ') } });
  if (year < YEARS.first || year > YEARS.last) refuse('INVALID', 'year', { text: awardsMessages.year });
  if (asOf && asOf > now) refuse('INVALID', 'asOf', { text: awardsMessages.future });
  return faults;
}

/** A code as it is stored. */
export const codeAsStored = (code: string): string => code.trim().toUpperCase();
