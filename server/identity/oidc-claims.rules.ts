/** What does the provider's word count for: who somebody is, whether a second factor was shown, and where they go afterwards. */
import { SECOND_FACTOR_HOURS } from './second-factor.rules.js';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * Methods of RFC 8176 that show more than a password: several factors or channels, one-time codes, keys in hardware or software, smart cards.
 * Text messages, calls, PINs and biometrics by themselves are not among them.
 */
export const STRONG_METHODS = ['mfa', 'mca', 'otp', 'hwk', 'swk', 'pop', 'sc'] as const;

/** Seconds by which the provider's clock may go before ours. */
const CLOCK_TOLERANCE = 60;

/**
 * How many seconds ago a second factor was shown at the provider, or null where its word does not show one no older than twelve hours (G-18).
 * Without `auth_time` it is not known when: the provider may have let somebody in weeks ago.
 */
export function secondFactorAge({ amr, acr, auth_time: at }: Claims, strongAcr: readonly string[], nowInSeconds: number): number | null {
  const isStrong =
    (Array.isArray(amr) && amr.some((method) => STRONG_METHODS.some((strong) => strong === method))) ||
    (typeof acr === 'string' && strongAcr.includes(acr));
  if (!isStrong || typeof at !== 'number' || !Number.isFinite(at)) return null;
  const age = nowInSeconds - at;
  if (age < -CLOCK_TOLERANCE || age > SECOND_FACTOR_HOURS * 3600) return null;
  return Math.max(0, age);
}

export type Mapped = { value: string } | { missing: 'NO_CLAIM' | 'EMAIL_UNVERIFIED' };

/** Who the provider says somebody is. An e-mail address counts only when the provider has verified it. */
export function mappedClaim(claims: Claims, claim: string): Mapped {
  const value = claims[claim];
  if (typeof value !== 'string' || !value.trim() || value.length > 320) return { missing: 'NO_CLAIM' };
  if (claim === 'email' && claims['email_verified'] !== true) return { missing: 'EMAIL_UNVERIFIED' };
  return { value: value.trim() };
}

/** A place of the panel to go to after signing in: `/` or `/#/…`. Null for anything else, so that nobody is sent elsewhere. */
export function ownPlace(then: unknown): string | null {
  if (then === undefined || then === '' || then === '/') return '/';
  return typeof then === 'string' && /^\/#\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,1500}$/.test(then) ? then : null;
}
