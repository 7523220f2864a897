/** What do codes of a second factor look like, and how are those on paper kept? */
import { hash, randomBytes } from 'node:crypto';

/** Seconds for which a code of the app is shown; the one before and the one after it are taken too, for clocks that differ. */
export const STEP_SECONDS = 30;
/** Minutes from beginning the setup to the first right code. */
export const SETUP_MINUTES = 15;
/** Recovery codes handed out at a time. */
export const RECOVERY_CODES = 10;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 16;

/** 16 letters of 5 random bits each, in groups of four: `k3vd-7qpa-…`. */
export const newRecoveryCode = (): string =>
  [...randomBytes(LENGTH)]
    .map((byte) => LETTERS[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** What is stored of a code; undefined for a text that cannot be one. Signs and capital letters do not matter. */
export function recoveryCodeHash(code: string): string | undefined {
  const bare = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return bare.length === LENGTH ? hash('sha256', bare, 'hex') : undefined;
}
