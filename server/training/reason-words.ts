/** A reason that somebody wrote, as it is kept; REQUIRED when there is none. */
import { Refusal } from '../kernel/refusal.js';
import { TRAINING_TEXTS } from './training.messages.js';

export const LONGEST_REASON = 2_000;

const TOO_LONG = { text: TRAINING_TEXTS.reasonTooLong, values: { most: LONGEST_REASON } };

/** A reason that must be given. */
export function reasonWords(reason: string, path: string[]): string {
  const words = givenReason(reason, path);
  if (words === null) throw new Refusal({ code: 'REQUIRED', path, message: { text: TRAINING_TEXTS.reason } });
  return words;
}

/** A reason that may be left out. */
export function givenReason(reason: string | null | undefined, path: string[]): string | null {
  const words = (reason ?? '').normalize('NFC').trim();
  if (words.length > LONGEST_REASON) throw new Refusal({ code: 'LIMIT', path, message: TOO_LONG });
  return words || null;
}
