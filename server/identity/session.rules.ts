/** How long does a session live, what does its token look like, and on which device is it? */
import { hash, randomBytes } from 'node:crypto';

/** Hours until a session ends, used or not. */
export const SESSION_HOURS = 12;
/** Minutes without use after which a session ends. */
export const IDLE_MINUTES = 120;

export const newToken = (): string => `hts_${randomBytes(32).toString('base64url')}`;

export const tokenHash = (token: string): string => hash('sha256', token, 'hex');

export const expiryOf = (now: Date): Date => new Date(now.getTime() + SESSION_HOURS * 3_600_000);

interface Living {
  expiresAt: Date;
  lastUsedAt: Date;
  endedAt?: Date | null;
  /** Opened by a code, which opens nothing a second time: such a session does not end for want of use. */
  codeId?: string | null;
}

export function isAlive({ expiresAt, lastUsedAt, endedAt, codeId }: Living, now: Date): boolean {
  if (endedAt || expiresAt <= now) return false;
  return Boolean(codeId) || now.getTime() - lastUsedAt.getTime() < IDLE_MINUTES * 60_000;
}

/** First match counts: most browsers also claim to be those they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system by name, without versions or anything else that tells people apart; null for programs. */
export function deviceOf(userAgent: string | undefined): string | null {
  const named = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' · ') || null;
}

/**
 * Whether a request comes from a page of this server (G-19): by what the browser says of the page, if it says anything; programs do not. The
 * address that was set counts, and the one the request was sent to.
 */
export function isOwnPage(origin: string | undefined, host: string | undefined, set: string | undefined): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (set && URL.canParse(set) && new URL(set).origin === page.origin) return true;
  return host !== undefined && page.host === host.toLowerCase();
}
