import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFoundBy, searchPatterns, searchText, searchWords } from '../../server/kernel/search.rules.js';

const LAN = searchText('Nguyễn Thị Lan', 'SNV-0001', 'lan.nt@snv.tphcm.example', null);

test('the stored text has every word behind a space', () => {
  expect(LAN).toBe(' nguyen thi lan snv-0001 snv 0001 lan.nt@snv.tphcm.example snv.tphcm.example');
  expect(searchText(null, '')).toBe('');
});

describe('every word of the query is a prefix of a word of name, code or address', () => {
  test.each([
    ['Lan', true],
    ['lan ngu', true],
    ['LÂN', true],
    ['nguyễn, lan', true],
    ['snv-00', true],
    ['0001', true],
    ['lan.nt@snv', true],
    ['snv.tphcm', true],
    ['an', false],
    ['lan bình', false],
    ['guyen', false],
    ['%', false],
    ['l_n', false],
    ['', true],
  ])('%j: %s', (query, isFound) => expect(isFoundBy(LAN, query)).toBe(isFound));
});

test('wildcards of LIKE are escaped', () => {
  expect(searchWords('a%b c_d e\\f % ')).toEqual(['a\\%b', 'c\\_d', 'e\\\\f', '\\%']);
  expect(searchPatterns('Đức A')).toEqual(['% duc%', '% a%']);
});

test('a query has at most eight words, each once', () => {
  expect(searchWords('a b c d e f g h i j a')).toHaveLength(8);
  expect(searchWords('lan Lân LAN')).toEqual(['lan']);
});

test('a row is found by any prefixes of its words, in any order', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aăđêcdxyz'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(7), { minLength: 5, maxLength: 5 }), (words, cuts) => {
      const prefixes = words.map((one, i) => [...one].slice(0, 1 + cuts[i]!).join('')).reverse();
      expect(isFoundBy(searchText(words.join(' ')), prefixes.join(' '))).toBe(true);
    }),
  );
});
