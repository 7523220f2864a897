/** Single sign-on as somebody in front of a browser meets it: the button, the provider's page, the panel with the own name, and out again. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { freePort } from '../identity/oidc-door.js';
import { type RunningProvider, startProvider } from '../support/oidc-provider.js';
import { barriers, englishIn, openBrowser, settle, visit, wordsOn } from './visitor.js';

const minutes = 60_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = (...words: string[]): string[] => ['dist/server/cli.js', ...words];

let url: string;
let folder: string;
let provider: RunningProvider;
let server: ChildProcess;
let browser: Browser;

/** Resolves when the server says where it listens. */
function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += String(chunk);
      if (/http:\/\/[\w.:]+/.test(said)) resolve();
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)));
  });
}

beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  provider = await startProvider({ redirectUri: `${url}/auth/oidc/callback`, clientSecret: 'a secret of the client' });
  folder = mkdtempSync(join(tmpdir(), 'hopthu-oidc-'));
  const env = {
    ...process.env,
    HOPTHU_DATA: folder,
    DATABASE_URL: '',
    NODE_OPTIONS: '',
    PORT: String(port),
    HOST: 'localhost',
    HOPTHU_URL: url,
    HOPTHU_OIDC_ISSUER: provider.issuer,
    HOPTHU_OIDC_CLIENT_ID: 'hopthu',
    HOPTHU_OIDC_CLIENT_SECRET: 'a secret of the client',
    HOPTHU_OIDC_NAME: 'Cổng đăng nhập Thành phố',
  };
  server = spawn(process.execPath, cli('serve'), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  await listening(server);
  await promisify(execFile)(
    process.execPath,
    cli('user', 'add', '--name', 'Trần Văn An', '--email', 'an@city.example', '--role', 'TASK_FORCE'),
    { cwd: root, env },
  );
  provider.accounts.set('an', { sub: 'sub-an', email: 'an@city.example', email_verified: true, amr: ['pwd', 'otp'] });
  provider.accounts.set('stranger', { sub: 'sub-stranger', email: 'stranger@city.example', email_verified: true });
  browser = await openBrowser();
}, 3 * minutes);

afterAll(async () => {
  await browser?.close();
  const over = server && new Promise((resolve) => server.once('exit', resolve));
  server?.kill('SIGTERM');
  await over;
  await provider?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
}, minutes);

test(
  'the button leads to the provider and back into the panel under the own name; signing out ends it',
  async () => {
    const { page, context, faults } = await visit(browser, url);
    await page.getByRole('link', { name: 'Cổng đăng nhập Thành phố' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.fill('input[name=login]', 'an');
    await page.click('button');
    await page.waitForURL(`${url}/**`);
    await page.waitForSelector('main#content h1');
    await settle(page);
    const account = page.getByRole('button', { name: /Trần Văn An/ });
    expect(await account.count()).toBe(1);

    const cookies = await context.cookies();
    expect(cookies.filter(({ domain }) => domain === 'localhost').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['__Host-hopthu']),
    );
    expect(cookies.map(({ name }) => name)).not.toContain('__Host-hopthu-oidc');
    expect(cookies.find(({ name }) => name === '__Host-hopthu')).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
      path: '/',
    });
    expect(await page.evaluate(() => document.cookie)).not.toContain('hopthu');

    await account.click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.waitForSelector('input[name=email]');
    await page.goto(`${url}/#/agencies`);
    await page.waitForSelector('input[name=email]');
    expect((await context.cookies()).find(({ name }) => name === '__Host-hopthu')).toBeUndefined();
    expect(faults).toEqual([]);
    await context.close();
  },
  2 * minutes,
);

test(
  'somebody who is not invited reads what to do, without barriers, and finds the way back',
  async () => {
    const { page, context } = await visit(browser, url);
    await page.getByRole('link', { name: 'Cổng đăng nhập Thành phố' }).click();
    await page.fill('input[name=login]', 'stranger');
    await page.click('button');
    await page.waitForURL(`${url}/auth/oidc/callback**`);
    expect(await page.innerText('main')).toContain('Vui lòng liên hệ quản trị hệ thống');
    expect(englishIn(await wordsOn(page))).toEqual([]);
    // axe is put in by the test, past the page's own policy: what is judged is the page.
    const judge = await browser.newContext({ bypassCSP: true });
    const copy = await judge.newPage();
    await copy.goto(`${url}/auth/oidc/callback`);
    expect(await barriers(copy)).toEqual([]);
    await judge.close();
    await page.getByRole('link', { name: 'Về trang đăng nhập' }).click();
    await page.waitForSelector('input[name=email]');
    expect((await context.cookies()).find(({ name }) => name === '__Host-hopthu')).toBeUndefined();
    await context.close();
  },
  2 * minutes,
);
