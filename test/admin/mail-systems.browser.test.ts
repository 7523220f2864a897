/** Mail systems, their orders, mailboxes and differences, in a real browser on real mail tables. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type City, openCity } from './city.js';
import { type Account, type MailTables, openMailTables } from './mail-city.js';
import { barriers, englishIn, open, openBrowser, overflow, phone, settle, signIn, visit, type Visitor, wordsOn } from './visitor.js';

const minutes = 60_000;
const system = 'Thư thành phố';

let city: City;
let browser: Browser;
let tables: MailTables | undefined;
let accounts: Account[] = [];

/** Asks the server as whoever is signed in on the page. */
async function ask<Answer>(page: Page, query: string, variables: object = {}): Promise<Answer> {
  return page.evaluate(
    async ([text, given]) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hopthu-panel': '1' },
        body: JSON.stringify({ query: text, variables: given }),
      });
      return ((await answer.json()) as { data: unknown }).data;
    },
    [query, variables] as const,
  ) as Promise<Answer>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page) => page.locator('[role=dialog]');

async function looksRight({ page }: Visitor): Promise<void> {
  await settle(page);
  expect(await barriers(page, 'all')).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(englishIn(await wordsOn(page))).toEqual([]);
}

async function describeSystem(page: Page, kind: RegExp | undefined, name: string, domains: string): Promise<void> {
  await open(page, city.url, '/mailSystems/create');
  await page.fill('input[name=name]', name);
  if (kind) {
    await page.getByRole('combobox', { name: 'Loại' }).click();
    await page.getByRole('option', { name: kind }).click();
  }
  await page.fill('textarea[name=domains]', domains);
}

beforeAll(async () => {
  city = await openCity();
  tables = await openMailTables();
  browser = await openBrowser();
}, 5 * minutes);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
  await tables?.stop();
}, minutes);

describe('mail systems', () => {
  test(
    'the administrator describes one that answers nobody, sees which part is faulty, changes it and takes it off',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'admin');
      await open(page, city.url, '/mailSystems');
      await page.getByText('Chưa nối với hệ thống thư nào').waitFor();
      await describeSystem(page, undefined, 'Thư cũ', 'cu.example.gov.vn');
      await button(page, 'Ghi hệ thống thư').click();
      await page.locator('main [role=alert]').first().waitFor();
      await page.fill('input[name="settings.databaseUrl"]', 'postgres://nobody:secret@127.0.0.1:9/none');
      await looksRight(visitor);
      await button(page, 'Ghi hệ thống thư').click();
      await page.getByRole('heading', { name: 'Thư cũ' }).waitFor();
      await page.getByText('Đã lưu, không hiện lại').waitFor();
      await button(page, 'Thử kết nối').click();
      await page.locator('[data-part=check-steps]').getByText('Kết nối cơ sở dữ liệu: có lỗi').waitFor();
      expect(await page.locator('main').innerText()).not.toContain('secret');
      await looksRight(visitor);
      await open(page, city.url, '/');
      await page.locator('[data-part=mail-work]').getByText('Kết nối với Thư cũ có lỗi.').waitFor();
      await looksRight(visitor);
      await page.getByRole('link', { name: 'Thử kết nối' }).click();
      await page.getByRole('link', { name: 'Sửa' }).click();
      await page.getByRole('heading', { name: 'Sửa hệ thống thư Thư cũ' }).waitFor();
      expect(await page.inputValue('input[name="settings.databaseUrl"]')).toBe('');
      await page.fill('input[name=mostAnHour]', '50');
      await button(page, 'Lưu').click();
      await page.getByRole('heading', { name: 'Thư cũ', exact: true }).waitFor();
      await page.locator('main dd').getByText('50', { exact: true }).waitFor();
      await button(page, 'Gỡ hệ thống thư').click();
      await dialog(page).getByRole('button', { name: 'Gỡ hệ thống thư' }).click();
      await page.getByText('Chưa nối với hệ thống thư nào').waitFor();
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'one without an interface has its hand-over file and the place for results; all orders are held and released',
    async () => {
      const visitor = await visit(browser, city.url, { size: phone });
      const { page } = visitor;
      await signIn(visitor, 'admin');
      await describeSystem(page, /Tệp bàn giao/, 'Thư huyện', 'huyen.example.gov.vn');
      await button(page, 'Ghi hệ thống thư').click();
      await button(page, 'Tải tệp bàn giao').waitFor();
      await button(page, 'Chọn tệp kết quả').or(page.getByText('Chọn tệp kết quả')).first().waitFor();
      await looksRight(visitor);
      await button(page, 'Bật').click();
      await dialog(page).getByRole('button', { name: 'Bật' }).click();
      await page.getByText('Đang bật').first().waitFor();
      await open(page, city.url, '/mailSystems');
      await button(page, 'Dừng mọi lệnh').click();
      await dialog(page).getByRole('button', { name: 'Dừng mọi lệnh' }).click();
      await page.locator('[data-part=paused]').waitFor();
      await looksRight(visitor);
      await page.locator('[data-part=paused]').getByRole('button').click();
      await dialog(page).getByRole('button', { name: 'Cho lệnh chạy tiếp' }).click();
      await page.locator('[data-part=paused]').waitFor({ state: 'detached' });
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'accounts are matched by a person, the system is switched on with open eyes, and orders change real rows',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'admin');
      type Answer = { mailboxes: { nodes: { address: string; officer: { fullName: string } }[] } };
      const { mailboxes } = await ask<Answer>(
        page,
        '{ mailboxes(first: 30, where: { state: [ACTIVE] }) { nodes { address officer { fullName } } } }',
      );
      accounts = mailboxes.nodes.map(({ address, officer }) => ({ address, name: officer.fullName }));
      const [renamed, ...others] = accounts;
      await tables!.hold([
        { ...renamed!, name: 'Nguyễn Văn Khác' },
        ...others,
        { address: `may.quet@${renamed!.address.split('@')[1]}`, name: 'Máy quét' },
      ]);
      const domains = [...new Set(accounts.map(({ address }) => address.split('@')[1]!))];
      await describeSystem(page, undefined, system, domains.join('\n'));
      await page.fill('input[name="settings.databaseUrl"]', tables!.url);
      await button(page, /Hiện \d+ mục/).click();
      await page.getByRole('combobox', { name: /Hỏi lại Dovecot/ }).click();
      await page.getByRole('option', { name: 'Không', exact: true }).click();
      await button(page, 'Ghi hệ thống thư').click();
      await button(page, 'Thử kết nối').click();
      await page.getByText('Kết nối tốt').first().waitFor();

      await page.getByRole('link', { name: 'Ghép tài khoản lần đầu' }).click();
      await button(page, 'Lập báo cáo').click();
      await button(page, `Xác nhận cả ${others.length} cặp khớp địa chỉ và họ tên`).click();
      await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
      await page.locator('[data-part=adopted]').getByText(`Đã ghép ${others.length} hộp thư`).waitFor();
      await page.locator('[data-part=match-ADDRESS_ONLY]').getByRole('combobox').click();
      await page.getByRole('option', { name: /Nguyễn Văn Khác/ }).click();
      await page.locator('[data-part=match-ONLY_THERE]').getByRole('combobox').click();
      await page.getByRole('option', { name: 'Hộp thư của thiết bị' }).click();
      await looksRight(visitor);
      await button(page, 'Xác nhận 1 cặp đã chọn, ghi 1 tài khoản').click();
      await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
      await page.locator('[data-part=adopted]').getByText('Đã ghép 1 hộp thư, ghi 1 tài khoản vào sổ.').waitFor();

      await page.getByRole('link', { name: system }).click();
      await button(page, 'Bật').click();
      await dialog(page).getByRole('button', { name: 'Bật' }).click();
      await page.locator('[data-part=embedded]').waitFor();
      await looksRight(visitor);
      await page.check('input[name=acceptsEmbedded]');
      await dialog(page).getByRole('button', { name: 'Bật' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await page.getByText('Đang bật').first().waitFor();
      await looksRight(visitor);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    4 * minutes,
  );

  test(
    'a mailbox is suspended in an emergency, opened again, and gets a password on a sheet that alone is printed',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'admin');
      const { address } = accounts[3]!;
      await open(page, city.url, '/mailboxes');
      await page.getByRole('searchbox').last().fill(address);
      await page.getByText('1 kết quả').waitFor();
      await settle(page);
      await page.getByRole('link', { name: address }).click();
      await button(page, 'Tạm khóa khẩn cấp').click();
      await page.fill('textarea[name=reason]', 'Hộp thư bị chiếm quyền');
      await looksRight(visitor);
      await dialog(page).getByRole('button', { name: 'Tạm khóa khẩn cấp' }).click();
      await until(async () => (await tables!.stateOf(address)) === 'suspended');
      await page.reload();
      await page
        .locator('[data-part=standing]')
        .getByText(/Tạm khóa, xác nhận trên hệ thống thư lúc/)
        .waitFor();
      await page
        .locator('[data-part=standing]')
        .getByText(/Tạm khóa khẩn cấp đến/)
        .waitFor();
      await looksRight(visitor);
      await button(page, 'Kết thúc tạm khóa').click();
      await page.fill('textarea[name=reason]', 'Đã lấy lại quyền');
      await dialog(page).getByRole('button', { name: 'Kết thúc tạm khóa' }).click();
      await until(async () => (await tables!.stateOf(address)) === 'active');
      await open(page, city.url, '/');
      await page.locator('[data-part=mail-work]').getByText('1 hộp thư đã mở nhưng chưa ai được giao mật khẩu.').waitFor();
      await page.getByRole('link', { name: 'Giao mật khẩu' }).click();
      await page.getByRole('link', { name: address }).click();
      await button(page, 'Đặt lại mật khẩu').click();
      await button(page, 'Tạo mật khẩu mới').click();
      const sheet = page.locator('[data-part=password-sheet]');
      await sheet.getByText(address).waitFor();
      expect(await sheet.locator('[data-part=secret]').innerText()).toMatch(/^[\w-]{12,}$/);
      await looksRight(visitor);
      await page.evaluate(() => document.body.classList.add('prints-dialog', 'prints-sheet'));
      await page.emulateMedia({ media: 'print' });
      expect(await sheet.isVisible()).toBe(true);
      expect(await button(page, 'In phiếu').isVisible()).toBe(false);
      expect(await page.locator('main#content h1').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => document.body.classList.remove('prints-dialog', 'prints-sheet'));
      await button(page, 'Đã in hoặc ghi lại, đóng').click();
      await sheet.waitFor({ state: 'detached' });
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    4 * minutes,
  );

  test(
    'orders are looked at, closed by what is known, and a difference somebody made by hand is found and accepted',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'admin');
      await open(page, city.url, '/mailOrders?filter=%7B%7D');
      await page.locator('main table').getByText('Tạm khóa hộp thư').first().waitFor();
      await looksRight(visitor);
      // A mailbox of the city that has no account at the mail system: the order fails, and says why.
      const strangers = await ask<{ mailboxes: { nodes: { id: string; address: string }[] } }>(
        page,
        '{ mailboxes(first: 100, where: { state: [ACTIVE] }) { nodes { id address } } }',
      );
      const known = new Set(accounts.map(({ address }) => address));
      const domains = new Set(accounts.map(({ address }) => address.split('@')[1]));
      const lost = strangers.mailboxes.nodes.find(({ address }) => !known.has(address) && domains.has(address.split('@')[1]))!;
      await ask(page, 'mutation ($id: ID!) { mailboxSuspend(id: $id, reason: "thử") { orders { id } } }', { id: lost.id });
      await open(page, city.url, '/mailOrders');
      await until(async () => {
        await page.reload();
        await settle(page);
        return (await page.locator('main').innerText()).includes(lost.address);
      });
      await page
        .getByRole('link', { name: /Tạm khóa hộp thư/ })
        .first()
        .click();
      await page.getByText('hệ thống thư không có tài khoản này').first().waitFor();
      await button(page, 'Xem các bước').click();
      await page.locator('main').getByRole('status').first().waitFor();
      await looksRight(visitor);
      await button(page, 'Đóng lệnh').click();
      await page.getByRole('radio', { name: /Không thực hiện/ }).check();
      await page.fill('textarea[name=note]', 'Hộp thư chưa có trên hệ thống thư');
      await dialog(page).getByRole('button', { name: 'Đóng lệnh' }).click();
      await dialog(page).waitFor({ state: 'detached' });

      await tables!.change(accounts[7]!.address, 'revoked');
      await open(page, city.url, '/mailSystems');
      await page.getByRole('link', { name: system }).first().click();
      await button(page, 'Đối chiếu ngay').click();
      await page.getByText(/Đã đối chiếu 31 hộp thư/).waitFor();
      await looksRight(visitor);
      await page.getByRole('link', { name: /Xem 1 sai lệch/ }).click();
      await page.getByText('Quyết định yêu cầu: Đang mở. Trên hệ thống thư: Đã thu hồi.').waitFor();
      await page.getByText(/Không có quyết định nào đang có hiệu lực yêu cầu/).waitFor();
      await looksRight(visitor);
      await page.getByRole('checkbox', { name: `Chọn ${accounts[7]!.address}` }).check();
      await button(page, 'Khắc phục 1 sai lệch').click();
      await dialog(page).getByRole('button', { name: 'Khắc phục 1 sai lệch' }).click();
      await page
        .locator('[data-part=receipt]')
        .getByText(/Không có quyết định nào/)
        .waitFor();
      await button(page, 'Đóng').click();
      await page.getByRole('checkbox', { name: `Chọn ${accounts[7]!.address}` }).check();
      await button(page, 'Chấp nhận 1 sai lệch').click();
      await page.fill('textarea[name=note]', 'Đơn vị đề nghị giữ nguyên');
      await dialog(page).getByRole('button', { name: 'Chấp nhận 1 sai lệch' }).click();
      await page.getByText('Đã chấp nhận 1 sai lệch').waitFor();
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    4 * minutes,
  );

  test(
    'the pages have no barrier and fit in English, dark, on a phone',
    async () => {
      const visitor = await visit(browser, city.url, { language: 'en', look: 'dark', size: phone });
      await signIn(visitor, 'admin');
      for (const place of ['/mailSystems', '/mailSystems/create', '/mailOrders', '/mailboxes', '/drifts']) {
        await open(visitor.page, city.url, place);
        expect([place, await barriers(visitor.page, 'all'), await overflow(visitor.page)]).toEqual([place, [], 0]);
      }
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'task force proposes mailboxes for many, and reads mailboxes but neither orders nor systems',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, '/mailboxes');
      await looksRight(visitor);
      await page.goto(`${city.url}/#/mailSystems`);
      await page
        .getByText(/không được mở|không có quyền/i)
        .first()
        .waitFor();
      await open(page, city.url, `/officers?filter=${encodeURIComponent(JSON.stringify({ mailboxState: ['NONE'] }))}`);
      const boxes = page.locator('main table tbody').getByRole('checkbox');
      await boxes.first().check();
      await button(page, 'Đề nghị cấp hộp thư cho 1 người').click();
      await dialog(page).getByLabel('Danh mục hồ sơ phiên họp').waitFor();
      await looksRight(visitor);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('It did not come to be.');
}
