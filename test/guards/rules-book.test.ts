/** Is docs/rules.md true? Beside each check stands a small broken book that the check must find. */
import { describe, expect, test } from '@jest/globals';
import { idsInCode, idsInTests, listedTwice, notListed, rulesOf, untested, wrongPlaces } from './rules-book.js';
import { codeOf, read } from './source.js';

const rules = rulesOf(read('docs/rules.md').text);
const code = codeOf('server', 'admin');
const tests = codeOf('test').filter(({ path }) => !path.startsWith('test/guards/'));

describe('the rules book', () => {
  test('has rows', () => expect(rules.length).toBeGreaterThan(20));
  test('lists every rule once', () => expect(listedTwice(rules)).toEqual([]));
  test('lists every rule that code or tests name', () => expect(notListed(rules, [...idsInCode(code), ...idsInTests(tests)])).toEqual([]));
  test('names places that apply the rule', () => expect(wrongPlaces(rules, code)).toEqual([]));
  test('lists no rule as built without a test', () => expect(untested(rules, idsInTests(tests))).toEqual([]));
});

describe('the checks find a broken book', () => {
  const book = rulesOf(
    ['| id | rule | where |', '|---|---|---|', '| T-3 | Tier. | `server/review/tier.rules.ts` |', '| TR-3 | Class. | later |'].join('\n'),
  );
  const tier = { path: 'server/review/tier.rules.ts', text: '/** Which tier (T-3)? */' };

  test('rows are read with their places', () => {
    expect(book).toEqual([
      { id: 'T-3', places: ['server/review/tier.rules.ts'] },
      { id: 'TR-3', places: [] },
    ]);
  });
  test('a rule listed twice', () => expect(listedTwice([...book, ...book.slice(0, 1)])).toEqual(['T-3 is listed twice']));
  test('a rule in code that is not listed', () => {
    const unknown = { path: 'server/a.ts', text: "rule: 'D-9', // not UTF-8, nor QD-2026-0042, nor LH-3" };
    expect(notListed(book, idsInCode([tier, unknown]))).toEqual(['D-9 is not in docs/rules.md']);
  });
  test('a place that does not name the rule, or does not exist', () => {
    expect(wrongPlaces(book, [{ ...tier, text: '' }])).toEqual(['server/review/tier.rules.ts does not name T-3']);
    expect(wrongPlaces(book, [])).toHaveLength(1);
    expect(wrongPlaces(book, [tier])).toEqual([]);
  });
  test('a rule without a test; data that looks like an id is no test', () => {
    expect(untested(book, idsInTests([{ path: 'a.test.ts', text: "get('T-3'); 'T-3,Lan,SNV'" }]))).toEqual(['no test names T-3']);
    expect(untested(book, idsInTests([{ path: 'a.test.ts', text: "test('regular at 60 % (T-3)')" }]))).toEqual([]);
    expect(untested(book, idsInTests([{ path: 'a.test.ts', text: "test('T-3: regular at 60 %')" }]))).toEqual([]);
  });
});
