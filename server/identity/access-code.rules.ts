/** What does a code look like that is typed from paper, and how long does it open anything? */
import { randomInt } from 'node:crypto';

/** Days until a code is worthless, used or not. */
export const CODE_DAYS = 90;
/** Hours that the session lasts which it opens, used or not: it cannot be opened a second time. */
export const CODE_SESSION_HOURS = 24;

/** Nothing that is taken for something else: no 0 and O, no 1, I and L. Twelve of them are some 59 bits. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;
const GROUP = 4;

/** What stands in the place of a code where a letter is read and not printed. */
export const HIDDEN_CODE = '••••-••••-••••';

/** A new code: `K7QM-4XWD-9RTB`. */
export function newAccessCode(): string {
  const characters = Array.from({ length: LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]!).join('');
  return characters.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}

/** The twelve characters of what was typed, whatever stands between them; null for what cannot be a code. */
export function typedCode(text: string): string | null {
  const characters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._·]/gu, '');
  return characters.length === LENGTH && [...characters].every((character) => CODE_ALPHABET.includes(character)) ? characters : null;
}

export const codeEnd = (now: Date): Date => new Date(now.getTime() + CODE_DAYS * 86_400_000);

export const codeSessionEnd = (now: Date): Date => new Date(now.getTime() + CODE_SESSION_HOURS * 3_600_000);
