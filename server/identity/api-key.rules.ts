/** What does an API key look like, what may it do, and until when? */
import { hash, randomBytes } from 'node:crypto';
import { addDays, type Day } from '../kernel/calendar.js';
import { cleanText, textDefect } from '../kernel/name.rules.js';
import type { Reason } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';

/** Days until the latest end of a key, counted from today. */
export const LONGEST_KEY_DAYS = 365;
/** Characters of the longest name of a key. */
export const LONGEST_KEY_NAME = 100;

const KEY = /^htk_[\w-]{51}$/;
const VISIBLE = 'htk_'.length + 8;

/** `htk_`, eight characters that are shown in lists, and 256 bits that nobody keeps. */
export const newApiKey = (): string => `htk_${randomBytes(6).toString('base64url')}${randomBytes(32).toString('base64url')}`;

export const prefixOf = (key: string): string => key.slice(0, VISIBLE);

export const looksLikeApiKey = (token: string): boolean => token.startsWith('htk_');

/** What is stored of a key; undefined for a text that cannot be one. */
export const apiKeyHash = (key: string): string | undefined => (KEY.test(key) ? hash('sha256', key, 'hex') : undefined);

export interface NewApiKey {
  name: string;
  scopes: readonly string[];
  expiresOn: Day;
}

/** Why a key cannot be made so; empty when it can. `known` are the scopes that rooms have announced. */
export function apiKeyDefects({ name, scopes, expiresOn }: NewApiKey, known: readonly string[], today: Day): Reason[] {
  const reasons: Reason[] = [];
  const clean = cleanText(name);
  if (clean === '') reasons.push({ code: 'REQUIRED', path: ['name'], message: { text: accountMessages.keyNameNeeded } });
  else if (textDefect(clean) || clean.length > LONGEST_KEY_NAME)
    reasons.push({
      code: 'INVALID',
      path: ['name'],
      message: { text: accountMessages.keyNameDefect, values: { longest: LONGEST_KEY_NAME } },
    });
  if (scopes.length === 0) reasons.push({ code: 'REQUIRED', path: ['scopes'], message: { text: accountMessages.scopeNeeded } });
  const unknown = scopes.find((scope) => !known.includes(scope));
  if (unknown !== undefined)
    reasons.push({
      code: 'INVALID',
      path: ['scopes', String(scopes.indexOf(unknown))],
      message: { text: accountMessages.scopeUnknown, values: { known: known.join(', ') } },
    });
  if (expiresOn <= today) reasons.push({ code: 'INVALID', path: ['expiresOn'], message: { text: accountMessages.expiresInPast } });
  else if (expiresOn > addDays(today, LONGEST_KEY_DAYS))
    reasons.push({
      code: 'LIMIT',
      path: ['expiresOn'],
      message: { text: accountMessages.expiresTooLate, values: { days: LONGEST_KEY_DAYS } },
    });
  return reasons;
}

/** Whether a key opens anything on a day; its last day is the day it names. */
export const isLiving = (key: { expiresOn: Day; endedAt?: Date | null }, today: Day): boolean => !key.endedAt && today <= key.expiresOn;
