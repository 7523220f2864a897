/** Values of options, checked before anything is asked of the server: a slip of the fingers is a use wrongly made, exit code 2. */
import { InvalidArgumentError } from 'commander';
import { cliUsageMessages as m } from './cli-usage.messages.js';
import { ORDER_STATES } from './decisions/vocabulary.js';
import { EVIDENCE_FORMATS } from './evidence/act.rules.js';
import { isDay } from './kernel/calendar.js';
import { dateIn, type Language, say, type Text } from './kernel/language.js';
import { MAIL_SYSTEM_KINDS } from './provisioning/vocabulary.js';
import { AUDIENCES } from './publication/vocabulary.js';
import { SILENCES } from './review/campaign/vocabulary.js';

const DAY_MONTH_YEAR = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
export const FORMATS = EVIDENCE_FORMATS.map((format) => format.toLowerCase().replace(/_/g, '-'));
export const ACTS = ['SENT', 'READ', 'LOGIN', 'RECEIVED'] as const;
export const PERSONS_ROLES = ['ADMIN', 'TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER'] as const;
export const KEY_SCOPES = ['evidence:write', 'findings:read', 'awards:read'] as const;

export const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

export interface Values {
  number(text: string): number;
  /** `2026-06-30` of `2026-06-30` or `30/06/2026`. */
  day(text: string): string;
  days(text: string): string[];
  format(text: string): string;
  acts(text: string): string[];
  reads(text: string): string;
  systemKind(text: string): string;
  audience(text: string): string;
  silence(text: string): string;
  orderStates(text: string): string[];
  roles(text: string, before?: string[]): string[];
  scopes(text: string, before?: string[]): string[];
}

/** The readers of values, which refuse in the language given. */
export function valuesIn(language: Language): Values {
  const refuse = (text: Text, values: Record<string, string>): never => {
    throw new InvalidArgumentError(say({ text, values }, language));
  };
  const oneOf = (known: readonly string[], written: (text: string) => string, text: Text) => (value: string) => {
    const found = known.find((each) => each === written(value));
    return found ?? refuse(text, { value, known: known.join(', ') });
  };
  const shouted = (value: string) => value.trim().toUpperCase().replace(/-/g, '_');
  const day = (text: string) => {
    const [, d, month, year] = DAY_MONTH_YEAR.exec(text.trim()) ?? [];
    const iso = d ? `${year}-${month!.padStart(2, '0')}-${d.padStart(2, '0')}` : text.trim();
    return isDay(iso) ? iso : refuse(m.notDay, { value: text, from: dateIn(language, '1900-01-01'), to: dateIn(language, '2200-12-31') });
  };
  const act = oneOf(ACTS, shouted, m.noAct);
  const role = oneOf(PERSONS_ROLES, shouted, m.noRole);
  const orderState = oneOf(ORDER_STATES, shouted, m.noState);
  const scope = oneOf(KEY_SCOPES, (value) => value.trim(), m.noScope);
  return {
    number: (text) => (text.trim() === '' || !Number.isFinite(Number(text)) ? refuse(m.notNumber, { value: text }) : Number(text)),
    day,
    days: (text) => list(text).map(day),
    format: oneOf(FORMATS, (value) => value.trim().toLowerCase().replace(/_/g, '-'), m.noFormat),
    acts: (text) => list(text).map(act),
    reads: oneOf(['flags', 'bodies'], (value) => value.trim().toLowerCase(), m.noReads),
    audience: oneOf(AUDIENCES, shouted, m.noReads),
    silence: oneOf(SILENCES, shouted, m.noReads),
    systemKind: oneOf(MAIL_SYSTEM_KINDS, shouted, m.noKind),
    orderStates: (text) => list(text).map(orderState),
    roles: (text, before = []) => [...before, ...list(text).map(role)],
    scopes: (text, before = []) => [...before, ...list(text).map(scope)],
  };
}
