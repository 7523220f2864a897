/** Which addresses may messages be sent to, when are they tried again, and how is one order joined with another? */
import { isIP } from 'node:net';
import { cleanText, textDefect } from '../kernel/name.rules.js';
import type { Reason } from '../kernel/refusal.js';
import type { AwardAnswersChanged } from '../decisions/award-orders.js';
import { awardsMessages } from './awards.messages.js';
import { isInternalAddress, isThisMachine } from './internal-address.rules.js';

export const MOST_SUBSCRIPTIONS = 20;
export const LONGEST_NAME = 100;
export const LONGEST_URL = 2_000;
/** Officers in one message. */
export const MOST_OFFICERS = 100;
/** Days for which a message can be replayed. */
export const KEPT_DAYS = 90;

/** Which hosts may lie inside our own network (HOPTHU_WEBHOOK_INTERNAL); in the demonstration city this machine may. */
export interface InternalHosts {
  hosts: readonly string[];
  isDemonstration: boolean;
}

export const mayBeInternal = (host: string, { hosts, isDemonstration }: InternalHosts): boolean =>
  hosts.includes(host) || (isDemonstration && isThisMachine(host));

/** Why messages cannot be sent there; undefined when they can. What the name of the host leads to is looked at when they are. */
export function urlFault(text: string, internal: InternalHosts): Reason | undefined {
  const refused = (message: Reason['message'], code: Reason['code'] = 'INVALID'): Reason => ({ code, path: ['input', 'url'], message });
  if (text.length > LONGEST_URL || !URL.canParse(text)) return refused({ text: awardsMessages.url, values: { most: LONGEST_URL } });
  const { protocol, hostname, username, password } = new URL(text);
  if (!['https:', 'http:'].includes(protocol)) return refused({ text: awardsMessages.url, values: { most: LONGEST_URL } });
  if (username || password) return refused({ text: awardsMessages.urlLogin });
  const isAllowed = mayBeInternal(hostname, internal);
  if (protocol === 'http:' && !(isThisMachine(hostname) && isAllowed)) return refused({ text: awardsMessages.urlHttp });
  const isLiteral = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  const isInside = isLiteral ? isInternalAddress(hostname) : isThisMachine(hostname);
  return isInside && !isAllowed ? refused({ text: awardsMessages.urlInternal }) : undefined;
}

/** Why there cannot be such a subscription; empty when there can. */
export function subscriptionFaults({ name, url }: { name: string; url: string }, internal: InternalHosts): Reason[] {
  const faults: Reason[] = [];
  const clean = cleanText(name);
  if (clean === '') faults.push({ code: 'REQUIRED', path: ['input', 'name'], message: { text: awardsMessages.name } });
  else if (textDefect(clean) || clean.length > LONGEST_NAME)
    faults.push({ code: 'INVALID', path: ['input', 'name'], message: { text: awardsMessages.nameDefect, values: { most: LONGEST_NAME } } });
  const fault = urlFault(url, internal);
  return fault ? [...faults, fault] : faults;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** After the first attempt, the second …; the last one is the eighth, a day and a half after the first. */
const WAITS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR, 24 * HOUR];
export const MOST_ATTEMPTS = WAITS.length + 1;

/** When a message that was tried so often is tried again; null: never, it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = WAITS[Math.max(attempts, 1) - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** Several orders carried out together; those of other years follow in `more`. */
export interface ChangedAnswers extends AwardAnswersChanged {
  more?: AwardAnswersChanged[];
}

const united = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])];

/** Two orders in one that asks for what both ask for, year by year. */
export function joinChanges(one: ChangedAnswers, other: ChangedAnswers): ChangedAnswers {
  const byYear = new Map<number, AwardAnswersChanged>();
  for (const { year, decisionIds, officerIds } of [...yearsOf(one), ...yearsOf(other)]) {
    const before = byYear.get(year);
    byYear.set(year, {
      year,
      decisionIds: united(before?.decisionIds ?? [], decisionIds),
      officerIds: united(before?.officerIds ?? [], officerIds),
    });
  }
  const [first, ...more] = [...byYear.values()];
  return { ...first!, ...(more.length > 0 && { more }) };
}

/** The orders that were joined, one a year. */
export const yearsOf = ({ more = [], ...first }: ChangedAnswers): AwardAnswersChanged[] => [first, ...more];
