/** What does an answer of a SCIM server, or its silence, mean for an order (RFC 7644 §3.12)? And which of its words may be repeated? */
import type { Result } from '../connector.js';

/** The server answered. */
export interface Answered {
  status: number;
  /** Undefined where it was not JSON. */
  body?: unknown;
  retryAfterSeconds?: number;
}

/** No whole answer came. */
export interface Silence {
  status: 0;
  /** Whether the request may have reached the server. */
  mayHaveArrived: boolean;
  /** Whether the other side ended the connection. */
  wasCut?: boolean;
  words: string;
}

export type Answer = Answered | Silence;

/** Why an order was not carried out, or may not have been. */
export type Setback = Required<Pick<Result, 'outcome' | 'message'>> & Pick<Result, 'retryAfterSeconds'>;

const LONGEST_WORDS = 300;
/** So many signs of a secret in a row are a part of it. */
const WINDOW = 12;

function repeats(text: string, secret: string): boolean {
  if (secret.length < WINDOW) return secret !== '' && text.includes(secret);
  for (let at = 0; at + WINDOW <= text.length; at++) if (secret.includes(text.slice(at, at + WINDOW))) return true;
  return false;
}

/** What the system said, short and in one line; withheld where it repeats a secret, in whole or in part. */
export function systemWords(text: string, secrets: readonly string[]): string {
  const short = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_WORDS);
  return secrets.some((secret) => repeats(short, secret)) ? '(withheld: it repeats a secret)' : short;
}

/** Seconds to wait as a `Retry-After` header says them, as a number or as a day and time (RFC 9110 §10.2.3). */
export function retryAfter(header: string | null, now: Date): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now.getTime()) / 1_000);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

const detailOf = (body: unknown): string => {
  const detail = (body as { detail?: unknown } | null | undefined)?.detail;
  return typeof detail === 'string' ? detail : '';
};

export const isUniqueness = (body: unknown): boolean => (body as { scimType?: unknown } | null | undefined)?.scimType === 'uniqueness';

/** A gateway between us and the server gave up: the server may have carried the request out. */
const GATEWAY_GAVE_UP = [502, 504];
const TRY_LATER = [408, 409, 412, 425, 429];

function refusalWords(status: number): string {
  if (status === 401) return 'the server does not accept our token or password (401)';
  if (status === 403) return 'the server does not let us do this (403)';
  if (status === 404) return 'the server has nothing at this address (404)';
  if (status >= 300 && status < 400) return `the server points elsewhere (${status}); redirects are not followed`;
  return `the server answered ${status}`;
}

/**
 * Why an answer is a setback; undefined when the request was carried out. A write is `unknown` only when it may have arrived and nobody who knows
 * has answered; a read is never more than `retryable`, as nothing can have changed.
 */
export function setbackOf(answer: Answer, isWrite: boolean, secrets: readonly string[]): Setback | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined;
  if ('mayHaveArrived' in answer) {
    return { outcome: isWrite && answer.mayHaveArrived ? 'unknown' : 'retryable', message: systemWords(answer.words, secrets) };
  }
  const { status, body, retryAfterSeconds } = answer;
  const said = systemWords(detailOf(body), secrets);
  const message = said ? `${refusalWords(status)}: ${said}` : refusalWords(status);
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (isWrite && GATEWAY_GAVE_UP.includes(status)) return { outcome: 'unknown', message, ...wait };
  // 501: it will not be able to later either.
  if ((status >= 500 && status !== 501) || TRY_LATER.includes(status)) return { outcome: 'retryable', message, ...wait };
  return { outcome: 'permanent', message };
}
