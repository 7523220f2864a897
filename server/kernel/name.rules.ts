/**
 * How is a name cleaned, sorted and found? The same on every database: what is stored beside a name is plain text
 * that compares by bytes (COLLATE "C"), so no store needs a Vietnamese collation.
 */

/** Why a text is refused as it stands. */
export type TextDefect = 'CONTROL' | 'INVISIBLE' | 'BROKEN' | 'MIXED_SCRIPT' | 'NO_LETTER_FIRST' | 'TOO_LONG';

export const TEXT_LENGTH = 200;

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
// Zero-width characters, direction overrides, fillers that look like nothing: two names that look alike must be alike.
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Co}\u2800]/u;
const BROKEN = /[\ufffd\p{Cs}]/u;
const CLEAN_ALREADY = /^[!-~]*(?: [!-~]+)*$/;
const COMBINING = /\p{M}/gu;

/** NFC, spaces at both ends gone, every run of spaces inside (also non-breaking ones) one space; the capital Eth of old fonts is a Đ. */
export function cleanText(text: string): string {
  if (CLEAN_ALREADY.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\u00d0/g, '\u0110')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/g, '');
}

/** What is wrong with a cleaned text that a person will read (post, name of an agency), if anything. */
export function textDefect(text: string): TextDefect | undefined {
  if (CONTROL.test(text)) return 'CONTROL';
  if (INVISIBLE.test(text)) return 'INVISIBLE';
  if (BROKEN.test(text)) return 'BROKEN';
  if (text.length > TEXT_LENGTH) return 'TOO_LONG';
  return undefined;
}

/** What is wrong with a cleaned name of a person; a name starts with a letter and does not mix alphabets. */
export function nameDefect(name: string): TextDefect | undefined {
  const defect = textDefect(name);
  if (defect) return defect;
  if (!/^\p{L}/u.test(name)) return 'NO_LETTER_FIRST';
  if (/\p{Script=Latin}/u.test(name) && /(?!\p{Script=Latin})\p{L}/u.test(name)) return 'MIXED_SCRIPT';
  return undefined;
}

/** Lower case, without diacritics, đ as d: `Đặng Thị Thủy` becomes `dang thi thuy`. */
export function searchKey(text: string): string {
  return cleanText(cleanText(text).normalize('NFD').replace(COMBINING, '').toLowerCase().replace(/đ/g, 'd'));
}

const LETTERS = 'a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z'.split(' ');
const PLACES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg';
const PLACE_OF_LETTER = new Map(LETTERS.map((letter, i) => [letter, PLACES[i]!]));
// Vietnamese dictionaries: level, huyền, hỏi, ngã, sắc, nặng; 1 is a syllable without a mark.
const PLACE_OF_TONE: Record<string, string> = { '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0301': '5', '\u0323': '6' };
const SHAPES = new Set(['\u0306', '\u0302', '\u031b']);

/** One syllable: its letters in the order of the Vietnamese alphabet, its tone after them; numbers before letters, by size. */
function syllableKey(syllable: string): string {
  let key = '';
  let tones = '';
  for (const cluster of syllable
    .normalize('NFD')
    .toLowerCase()
    .match(/\d+|\P{M}\p{M}*/gu) ?? []) {
    if (/^\d/.test(cluster)) {
      const digits = cluster.replace(/^0+(?=\d)/, '');
      key += `9${PLACES[Math.min(digits.length, 32)]}${digits}`;
      continue;
    }
    const [base = '', ...marks] = cluster;
    for (const mark of marks) tones += PLACE_OF_TONE[mark] ?? '';
    const letter = (base + marks.filter((m) => SHAPES.has(m)).join('')).normalize('NFC');
    const place = PLACE_OF_LETTER.get(letter) ?? PLACE_OF_LETTER.get(base);
    if (place) key += place;
    else if (/\p{L}|\p{N}/u.test(base)) key += `z${base.codePointAt(0)!.toString(16).padStart(6, '0')}`;
  }
  return key && key + (tones || '1');
}

function keyOfWords(words: readonly string[]): string {
  return words.map(syllableKey).filter(Boolean).join(' ');
}

/** Sort key of a person: given name (the last word) first, then family and middle names; compare with COLLATE "C". */
export function nameSortKey(fullName: string): string {
  const words = cleanText(fullName).split(' ');
  return keyOfWords([...words.slice(-1), ...words.slice(0, -1)]);
}

/** Sort key of an agency or any title: word by word; `Quận 2` before `Quận 10`. */
export function titleSortKey(title: string): string {
  return keyOfWords(cleanText(title).split(' '));
}
