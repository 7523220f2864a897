import { describe, expect, test } from '@jest/globals';
import { CODE_ALPHABET, newAccessCode, typedCode } from '../../server/identity/access-code.rules.js';

describe('codes that are typed from paper', () => {
  test('have twelve characters in three groups, none of which is taken for another', () => {
    const made = Array.from({ length: 2_000 }, newAccessCode);
    for (const code of made) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
    expect(new Set(made).size).toBe(2_000);
    expect([...CODE_ALPHABET].filter((character) => '01OIL'.includes(character))).toEqual([]);
    expect(12 * Math.log2(CODE_ALPHABET.length)).toBeGreaterThan(58);
    // Every character comes in every place.
    const seen = Array.from({ length: 12 }, (_, i) => new Set(made.map((code) => code.replaceAll('-', '')[i])).size);
    expect(seen).toEqual(Array(12).fill(CODE_ALPHABET.length));
  });

  test.each([
    ['K7QM-4XWD-9RTB', 'K7QM4XWD9RTB'],
    [' k7qm 4xwd  9rtb ', 'K7QM4XWD9RTB'],
    ['k7qm–4xwd—9rtb', 'K7QM4XWD9RTB'],
    ['K7QM4XWD9RTB', 'K7QM4XWD9RTB'],
    ['Ｋ７ＱＭ－４ＸＷＤ－９ＲＴＢ', 'K7QM4XWD9RTB'],
    ['K7QM-4XWD-9RT', null],
    ['K7QM-4XWD-9RTB2', null],
    ['K7QM-4XWD-9RT0', null],
    ['', null],
  ])('%j is read as %j', (typed, read) => {
    expect(typedCode(typed)).toBe(read);
  });
});
