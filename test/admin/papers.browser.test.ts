/** Are papers one click away, for those who may have them, and can the secretary change what stands on them? */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { carryOut, CaseDesk, dialog } from './case-desk.js';
import type { Held } from './case-city.js';
import { barriers, englishIn, open, overflow, phone, settle, wide, wordsOn } from './visitor.js';

const minutes = 60_000;

let desk: CaseDesk;
let held: Held;
beforeAll(async () => {
  desk = await CaseDesk.open();
  held = (await desk.casesIn('IN_FORCE'))[0]!;
}, 5 * minutes);
afterAll(() => desk?.close(), minutes);

const line = (page: Page, kind: string): Locator => page.locator(`[data-part=papers] li[data-kind=${kind}]`);

async function fetched(page: Page, of: Locator, ending: 'PDF' | 'DOCX'): Promise<string> {
  const download = page.waitForEvent('download');
  await of.getByRole('button', { name: `dạng ${ending}` }).click();
  const name = (await download).suggestedFilename();
  await settle(page);
  return name;
}

async function looksWell(page: Page): Promise<void> {
  expect(englishIn(await wordsOn(page))).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(await barriers(page)).toEqual([]);
}

describe('the papers of a case', () => {
  test(
    'come as PDF and DOCX in one click; the first click issues them; the secretary records the signature and makes one anew',
    async () => {
      const visitor = await desk.come('secretary', { size: wide });
      const { page } = visitor;
      await open(page, desk.city.url, `/decisions/${held.id}/show`);
      const decision = line(page, 'DECISION');
      expect(await decision.innerText()).toContain('Chưa phát hành');
      expect(await fetched(page, decision, 'PDF')).toMatch(/^Quyết định \d+-QĐ-\S+\.pdf$/);
      expect(await decision.innerText()).toMatch(/Đã phát hành[\s\S]*mã kiểm chứng \w{4}-\w{4}-\w{4}/);
      expect(await fetched(page, decision, 'DOCX')).toMatch(/\.docx$/);
      await looksWell(page);

      await decision.getByRole('button', { name: 'Ghi nhận đã ký' }).click();
      await carryOut(page);
      expect(await decision.innerText()).toContain('Đã ký, đóng dấu');
      const before = /mã kiểm chứng (\S+)/.exec(await decision.innerText())![1]!;
      await decision.getByRole('button', { name: 'Lập lại' }).click();
      await dialog(page).locator('textarea[name=reason]').fill('Đính chính chức vụ');
      await carryOut(page);
      expect(await decision.innerText()).toContain('bản 2');
      expect(await decision.innerText()).not.toContain(before);

      await page.goto(`${desk.city.url}/verify/${before}`);
      expect(await page.locator('main').innerText()).toContain('Đã được thay thế bằng bản khác, không còn giá trị.');
      expect(await page.locator('main').innerText()).not.toContain(held.officer.fullName);
      expect(await barriers(page)).toEqual([]);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'a member reads them on a phone',
    async () => {
      const visitor = await desk.come('chair', { size: phone });
      const { page } = visitor;
      await open(page, desk.city.url, `/decisions/${held.id}/show`);
      expect(await line(page, 'DECISION').count()).toBe(1);
      expect(await line(page, 'DECISION').getByRole('button').count()).toBe(2);
      await looksWell(page);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );
});

test(
  'texts of papers are changed with a preview; a place that is unknown is refused in words',
  async () => {
    const visitor = await desk.come('secretary');
    const { page } = visitor;
    await open(page, desk.city.url, '/decisions');
    await page.getByRole('link', { name: 'Nội dung mẫu của văn bản' }).click();
    await page.waitForURL(/paper-texts/);
    await settle(page);
    await looksWell(page);
    await page.getByRole('button', { name: 'Phần đầu văn bản' }).click();
    const place = page.locator('[data-template="head.place"]');
    await place.getByRole('button').click();
    const text = dialog(page).locator('textarea[name=text]');
    await text.fill('Thành phố {nowhere}');
    await dialog(page).getByRole('button', { name: 'Xem trước' }).click();
    await dialog(page).getByText('hãy bỏ {nowhere}').waitFor();
    await text.fill('Thủ Đức');
    await dialog(page).getByRole('button', { name: 'Xem trước' }).click();
    await dialog(page).locator('[data-part=preview]').getByText('Thủ Đức').waitFor();
    await carryOut(page);
    expect(await place.innerText()).toContain('Thủ Đức');
    await page.locator('input[name=firstLineMm]').fill('13');
    await page.getByRole('button', { name: 'Lưu thể thức' }).click();
    await page.getByText(/Nghị định 30\/2020\/NĐ-CP, Phụ lục I\)/).waitFor();
    await page.locator('input[name=firstLineMm]').fill('12,7');
    await page.getByRole('button', { name: 'Lưu thể thức' }).click();
    await page.getByRole('button', { name: 'Khôi phục mặc định' }).waitFor();
    await looksWell(page);
    expect(visitor.faults).toEqual([]);
    await visitor.context.close();
  },
  2 * minutes,
);
