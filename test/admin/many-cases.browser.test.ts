/** Many cases at once in a real browser: votes on all of a kind, causes, proposals from findings, dockets. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acts, carryOut, CaseDesk, dialog, submit } from './case-desk.js';
import { askAs } from './class-room.js';
import { barriers, englishIn, open, overflow, phone, settle, wordsOn } from './visitor.js';

const minutes = 60_000;

let desk: CaseDesk;
beforeAll(async () => {
  desk = await CaseDesk.open();
}, 5 * minutes);
afterAll(() => desk?.close(), minutes);

describe('many cases at once', () => {
  test(
    'a member votes on all of one kind with two deliberate acts; what is voted alone stands apart; a receipt says how many',
    async () => {
      const visitor = await desk.come('member5');
      const { page } = visitor;
      const line = page.locator('[data-part=work] li', { hasText: 'chờ biểu quyết' });
      expect(await line.innerText()).toMatch(/^\d+ hồ sơ chờ biểu quyết · còn \d+ ngày/);
      await line.getByRole('link', { name: 'Biểu quyết' }).click();
      await page.waitForURL(/\/decisions\/votes$/);
      await settle(page);
      const alone = page.locator('main section', { hasText: 'Biểu quyết riêng từng hồ sơ' });
      expect(await alone.locator('input[type=checkbox]').count()).toBe(0);
      expect(await alone.locator('li').count()).toBeGreaterThan(0);

      const group = page.locator('main section', { hasText: 'Không xét danh hiệu thi đua năm' }).last();
      const count = await group.locator('input[type=checkbox]').count();
      expect(count).toBeGreaterThan(5);
      await group.getByRole('button', { name: `Chọn cả ${count} người` }).click();
      await page
        .locator('[data-part=chosen]')
        .getByRole('button', { name: `Biểu quyết (${count})` })
        .click();
      await dialog(page).getByRole('radio', { name: 'Tán thành', exact: true }).check();
      await submit(page);
      expect(await dialog(page).locator('[data-part=sentence]').innerText()).toMatch(
        new RegExp(`^Tán thành không xét danh hiệu thi đua năm \\d{4} đối với ${count} người\\.`),
      );
      expect(await dialog(page).locator('[data-part=people] li').count()).toBe(count);
      expect(await dialog(page).locator('button[type=submit]').isDisabled()).toBe(true);
      await dialog(page).getByRole('checkbox').check();
      await submit(page);
      await page.locator('[data-part=receipt]').waitFor();
      expect(await page.locator('[data-part=receipt]').innerText()).toContain(`Đã thực hiện đối với ${count} người.`);
      expect(await barriers(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Đã xem' }).click();
      await settle(page);
      expect(
        await page.locator('main section', { hasText: 'Không xét danh hiệu thi đua năm' }).locator('input[type=checkbox]').count(),
      ).toBe(0);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'the keyboard goes from case to case, chooses, opens the vote and says what it knows',
    async () => {
      const visitor = await desk.come('member6');
      const { page } = visitor;
      await open(page, desk.city.url, '/decisions/votes');
      const rows = page.locator('[data-part=cases] li');
      const names = await rows.locator('b').allInnerTexts();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await page.evaluate(() => document.activeElement?.querySelector('b')?.textContent)).toBe(names[1]);
      await page.keyboard.press('k');
      expect(await page.evaluate(() => document.activeElement?.querySelector('b')?.textContent)).toBe(names[0]);
      await page.keyboard.press('v');
      expect(await dialog(page).innerText()).toContain(`Biểu quyết hồ sơ của ${names[0]}`);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      expect(await dialog(page).innerText()).toContain('Hồ sơ sau');
      expect(await barriers(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Đóng' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await rows.first().locator('a').first().click();
      await page.waitForURL(/\/show$/);
      await settle(page);
      expect(await page.locator('[data-part=next-vote]').count()).toBe(0);
      await acts(page).getByRole('button', { name: 'Biểu quyết', exact: true }).click();
      await dialog(page).getByRole('radio', { name: 'Tán thành', exact: true }).check();
      await carryOut(page);
      const { decisions } = await (
        await askAs(desk.city.url, 'member6')
      )<{ decisions: { totalCount: number } }>('{ decisions(first: 0, where: { awaitingMyVote: true }) { totalCount } }');
      const here = page.url();
      await page.getByRole('link', { name: `Hồ sơ tiếp theo (${decisions.totalCount})` }).click();
      await page.waitForURL((url) => url.href !== here);
      await acts(page).getByRole('button', { name: 'Biểu quyết', exact: true }).waitFor();
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'the task force sets the cause of one finding and of many, and a proposal then offers what the cause allows',
    async () => {
      const { findings } = await desk.force<{
        findings: { nodes: { id: string; availableActions: string[]; officer: { fullName: string } }[] };
      }>(
        '{ findings(first: 100, where: { tier: [IRREGULAR, NEVER], causeMissing: true }) { nodes { id availableActions officer { fullName } } } }',
      );
      const unset = findings.nodes.filter(({ availableActions }) => availableActions.includes('SET_CAUSE'));
      expect(unset.length).toBeGreaterThan(0);
      const visitor = await desk.come('taskforce');
      const { page } = visitor;
      const [first] = unset;
      await open(page, desk.city.url, `/findings/${first!.id}/show`);
      await page.getByRole('button', { name: 'Đề nghị hồ sơ' }).click();
      expect(await dialog(page).locator('[data-part=kinds-by-cause]').innerText()).toContain('Chưa xác định nguyên nhân');
      await dialog(page).getByRole('combobox').first().click();
      expect(await page.getByRole('option').allInnerTexts()).not.toContain('Thu hồi hộp thư');
      await page.keyboard.press('Escape');
      await dialog(page).getByRole('button', { name: 'Đóng' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Xác định nguyên nhân' }).click();
      await dialog(page).getByRole('radio', { name: 'Không chấp hành' }).check();
      expect(await dialog(page).locator('button[type=submit]').isDisabled()).toBe(true);
      await dialog(page).locator('textarea[name=note]').fill('Nhắc nhở bằng văn bản ngày 01/10/2026; đã giới thiệu lớp cơ bản.');
      expect(englishIn(await wordsOn(page))).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await carryOut(page);
      expect(await page.locator('main').innerText()).toContain('Nhắc nhở bằng văn bản ngày 01/10/2026');
      await page.getByRole('button', { name: 'Đề nghị hồ sơ' }).click();
      await dialog(page).getByRole('combobox').first().click();
      expect(await page.getByRole('option').allInnerTexts()).toContain('Không xét danh hiệu thi đua');
      await page.keyboard.press('Escape');

      await open(page, desk.city.url, `/findings?filter=${encodeURIComponent(JSON.stringify({ causeMissing: true }))}`);
      await page.locator('main table thead input[type=checkbox]').check();
      await page
        .locator('[data-part=chosen]')
        .getByRole('button', { name: /^Xác định nguyên nhân \(\d+\)$/ })
        .click();
      await dialog(page).getByRole('radio', { name: 'Không có nhu cầu sử dụng' }).check();
      await submit(page);
      await dialog(page).waitFor({ state: 'detached' });
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'findings are proposed from their list; who cannot be is named with the reason',
    async () => {
      const visitor = await desk.come('taskforce');
      const { page } = visitor;
      await open(page, desk.city.url, '/findings');
      const boxes = page.locator('main table tbody input[type=checkbox]');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.locator('[data-part=chosen]').getByRole('button', { name: 'Đề nghị hồ sơ (2)' }).click();
      await dialog(page).locator('textarea[name=legalBasis]').fill('Luật Thi đua, khen thưởng');
      await dialog(page).locator('textarea[name=grounds]').fill('Không chấp hành');
      expect(englishIn(await wordsOn(page))).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await submit(page);
      const receipt = page.locator('[data-part=receipt]');
      await receipt.waitFor();
      expect(await receipt.innerText()).toMatch(/không thực hiện được:[^]+: /);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'the secretary puts cases on a docket; its agenda says what is heard alone and together, and is a sheet for the session',
    async () => {
      const visitor = await desk.come('secretary');
      const { page } = visitor;
      await open(page, desk.city.url, `/decisions?filter=${encodeURIComponent(JSON.stringify({ state: ['READY', 'NOTIFIED'] }))}`);
      const boxes = page.locator('main table tbody input[type=checkbox]');
      const chosen = 3;
      for (let row = 0; row < chosen; row++) await boxes.nth(row).check();
      await page
        .locator('[data-part=chosen]')
        .getByRole('button', { name: `Xếp vào danh mục phiên họp (${chosen})` })
        .click();
      await dialog(page).getByRole('combobox').fill('Phiên họp & biểu quyết số 9');
      expect(englishIn(await wordsOn(page))).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await submit(page);
      await page.locator('[data-part=receipt]').waitFor();
      await dialog(page).getByRole('button', { name: 'Đã xem' }).click();
      await page.getByRole('link', { name: 'Danh mục hồ sơ phiên họp' }).first().click();
      await page.waitForURL(/\/decisions\/dockets$/);
      await settle(page);
      expect(englishIn(await wordsOn(page))).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Phiên họp & biểu quyết số 9' }).click();
      await page.getByRole('heading', { level: 1, name: 'Phiên họp & biểu quyết số 9' }).waitFor();
      await settle(page);
      expect(await page.locator('[data-part=agenda] li').count()).toBe(3);
      expect(englishIn(await wordsOn(page))).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('[data-part=agenda-paper] tbody tr').count()).toBe(3);
      expect(await page.locator('[data-part=agenda-paper]').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize(phone);
      await settle(page);
      expect(await overflow(page)).toBe(0);
      // Taken off again: nothing is left of the docket.
      await page.getByRole('button', { name: 'Xếp vào danh mục phiên họp (3)' }).click();
      await dialog(page).getByRole('button', { name: 'Đưa ra khỏi danh mục' }).click();
      await page.locator('[data-part=receipt]').waitFor();
      const { dockets } = await desk.force<{ dockets: { name: string }[] }>('{ dockets { name } }');
      expect(dockets.map(({ name }) => name)).not.toContain('Phiên họp & biểu quyết số 9');
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );
});
