/** Does the panel let people in with a second factor, invite others, manage accounts and keys, and show the record of it? */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type City, hopthu, openCity, openEmpty } from './city.js';
import {
  barriers,
  englishIn,
  open,
  openBrowser,
  overflow,
  password,
  phone,
  settle,
  signIn,
  signOut,
  visit,
  wide,
  wordsOn,
} from './visitor.js';

const minutes = 60_000;
const ownPassword = 'con mèo ngủ trên mái nhà';

let city: City;
let empty: City;
let browser: Browser;
/** The administrator of the city, signed in with a second factor. */
let admin: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [city, empty] = await Promise.all([openCity({ scale: 0.02, secondFactor: true }), openEmpty()]);
  browser = await openBrowser();
}, 5 * minutes);

afterAll(async () => {
  await browser?.close();
  await Promise.all([city?.stop(), empty?.stop()]);
}, minutes);

/** The code of the app, `steps` of half a minute from now: each counts once. */
const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

const linkIn = (text: string, url: string) => `${url}/${/#\/invitation\?token=hti_[\w-]+/.exec(text)![0]}`;

async function typeCredentials(page: Page, email: string, word: string): Promise<void> {
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', word);
  await page.click('button[type=submit]');
}

async function acceptInvitation(page: Page): Promise<void> {
  await page.fill('input[name=newPassword]', ownPassword);
  await page.fill('input[name=again]', ownPassword);
  await page.click('button[type=submit]');
  await page.waitForURL(/#\/account$/);
  await page.waitForSelector('[data-part=sessions] li');
}

/** A device with a fingerprint reader, without the device. */
async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function askWithKey(
  key: string,
): Promise<{ data?: { reviews: { totalCount: number } }; errors?: { extensions: { code: string } }[] }> {
  const answer = await fetch(`${city.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ reviews(first: 1) { totalCount } }' }),
  });
  return (await answer.json()) as Awaited<ReturnType<typeof askWithKey>>;
}

test(
  'G-18: the authenticator app is set up on the account page, and the next sign-in asks for its code, or for a recovery code',
  async () => {
    const visitor = await visit(browser, city.url);
    const { page } = visitor;
    await signIn(visitor, 'admin');
    const banner = page.getByText('Vai trò của ông/bà cần xác thực hai bước');
    await banner.waitFor();
    await open(page, city.url, '/account');
    await page.getByRole('button', { name: 'Cài đặt ứng dụng xác thực' }).click();
    await page.fill('[role=dialog] input[name=password]', password);
    await page.click('[role=dialog] button[type=submit]');
    const secret = (await page.innerText('[data-part=totp-secret]')).replace(/\s/g, '');
    expect(await page.getByRole('img', { name: 'Mã hai chiều để ứng dụng xác thực quét' }).locator('path').count()).toBe(1);
    await page.fill('[role=dialog] input[name=code]', codeOf(secret));
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('[data-part=recovery-codes]');
    const codes = await page.locator('[data-part=recovery-codes] li').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: 'Đã cất mã, đóng lại' }).click();
    await page.getByText('Còn 10 mã dự phòng').waitFor();
    expect(await banner.count()).toBe(0);

    await signOut(page);
    await typeCredentials(page, 'admin@demo.example', password);
    await page.waitForSelector('input[name=code][autocomplete=one-time-code]');
    expect(await page.locator('main [role=alert]').count()).toBe(0);
    await page.fill('input[name=code]', '000000');
    await page.click('button[type=submit]');
    await page.waitForSelector('main [role=alert]');
    expect(await page.inputValue('input[name=code]')).toBe('000000');
    expect(englishIn(await wordsOn(page))).toEqual([]);
    await page.fill('input[name=code]', codeOf(secret, 1));
    await page.click('button[type=submit]');
    await page.waitForSelector('#content h1');

    await signOut(page);
    await typeCredentials(page, 'admin@demo.example', password);
    await page.fill('input[name=code]', codes[0]!);
    await page.click('button[type=submit]');
    await page.waitForSelector('#content h1');
    await settle(page);
    await open(page, city.url, '/account');
    await page.getByText('Còn 9 mã dự phòng').waitFor();
    expect(visitor.faults).toEqual([]);
    admin = await visitor.context.storageState();
    await visitor.context.close();
  },
  2 * minutes,
);

test(
  'an account is made for an agency contact, its link opens once, and the record tells who did what',
  async () => {
    const { page, context, faults } = await visit(browser, city.url, { state: admin, awaited: '#content h1' });
    await open(page, city.url, '/users/create');
    await page.fill('input[name=name]', 'Trần Thị Bình');
    await page.fill('input[name=email]', 'contact@demo.example');
    await page.click('form button[type=submit]');
    await page.getByLabel('Của đơn vị').fill('Sở');
    await page.getByRole('option', { name: /^Sở / }).first().click();
    await page.click('form button[type=submit]');
    await page.locator('main [role=alert]').first().waitFor();
    expect(await page.inputValue('input[name=name]')).toBe('Trần Thị Bình');
    await page.fill('input[name=email]', 'binh@demo.example');
    await page.click('form button[type=submit]');
    const link = linkIn(await page.innerText('[data-part=secret]'), city.url);
    await page.getByRole('button', { name: 'Đã gửi, đóng lại' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trần Thị Bình' }).waitFor();
    expect(await page.content()).not.toContain('hti_');

    const invited = await visit(browser, city.url, { place: link.slice(city.url.length + 1), awaited: 'input[name=newPassword]' });
    expect(invited.page.url()).toBe(`${city.url}/#/invitation`);
    expect(await invited.page.innerText('main')).toContain('Trần Thị Bình');
    await invited.page.fill('input[name=newPassword]', 'ngắn');
    expect(await invited.page.getByRole('status').innerText()).toBe('Độ mạnh: còn ngắn');
    expect(await invited.page.locator('button[type=submit]').isDisabled()).toBe(true);
    await acceptInvitation(invited.page);
    expect(await invited.page.innerText('#content')).toContain('Cán bộ đầu mối · Sở');
    expect(invited.faults).toEqual([]);
    await invited.page.goBack();
    expect(invited.page.url()).not.toContain('hti_');
    await invited.context.close();

    const late = await visit(browser, city.url, { place: link.slice(city.url.length + 1), awaited: 'main a[href="#/login"]' });
    expect(await late.page.locator('input[name=newPassword]').count()).toBe(0);
    await late.context.close();

    await page.getByRole('button', { name: 'Vô hiệu hóa tài khoản' }).click();
    await page.fill('[role=dialog] textarea[name=reason]', 'Chuyển công tác');
    await page.click('[role=dialog] button[type=submit]');
    await page.getByText('Đã vô hiệu hóa').waitFor();
    await page.locator('[data-part=trail] li', { hasText: 'Vô hiệu hóa tài khoản' }).waitFor();
    const trail = await page.innerText('[data-part=trail]');
    for (const words of ['Tạo tài khoản', 'Nhận lời mời', 'Quản trị hệ thống']) expect(trail).toContain(words);
    await open(page, city.url, '/auditLog');
    const rows = page.locator('main tbody tr');
    expect(await rows.first().innerText()).toContain('Trần Thị Bình');
    await rows.first().getByRole('link', { name: 'Trần Thị Bình' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trần Thị Bình' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
  2 * minutes,
);

test(
  'G-18 with a passkey: added on the account page it signs in, and shown again it lets a waiting act go through; the key so made works until it is revoked',
  async () => {
    const said = await hopthu(city, 'user', 'add', '--name', 'Lê Thị Khóa', '--email', 'khoa@demo.example', '--role', 'ADMIN');
    const { page, context, faults } = await visit(browser, city.url, {
      place: linkIn(said, city.url).slice(city.url.length + 1),
      awaited: 'input[name=newPassword]',
    });
    await giveAuthenticator(page);
    await acceptInvitation(page);
    await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
    await page.fill('[role=dialog] input[name=name]', 'Máy cơ quan');
    await page.fill('[role=dialog] input[name=password]', ownPassword);
    await page.click('[role=dialog] button[type=submit]');
    await page.getByText('Máy cơ quan').waitFor();

    await signOut(page);
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    await page.waitForSelector('#content h1');
    await settle(page);
    await open(page, city.url, '/account');
    expect(await page.innerText('[data-part=sessions]')).toContain('khóa truy cập');

    // With the password alone the second factor is still to be shown.
    await signOut(page);
    await typeCredentials(page, 'khoa@demo.example', ownPassword);
    await page.waitForSelector('#content h1');
    await settle(page);
    await open(page, city.url, '/apiKeys');
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.fill('[role=dialog] input[name=name]', 'Phần mềm nhân sự');
    await page.locator('[role=dialog] input[value="findings:read"]').check();
    await page.click('[role=dialog] button[type=submit]');
    await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    const key = await page.innerText('[data-part=secret]');
    expect(key).toMatch(/^htk_/);
    await page.getByRole('button', { name: 'Đã cất khóa, đóng lại' }).click();
    await page.getByRole('button', { name: 'Thu hồi khóa API "Phần mềm nhân sự"' }).waitFor();
    expect(await page.content()).not.toContain(key);

    expect((await askWithKey(key)).data!.reviews.totalCount).toBe(3);
    await page.getByRole('button', { name: 'Thu hồi khóa API "Phần mềm nhân sự"' }).click();
    await page.click('[role=dialog] button[type=submit]');
    await page.getByText('đã thu hồi lúc').waitFor();
    expect((await askWithKey(key)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect(faults).toEqual([]);
    await context.close();
  },
  2 * minutes,
);

test(
  'a session ended on another machine asks for the password over the page; the page is kept',
  async () => {
    const here = await visit(browser, city.url);
    await signIn(here, 'trainer');
    await open(here.page, city.url, '/officers');
    const there = await visit(browser, city.url);
    await signIn(there, 'trainer');
    await open(there.page, city.url, '/account');
    await there.page.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).click();
    await there.page.waitForFunction(() => document.querySelectorAll('[data-part=sessions] li').length === 1);
    await here.page.locator('main table tbody a').first().click();
    await here.page.waitForSelector('[role=dialog] input[name=password]');
    await here.page.fill('[role=dialog] input[name=email]', 'trainer@demo.example');
    await here.page.fill('[role=dialog] input[name=password]', password);
    await here.page.click('[role=dialog] button[type=submit]');
    await here.page.waitForSelector('[role=dialog]', { state: 'detached' });
    await here.page.waitForURL(/\/officers\/.+\/show$/);
    expect(here.faults).toEqual([]);
    await Promise.all([here.context.close(), there.context.close()]);
  },
  minutes,
);

test(
  'an empty system says how its first account is made, and leads the administrator from there to the first review',
  async () => {
    const { page, context, faults } = await visit(browser, empty.url, { awaited: 'main code' });
    expect(await page.innerText('main code')).toMatch(/^npm run hopthu -- user add --name ".+" --email \S+ --role ADMIN$/);
    expect(await page.locator('input[name=password]').count()).toBe(0);
    expect([await overflow(page), ...(await barriers(page, 'all')), ...englishIn(await wordsOn(page))]).toEqual([0]);
    const said = await hopthu(empty, 'user', 'add', '--name', 'Nguyễn Văn A', '--email', 'a@city.example', '--role', 'ADMIN');
    await page.getByRole('button', { name: 'Đã tạo, kiểm tra lại' }).click();
    await page.waitForSelector('input[name=password]');
    await page.goto(linkIn(said, empty.url));
    await page.waitForSelector('input[name=newPassword]');
    await acceptInvitation(page);
    await open(page, empty.url, '/');
    const steps = page.locator('[data-part=checklist] > li');
    await steps.first().waitFor();
    expect(await steps.count()).toBe(7);
    expect(await page.innerText('[data-part=checklist] [aria-current=step]')).toContain('npm run hopthu -- import agencies');
    expect([await overflow(page), ...(await barriers(page, 'all')), ...englishIn(await wordsOn(page))]).toEqual([0]);
    expect(faults).toEqual([]);
    await context.close();
  },
  minutes,
);

describe('every new screen', () => {
  test.each([
    ['in Vietnamese on a desk, light', 'vi', wide, 'light'],
    ['in Vietnamese on a phone, dark', 'vi', phone, 'dark'],
    ['in English on a desk, dark', 'en', wide, 'dark'],
    ['in English on a phone, light', 'en', phone, 'light'],
  ] as const)(
    'fits, has no barrier and speaks one language: %s',
    async (_, language, size, look) => {
      const wrong: string[] = [];
      const judge = async (page: Page, place: string) => {
        const wider = await overflow(page);
        if (wider > 0) wrong.push(`${place} is ${wider} px wider than the screen`);
        wrong.push(...(await barriers(page, 'all')).map((barrier) => `${place}: ${barrier}`));
        if (language === 'vi') wrong.push(...englishIn(await wordsOn(page)).map((word) => `${place}: ${word}`));
      };
      const stranger = await visit(browser, city.url, { language, size, look, place: '#/invitation', awaited: 'main a' });
      await judge(stranger.page, 'invitation without a token');
      await stranger.page.goto(`${city.url}/#/login`);
      await stranger.page.waitForSelector('input[name=email]');
      await settle(stranger.page);
      await judge(stranger.page, 'sign in');
      await stranger.context.close();

      const { page, context, faults } = await visit(browser, city.url, { language, size, look, state: admin, awaited: '#content h1' });
      for (const place of ['/account', '/users', '/users/create', '/apiKeys', '/auditLog']) {
        await open(page, city.url, place);
        await judge(page, place);
        if (place === '/apiKeys') {
          await page.locator('main header button:not([aria-haspopup])').click();
          await page.waitForSelector('[role=dialog] input[name=name]');
          await page.waitForTimeout(300);
          await judge(page, 'new key');
          await page.keyboard.press('Escape');
        }
        if (place !== '/users') continue;
        await page.locator('main table tbody a, main ul li > a').first().click();
        await page.waitForURL(/\/show$/);
        await settle(page);
        await judge(page, 'user');
      }
      expect(wrong).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
    2 * minutes,
  );
});
