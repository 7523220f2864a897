/**
 * What does a search find? Every word of the query is a prefix of a word of name, code or address, without diacritics (house.md §3).
 * The words are stored as one text with a space before each, so that SQL asks `search_text LIKE '% word%'` and a trigram index serves it.
 */
import { searchKey } from './name.rules.js';

const WORDS_AT_MOST = 8;
const WORD_LENGTH = 64;

/** ` nguyen thi lan snv-0001 0001 lan.nt@snv.tphcm.example snv.tphcm.example`: what is stored beside a row to be found by. */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  const words = new Set<string>();
  for (const part of parts) {
    for (const word of searchKey(part ?? '').split(' ')) {
      if (!word) continue;
      words.add(word);
      const at = word.indexOf('@');
      if (at >= 0) words.add(word.slice(at + 1));
      else for (const piece of word.split(/[^\p{L}\p{N}.]+/u)) if (piece) words.add(piece);
    }
  }
  return words.size ? ` ${[...words].join(' ')}` : '';
}

/** The words of a query, plain (not yet escaped): at most eight, commas and quotes around a word dropped. */
function plainWords(query: string): string[] {
  const words = searchKey(query.slice(0, 512))
    .split(' ')
    .map((word) => (word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word).slice(0, WORD_LENGTH))
    .filter(Boolean);
  return [...new Set(words)].slice(0, WORDS_AT_MOST);
}

/** The words of a query with the wildcards of LIKE escaped by a backslash; a row is found when each matches `'% ' || word || '%'`. */
export function searchWords(query: string): string[] {
  return plainWords(query).map((word) => word.replace(/[\\%_]/g, '\\$&'));
}

/** The LIKE patterns of a query, all of which must match. */
export function searchPatterns(query: string): string[] {
  return searchWords(query).map((word) => `% ${word}%`);
}

/** Whether a stored search text is found by a query; the same answer as SQL gives. */
export function isFoundBy(stored: string, query: string): boolean {
  return plainWords(query).every((word) => stored.includes(` ${word}`));
}
