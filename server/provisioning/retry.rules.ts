/** When is an order that the mail system did not take tried again, and when is that shown to an administrator? (mail-systems: 1, 5, 30 s, 2, 10, 30 min, then every hour.) */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** After the first attempt, the second …; after all later ones an hour. */
const WAITS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
export const ATTEMPTS_BEFORE_TROUBLE = 3;

/** The wait a system asked for, in milliseconds: none when it said nothing usable, an hour at most so that no answer can put an order off for ever. */
function waitAskedFor(retryAfterSeconds: number | undefined): number {
  return retryAfterSeconds !== undefined && retryAfterSeconds > 0 ? Math.min(retryAfterSeconds * SECOND, HOUR) : 0;
}

/**
 * When an order is tried again that was tried so often (1 after the first attempt); an order is never given up by counting.
 * `retryAfterSeconds` is what the system itself said; it holds when it is longer.
 */
export function nextTry(attempts: number, now: Date, retryAfterSeconds?: number): Date {
  const wait = WAITS[Math.max(attempts, 1) - 1] ?? HOUR;
  return new Date(now.getTime() + Math.max(wait, waitAskedFor(retryAfterSeconds)));
}

/** Whether an order that was tried so often is shown to administrators as one that does not get through. */
export const isShownAsTrouble = (attempts: number): boolean => attempts >= ATTEMPTS_BEFORE_TROUBLE;
