/** Do trainers like to use it? The roster on a phone, over a line that is cut, beside another trainer, with an ended session; and its screens. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type City, hopthu, openCity } from './city.js';
import { type Ask, askAs, classIn, classOf, type HeldClass, makeClass, marksOf, todays } from './class-room.js';
import { cards, nameOn, openRoster, tap, waitForUnsent } from './roster.js';
import { barriers, englishIn, open, openBrowser, overflow, password, phone, settle, signIn, visit, wide, wordsOn } from './visitor.js';

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

describe('a trainer with a phone', () => {
  test(
    'lands on the class of today, marks everybody present with one tap, takes it back, and then marks the exceptions',
    async () => {
      const visitor = await visit(browser, city.url, { size: phone });
      const { page } = visitor;
      await signIn(visitor, 'trainer');
      const today = page.locator('[data-part=today]').first();
      expect(await today.innerText()).toContain(running.title);
      await today.getByRole('link', { name: 'Điểm danh' }).click();
      await page.waitForURL(/\/roster$/);
      await cards(page).first().waitFor();

      const session = todays(running);
      const before = marksOf(running, session.id).size;
      const unmarked = running.roster.filter(({ state }) => state === 'ENROLLED').length - before;
      await page.getByRole('button', { name: /^Tất cả có mặt/ }).click();
      await page.getByRole('button', { name: 'Hoàn tác' }).click();
      await waitForUnsent(page, 0);
      expect(marksOf(await classOf(taskForce, running.id), session.id).size).toBe(before);

      await page.getByRole('button', { name: /^Tất cả có mặt/ }).click();
      await tap(page, 1, 'LATE');
      await tap(page, 2, 'ABSENT');
      const [late, absent] = [await nameOn(page, 1), await nameOn(page, 2)];
      await waitForUnsent(page, 0);
      const marks = marksOf(await classOf(taskForce, running.id), session.id);
      expect(marks.size).toBe(before + unmarked);
      expect([marks.get(late), marks.get(absent)]).toEqual(['LATE', 'ABSENT']);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'loses nothing when the line is cut in the middle of marking, the page is reloaded without it, and the browser is closed',
    async () => {
      const held = await makeClass(taskForce, 'Lớp mất mạng', 8);
      const visitor = await visit(browser, city.url, { size: phone });
      const { page, context } = visitor;
      await signIn(visitor, 'trainer');
      await openRoster(page, city.url, held.id);
      await tap(page, 0, 'PRESENT');
      await waitForUnsent(page, 0);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.waitForFunction(async () => (await caches.keys()).length > 0);
      await settle(page);

      await context.setOffline(true);
      await tap(page, 1, 'LATE');
      await tap(page, 2, 'ABSENT');
      await waitForUnsent(page, 2);
      expect(await cards(page).nth(1).innerText()).toContain('chưa gửi');
      expect(marksOf(await classOf(taskForce, held.id), held.sessions[0]!.id).size).toBe(1);

      await page.reload();
      await cards(page).first().waitFor();
      await waitForUnsent(page, 2);
      // The kept list is there at once; that there is no line is known when the server has not answered.
      await page.getByText('Không có mạng').first().waitFor();
      // The way back to the class, and the overview: both say how many marks wait on this phone.
      await page.getByRole('link', { name: 'Về trang lớp' }).click();
      await page.getByText('2 lượt chưa gửi').waitFor();
      await page.goto(`${city.url}/#/`);
      await page.getByText('2 lượt chưa gửi').waitFor();
      await page.locator('[data-part=kept]').getByRole('link', { name: held.title }).click();
      await waitForUnsent(page, 2);
      expect(await cards(page).nth(2).locator('[aria-pressed=true]').getAttribute('data-mark')).toBe('ABSENT');
      await tap(page, 3, 'EXCUSED');
      await tap(page, 1, 'PRESENT');
      await waitForUnsent(page, 3);
      const state = await context.storageState();
      const names = await Promise.all([0, 1, 2, 3].map((index) => nameOn(page, index)));
      await context.close();

      // Another day, the browser is opened again: on the overview already the marks are sent.
      const again = await visit(browser, city.url, { size: phone, state, awaited: 'main#content h1' });
      await again.page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('hopthu.mark.')), undefined, {
        timeout: 30_000,
      });
      const marks = marksOf(await classOf(taskForce, held.id), held.sessions[0]!.id);
      expect(names.map((name) => marks.get(name))).toEqual(['PRESENT', 'PRESENT', 'ABSENT', 'EXCUSED']);
      expect([...visitor.faults, ...again.faults]).toEqual([]);
      await again.context.close();
    },
    3 * minutes,
  );

  test(
    'is asked for the password when the session has ended, and the marks made meanwhile go out afterwards; signing out warns of unsent ones',
    async () => {
      const held = await makeClass(taskForce, 'Lớp hết phiên', 5);
      const visitor = await visit(browser, city.url, { size: phone });
      const { page, context } = visitor;
      await signIn(visitor, 'trainer');
      await openRoster(page, city.url, held.id);
      await context.clearCookies();
      await tap(page, 0, 'LATE');
      await page.waitForSelector('[role=dialog] input[name=password]');
      expect(await page.locator('[data-part=counter]').getAttribute('data-unsent')).toBe('1');
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByText('Còn 1 lượt điểm danh chưa gửi').waitFor();
      await page.getByRole('button', { name: 'Đóng', exact: true }).click();
      await page.fill('[role=dialog] input[name=email]', 'trainer@demo.example');
      await page.fill('[role=dialog] input[name=password]', password);
      await page.click('[role=dialog] button[type=submit]');
      await waitForUnsent(page, 0);
      expect([...marksOf(await classOf(taskForce, held.id), held.sessions[0]!.id).values()]).toEqual(['LATE']);

      // Without a line: left on the device, and sent when the same person is in again.
      await open(page, city.url, `/classes/${held.id}/show`);
      await openRoster(page, city.url, held.id);
      await page.route('**/graphql', (route) =>
        route.request().postData()?.includes('AttendanceMark') ? route.abort() : route.continue(),
      );
      await tap(page, 1, 'PRESENT');
      await waitForUnsent(page, 1);
      await open(page, city.url, '/');
      await page.locator('header [aria-haspopup=menu]').click();
      await page.getByRole('menuitem').last().click();
      await page.getByRole('button', { name: 'Đăng xuất, gửi sau' }).click();
      await page.waitForSelector('input[name=email]');
      // Names of people do not stay on the phone, the marks do.
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /roster|rememberedViewer/.test(key)))).toEqual([]);
      await page.unroute('**/graphql');
      await signIn(visitor, 'taskforce');
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hopthu.mark.')).length)).toBe(1);
      expect(marksOf(await classOf(taskForce, held.id), held.sessions[0]!.id).size).toBe(1);
      await page.locator('header [aria-haspopup=menu]').click();
      await page.getByRole('menuitem').last().click();
      await page.waitForSelector('input[name=email]');
      await signIn(visitor, 'trainer');
      await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('hopthu.mark.')), undefined, {
        timeout: 30_000,
      });
      expect(marksOf(await classOf(taskForce, held.id), held.sessions[0]!.id).size).toBe(2);
      expect(visitor.faults).toEqual([]);
      await context.close();
    },
    3 * minutes,
  );

  test(
    'marks beside a second trainer: each sees the marks of the other, the later one holds, and the own attendance is refused at the person',
    async () => {
      const said = await hopthu(city, 'user', 'add', '--name', 'Đỗ Thị Hai', '--email', 'hai@demo.example', '--role', 'TRAINER');
      const { users } = await taskForce<{ users: { nodes: { id: string; name: string }[] } }>(
        '{ users(first: 10, role: [TRAINER]) { nodes { id name } } }',
      );
      const second = users.nodes.find(({ name }) => name === 'Đỗ Thị Hai')!;
      const held = await makeClass(taskForce, 'Lớp hai giảng viên', 6, { assistantIds: [second.id] });
      const { me } = await (await askAs(city.url, 'trainer'))<{ me: { officer: { id: string } } }>('{ me { officer { id } } }');
      await taskForce('mutation ($id: ID!, $who: [ID!]!) { enrolmentRequest(classId: $id, officerIds: $who) { userErrors { message } } }', {
        id: held.id,
        who: [me.officer.id],
      });
      const own = (await classOf(taskForce, held.id)).roster.find(({ officer }) => officer.id === me.officer.id)!;

      const one = await visit(browser, city.url, { size: phone });
      await signIn(one, 'trainer');
      const link = /#\/invitation\?token=hti_[\w-]+/.exec(said)![0];
      const other = await visit(browser, city.url, { size: phone, place: link, awaited: 'input[name=newPassword]' });
      await other.page.fill('input[name=newPassword]', 'con mèo ngủ trên mái nhà');
      await other.page.fill('input[name=again]', 'con mèo ngủ trên mái nhà');
      await other.page.click('button[type=submit]');
      await other.page.waitForURL(/#\/account$/);
      await Promise.all([openRoster(one.page, city.url, held.id), openRoster(other.page, city.url, held.id)]);

      const people = await cards(one.page).locator('.name').allInnerTexts();
      const [first, next] = [0, 1, 2].filter((index) => people[index] !== own.officer.fullName) as [number, number];
      await Promise.all([tap(one.page, first, 'PRESENT'), tap(other.page, next, 'LATE')]);
      const pressed = (page: Page, index: number, mark: string) =>
        cards(page).nth(index).locator(`[data-mark=${mark}][aria-pressed=true]`).waitFor();
      await pressed(one.page, next, 'LATE');
      await pressed(other.page, first, 'PRESENT');
      await tap(other.page, first, 'ABSENT');
      await pressed(one.page, first, 'ABSENT');

      const mine = cards(one.page).filter({ hasText: own.officer.fullName });
      await mine.locator('[data-mark=PRESENT]').click();
      await mine.locator('[role=alert]').waitFor();
      expect(await mine.locator('[aria-pressed=true]').count()).toBe(0);
      await waitForUnsent(one.page, 0);
      await mine.getByRole('button', { name: 'Đã xem' }).click();
      expect(await mine.locator('[role=alert]').count()).toBe(0);
      expect([...one.faults, ...other.faults]).toEqual([]);
      await Promise.all([one.context.close(), other.context.close()]);
    },
    3 * minutes,
  );

  test(
    'adds somebody who came without being on the list, and closes the class after being told who bears no mark',
    async () => {
      const held = await makeClass(taskForce, 'Lớp thêm người', 3, {
        sessions: [{ startsAt: new Date(Date.now() - 7_200_000).toISOString(), endsAt: new Date(Date.now() - 60_000).toISOString() }],
      });
      const listed = new Set(held.roster.map(({ officer }) => officer.id));
      const { officers } = await taskForce<{ officers: { nodes: { id: string; code: string; fullName: string }[] } }>(
        '{ officers(first: 9) { nodes { id code fullName } } }',
      );
      const guest = officers.nodes.find(({ id }) => !listed.has(id))!;
      const visitor = await visit(browser, city.url, { size: phone });
      const { page } = visitor;
      await signIn(visitor, 'trainer');
      await openRoster(page, city.url, held.id);
      await tap(page, 0, 'PRESENT');
      await page.getByRole('button', { name: 'Thêm người đến lớp' }).click();
      await page.getByRole('textbox', { name: 'Tìm cán bộ' }).fill(guest.code);
      await page.locator('[data-part=found] li').filter({ hasText: guest.code }).getByRole('button', { name: 'Thêm' }).click();
      await page.getByText('đã thêm vào lớp và ghi có mặt').waitFor();
      await waitForUnsent(page, 0);
      expect(marksOf(await classOf(taskForce, held.id), held.sessions[0]!.id).get(guest.fullName)).toBe('PRESENT');

      await page.getByRole('button', { name: 'Kết thúc lớp' }).click();
      const unmarked = page.locator('[role=dialog] [data-part=unmarked]');
      expect(await unmarked.innerText()).toMatch(/Buổi 1 .*: 2 người/);
      await page.locator('[role=dialog]').getByRole('button', { name: 'Kết thúc lớp' }).click();
      await page.getByText('Lớp đã kết thúc').first().waitFor();
      const states = (await classOf(taskForce, held.id)).roster.map(({ state }) => state).sort();
      expect(states).toEqual(['COMPLETED', 'COMPLETED', 'NO_SHOW', 'NO_SHOW']);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'has the own classes in a calendar by a link that is shown once',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'trainer');
      await open(page, city.url, '/account');
      await page.getByRole('button', { name: 'Tạo liên kết lịch' }).click();
      const link = await page.innerText('[data-part=secret]');
      const { title } = await classIn(taskForce, 'OPEN');
      const feed = await fetch(`${city.url}${new URL(link).pathname}`).then((answer) => answer.text());
      expect(feed.replace(/\r\n[ \t]/g, '')).toContain(title.replaceAll(',', '\\,'));
      await page.getByRole('button', { name: 'Đã lưu liên kết, đóng lại' }).click();
      expect(await page.content()).not.toContain(link);
      await page.getByRole('button', { name: 'Ngừng liên kết lịch' }).click();
      await page.locator('[role=dialog]').getByRole('button', { name: 'Ngừng liên kết lịch' }).click();
      await page.getByRole('button', { name: 'Tạo liên kết lịch' }).waitFor();
      expect((await fetch(`${city.url}${new URL(link).pathname}`)).status).toBe(404);
      await visitor.context.close();
    },
    minutes,
  );
});

describe('every screen of a class', () => {
  let held: HeldClass;
  beforeAll(async () => {
    held = await makeClass(taskForce, 'Lớp xem thử', 12);
  }, minutes);

  test.each([
    ['on a desk, light', wide, 'light'],
    ['on a desk, dark', wide, 'dark'],
    ['on a phone, light', phone, 'light'],
    ['on a phone, dark', phone, 'dark'],
  ] as const)(
    'fits, has no serious barrier and no English %s',
    async (_, size, look) => {
      const wrong: string[] = [];
      for (const [name, places] of [
        ['trainer', ['/', ...['show', 'roster', 'entry', 'sheet', 'import'].map((page) => `/classes/${held.id}/${page}`)]],
        ['contact', ['/', '/classes', '/letters', '/letters/print']],
        ['officer', ['/', '/classes', '/letters']],
      ] as const) {
        const visitor = await visit(browser, city.url, { size, look });
        const { page } = visitor;
        await signIn(visitor, name);
        for (const place of places) {
          await open(page, city.url, place);
          if (place.endsWith('/roster')) await tap(page, 0, 'PRESENT');
          const wider = await overflow(page);
          if (wider > 0) wrong.push(`${name} ${place} is ${wider} px wider than the screen`);
          wrong.push(...(await barriers(page)).map((barrier) => `${name} ${place}: ${barrier}`));
          wrong.push(...englishIn(await wordsOn(page)).map((word) => `${name} ${place}: ${word}`));
        }
        expect(visitor.faults).toEqual([]);
        await visitor.context.close();
      }
      expect(wrong).toEqual([]);
    },
    4 * minutes,
  );
});
