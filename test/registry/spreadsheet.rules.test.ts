import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSheet } from '../../server/registry/spreadsheet.rules.js';
import { sheetOf } from './registry-import.world.js';

const read = (text: string | Buffer) => sheetOf(text, ['a']).rows;
const cells = (text: string | Buffer) => read(text).map((row) => row.cells ?? row.defect!.text.en);
const refusal = (text: string | Buffer) => {
  const sheet = readSheet(Buffer.from(text), ['a', 'b']);
  return 'refused' in sheet ? sheet.refused : undefined;
};

describe('rows of a CSV file', () => {
  test.each([
    ['comma', 'a,b\n1,2\n'],
    ['semicolon', 'a;b\n1;2\n'],
    ['tab', 'a\tb\n1\t2\n'],
    ['a byte order mark and CRLF', '\ufeffa,b\r\n1,2\r\n'],
    ['old Macintosh line ends', 'a,b\r1,2\r'],
    ['no line end at the end', 'a,b\n1,2'],
    ['spaces and capitals in the header', ' A ,B\n1,2\n'],
  ])('are read with %s', (_name, text) => {
    expect(sheetOf(text, ['a', 'b'])).toEqual({ columns: ['a', 'b'], rows: [{ row: 1, line: 2, cells: ['1', '2'] }] });
  });

  test('blank rows and rows of empty cells are not counted, and lines stay right', () => {
    expect(read('\na,b\r\n\n1,2\n, \n"x\r\ny","z"\r\n3,4')).toEqual([
      { row: 1, line: 4, cells: ['1', '2'] },
      { row: 2, line: 6, cells: ['x\r\ny', 'z'] },
      { row: 3, line: 8, cells: ['3', '4'] },
    ]);
  });

  test('quoted cells hold delimiters, quotes and nothing; a quote inside a plain cell is a character', () => {
    expect(cells('a,b\n"1,""x""",""\n5"x,6')).toEqual([
      ['1,"x"', ''],
      ['5"x', '6'],
    ]);
  });

  test('a row with a quote never closed, or with text after it, is refused alone', () => {
    const message = 'The quotation marks of this row do not match.';
    expect(cells('a,b\n"1,2\n3,4\n"5"x,6\n7,8')).toEqual([message, ['3', '4'], message, ['7', '8']]);
  });

  test('a row that is not UTF-8 is refused alone', () => {
    const text = Buffer.concat([Buffer.from('a,b\nơ,1\n'), Buffer.from([0xe1, 0x2c, 0x31, 0x0a]), Buffer.from('đ,2\n')]);
    expect(cells(text)).toEqual([['ơ', '1'], 'This row is not encoded in UTF-8.', ['đ', '2']]);
  });

  test('cells are never shifted or filled in', () => {
    expect(cells('a,b\n1\n1,2,3\n1,2')).toEqual([
      'The row has {found} cells, {expected} are needed.',
      'The row has {found} cells, {expected} are needed.',
      ['1', '2'],
    ]);
  });
});

test.each([
  ['lacks a column', 'a,c\n1,2', 'b'],
  ['has none at all', '\n\n', undefined],
  ['names a column twice', 'a,b,A\n1,2,3', undefined],
  ['is a workbook', 'PK\x03\x04…', undefined],
  ['is UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), undefined],
])('a file that %s is refused as a whole', (_name, text, missing) => {
  expect(refusal(text)).toBeDefined();
  expect(refusal(text)!.values ?? {}).toMatchObject(missing ? { columns: missing } : {});
});

test('whatever is written with quotes is read back, whatever the delimiter and the line ends', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ễ', '"', ',', ';', '\t', '\n', '\r\n', ' ', '🙂') });
  const row = fc.tuple(
    cell,
    cell.map((text) => `x${text}`),
  );
  fc.assert(
    fc.property(
      fc.array(row),
      fc.constantFrom(',', ';', '\t'),
      fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1 }),
      (rows, delimiter, ends) => {
        const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;
        let line = 1;
        const lines: number[] = [];
        let text = '';
        [['a', 'b'] as [string, string], ...rows].forEach((one, i) => {
          const written = one.map(quoted).join(delimiter);
          lines.push(line);
          line += (written.match(/\n/g)?.length ?? 0) + 1;
          text += written + ends[i % ends.length];
        });
        expect(read(text)).toEqual(rows.map((cells, i) => ({ row: i + 1, line: lines[i + 1], cells })));
      },
    ),
  );
});

test('any bytes are read without a fault, and in a time that grows with their length only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readSheet(Buffer.concat([Buffer.from('a,b\n'), bytes]), ['a', 'b'])),
  );
  const started = performance.now();
  expect(read(`a,b\n${'"x,1\n'.repeat(20_001)}`)).toHaveLength(20_001);
  expect(performance.now() - started).toBeLessThan(20_000);
});
