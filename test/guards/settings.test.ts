import { describe, expect, test } from '@jest/globals';
import { codeOf, read } from './source.js';

/** Words of the same form that are no settings. */
const NO_SETTING = ['HOPTHU_DAY'];

describe('settings', () => {
  const book = read('docs/operating.md').text;
  const table = new Set(
    book
      .slice(book.indexOf('\n## Settings\n'))
      .split('\n')
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name!)),
  );
  const used = new Set<string>();
  for (const { text } of codeOf('server'))
    for (const [name] of text.matchAll(/\bHOPTHU_[A-Z_]*[A-Z]\b/g)) if (!NO_SETTING.includes(name)) used.add(name);

  test('every HOPTHU_… of the server stands in the table of docs/operating.md', () => {
    expect(used.size).toBeGreaterThan(20);
    expect([...used].filter((name) => !table.has(name)).sort()).toEqual([]);
  });

  test('and every one of the table is used', () => {
    expect([...table].filter((name) => name.startsWith('HOPTHU_') && !used.has(name))).toEqual([]);
  });
});
