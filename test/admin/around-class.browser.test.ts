/** What is done around a class: contacts and officers ask for seats, letters are printed and receipted, sheets signed and entered, classes made and judged. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type City, openCity } from './city.js';
import { type Ask, askAs, classIn, classOf, type HeldClass, makeClass, marksOf } from './class-room.js';
import { waitForUnsent } from './roster.js';
import { open, openBrowser, phone, settle, signIn, visit } from './visitor.js';

const minutes = 60_000;

let city: City;
let browser: Browser;
let taskForce: Ask;
/** The class of today in the demonstration city: three sessions, marked in part. */
let running: HeldClass;

beforeAll(async () => {
  city = await openCity();
  taskForce = await askAs(city.url, 'taskforce');
  running = await classIn(taskForce, 'RUNNING');
  browser = await openBrowser();
}, 5 * minutes);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
}, minutes);

describe('around the class', () => {
  test(
    'the contact puts everybody of the own agency who needs a class into one, from the overview',
    async () => {
      const contact = await askAs(city.url, 'contact');
      const needs = await contact<{
        trainingDemand: { nodes: { officer: { fullName: string } }[] };
        findings: { nodes: { id: string }[] };
      }>(
        '{ trainingDemand(first: 50) { nodes { officer { fullName } } } findings(first: 30, where: { tier: [NEVER, IRREGULAR], isLeader: false, causeMissing: true }) { nodes { id } } }',
      );
      // The agency of the demonstration contact needs somebody: whoever has no cause yet finds it hard.
      await contact('mutation ($ids: [ID!]!) { findingSetCause(ids: $ids, cause: HARD_TO_USE) { userErrors { message } } }', {
        ids: needs.findings.nodes.map(({ id }) => id),
      });
      const demand = async () =>
        (await contact<{ trainingDemand: { totalCount: number } }>('{ trainingDemand(first: 1) { totalCount } }')).trainingDemand
          .totalCount;
      const count = await demand();
      expect(count).toBeGreaterThan(1);
      const held = await makeClass(taskForce, 'Lớp của đơn vị', 0, {
        sessions: [
          { startsAt: new Date(Date.now() + 5 * 86_400_000).toISOString(), endsAt: new Date(Date.now() + 5.1 * 86_400_000).toISOString() },
        ],
      });
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'contact');
      await page.getByLabel('Chọn cả trang').check();
      await page.getByRole('button', { name: 'Đưa vào lớp…' }).click();
      await page.getByRole('radio', { name: /Lớp của đơn vị/ }).check();
      await page.getByRole('button', { name: `Đăng ký ${count} người` }).click();
      await page.locator('[data-part=placed]').waitFor();
      expect(await page.innerText('[data-part=placed]')).toContain(`${count} người có chỗ`);
      expect((await classOf(taskForce, held.id)).roster.filter(({ state }) => state === 'ENROLLED')).toHaveLength(count);
      expect(await demand()).toBe(0);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'an officer asks for a class and reads in plain words where the request stands; the contact approves it',
    async () => {
      const held = await makeClass(taskForce, 'Lớp tự đăng ký', 0, {
        sessions: [
          { startsAt: new Date(Date.now() + 6 * 86_400_000).toISOString(), endsAt: new Date(Date.now() + 6.1 * 86_400_000).toISOString() },
        ],
      });
      const officer = await visit(browser, city.url, { size: phone });
      await signIn(officer, 'officer');
      await open(officer.page, city.url, `/classes/${held.id}/show`);
      await officer.page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
      await officer.page.getByText('đang chờ cán bộ đầu mối hoặc giảng viên duyệt').waitFor();
      await open(officer.page, city.url, '/');
      expect(await officer.page.innerText('[data-part=own-classes]')).toContain('Lớp tự đăng ký');
      expect(await officer.page.innerText('[data-part=shelter]')).toMatch(/tạm hoãn/);

      const contact = await visit(browser, city.url);
      await signIn(contact, 'contact');
      await open(contact.page, city.url, `/classes/${held.id}/show`);
      await contact.page
        .locator('[data-part=group-REQUESTED]')
        .getByRole('button', { name: /^Duyệt/ })
        .click();
      await contact.page.locator('[role=dialog]').getByRole('button', { name: 'Duyệt' }).click();
      await contact.page.locator('[data-part=group-SEATED] li').waitFor();

      await officer.page.reload();
      const own = officer.page.locator('[data-part=own-class]').filter({ hasText: 'Lớp tự đăng ký' });
      await own.getByText('Ông/bà có chỗ trong lớp').waitFor();
      await own.getByRole('button', { name: 'Rút đăng ký' }).click();
      await officer.page.locator('[role=dialog]').getByRole('button', { name: 'Rút đăng ký' }).click();
      await officer.page.waitForFunction(() => !document.querySelector('[role=dialog]'));
      expect((await classOf(taskForce, held.id)).roster.map(({ state }) => state)).toEqual(['WITHDRAWN']);
      expect([...officer.faults, ...contact.faults]).toEqual([]);
      await Promise.all([officer.context.close(), contact.context.close()]);
    },
    2 * minutes,
  );

  test(
    'letters are printed one to a page with a slip, and receipted together with the scanned slip',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'contact');
      await open(page, city.url, '/letters');
      const count = await page.locator('[data-part=letters] li').count();
      expect(count).toBeGreaterThan(1);
      await page.getByRole('link', { name: 'In thư cần trao tay' }).click();
      await page.locator('[data-part=letter]').first().waitFor();
      expect(await page.locator('[data-part=letter]').count()).toBe(count);
      expect(await page.locator('[data-part=letter]').first().innerText()).toMatch(/kính gửi[\s\S]*giấy ký nhận/i);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toHaveLength(count);
      await page.evaluate(() => (window.print = () => undefined));
      await page.getByRole('button', { name: 'In', exact: true }).click();
      await page.getByRole('button', { name: 'Đánh dấu đã in' }).click();
      await page.getByText(`Đã đánh dấu ${count} thư đã in`).waitFor();

      await open(page, city.url, '/letters/calls');
      expect(await page.locator('[data-part=calls] tbody tr').first().innerText()).toMatch(
        /\+84[\s\S]*\d{2}:\d{2}–\d{2}:\d{2} \d{2}\/\d{2}\/\d{4}/,
      );

      await open(page, city.url, '/letters');
      await page.getByLabel('Chọn cả trang').check();
      await page.getByRole('button', { name: 'Ghi nhận đã trao' }).click();
      const slip = join(tmpdir(), `hopthu-slip-${process.pid}.png`);
      writeFileSync(slip, onePixel);
      await page.setInputFiles('[role=dialog] input[type=file]:not([capture])', slip);
      await page.getByText(/hopthu-slip-\d+\.png/).waitFor();
      await page.waitForFunction(() => !document.querySelector('[role=dialog] [role=progressbar]'));
      await page.locator('[role=dialog]').getByRole('button', { name: 'Ghi nhận' }).click();
      await page.getByText(`Đã ghi nhận ${count} thư`).waitFor();
      await page.getByText('Không có thư nào cần trao tay').waitFor();

      await open(page, city.url, `/letters?filter=${encodeURIComponent(JSON.stringify({ state: ['RECEIVED'] }))}`);
      await page.locator('[data-part=letters] li a').first().click();
      await page.getByText('Ký nhận').first().waitFor();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /hopthu-slip/ }).click()]);
      expect(readFileSync((await file.path())!).equals(onePixel)).toBe(true);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'the sheet prints on A4 without the shell, and what was signed is entered with letters and arrows',
    async () => {
      const held = await makeClass(taskForce, 'Lớp ký giấy', 5);
      const visitor = await visit(browser, city.url, { look: 'dark' });
      const { page } = visitor;
      await signIn(visitor, 'trainer');
      await open(page, city.url, `/classes/${held.id}/sheet`);
      expect(await page.locator('[data-part=sheet] tbody tr').count()).toBe(5 + 5);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([[595, 842]]);
      await page.emulateMedia({ media: null });
      // Three columns to sign want the sheet turned.
      await open(page, city.url, `/classes/${running.id}/sheet`);
      const turned = pagesOf(await page.pdf({ preferCSSPageSize: true }));
      expect(turned.length).toBeGreaterThan(0);
      expect(turned.every(([width, height]) => width === 842 && height === 595)).toBe(true);

      await open(page, city.url, `/classes/${held.id}/entry`);
      await page.locator('[data-row="0"][data-column="0"]').click();
      for (const key of ['c', 'm', 'p', 'v', '1', 'c']) await page.keyboard.press(key);
      await page.keyboard.press('ArrowUp');
      await waitForUnsent(page, 0);
      const names = await page.locator('[role=grid] tbody th').evaluateAll((heads) => heads.map((head) => head.firstChild!.textContent!));
      const [first, second] = held.sessions.map(({ id }) => id);
      const now = await classOf(taskForce, held.id);
      expect(names.map((name) => marksOf(now, first!).get(name))).toEqual(['PRESENT', 'LATE', 'EXCUSED', 'ABSENT', 'PRESENT']);
      expect(marksOf(now, second!).get(names[0]!)).toBe('PRESENT');
      expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe('0');
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'a proposal becomes a class with its people in a few taps; a session that is moved keeps its marks; a filled-in list is shown before it is written',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, '/classes/demand');
      const proposal = page.locator('[data-part=proposals] li').first();
      const people = Number(/(\d+) người/.exec(await proposal.innerText())![1]);
      await proposal.getByRole('button').click();
      await page.waitForURL(/\/classes\/create$/);
      expect(await page.inputValue('input[name=title]')).not.toBe('');
      await page.getByRole('button', { name: 'Thêm buổi ngày hôm sau' }).click();
      await page.getByLabel('Giảng viên', { exact: true }).click();
      await page.getByRole('option').first().click();
      await page.getByRole('button', { name: 'Tạo lớp', exact: true }).click();
      await page.waitForURL(/\/classes\/[\w-]+\/show$/);
      await settle(page);
      const id = /classes\/([\w-]+)\/show/.exec(page.url())![1]!;
      const made = await classOf(taskForce, id);
      expect(made.roster.filter(({ state }) => state === 'ENROLLED')).toHaveLength(people);
      expect(made.sessions).toHaveLength(2);

      await taskForce(
        'mutation ($id: ID!, $marks: [AttendanceInput!]!) { attendanceMark(classId: $id, marks: $marks) { userErrors { message } } }',
        {
          id,
          marks: [{ enrolmentId: made.roster[0]!.id, sessionId: made.sessions[0]!.id, mark: 'LATE' }],
        },
      );
      await page.getByRole('link', { name: 'Sửa' }).click();
      await page.waitForURL(new RegExp(`/classes/${id}$`));
      await page.fill('input[name="sessions.0.from"]', '9h15');
      await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
      await page.waitForURL(/\/show$/);
      const moved = await classOf(taskForce, id);
      expect(moved.sessions.map((one) => one.id)).toEqual(made.sessions.map((one) => one.id));
      expect(new Date(moved.sessions[0]!.startsAt).getUTCMinutes()).toBe(15);
      expect([...marksOf(moved, moved.sessions[0]!.id).values()]).toEqual(['LATE']);

      await settle(page);
      const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất CSV' }).click()]);
      const [head, ...lines] = readFileSync((await sheet.path())!, 'utf8')
        .trim()
        .split(/\r?\n/);
      const filled = join(tmpdir(), `hopthu-list-${process.pid}.csv`);
      const second = moved.sessions.length - 1;
      const columns = head!.split(',').length;
      writeFileSync(
        filled,
        [head, ...lines.map((line, index) => line.replace(/,[^,]*$/, index < 2 ? ',CM' : ',')), `KHONG-CO${','.repeat(columns - 1)}`].join(
          '\n',
        ),
      );
      await page.getByRole('link', { name: 'Nạp danh sách' }).click();
      await page.setInputFiles('input[type=file]', filled);
      await page.getByText('Chưa ghi gì').waitFor();
      expect(await page.locator('main tbody tr').first().innerText()).toContain('KHONG-CO');
      expect(marksOf(await classOf(taskForce, id), moved.sessions[second]!.id).size).toBe(0);
      await page.getByRole('button', { name: 'Ghi vào lớp' }).click();
      await page.getByText('Đã ghi vào lớp').waitFor();
      expect(marksOf(await classOf(taskForce, id), moved.sessions[second]!.id).size).toBe(2);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'people chosen in the demand go along to the form of a new class',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, '/classes/demand');
      const names = page.locator('[data-part=needs] li b');
      const chosen = [await names.nth(0).innerText(), await names.nth(1).innerText()];
      for (const index of [0, 1]) await page.locator('[data-part=needs] li').nth(index).getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Đưa vào lớp…' }).click();
      await page.getByRole('link', { name: 'Tạo lớp mới cho những người này' }).click();
      await page.fill('input[name=title]', 'Lớp cho hai người');
      await page.getByRole('button', { name: 'Tạo lớp', exact: true }).click();
      await page.waitForURL(/\/classes\/[\w-]+\/show$/);
      const made = await classOf(taskForce, /classes\/([\w-]+)\/show/.exec(page.url())![1]!);
      expect(made.roster.map(({ officer }) => officer.fullName).sort()).toEqual(chosen.sort());
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    minutes,
  );

  test(
    'a closed class shows its effect as picture and table, for the task force by trainer too',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, '/classes/effect');
      const lines = page.locator('main section').last().locator('ol li');
      expect(await lines.first().innerText()).toMatch(/Tiến bộ\s*\d+[\s\S]*% tiến bộ/);
      await lines.first().getByRole('link').click();
      await page.waitForURL(/\/show$/);
      const effect = page.locator('main section').filter({ has: page.getByRole('heading', { name: 'Hiệu quả của lớp' }) });
      await effect.waitFor();
      expect(await effect.getByRole('img').first().getAttribute('aria-label')).toMatch(/thành .*: \d+ người/);
      await effect.getByRole('button', { name: 'Xem bảng số liệu' }).click();
      expect(await effect.locator('tbody tr').count()).toBeGreaterThan(3);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    minutes,
  );
});

/** A picture of one pixel. */
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Width and height of each page of a PDF, in points. */
function pagesOf(pdf: Buffer): [number, number][] {
  return [...pdf.toString('latin1').matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
}
