/** Committees in a real browser: the secretary makes two, adopts a rule, merges them; exclusions are counted, exported and checked. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type City, openCity } from './city.js';
import { askAs } from './class-room.js';
import { buildCommitteeCity, type CommitteeCity } from './committee-city.js';
import { barriers, englishIn, open, openBrowser, overflow, phone, settle, signIn, visit, wordsOn } from './visitor.js';

const minutes = 60_000;

let city: City;
let browser: Browser;
let made: CommitteeCity;

beforeAll(async () => {
  city = await openCity();
  made = await buildCommitteeCity(city.url);
  browser = await openBrowser();
}, 5 * minutes);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
}, minutes);

const nameOf = async (account: string): Promise<string> =>
  (await (await askAs(city.url, account))<{ me: { name: string } }>('{ me { name } }')).me.name;

/** Chooses somebody in the row of a form. */
async function choose(page: Page, row: number, name: string): Promise<void> {
  const field = page.locator('[data-part=member]').nth(row).getByRole('combobox').first();
  await field.fill(name);
  // The people who are found take the place of those who were offered before.
  await settle(page);
  await page.getByRole('option', { name }).first().click();
  expect(await field.inputValue()).toContain(name);
}

async function makeCommittee(page: Page, code: string, name: string, people: string[], without: string[] = []): Promise<void> {
  await open(page, city.url, '/committees/create');
  await page.fill('input[name=code]', code);
  await page.fill('input[name=name]', name);
  await page.fill('textarea[name=legalBasis]', 'Quyết định số 20/QĐ-UBND ngày 01/02/2026');
  for (const kind of without) await page.getByRole('checkbox', { name: new RegExp(`^${kind}`) }).uncheck();
  for (const [row, person] of people.entries()) await choose(page, row, person);
  // Told, and no hindrance.
  await page.locator('[data-part=no-secretary]').waitFor();
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await page.waitForURL(/\/committees\/[\w-]+\/show$/);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await settle(page);
}

/** Nothing that keeps somebody out, nothing wider than the screen, no English. */
async function expectFit(page: Page): Promise<void> {
  expect(await barriers(page, 'all')).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(englishIn(await wordsOn(page))).toEqual([]);
}

describe('committees', () => {
  test(
    'the secretary makes two, adopts a stricter rule, gives and ends a seat, and merges them with the wizard',
    async () => {
      const people = await Promise.all(['chair', 'member1', 'member2', 'member3', 'member5', 'member6'].map(nameOf));
      const [chair, first, second, third, fifth, sixth] = people as [string, string, string, string, string, string];
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'secretary');
      await makeCommittee(page, 'BCD-A', 'Ban Chỉ đạo cải cách hành chính', [first, second, third]);
      const members = page.locator('[data-part=members]');
      expect(await members.innerText()).toMatch(new RegExp(`Trưởng ban\\s+${first}[\\s\\S]*Phó trưởng ban\\s+${second}`));
      await expectFit(page);

      // A seat given, and one ended.
      await page.getByRole('button', { name: 'Cử thành viên' }).click();
      await page.locator('[role=dialog]').getByRole('combobox').first().fill(fifth);
      await page.getByRole('option', { name: fifth }).first().click();
      await page.getByRole('button', { name: 'Cử', exact: true }).click();
      await members.getByText(fifth).waitFor();
      await page.getByRole('button', { name: `Cho thôi nhiệm vụ: ${third}` }).click();
      await page.locator('[role=dialog]').getByRole('button', { name: 'Cho thôi nhiệm vụ' }).click();
      await members.getByText('đến hết ngày').waitFor();

      // A rule, with its example as the values change.
      const toRule = page.locator('[data-part=rule-AWARD_EXCLUSION]').getByRole('link');
      await toRule.scrollIntoViewIfNeeded();
      await page.evaluate(() => scrollBy({ top: 200 }));
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
      await toRule.click();
      await page.waitForURL(/\/rule\?kind=AWARD_EXCLUSION$/);
      await page.getByRole('heading', { name: 'Nghĩa là' }).waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(0);
      const example = page.locator('[data-part=rule-example]');
      await example.waitFor();
      expect(await example.innerText()).toMatch(/^Với 4 người được biểu quyết: cần ít nhất 3 người tham gia/);
      await page.locator('[name=quorum]').locator('..').getByRole('combobox').click();
      await page.getByRole('option', { name: 'Ít nhất ba phần tư' }).click();
      await page.fill('input[name=minimumVoters]', '5');
      expect(await example.innerText()).toContain('không mở được biểu quyết, vì cần ít nhất 5 người');
      await page.fill('input[name=minimumVoters]', '4');
      await page.fill('input[name=noticeDays]', '500');
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
      await page.getByText('Phải là số nguyên từ 0 đến 365.').waitFor();
      await page.fill('input[name=noticeDays]', '15');
      await expectFit(page);
      await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
      await page.waitForURL(/\/committees\/[\w-]+\/show$/);
      await page.locator('[data-part=rule-AWARD_EXCLUSION]').getByText('Quy định riêng, áp dụng từ ngày').waitFor();
      expect(await page.innerText('[data-part=rule-MAILBOX_REVOCATION]')).toContain('Quy định chung');

      await makeCommittee(page, 'BCD-B', 'Ban Chỉ đạo phòng họp không giấy', [second, chair, sixth], ['Cấp hộp thư']);

      // The merger: three committees, one of them with cases and an open vote.
      await open(page, city.url, '/committees/merge');
      const next = page.getByRole('button', { name: 'Tiếp tục' });
      for (const code of ['BCD-CDS', 'BCD-A', 'BCD-B']) await page.getByRole('checkbox', { name: new RegExp(`${code} ·`) }).check();
      await expectFit(page);
      await next.click();
      const united = page.locator('[data-part=united]');
      await united.waitFor();
      expect(await united.locator('[data-twice=yes]').count()).toBeGreaterThanOrEqual(3);
      expect(await united.innerText()).toContain('Đang ở 2 ban, sau hợp nhất giữ một vai trò: Phó trưởng ban');
      expect(await united.innerText()).toContain('Trưởng ban trở thành phó trưởng ban');
      // Somebody else is to lead it.
      await page.getByRole('combobox', { name: 'Trưởng ban' }).fill(sixth);
      await page.getByRole('option', { name: sixth }).first().click();
      await page.waitForFunction((name) => document.querySelector('[data-part=united] li')?.textContent?.includes(name), sixth);
      await expectFit(page);
      await next.click();
      const compared = page.locator('[data-part=compared-AWARD_EXCLUSION]');
      await compared.waitFor();
      const row = (name: string) => compared.getByRole('row', { name: new RegExp(name) });
      expect(await row('Số người phải tham gia').locator('td').last().innerText()).toBe('Ít nhất ba phần tư');
      expect(await row('Số ngày để giải trình').locator('td').last().innerText()).toBe('15 ngày');
      expect(await row('Số ngày để giải trình').locator('[data-part=stricter]').innerText()).toBe('✓ dài hơn, có lợi cho cán bộ');
      expect(await row('Số ngày biểu quyết').locator('td').last().innerText()).toBe('14 ngày');
      expect(await row('Số ngày biểu quyết').locator('[data-part=stricter]').count()).toBe(1);
      await expectFit(page);
      await next.click();
      const cases = page.locator('[data-part=merged-cases]');
      await cases.waitFor();
      const counted = async (part: string) => Number(await cases.locator(`[data-part=${part}] p`).first().innerText());
      expect(await counted('reopened')).toBe(made.exclusions.voting.length);
      const moved = await counted('moved');
      expect(moved).toBeGreaterThanOrEqual(made.exclusions.voting.length + made.exclusions.inForce.length + 1);
      await expectFit(page);
      await next.click();
      await page.fill('input[name=code]', 'BCD-A');
      await page.fill('input[name=name]', 'Ban Chỉ đạo chuyển đổi số và cải cách hành chính');
      await page.fill('textarea[name=legalBasis]', 'Quyết định số 99/QĐ-UBND ngày 20/11/2026');
      await page.getByRole('button', { name: 'Hợp nhất…' }).click();
      const dialog = page.locator('[role=dialog]');
      await dialog.getByText('Không hoàn tác được').waitFor();
      await dialog.getByRole('button', { name: 'Hợp nhất ngay' }).click();
      await dialog.getByText('Đã có ban chỉ đạo mang mã BCD-A.').waitFor();
      await dialog.getByRole('button', { name: 'Đóng' }).click();
      await page.fill('input[name=code]', 'BCD-N');
      await page.getByRole('button', { name: 'Hợp nhất…' }).click();
      await dialog.getByRole('button', { name: 'Hợp nhất ngay' }).click();
      const receipt = page.locator('[data-part=receipt]');
      await receipt.waitFor();
      expect(await receipt.innerText()).toContain(`${moved} hồ sơ chuyển, ${made.exclusions.voting.length} cuộc biểu quyết mở lại`);
      await expectFit(page);

      await page.getByRole('link', { name: 'Mở ban chỉ đạo mới' }).click();
      await page.locator('[data-part=predecessors]').waitFor();
      expect(await page.locator('[data-part=predecessors] li').count()).toBe(3);
      expect(await page.innerText('[data-part=members]')).toMatch(new RegExp(`Trưởng ban\\s+${sixth}`));
      expect(await page.innerText('[data-part=rule-AWARD_EXCLUSION]')).toContain('15 ngày');

      await open(page, city.url, '/committees');
      const inForce = await page.innerText('[data-part=open-committees]');
      expect(inForce).toContain('BCD-N');
      expect(inForce).not.toMatch(/BCD-(CDS|A|B)\b/);
      const closed = page.locator('[data-part=closed-committees] li').filter({ hasText: 'phòng họp không giấy' });
      await closed.getByRole('link', { name: 'Ban Chỉ đạo chuyển đổi số và cải cách hành chính' }).waitFor();
      await closed.getByRole('link').first().click();
      await page.locator('[data-part=successor]').waitFor();
      expect(await page.getByRole('button', { name: 'Cử thành viên' }).count()).toBe(0);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    4 * minutes,
  );

  test(
    'a merger on a day to come is planned, shown on the list and the page, and given up',
    async () => {
      const visitor = await visit(browser, city.url, { size: phone });
      const { page } = visitor;
      await signIn(visitor, 'secretary');
      // A row left empty is no member.
      const names = await Promise.all(['member1', 'member2'].map(nameOf));
      await makeCommittee(page, 'BCD-P', 'Ban Chỉ đạo thử nghiệm', names);
      const planned = new Date(Date.now() + 40 * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
      await page.getByRole('link', { name: 'Hợp nhất với ban khác' }).click();
      await page.getByRole('checkbox', { name: /Ban Chỉ đạo thử nghiệm/ }).waitFor();
      expect(await page.getByRole('checkbox', { name: /Ban Chỉ đạo thử nghiệm/ }).isChecked()).toBe(true);
      await page.getByRole('checkbox', { checked: false }).first().check();
      await page.fill('input[name=effectiveOn]', planned);
      await page.getByText(`Hệ thống sẽ tự hợp nhất vào ngày ${planned}`).waitFor();
      for (const part of ['united', 'united-competences', 'merged-cases']) {
        await page.getByRole('button', { name: 'Tiếp tục' }).click();
        await page.locator(`[data-part=${part}]`).waitFor();
        await settle(page);
        await expectFit(page);
      }
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.fill('input[name=code]', 'BCD-M');
      await page.fill('input[name=name]', 'Ban Chỉ đạo chung');
      await page.fill('textarea[name=legalBasis]', 'Quyết định số 100/QĐ-UBND');
      await page.getByRole('button', { name: 'Hợp nhất…' }).click();
      await page.getByRole('button', { name: 'Lập kế hoạch hợp nhất' }).click();
      await page.locator('[data-part=receipt]').getByText(`Hệ thống tự hợp nhất vào ngày ${planned}`).waitFor();
      await page.getByRole('link', { name: 'Về danh sách ban chỉ đạo' }).click();
      const plan = page.locator('[data-part=planned-mergers]');
      await plan.getByText(`Sẽ hợp nhất ngày ${planned} thành Ban Chỉ đạo chung`).waitFor();
      await settle(page);
      await expectFit(page);
      await plan.getByRole('link', { name: 'Ban Chỉ đạo thử nghiệm' }).click();
      await page.getByRole('heading', { name: 'Ban Chỉ đạo thử nghiệm', level: 1 }).waitFor();
      await plan.getByRole('button', { name: 'Bỏ kế hoạch hợp nhất' }).click();
      await page.locator('[role=dialog]').getByRole('button', { name: 'Bỏ kế hoạch hợp nhất' }).click();
      await plan.waitFor({ state: 'detached' });
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );

  test(
    'a member reads committees and changes nothing',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'member1');
      await open(page, city.url, '/committees');
      expect(await page.getByRole('link', { name: 'Thành lập ban chỉ đạo' }).count()).toBe(0);
      await page.goto(`${city.url}/#/committees/merge`);
      await page.getByText('Không có quyền mở trang này').waitFor();
      expect(await page.getByRole('checkbox').count()).toBe(0);
      await open(page, city.url, `/committees/${made.committeeId}/show`);
      expect(
        await page
          .locator('main')
          .getByRole('button', { name: /Cử|thôi nhiệm vụ/ })
          .count(),
      ).toBe(0);
      await expectFit(page);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    minutes,
  );
});

/** How many exclusions of the year stand so. */
const countIn = async (state: string): Promise<number> =>
  (
    await made.secretary<{ decisions: { totalCount: number } }>(
      `{ decisions(first: 1, where: { kind: [AWARD_EXCLUSION], awardYear: ${made.year}, state: [${state}] }) { totalCount } }`,
    )
  ).decisions.totalCount;

describe('exclusions of a year', () => {
  test(
    'are counted by agency, narrowed, exported whole, and checked by officer code, now and as of a moment before',
    async () => {
      const visitor = await visit(browser, city.url);
      const { page } = visitor;
      await signIn(visitor, 'taskforce');
      await open(page, city.url, `/exclusions?year=${made.year}`);
      const figures = page.locator('[data-part=figures] section');
      const counts = [await countIn('IN_FORCE'), await countIn('APPEALED'), await countIn('EXPIRED')];
      expect(counts[0]).toBeGreaterThanOrEqual(made.exclusions.inForce.length);
      for (const [place, count] of counts.entries()) expect(await figures.nth(place).innerText()).toMatch(new RegExp(`^${count}\\s`));
      await expectFit(page);
      const all = counts.reduce((sum, count) => sum + count, 0);
      expect(await page.locator('main table tbody tr').count()).toBe(all);
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Xuất tệp' }).click();
      await page.getByRole('menuitem', { name: 'Tệp CSV' }).click();
      const csv = readFileSync((await (await saved).path())!, 'utf8');
      // The head, and a line each.
      expect(csv.trim().split('\r\n')).toHaveLength(all + 1);
      expect((await saved).suggestedFilename()).toMatch(/^Không xét danh hiệu thi đua \d{4}-\d\d-\d\d\.csv$/);
      expect(csv).toMatch(/Lao động tiên tiến|Chiến sĩ thi đua/);
      expect(csv).toMatch(/\d\d\/\d\d\/\d{4}/);
      expect(csv).not.toMatch(/\d{4}-\d\d-\d\d/);

      await page.getByLabel('Tình trạng').click();
      await page.getByRole('option', { name: 'Đang khiếu nại' }).click();
      await page.waitForFunction((count) => document.querySelectorAll('main table tbody tr').length === count, counts[1]);
      expect(page.url()).toContain('state=APPEALED');
      const appealed = await page.locator('main table tbody td').nth(1).innerText();
      await open(page, city.url, `/exclusions?year=${made.year}&state=IN_FORCE`);
      const excluded = await page.locator('main table tbody td').nth(1).innerText();

      await page.getByRole('link', { name: 'Kiểm tra theo mã cán bộ' }).click();
      const { officers } = await made.secretary<{ officers: { nodes: { code: string }[] } }>(
        '{ officers(first: 1, where: { tier: [REGULAR] }) { nodes { code } } }',
      );
      await page.fill('textarea[name=codes]', `${excluded}\n${appealed}, ${officers.nodes[0]!.code};KHONG-CO-9\n${excluded}`);
      await page.fill('input[name=year]', String(made.year));
      // Nothing is asked before the reader has said about which title.
      expect(await page.getByRole('button', { name: 'Kiểm tra', exact: true }).isDisabled()).toBe(true);
      await page.locator('[name=title]').locator('..').getByRole('combobox').click();
      await page.getByRole('option', { name: 'Tất cả danh hiệu' }).click();
      await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
      const answers = page.locator('[data-part=answers]');
      await answers.waitFor();
      const rows = await answers.locator('tbody tr').allInnerTexts();
      const titleCount = (await answers.locator('thead th').count()) - 1;
      expect(titleCount).toBeGreaterThan(1);
      expect(rows.map((row) => row.split(/\t|\n/)[0])).toEqual([excluded, 'KHONG-CO-9', appealed, officers.nodes[0]!.code]);
      expect(rows[0]).toContain('Không được xét');
      expect(rows[2]).toContain('Được xét, đang khiếu nại');
      expect(rows[3]).not.toMatch(/Không|khiếu nại/);
      expect(await page.getByText('3 người, theo dữ liệu lúc').count()).toBe(1);
      await expectFit(page);
      // On a phone nothing is cut: a card for each code.
      const desk = page.viewportSize()!;
      await page.setViewportSize({ width: 390, height: 844 });
      await answers.locator('li').first().waitFor();
      expect(await answers.locator('li').count()).toBe(4);
      expect(await answers.locator('table').count()).toBe(0);
      await expectFit(page);
      await page.setViewportSize(desk);
      // Before anything was decided everybody could be considered.
      await page.fill(
        'input[name=asOfDay]',
        new Date(Date.now() - 2 * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }),
      );
      await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
      await page.waitForFunction(() => !document.querySelector('[data-part=answers]')?.textContent?.includes('/QĐ-'));
      const asked = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Xuất CSV' }).click();
      expect((await asked).suggestedFilename()).toBe(`kiem-tra-thi-dua-${made.year}.csv`);
      const lines = readFileSync((await (await asked).path())!, 'utf8')
        .trim()
        .split('\r\n');
      expect(lines).toHaveLength(1 + 4 * titleCount);
      expect(lines[1]).toMatch(/,\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
      await page.fill('textarea[name=codes]', Array.from({ length: 1_001 }, (_, index) => `A-${index}`).join('\n'));
      await page.getByText('Mỗi lần kiểm tra nhiều nhất 1.000 mã.').waitFor();
      expect(await page.getByRole('button', { name: 'Kiểm tra', exact: true }).isDisabled()).toBe(true);
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    3 * minutes,
  );
});

describe('the same pages in English, dark, on a phone', () => {
  test.each([
    ['secretary', ['/committees', '/committees/create', '/committees/merge', '/exclusions', '/exclusions/check', 'SHOW', 'RULE']],
  ])(
    'of the %s have no barrier and fit',
    async (who, places) => {
      const visitor = await visit(browser, city.url, { language: 'en', look: 'dark', size: phone });
      const { page } = visitor;
      await signIn(visitor, who);
      const { committees } = await made.secretary<{ committees: { id: string; closedOn: string | null }[] }>(
        '{ committees { id closedOn } }',
      );
      const inForceId = committees.find(({ closedOn }) => !closedOn)!.id;
      const path: Record<string, string> = {
        SHOW: `/committees/${inForceId}/show`,
        RULE: `/committees/${inForceId}/rule?kind=AWARD_EXCLUSION`,
      };
      for (const place of places) {
        await open(page, city.url, path[place] ?? place);
        expect([place, await barriers(page, 'all')]).toEqual([place, []]);
        expect([place, await overflow(page)]).toEqual([place, 0]);
      }
      expect(visitor.faults).toEqual([]);
      await visitor.context.close();
    },
    2 * minutes,
  );
});
