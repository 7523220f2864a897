/** Systems that are told of changed answers, in a real browser. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
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

describe('systems that are told', () => {
  test(
    'the administrator subscribes one, keeps the secret, sends a test, sees why it failed, sends it again and ends it',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'admin');
      await open(page, city.url, '/webhooks');
      await page.getByRole('button', { name: 'Đăng ký hệ thống' }).click();
      await page.fill('input[name=name]', 'Phần mềm thi đua');
      await page.fill('input[name=url]', 'http://thidua.example/hook');
      await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
      await page.locator('[role=dialog] [role=alert]').waitFor();
      await page.fill('input[name=url]', 'http://localhost:9/hook');
      await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
      expect(await page.locator('[data-part=secret]').innerText()).toMatch(/^whsec_/);
      await page.getByRole('button', { name: 'Đã cất khóa, đóng lại' }).click();
      await page.getByRole('button', { name: 'Gửi thử đến Phần mềm thi đua' }).click();
      const log = page.locator('main table tbody');
      await log.getByText('Tin thử').waitFor();
      for (let tries = 0; tries < 20 && !(await log.innerText()).includes('Không kết nối được'); tries++) {
        await page.waitForTimeout(500);
        await page.reload();
        await log.waitFor();
      }
      expect(await log.innerText()).toContain('Không kết nối được');
      await settle(page);
      expect(await barriers(page, 'all')).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(englishIn(await wordsOn(page))).toEqual([]);
      await log
        .getByRole('button', { name: /Gửi lại/ })
        .first()
        .click();
      await page.getByText('Đã xếp tin vào hàng gửi lại').waitFor();
      await page.getByRole('button', { name: 'Kết thúc đăng ký của Phần mềm thi đua' }).click();
      await page.locator('[role=dialog]').getByRole('button', { name: 'Kết thúc' }).click();
      await page.locator('[data-part=subscriptions]').getByText('đã kết thúc lúc').waitFor();
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'the page has no barrier and fits in English, dark, on a phone',
    async () => {
      const visitor = await visit(browser, city.url, { language: 'en', look: 'dark', size: phone });
      await signIn(visitor, 'admin');
      await open(visitor.page, city.url, '/webhooks');
      expect(await barriers(visitor.page, 'all')).toEqual([]);
      expect(await overflow(visitor.page)).toBe(0);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );
});
