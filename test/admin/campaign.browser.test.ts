/** A review as a campaign in a real browser: the task force opens it, a contact answers one by one, the head confirms, an officer contests on a phone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type City, openCity } from './city.js';
import { askAs } from './class-room.js';
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

/** Nothing that keeps somebody out, nothing wider than the screen, no English. */
async function expectFit(page: Page): Promise<void> {
  expect(await barriers(page, 'all')).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(englishIn(await wordsOn(page))).toEqual([]);
}

describe('a campaign', () => {
  let reviewPath = '';
  /** The last day of the window, as it is typed. */
  let windowDay = '';

  test(
    'the task force keeps a definition, opens the review from it, and sees how far each agency is',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, '/reviews/definitions');
      await page.getByRole('button', { name: 'Lập mẫu' }).click();
      await page.fill('input[name=name]', 'Rà soát quý');
      await page.fill('input[name=checkDays]', '8');
      await expectFit(page);
      await page.getByRole('button', { name: 'Lưu', exact: true }).click();
      await page.getByRole('heading', { name: 'Rà soát quý' }).waitFor();
      await expectFit(page);

      await open(page, city.url, '/reviews');
      await page.getByRole('button', { name: 'Mở đợt rà soát' }).click();
      await page.getByRole('combobox', { name: 'Theo mẫu' }).click();
      await page.getByRole('option', { name: 'Rà soát quý' }).click();
      const title = await page.inputValue('input[name=title]');
      expect(title).toMatch(/^Rà soát quý – \d\d\/\d\d\/\d{4}$/);
      windowDay = title.slice(-10);
      expect(await page.inputValue('input[name=windowTo]')).toBe(windowDay);
      await expectFit(page);
      await page.getByRole('button', { name: 'Mở', exact: true }).click();
      await page.waitForURL(/\/reviews\/[\w-]+\/show$/);
      await page.getByRole('heading', { name: 'Tiến độ từng đơn vị' }).waitFor();
      reviewPath = new URL(page.url()).hash.slice(1);
      await settle(page);
      const words = await page.innerText('main');
      expect(words).toContain('Các đơn vị kiểm tra');
      expect(words).toMatch(/Nhắc cán bộ đầu mối chưa nộp/);
      await expectFit(page);
      await page.context().close();
    },
    4 * minutes,
  );

  test(
    'the contact looks at one, contests another with a reason, confirms the rest, names the head and hands in',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'contact');
      await page.locator('[data-part=check-work] a').first().click();
      await page.waitForURL(/\/checks\/[\w-]+\/show$/);
      await settle(page);
      await expectFit(page);
      await page.getByRole('button', { name: 'Xem lần lượt từng người' }).click();
      const dialog = page.locator('[role=dialog]');
      await dialog.getByText('Kết quả rà soát').first().waitFor();
      await settle(page);
      await expectFit(page);
      const first = await dialog.locator('h2').first().textContent();
      await dialog.getByRole('button', { name: 'Xác nhận đúng' }).click();
      await page.waitForFunction((before) => document.querySelector('[role=dialog] h2')?.textContent !== before, first);
      await settle(page);
      await dialog.getByRole('button', { name: 'Đề nghị xem lại' }).click();
      await dialog.locator('textarea[name=note]').fill('Nghỉ phép có quyết định từ ngày 01/10.');
      await dialog.getByRole('button', { name: 'Đề nghị xem lại' }).click();
      await settle(page);
      await dialog.getByRole('button', { name: 'Đóng' }).click();
      await settle(page);
      for (const box of await page.locator('[data-part=lines] input[type=checkbox]').all()) await box.check();
      await page.getByRole('button', { name: /^Xác nhận đúng \(\d+\)$/ }).click();
      await page.getByText(/^Mọi kết quả đã được trả lời/).waitFor();
      await page.getByRole('button', { name: 'Chọn lãnh đạo xác nhận' }).click();
      await dialog.getByRole('combobox').click();
      await page.getByRole('option').first().click();
      await dialog.getByRole('button', { name: 'Chọn lãnh đạo xác nhận' }).click();
      await page.locator('[role=dialog]').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Nộp kết quả kiểm tra' }).click();
      await dialog.getByRole('button', { name: 'Nộp kết quả kiểm tra' }).click();
      await page.getByText('Chờ lãnh đạo xác nhận').first().waitFor();
      // Signed on paper: the contact records it.
      await page.getByRole('button', { name: 'Xác nhận danh sách' }).click();
      await dialog.locator('input[name=paperNumber]').fill('12/BC-VP');
      await dialog
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'danh-sach.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 đã ký') });
      await expectFit(page);
      await dialog.getByRole('button', { name: 'Xác nhận danh sách' }).click();
      await page.getByText('Lãnh đạo đã xác nhận').first().waitFor();
      await expectFit(page);
      await page.context().close();
    },
    4 * minutes,
  );

  test(
    'an officer sees the own finding on a phone before anything happens, and contests it with days',
    async () => {
      const visitor = await visit(browser, city.url, { size: phone });
      const { page } = visitor;
      await signIn(visitor, 'officer');
      await page.getByRole('heading', { name: /Kết quả của tôi trong/ }).waitFor();
      await expectFit(page);
      await page.getByRole('button', { name: 'Đề nghị xem lại' }).click();
      await page.fill('textarea[name=note]', 'Tôi đi biệt phái, không có thiết bị.');
      await page.fill('input[name=fromOn]', windowDay);
      await page.fill('input[name=untilOn]', windowDay);
      await expectFit(page);
      await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
      await page.getByText('Đã gửi đề nghị xem lại, đang chờ tổ công tác trả lời.').waitFor();
      await page.getByRole('link', { name: 'Xem căn cứ từng ngày' }).click();
      await page.waitForURL(/\/findings\/[\w-]+\/show$/);
      await settle(page);
      expect(await page.innerText('main')).toContain('Tôi đi biệt phái, không có thiết bị.');
      await expectFit(page);
      await page.context().close();
    },
    3 * minutes,
  );

  test(
    'the task force answers the contests, and cannot finalise while the agencies check',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await page.locator('[data-part=check-work]').getByRole('link', { name: 'Trả lời' }).click();
      await page.waitForURL(/\/findings\?/);
      await settle(page);
      await page.locator('main table tbody a').first().click();
      await page.waitForURL(/\/show$/);
      await settle(page);
      await page.getByRole('button', { name: 'Trả lời đề nghị xem lại' }).click();
      await page.getByRole('radio', { name: /^Chấp nhận: kết quả trở thành/ }).check();
      await page.fill('textarea[name=note]', 'Có quyết định cử đi biệt phái.');
      await expectFit(page);
      await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
      await page.locator('[role=dialog]').waitFor({ state: 'detached' });
      await page.locator('main').getByText('Chưa đủ cơ sở đánh giá').first().waitFor();
      await open(page, city.url, reviewPath);
      await page.getByRole('button', { name: 'Chốt đợt rà soát' }).click();
      await page.locator('[role=dialog]').getByRole('button', { name: 'Chốt đợt rà soát' }).click();
      await page
        .locator('[role=dialog]')
        .getByText(/Chưa thể chốt đợt rà soát/)
        .waitFor();
      await expectFit(page);
      const ask = await askAs(city.url, 'taskforce');
      const { agencyChecks } = await ask<{ agencyChecks: { nodes: { state: string }[] } }>(
        '{ agencyChecks(first: 5, where: { state: [CONFIRMED] }) { nodes { state } } }',
      );
      expect(agencyChecks.nodes).toEqual([{ state: 'CONFIRMED' }]);
      await page.context().close();
    },
    3 * minutes,
  );
});
