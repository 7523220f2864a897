/** Does a case go its whole way through the panel, from the notice to the reversal, and do those who vote see what they do? */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acts, carryOut, CaseDesk, dialog, submit } from './case-desk.js';
import { type Held, listOf } from './case-city.js';
import { askAs } from './class-room.js';
import { hopthu } from './city.js';
import { barriers, englishIn, open, overflow, phone, settle, wide, wordsOn } from './visitor.js';

const minutes = 60_000;

let desk: CaseDesk;
beforeAll(async () => {
  desk = await CaseDesk.open();
}, 5 * minutes);
afterAll(() => desk?.close(), minutes);

describe('one case, its whole way', () => {
  let held: Held;

  test(
    'the secretary prepares and records the notice of all that wait for it',
    async () => {
      const visitor = await desk.come('secretary');
      const { page } = visitor;
      const line = page.locator('[data-part=work] li', { hasText: 'chờ thông báo' });
      const proposed = await desk.casesIn('PROPOSED');
      held = proposed.toSorted((a, b) => a.reference.localeCompare(b.reference))[0]!;
      await line.getByRole('link').click();
      await page.waitForURL(/\/decisions\?/);
      await settle(page);
      const boxes = page.locator('main table tbody input[type=checkbox]');
      const count = await boxes.count();
      await page.locator('main table thead input[type=checkbox]').check();
      const bar = page.locator('[data-part=chosen]');
      await bar.getByRole('button', { name: `Soạn ${count} giấy thông báo` }).click();
      await submit(page);
      await page.locator('[data-part=receipt]').waitFor();
      const toPrint = dialog(page).getByRole('link', { name: 'In giấy thông báo' });
      expect(await toPrint.getAttribute('href')).toContain('/letters/print');
      await dialog(page).getByRole('button', { name: 'Đã xem' }).click();
      await page.locator('main table thead input[type=checkbox]').check();
      await bar.getByRole('button', { name: `Ghi nhận đã thông báo (${count})` }).click();
      await submit(page);
      await page.locator('[data-part=receipt]').waitFor();
      expect(await page.locator('[data-part=receipt]').innerText()).toContain(`Đã thực hiện đối với ${count} người.`);
      expect((await desk.caseOf(held.id)).state).toBe('NOTIFIED');
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'the officer reads on a phone what is proposed, why and until when, and explains',
    async () => {
      const visitor = await desk.come('accused', { size: phone });
      const { page } = visitor;
      const line = page.locator('[data-part=work] li').first();
      expect(await line.innerText()).toMatch(
        /Có đề nghị không xét danh hiệu thi đua năm \d{4} đối với ông\/bà: được giải trình đến hết \d\d\/\d\d\/\d{4} · còn \d+ ngày/,
      );
      await line.getByRole('link').click();
      await page.waitForURL(/\/my-case$/);
      await settle(page);
      expect(await page.locator('[data-part=own-sentence]').innerText()).toContain('Chưa có gì được quyết định.');
      expect(await page.locator('[data-part=reason]').innerText()).not.toBe('');
      expect(englishIn(await wordsOn(page))).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Gửi giải trình' }).click();
      await dialog(page).locator('textarea[name=text]').fill('Tôi được cử đi công tác dài ngày.');
      expect(await barriers(page)).toEqual([]);
      await carryOut(page);
      expect(await page.locator('[data-part=my-case]').innerText()).toContain('Tôi được cử đi công tác dài ngày.');
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'the task force answers; without the answer the vote is said to be blocked',
    async () => {
      const visitor = await desk.come('taskforce');
      const { page } = visitor;
      const line = page.locator('[data-part=work] li', { hasText: 'giải trình chờ trả lời' });
      await line.getByRole('link').click();
      await page.waitForURL(/\/decisions\?/);
      await settle(page);
      await page.locator('main table tbody tr', { hasText: held.reference }).locator('a').click();
      await page.waitForURL(/\/show$/);
      await settle(page);
      const blocks = await page.locator('[data-part=blocks]').innerText();
      expect(blocks).toContain('Giải trình chưa được trả lời.');
      expect(blocks).toMatch(/Chưa hết thời hạn giải trình \(đến hết \d\d\/\d\d\/\d{4}\)/);
      expect(blocks).not.toContain('D-3');
      expect(await page.locator('main').innerText()).toContain('Đã giải trình, chờ trả lời');
      await acts(page).getByRole('button', { name: 'Trả lời giải trình' }).click();
      expect(await dialog(page).innerText()).toContain('Tôi được cử đi công tác dài ngày.');
      await dialog(page).locator('textarea[name=text]').fill('Đã đối chiếu; kết quả rà soát giữ nguyên.');
      await carryOut(page);
      expect(await page.locator('main').innerText()).toContain('Đã đối chiếu; kết quả rà soát giữ nguyên.');
      expect(await page.locator('[data-part=history]').innerText()).toContain('Trả lời giải trình');
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );

  test(
    'when the period is over the secretary opens the vote; one member declares a conflict and the file is closed to them',
    async () => {
      await hopthu(desk.city, 'demo', 'clock', '+14d');
      const visitor = await desk.come('secretary');
      const { page } = visitor;
      await open(page, desk.city.url, `/decisions/${held.id}/show`);
      await acts(page).getByRole('button', { name: 'Mở biểu quyết' }).click();
      await carryOut(page);
      await page.locator('[data-part=voters] li').first().waitFor();
      expect(await page.locator('[data-part=vote]').innerText()).toContain('Chưa đủ số thành viên tối thiểu (0/5)');
      await visitor.context.close();

      const member = await desk.come('member7');
      await open(member.page, desk.city.url, `/decisions/${held.id}/show`);
      expect(await member.page.locator('main').innerText()).toContain('Tôi được cử đi công tác dài ngày.');
      await acts(member.page).getByRole('button', { name: 'Khai báo xung đột lợi ích' }).click();
      expect(await dialog(member.page).locator('button[type=submit]').isDisabled()).toBe(true);
      await dialog(member.page).locator('textarea[name=note]').fill('Là em họ của cán bộ.');
      await dialog(member.page).getByRole('checkbox').check();
      expect(await barriers(member.page)).toEqual([]);
      await carryOut(member.page);
      await member.page.locator('[data-part=recused]').waitFor();
      const text = await member.page.locator('main').innerText();
      expect(text).toContain('Hồ sơ này không mở cho ông/bà');
      expect(text).not.toContain('Tôi được cử đi công tác dài ngày.');
      expect(text).toContain('Nguyễn');
      expect(await member.page.locator('[data-part=missing]').innerText()).toContain('xung đột lợi ích');
      expect((await desk.caseOf(held.id)).vote).toMatchObject({ base: 8 });
      expect([...visitor.faults, ...member.faults]).toEqual([]);
      await member.context.close();
    },
    3 * minutes,
  );

  test(
    'five vote, one of them on a phone; who looks on sees it by itself; the chair closes with a reason',
    async () => {
      const onlooker = await desk.come('secretary');
      await open(onlooker.page, desk.city.url, `/decisions/${held.id}/show`);
      const chair = await desk.vote('chair', held.id, 'Tán thành');
      for (const name of ['member1', 'member2', 'member3']) {
        const ask = await askAs(desk.city.url, name);
        await ask('mutation ($ids: [ID!]!) { decisionCastVote(ids: $ids, choice: FOR) { userErrors { message } } }', { ids: [held.id] });
      }
      const against = await desk.vote('member4', held.id, 'Không tán thành', phone);
      expect(await overflow(against.page)).toBe(0);
      await against.context.close();
      await onlooker.page.getByText('Đã đủ số thành viên tối thiểu (5/5)').waitFor({ timeout: 20_000 });
      expect(await onlooker.page.locator('[data-part=recusals]').innerText()).toContain('Là em họ của cán bộ.');
      await onlooker.context.close();

      const { page } = chair;
      await page.getByText('Đã đủ số thành viên tối thiểu (5/5)').waitFor({ timeout: 20_000 });
      await acts(page).getByRole('button', { name: 'Đóng biểu quyết trước hạn' }).click();
      const outcome = dialog(page).locator('[data-part=closing-outcome]');
      await outcome.waitFor();
      expect(await outcome.innerText()).toBe('Hiện có 5/8 phiếu. Đóng bây giờ thì được thông qua.');
      expect(await dialog(page).getByRole('button', { name: 'Quay lại' }).count()).toBe(1);
      expect(await dialog(page).locator('button[type=submit]').isDisabled()).toBe(true);
      await dialog(page).locator('textarea[name=reason]').fill('Các thành viên còn lại vắng mặt.');
      await carryOut(page);
      expect(await desk.caseOf(held.id)).toMatchObject({ state: 'ADOPTED', vote: { for: 4, against: 1, base: 8 } });
      expect(await page.locator('main').innerText()).toContain('trưởng ban đóng trước hạn');
      expect([...chair.faults, ...onlooker.faults]).toEqual([]);
      await chair.context.close();
    },
    4 * minutes,
  );

  test(
    'the secretary signs, the officer appeals, the chair reverses, and each says so',
    async () => {
      const secretary = await desk.come('secretary');
      await open(secretary.page, desk.city.url, listOf({ state: ['ADOPTED'], isSigned: false }));
      await secretary.page.locator('main table tbody tr', { hasText: held.reference }).locator('a').click();
      await secretary.page.waitForURL(/\/show$/);
      await settle(secretary.page);
      await acts(secretary.page).getByRole('button', { name: 'Ký ban hành' }).click();
      await dialog(secretary.page).locator('input[name=number]').fill('999/QĐ-BCĐ');
      await submit(secretary.page);
      await dialog(secretary.page).locator('[role=alert]', { hasText: 'Số quyết định phải liên tục' }).waitFor();
      await dialog(secretary.page).locator('input[name=number]').fill('');
      await carryOut(secretary.page);
      const { state, number } = await desk.caseOf(held.id);
      expect([state, number]).toEqual(['IN_FORCE', expect.stringMatching(/^\d+\/QĐ-BCĐ$/)]);
      await secretary.context.close();

      const officer = await desk.come('accused', { size: phone });
      await open(officer.page, desk.city.url, '/my-case');
      expect(await officer.page.locator('main').innerText()).toContain('Ông/bà được khiếu nại đến hết ngày');
      await officer.page.getByRole('button', { name: 'Gửi khiếu nại' }).click();
      await dialog(officer.page).locator('textarea[name=text]').fill('Kết quả rà soát không đúng.');
      await carryOut(officer.page);
      expect(await officer.page.locator('[data-part=own-sentence]').innerText()).toContain('tạm ngừng thi hành');

      const chair = await desk.come('chair');
      const line = chair.page.locator('[data-part=work] li', { hasText: 'khiếu nại' }).first();
      await line.waitFor();
      await open(chair.page, desk.city.url, `/decisions/${held.id}/show`);
      await acts(chair.page).getByRole('button', { name: 'Giải quyết khiếu nại' }).click();
      await dialog(chair.page).getByRole('radio', { name: 'Hủy bỏ quyết định' }).check();
      await dialog(chair.page).getByRole('checkbox').check();
      await dialog(chair.page).locator('textarea[name=text]').fill('Chấp nhận khiếu nại.');
      expect(await barriers(chair.page)).toEqual([]);
      await carryOut(chair.page);
      expect((await desk.caseOf(held.id)).state).toBe('REVERSED');
      expect(await chair.page.locator('[data-part=appeal]').innerText()).toContain('Hủy bỏ quyết định');

      await officer.page.reload();
      await officer.page.waitForSelector('main#content h1');
      await settle(officer.page);
      expect(await officer.page.locator('[data-part=own-sentence]').innerText()).toContain('đã bị hủy bỏ');
      expect([...secretary.faults, ...officer.faults, ...chair.faults]).toEqual([]);
      await Promise.all([officer.context.close(), chair.context.close()]);
    },
    4 * minutes,
  );
});

describe('every screen', () => {
  test.each([
    ['Vietnamese on a desk', 'vi', wide, 'light'],
    ['Vietnamese on a phone in the dark', 'vi', phone, 'dark'],
    ['English on a phone', 'en', phone, 'light'],
  ] as const)(
    'of cases is whole in %s: words, room, barriers',
    async (_, language, size, look) => {
      for (const name of ['secretary', 'chair', 'officer', 'contact']) {
        const visitor = await desk.come(name, { language, size, look });
        const { page } = visitor;
        const states = ['PROPOSED', 'NOTIFIED', 'READY', 'LAPSED', 'APPEALED', 'REJECTED', 'REVERSED', 'IN_FORCE', 'JOINED'];
        const some =
          name === 'secretary' ? (await Promise.all(states.map((state) => desk.casesIn(state)))).flatMap((found) => found[0] ?? []) : [];
        const places = ['/', '/decisions', ...(name === 'chair' ? ['/decisions/votes'] : []), ...(name === 'officer' ? ['/my-case'] : [])];
        for (const place of [...places, ...some.map(({ id }) => `/decisions/${id}/show`)]) {
          await open(page, desk.city.url, place);
          const at = `${name} ${place}`;
          if (language === 'vi') expect([at, englishIn(await wordsOn(page))]).toEqual([at, []]);
          expect([at, await overflow(page)]).toEqual([at, 0]);
          expect([at, await barriers(page)]).toEqual([at, []]);
        }
        expect(visitor.faults).toEqual([]);
        await visitor.context.close();
      }
    },
    5 * minutes,
  );
});
