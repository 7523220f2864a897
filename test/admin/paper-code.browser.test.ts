/** Is a notice printed with its code, and does the code open the own file, and nothing else, for somebody without an account? */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type City, openCity } from './city.js';
import { barriers, englishIn, open, openBrowser, phone, settle, signIn, signOut, visit, wordsOn } from './visitor.js';

const minutes = 60_000;
const CODE = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/;

/** A notice to an officer of the contact's agency who has no account. */
const notice = `
  const { perform } = await import('./dist/server/identity/command.js');
  const { systemActor } = await import('./dist/server/identity/actor.js');
  const { writeLetters } = await import('./dist/server/notices/write-letters.js');
  const { CODE_PLACE } = await import('./dist/server/notices/letter-code.js');
  await perform({ ground: store.ground, actor: systemActor }, async (act) => {
    act.allowAnyone('a test');
    const [{ id }] = await act.em.execute("select o.id from officer o where o.agency_id in (select g.scope_id from role_grant g join app_user u on u.id = g.user_id where u.email = 'contact@demo.example') and not exists (select 1 from role_grant h where h.scope_id = o.id) order by o.id limit 1");
    const text = { vi: 'Mã xem hồ sơ, giải trình: {code}', en: 'Code: {code}' };
    await writeLetters(act, [{ kind: 'decision.notice', officerId: id, about: 'decision:' + id, carriesCode: true, title: { text: { vi: 'Thông báo', en: 'Notice' } }, paragraphs: [{ text, values: { code: CODE_PLACE } }] }]);
  });
`;

let city: City;
let browser: Browser;

beforeAll(async () => {
  city = await openCity({ scale: 0.02, more: notice });
  browser = await openBrowser();
}, 5 * minutes);
afterAll(async () => {
  await browser?.close();
  await city?.stop();
}, minutes);

test(
  'the contact prints the notice with a code; with it its officer opens the own file on a phone, once',
  async () => {
    const contact = await visit(browser, city.url);
    await signIn(contact, 'contact');
    await open(contact.page, city.url, '/letters/print');
    const letter = contact.page.locator('[data-part=letter]', { hasText: 'Mã xem hồ sơ' });
    await letter.waitFor();
    expect(await letter.innerText()).toContain('••••-••••-••••');
    const name = /Người nhận: ([^,]+),/.exec(await letter.innerText())![1]!;
    let seenWhilePrinting = '';
    await contact.page.exposeFunction('keepPrinted', (text: string) => (seenWhilePrinting = text));
    await contact.page.evaluate(() => {
      window.print = () => void (window as never as { keepPrinted(text: string): void }).keepPrinted(document.body.innerText);
    });
    await contact.page.getByRole('button', { name: 'In', exact: true }).click();
    await letter.filter({ hasText: CODE }).waitFor();
    const code = CODE.exec(await letter.innerText())![0];
    expect(seenWhilePrinting).toContain(code);

    // Opened again, the page leaves out what was printed, until it is asked for; then it says what becomes of the code on that paper.
    await open(contact.page, city.url, '/letters');
    await open(contact.page, city.url, '/letters/print');
    const withOld = contact.page.getByRole('switch', { name: 'Gồm cả thư đã in trước đây (1)' });
    await withOld.waitFor();
    expect(await letter.count()).toBe(0);
    await withOld.check();
    await letter.waitFor();
    await contact.page.getByText('In lại thì mã mới thay mã trên bản giấy đã in').waitFor();
    expect(englishIn(await wordsOn(contact.page))).toEqual([]);
    expect(await barriers(contact.page)).toEqual([]);
    const kinds = contact.page.locator('[data-part=print-choice]').getByRole('combobox');
    if ((await kinds.count()) > 0) {
      await kinds.click();
      await contact.page.getByRole('option', { name: /^Thông báo về việc đề nghị xử lý/ }).click();
      expect(await contact.page.locator('[data-part=letter]').count()).toBe(1);
    }

    const officer = await visit(browser, city.url, { size: phone });
    await officer.page.getByRole('link', { name: 'Tôi có mã trên giấy thông báo' }).click();
    await officer.page.waitForSelector('input[name=paperCode]');
    expect(englishIn(await wordsOn(officer.page))).toEqual([]);
    expect(await barriers(officer.page)).toEqual([]);
    await officer.page.fill('input[name=paperCode]', '2222 2222 2222');
    await officer.page.click('button[type=submit]');
    await officer.page.getByText('Mã không đúng, đã được dùng').waitFor();
    await officer.page.fill('input[name=paperCode]', code.toLowerCase().replaceAll('-', ' '));
    await officer.page.click('button[type=submit]');
    await officer.page.waitForSelector('main#content h1');
    await settle(officer.page);
    expect(await officer.page.locator('main h1').innerText()).toBe('Hồ sơ của tôi');
    expect(await officer.page.locator('main').innerText()).toContain(name);
    await open(officer.page, city.url, '/');
    expect(await officer.page.locator('main h1').innerText()).toBe(name);
    expect(await officer.page.locator('main [role=alert]').allInnerTexts()).toEqual([]);
    expect(await officer.page.locator('[data-part=reason], main section').count()).toBeGreaterThan(0);
    await officer.page.locator('header [aria-haspopup=menu]').click();
    const entries = await officer.page.getByRole('menuitem').allInnerTexts();
    expect(entries).not.toContain('Tài khoản của tôi');
    await officer.page.keyboard.press('Escape');
    await signOut(officer.page);
    await officer.page.getByRole('link', { name: 'Tôi có mã trên giấy thông báo' }).click();
    await officer.page.fill('input[name=paperCode]', code);
    await officer.page.click('button[type=submit]');
    await officer.page.getByText('Mã không đúng, đã được dùng').waitFor();
    expect([...contact.faults, ...officer.faults]).toEqual([]);
    await Promise.all([contact.context.close(), officer.context.close()]);
  },
  3 * minutes,
);
