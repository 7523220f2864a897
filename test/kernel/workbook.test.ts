import { describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { csvCell, csvText } from '../../server/kernel/csv.rules.js';
import { isWorkbook, readWorkbook, writeWorkbook } from '../../server/kernel/workbook.js';

const zip = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files));

describe('a workbook', () => {
  test('comes back as it was written: Vietnamese, numbers, blank cells, what looks like a formula stays text', async () => {
    const rows = [
      ['Mã', 'Họ và tên', 'Số'],
      ['SNV-1', 'Đặng Thị Thủy', 12],
      ['=1+1', '<b>&"', null],
      ['SNV-2', '', 0],
    ];
    const bytes = await writeWorkbook({ name: 'Danh sách lớp', rows });
    expect(isWorkbook(bytes)).toBe(true);
    expect(await readWorkbook(bytes)).toEqual([
      ['Mã', 'Họ và tên', 'Số'],
      ['SNV-1', 'Đặng Thị Thủy', '12'],
      ['=1+1', '<b>&"', ''],
      ['SNV-2', '', '0'],
    ]);
    // A spreadsheet calculates only what stands in an <f> element.
    const { unzipSync } = await import('fflate');
    const sheet = Object.entries(unzipSync(bytes)).find(([name]) => name.includes('sheet1.xml'))![1];
    expect(Buffer.from(sheet).toString('utf8')).not.toContain('<f>');
  });

  test.each([
    ['bytes that only begin like one', Buffer.from('PK\x03\x04 and nothing more')],
    ['an archive without a sheet', zip({ 'readme.txt': Buffer.from('x') })],
    ['an archive cut in the middle', zip({ 'xl/workbook.xml': Buffer.alloc(5000, 'x') }).subarray(0, 60)],
    ['a sheet that is no XML', zip({ 'xl/workbook.xml': Buffer.from('<<<'), 'xl/worksheets/sheet1.xml': Buffer.from('>>>') })],
  ])('%s is refused', async (_what, bytes) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ reasons: [{ code: 'INVALID', path: ['body'] }] });
  });

  test('a small file that unfolds to hundreds of megabytes is refused, not parsed', async () => {
    const bomb = zip({ 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readWorkbook(bomb)).rejects.toMatchObject({ reasons: [{ code: 'LIMIT', path: ['body'] }] });
  });
});

describe('a CSV file', () => {
  test.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+84 901', "'+84 901"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', `"'\tx"`],
    ['Lê, Văn', '"Lê, Văn"'],
    ['"x"', '"""x"""'],
    ['a\nb', '"a\nb"'],
    [-5, '-5'],
    [null, ''],
    [true, 'true'],
  ])('%j is written %s', (value, text) => expect(csvCell(value)).toBe(text));

  test('has a mark, so that spreadsheets know it is UTF-8, and a line end after every row', () => {
    expect(csvText([['Mã'], ['Đ']])).toBe('\ufeffMã\r\nĐ\r\n');
  });
});
