/** A list as a file, in a real browser: the menu, what is narrowed, the file that comes, how it is told, and on whose record it stands. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { csvRows, sheetRows, sheets } from '../publication/exports/export-desk.js';
import { type City, openCity } from './city.js';
import { barriers, englishIn, open, openBrowser, overflow, phone, settle, signIn, visit, wordsOn } from './visitor.js';

const minutes = 60_000;

let city: City;
let browser: Browser;

beforeAll(async () => {
  city = await openCity();
  browser = await openBrowser();
}, 5 * minutes);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
}, minutes);

async function fileOf(page: Page, form: 'Tệp CSV' | 'Tệp Excel (.xlsx)') {
  await page.getByRole('button', { name: 'Xuất tệp' }).first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: form }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
}

const totalOn = async (page: Page) =>
  Number(
    /([\d.]+) /
      .exec(
        await page
          .locator('main header')
          .innerText()
          .then((words) => words.split('\n').at(-1)!),
      )![1]!
      .replaceAll('.', ''),
  );

describe('a list as a file', () => {
  test(
    'holds every row of the list that is on the screen, in either form, and the screen says how many',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, '/officers');
      await settle(page);
      const total = await totalOn(page);
      expect(total).toBeGreaterThan(100);
      const csv = await fileOf(page, 'Tệp CSV');
      expect(csv.name).toMatch(/^Cán bộ, công chức \d{4}-\d\d-\d\d\.csv$/);
      expect(csvRows(csv.bytes).rows).toHaveLength(total);
      await page.getByText(`Đã xuất ${total.toLocaleString('vi-VN')} dòng`).waitFor();
      const xlsx = await fileOf(page, 'Tệp Excel (.xlsx)');
      expect((await sheetRows(xlsx.bytes)).slice(1).map(([code]) => code)).toEqual(csvRows(csv.bytes).rows.map(([code]) => code));

      await page.getByRole('button', { name: 'Xuất tệp' }).first().click();
      await page.getByRole('menuitem', { name: 'Tệp CSV' }).waitFor();
      expect(await barriers(page, 'all')).toEqual([]);
      expect(englishIn(await wordsOn(page))).toEqual([]);
      await page.keyboard.press('Escape');
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'is narrowed as the screen is, and says so on its second sheet; the audit log shows it',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, `/findings?filter=${encodeURIComponent(JSON.stringify({ tier: ['NEVER'], isLeader: true }))}`);
      await settle(page);
      const total = await totalOn(page);
      const { bytes } = await fileOf(page, 'Tệp Excel (.xlsx)');
      const [head, ...rows] = await sheetRows(bytes);
      expect(rows).toHaveLength(total);
      expect(new Set(rows.map((row) => row[head!.indexOf('Mức độ sử dụng')]))).toEqual(new Set(['Không sử dụng']));
      const [, about] = (await sheets(bytes)) as { data: string[][] }[];
      expect(Object.fromEntries(about!.data)['Điều kiện lọc']).toBe('Mức độ sử dụng: Không sử dụng; Lãnh đạo: Có');
      await open(page, city.url, '/auditLog');
      await page.getByText('Xuất trọn một danh sách ra tệp.').first().waitFor();
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'fits on a phone',
    async () => {
      const visitor = await visit(browser, city.url, { size: phone });
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, '/committees');
      await page.getByRole('button', { name: 'Xuất tệp' }).click();
      await page.getByRole('menuitem', { name: 'Tệp CSV' }).waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await barriers(page, 'all')).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );
});
