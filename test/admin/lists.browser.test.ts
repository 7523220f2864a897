/** The public pages as a citizen meets them: any screen, either language, on paper, without script. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type City, openCity } from './city.js';
import { barriers, englishIn, open, openBrowser, openFirst, overflow, phone, settle, signIn, visit, wide, wordsOn } from './visitor.js';

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

interface Citizen {
  page: Page;
  /** What the browser refused or could not run: a style the page's own policy forbids, for one. */
  faults: string[];
}

async function citizen(place: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Citizen> {
  const context = await browser.newContext({ viewport: wide, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${city.url}${place}`);
  return { page, faults };
}

/** The page is laid out by its own sheet, which the policy in its head allows by hash. */
const isStyled = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.querySelector('main')!).maxWidth !== 'none' && document.styleSheets.length === 1);

describe('public lists', () => {
  test(
    'a citizen without script finds a list, looks up an agency, turns the page and takes the file',
    async () => {
      const { page } = await citizen('/lists', { javaScriptEnabled: false, acceptDownloads: true });
      await page.getByRole('link', { name: /lần 2 năm 2026/ }).click();
      expect(await page.locator('h1').innerText()).toContain('lần 2 năm 2026');
      expect(await page.locator('[role=img]').count()).toBeGreaterThan(2);
      await page.getByRole('link', { name: 'Trang sau' }).click();
      expect(await page.locator('nav.pages').innerText()).toMatch(/Trang 2 \/ \d/);
      await page.locator('summary').click();
      const agency = page.locator('details tbody a').first();
      const name = await agency.innerText();
      await agency.click();
      expect(new Set(await page.locator('#people tbody tr td:nth-child(4)').allInnerTexts())).toEqual(new Set([name]));
      await page.selectOption('select[name=tier]', 'NEVER');
      await page.getByRole('button', { name: 'Xem' }).click();
      expect(new Set(await page.locator('#people tbody tr td:last-child').allInnerTexts())).toEqual(new Set(['không sử dụng']));
      expect(await page.locator('select[name=agency] option:checked').innerText()).toBe(name);
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).click()]);
      expect(file.suggestedFilename()).toBe('dot-2-2026.csv');
      await page.context().close();
    },
    2 * minutes,
  );

  for (const [language, look, size] of [
    ['vi', 'light', wide],
    ['vi', 'dark', phone],
    ['en', 'light', phone],
    ['en', 'dark', wide],
  ] as const)
    test(
      `have no barrier and fit in ${language}, ${look}, ${size.width} px`,
      async () => {
        const lang = language === 'en' ? 'lang=en' : '';
        for (const place of [
          `/lists?${lang}`,
          `/lists/dot-2-2026?${lang}`,
          `/lists/dot-1-2026?tier=IRREGULAR&${lang}`,
          `/lists/none?${lang}`,
        ]) {
          const { page, faults } = await citizen(place, { colorScheme: look, viewport: size });
          await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
          const wrong = [...(await barriers(page, 'all')), ...(language === 'vi' ? englishIn(await wordsOn(page)) : [])];
          const refused = place.includes('none') ? faults.filter((fault) => !fault.includes('404')) : faults;
          expect({ place, wrong, refused, overflow: await overflow(page), isStyled: await isStyled(page) }).toEqual({
            place,
            wrong: [],
            refused: [],
            overflow: 0,
            isStyled: true,
          });
          await page.context().close();
        }
      },
      2 * minutes,
    );

  test(
    'are printed without what only works on a screen, and with the figures of every agency',
    async () => {
      const { page } = await citizen('/lists/dot-2-2026');
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['header', 'form', 'nav.pages']) expect(await page.locator(hidden).isVisible()).toBe(false);
      for (const shown of ['h1', '#people tbody tr >> nth=0', 'details tbody tr >> nth=0'])
        expect(await page.locator(shown).isVisible()).toBe(true);
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('#people thead')!).display)).toBe('table-header-group');
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
      await page.context().close();
    },
    2 * minutes,
  );

  test(
    'stand in a frame of another site only where that was asked for',
    async () => {
      // A site of its own: another port is another origin.
      const site = createServer((request, response) => {
        const query = request.url === '/framed' ? '?embed=1' : '';
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(`<iframe src="${city.url}/lists/dot-2-2026${query}" width="600" height="400"></iframe>`);
      }).listen(0, '127.0.0.1');
      await once(site, 'listening');
      const { page } = await citizen('/lists');
      const headings = async (place: string) => {
        await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}${place}`);
        return page.frameLocator('iframe').locator('h1', { hasText: 'năm 2026' }).count();
      };
      expect(await headings('/framed')).toBe(1);
      expect(await headings('/')).toBe(0);
      await page.context().close();
      site.close();
      site.closeAllConnections();
    },
    2 * minutes,
  );

  test(
    'the task force publishes the list of a review, first inside, then for everybody, and takes it down',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor);
      await open(page, city.url, '/reviews');
      await openFirst(page);
      const lists = page.locator('[data-part=lists]');
      const dialog = page.locator('[role=dialog]');
      await page.getByRole('button', { name: 'Công khai danh sách' }).click();
      expect(await dialog.innerText()).toContain('Nội bộ');
      await page.fill('input[name=slug]', 'Quý 3');
      await dialog.getByRole('button', { name: 'Công khai danh sách' }).click();
      await dialog.getByText('chữ thường không dấu', { exact: false }).first().waitFor();
      await page.fill('input[name=slug]', 'quy-3-2026');
      await dialog.getByRole('button', { name: 'Công khai danh sách' }).click();
      await lists.getByText('Nội bộ').waitFor();
      expect((await page.request.get(`${city.url}/lists/quy-3-2026`)).status()).toBe(404);

      await page.getByRole('button', { name: 'Công khai bản mới' }).click();
      await dialog.locator('[role=combobox]').click();
      await page.getByRole('option', { name: 'Công khai cho mọi người' }).click();
      expect(await page.locator('textarea[name=legalBasis]').getAttribute('required')).not.toBeNull();
      await page.fill('textarea[name=legalBasis]', 'Quyết định số 12/2026/QĐ-UBND');
      await dialog.getByRole('button', { name: 'Công khai bản mới' }).click();
      const link = lists.getByRole('link', { name: /Mở trang quy-3-2026/ });
      await link.waitFor();
      const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
      await opened.waitForSelector('h1');
      expect(await opened.locator('main').innerText()).toContain('Quyết định số 12/2026/QĐ-UBND');
      await opened.close();
      await settle(page);
      expect([await overflow(page), ...(await barriers(page, 'all')), ...englishIn(await wordsOn(page))]).toEqual([0]);

      await page.getByRole('button', { name: 'Gỡ bỏ' }).click();
      await page.fill('textarea[name=reason]', 'Công khai nhầm đợt');
      await dialog.getByRole('button', { name: 'Gỡ bỏ' }).click();
      await lists.getByText('Đã gỡ bỏ', { exact: true }).waitFor();
      const gone = await page.request.get(`${city.url}/lists/quy-3-2026`);
      expect([gone.status(), (await gone.text()).includes('Công khai nhầm đợt')]).toEqual([410, true]);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );
});
