/** The verification code of a paper: twelve signs of an alphabet without signs that look alike, 60 bits, in groups of four. */

/** Crockford’s alphabet: no I, L, O and U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A code of random bytes, of which 12 are used. */
export function codeOf(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, LENGTH)].map((byte) => SIGNS[byte & 31]);
  return [0, 4, 8].map((start) => signs.slice(start, start + 4).join('')).join('-');
}

/** The code as it is stored, whatever case, dashes and spaces it was typed with, an O for a 0 and an I or L for a 1; null for what can be none. */
export function readCode(typed: string): string | null {
  const signs = typed
    .slice(0, 40)
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (signs.length !== LENGTH || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}
