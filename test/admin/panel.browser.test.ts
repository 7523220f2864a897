/** Does the panel carry its reader from the city to one day of one officer, in both languages, on a desk and on a phone? */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type City, openCity } from './city.js';
import {
  barriers,
  englishIn,
  open,
  openBrowser,
  openFirst,
  overflow,
  password,
  phone,
  settle,
  signIn,
  visit,
  weighScripts,
  wide,
  wordsOn,
} from './visitor.js';

const minutes = 60_000;
const lists = ['/', '/agencies', '/officers', '/reviews', '/findings', '/classes', '/decisions', '/letters'];
/** Pages beside lists and records. */
const further = ['/classes/demand', '/classes/effect', '/classes/create', '/letters/print', '/letters/calls'];

let city: City;
let browser: Browser;

beforeAll(async () => {
  city = await openCity();
  browser = await openBrowser();
}, 5 * minutes);

test('parts whose names change with their content are kept for a year; page, worker and icon are asked for anew', async () => {
  const kept = async (path: string) => (await fetch(`${city.url}${path}`)).headers.get('cache-control');
  const [part] = /assets\/[^"]+\.js/.exec(await (await fetch(`${city.url}/`)).text())!;
  expect(await Promise.all([`/${part}`, '/', '/service-worker.js', '/icon.svg'].map(kept))).toEqual([
    expect.stringContaining('immutable'),
    'no-cache',
    'no-cache',
    'no-cache',
  ]);
});

afterAll(async () => {
  await browser?.close();
  await city?.stop();
}, minutes);

describe('signing in', () => {
  test(
    'a wrong password is refused in words, and what was typed stays',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await page.fill('input[name=email]', 'taskforce@demo.example');
      await page.fill('input[name=password]', 'wrong');
      await page.click('button[type=submit]');
      await page.waitForSelector('[role=alert]');
      expect(englishIn(await wordsOn(page))).toEqual([]);
      expect(await page.inputValue('input[name=email]')).toBe('taskforce@demo.example');
      await visitor.context.close();
    },
    minutes,
  );

  test(
    'a browser that keeps no cookie is told why, instead of being asked for the password for ever',
    async () => {
      const { page, context } = await visit(browser, city.url);
      await page.route('**/graphql', (route) =>
        route.request().postData()?.includes('"Me"') ? route.fulfill({ json: { data: { me: null } } }) : route.continue(),
      );
      await page.fill('input[name=email]', 'taskforce@demo.example');
      await page.fill('input[name=password]', password);
      await page.click('button[type=submit]');
      await page.waitForSelector('main [role=alert]');
      expect(await page.textContent('main [role=alert]')).toContain('https');
      expect(await page.inputValue('input[name=email]')).toBe('taskforce@demo.example');
      await context.close();
    },
    minutes,
  );

  test(
    'an expired session asks for the password over the page and goes on where it was',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page, context } = visitor;
      await signIn(visitor);
      await open(page, city.url, '/agencies');
      await context.clearCookies();
      await page.locator('main table tbody a').first().click();
      await page.waitForSelector('[role=dialog] input[name=password]');
      expect(await page.locator('main#content').count()).toBe(1);
      await page.fill('[role=dialog] input[name=email]', 'taskforce@demo.example');
      await page.fill('[role=dialog] input[name=password]', password);
      await page.click('[role=dialog] button[type=submit]');
      await page.waitForSelector('[role=dialog]', { state: 'detached' });
      await page.waitForURL(/\/agencies\/.+\/show$/);
      await settle(page);
      expect(await page.locator('main h1').innerText()).not.toBe('');
      expect(await page.locator('[role=alert]').count()).toBe(0);
      await context.close();
    },
    minutes,
  );
});

describe('from the city to a day', () => {
  test(
    'the overview shows three figures with leaders beside all, as picture, table and file',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor);
      const drawn = page.locator('main section', { has: page.getByRole('button', { name: 'Xem bảng số liệu' }) });
      const figures = drawn.first();
      const text = await figures.innerText();
      for (const words of ['Tỷ lệ sử dụng thường xuyên', 'Tỷ lệ có sử dụng', 'Chưa đủ cơ sở đánh giá', 'Toàn bộ', 'Lãnh đạo'])
        expect(text).toContain(words);
      expect(text.match(/\d+,\d\s%/g)!.length).toBeGreaterThanOrEqual(6);

      const sections = page.locator('main section', { has: page.getByRole('button', { name: 'Tải CSV' }) });
      await drawn.nth(3).waitFor();
      expect(await drawn.count()).toBe(4);
      for (let index = 0; index < 4; index++) {
        const chart = sections.nth(index);
        await chart.getByRole('button', { name: 'Xem bảng số liệu' }).click();
        expect(await chart.locator('tbody tr').count()).toBeGreaterThan(1);
        const [file] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name: 'Tải CSV' }).click()]);
        expect(file.suggestedFilename()).toMatch(/\.csv$/);
        expect(readFileSync((await file.path())!, 'utf8').split('\r\n').length).toBeGreaterThan(2);
      }
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'overview → agency → officer → calendar in three steps, and the keyboard reads a day',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor);
      await page.locator('main ol a').last().click();
      await page.waitForURL(/\/agencies\/.+\/show$/);
      await settle(page);
      await page.locator('main section table tbody a').first().click();
      await page.waitForURL(/\/officers\/.+\/show$/);
      await settle(page);

      expect((await page.locator('[data-part=reason]').innerText()).length).toBeGreaterThan(60);
      const grid = page.getByRole('grid');
      expect(await grid.getByRole('gridcell').count()).toBe(90);
      await grid.locator('[tabindex="0"]').focus();
      const last = await page.evaluate(() => document.activeElement!.getAttribute('aria-label')!);
      expect(last).toMatch(/^\d{2}\/\d{2}\/\d{4} \((thứ|Chủ nhật)/);
      await page.keyboard.press('ArrowLeft');
      const weekBefore = await page.evaluate(() => document.activeElement!.getAttribute('aria-label')!);
      expect(weekBefore).not.toBe(last);
      expect(await page.locator('main').innerText()).toContain(weekBefore);
      expect(await page.getByRole('list', { name: 'Chú giải' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(6);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'officers are found without diacritics, in the list and by the search that / opens',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor);
      await open(page, city.url, '/officers');
      const name = await page.locator('main table tbody a').first().innerText();
      const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
      await page.getByLabel('Tìm trong danh sách').fill(plain);
      await page.waitForURL(/filter=/);
      await settle(page);
      expect(await page.locator('main table tbody a').allInnerTexts()).toContain(name);

      await open(page, city.url, '/');
      await page.locator('main h1').click();
      await page.keyboard.press('/');
      await page.keyboard.type(plain);
      await page.getByRole('option').filter({ hasText: name }).first().click();
      await page.waitForURL(/\/officers\/.+\/show$/);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await visitor.context.close();
    },
    2 * minutes,
  );
});

describe('who sees what', () => {
  test(
    'an officer lands on the own file',
    async () => {
      const visitor = await visit(browser, city.url);
      await signIn(visitor, 'officer');
      await visitor.page.waitForSelector('[data-part=reason]');
      expect(await visitor.page.getByRole('grid').count()).toBe(1);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    minutes,
  );

  test(
    'an agency contact lands on the own agency',
    async () => {
      const visitor = await visit(browser, city.url);
      await signIn(visitor, 'contact');
      await visitor.page.waitForSelector('main table tbody a, main ul li > a');
      expect(await visitor.page.locator('main').innerText()).toContain('Mức độ sử dụng của đơn vị');
      expect(await visitor.page.locator('[role=alert]').allInnerTexts()).toEqual([]);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    minutes,
  );

  test(
    'columns and orders that one may not read are not there',
    async () => {
      const heads = async (name: string) => {
        const visitor = await visit(browser, city.url);
        const { page, context } = visitor;
        await signIn(visitor, name);
        await open(page, city.url, '/agencies');
        const found = await page.locator('main thead th').allInnerTexts();
        const sortable = await page.locator('main thead th [role=button]').allInnerTexts();
        await context.close();
        return { isShown: found.includes('Lãnh đạo có sử dụng'), isSortable: sortable.includes('Lãnh đạo có sử dụng') };
      };
      expect(await heads('taskforce')).toEqual({ isShown: true, isSortable: true });
      expect(await heads('contact')).toEqual({ isShown: true, isSortable: false });
      expect(await heads('trainer')).toEqual({ isShown: false, isSortable: false });
      expect(await heads('admin')).toEqual({ isShown: false, isSortable: false });
    },
    minutes,
  );
});

describe('languages', () => {
  test(
    'no English is left on a Vietnamese screen',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      const left: string[] = [...englishIn(await wordsOn(page))];
      await signIn(visitor);
      for (const place of lists) {
        await open(page, city.url, place);
        left.push(...englishIn(await wordsOn(page)).map((word) => `${place}: ${word}`));
        if (place === '/') continue;
        await openFirst(page);
        left.push(...englishIn(await wordsOn(page)).map((word) => `${place} show: ${word}`));
      }
      for (const place of further) {
        await open(page, city.url, place);
        left.push(...englishIn(await wordsOn(page)).map((word) => `${place}: ${word}`));
      }
      expect(left).toEqual([]);
      expect(englishIn(['Đợt rà soát', 'Search', 'NOT_ASSESSED', 'ui.tier.NEVER'])).toEqual(['Search', 'NOT_ASSESSED', 'ui.tier.NEVER']);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'the language changes on the spot, the texts of the server too, and is kept',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor);
      await open(page, city.url, '/findings');
      await openFirst(page);
      const reason = await page.locator('[data-part=reason]').innerText();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Evidence by day').waitFor();
      await page.waitForFunction((before) => document.querySelector('[data-part=reason]')?.textContent !== before, reason);
      expect(await page.locator('[data-part=reason]').innerText()).not.toMatch(/hộp thư/);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      await page.reload();
      await page.getByText('Evidence by day').waitFor();
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
      await page.getByText('Căn cứ sử dụng theo ngày').waitFor();
      await visitor.context.close();
    },
    2 * minutes,
  );
});

describe('every screen', () => {
  test.each([
    ['on a desk, light', wide, 'light'],
    ['on a desk, dark', wide, 'dark'],
    ['on a phone, light', phone, 'light'],
    ['on a phone, dark', phone, 'dark'],
  ] as const)(
    'fits and has no serious barrier %s',
    async (_, size, look) => {
      const visitor = await visit(browser, city.url, { size, look });
      const { page } = visitor;
      const wrong: string[] = [];
      const judge = async (place: string) => {
        const wider = await overflow(page);
        if (wider > 0) wrong.push(`${place} is ${wider} px wider than the screen`);
        wrong.push(...(await barriers(page)).map((barrier) => `${place}: ${barrier}`));
      };
      await judge('sign in');
      await signIn(visitor);
      for (const place of lists) {
        await open(page, city.url, place);
        await judge(place);
        if (place === '/') continue;
        await openFirst(page);
        await judge(`${place} show`);
      }
      for (const place of further) {
        await open(page, city.url, place);
        await judge(place);
      }
      expect(wrong).toEqual([]);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    4 * minutes,
  );

  test(
    'at most 430 KB of script, gzipped, are transferred before the first list shows (S-7)',
    async () => {
      const first = await visit(browser, city.url);
      await signIn(first);
      const state = await first.context.storageState();
      await first.context.close();
      const context = await browser.newContext({ storageState: state, viewport: wide });
      const page = await context.newPage();
      const weight = weighScripts(page);
      await open(page, city.url, '/officers');
      await page.waitForSelector('main table tbody a');
      const bytes = await weight();
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThanOrEqual(430_000);
      await context.close();
    },
    minutes,
  );
});
