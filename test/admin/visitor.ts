// Somebody in front of the panel: signs in, goes from page to page, says what is wrong with what they see.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import english from 'ra-language-english';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';

export const password = 'hopthu-demo';
export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Options {
  language?: 'vi' | 'en';
  size?: { width: number; height: number };
  look?: 'light' | 'dark';
  /** Where the visit begins, and what shows that it has. */
  place?: string;
  awaited?: string;
  /** Somebody who is signed in already. */
  state?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** Chromium as the machine has it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Faults of the page itself: exceptions and refused resources. */
  faults: string[];
}

export async function visit(
  browser: Browser,
  url: string,
  { language = 'vi', size = wide, look = 'light', place = '', awaited = 'input[name=email]', state }: Options = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: look,
    acceptDownloads: true,
    ...(state && { storageState: state }),
  });
  const page = await context.newPage();
  watchRequests(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // A refused or an unauthenticated answer is logged by the browser as a failed resource; the pages are judged by what they show.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  // Only on the first page: afterwards the language is what the visitor has chosen.
  await page.addInitScript((chosen) => {
    if (sessionStorage.getItem('visited') !== null) return;
    sessionStorage.setItem('visited', 'yes');
    localStorage.setItem('RaStorehopthu.locale', JSON.stringify(chosen));
  }, language);
  await page.goto(`${url}/${place}`);
  await page.waitForSelector(awaited);
  await settle(page);
  return { page, context, faults };
}

export async function signIn({ page }: Visitor, name = 'taskforce'): Promise<void> {
  await page.fill('input[name=email]', `${name}@demo.example`);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('main#content h1');
  await settle(page);
}

/** Signs out by the menu at the top. */
export async function signOut(page: Page): Promise<void> {
  await page.locator('header [aria-haspopup=menu]').click();
  await page.getByRole('menuitem').last().click();
  await page.waitForSelector('input[name=email]');
}

const onTheirWay = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  onTheirWay.set(page, requests);
  page.on('request', (request) => {
    // Of what a document that is left still waited for, nobody hears any more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) requests.clear();
    requests.add(request);
  });
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/**
 * Waits until nothing is on its way any more: no request and nothing shown as busy for a quarter of a second. The browser's own "network idle"
 * speaks of the document, which stays the same from one place of the panel to the next.
 */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const last = Date.now() + 30_000;
  for (let quiet = 0; quiet < 5;) {
    if (Date.now() > last) {
      const waited = [...(onTheirWay.get(page) ?? [])].map((request) => `${request.method()} ${request.url()}`);
      const busy = () => [...document.querySelectorAll('main [aria-busy=true]')].map((part) => part.outerHTML.slice(0, 200)).join(' ');
      const shown = await page.evaluate(busy);
      throw new Error(
        `The page did not come to rest within 30 seconds at ${page.url()}: ${waited.join(', ') || `it shows itself busy: ${shown}`}.`,
      );
    }
    await page.waitForTimeout(50);
    const isBusy = (onTheirWay.get(page)?.size ?? 0) > 0 || (await page.evaluate(() => !!document.querySelector('main [aria-busy=true]')));
    quiet = isBusy ? 0 : quiet + 1;
  }
}

export async function open(page: Page, url: string, place: string): Promise<void> {
  await page.goto(`${url}/#${place}`);
  await page.waitForSelector('main#content h1');
  await settle(page);
}

/** Opens the first record of the list on the screen. */
export async function openFirst(page: Page): Promise<void> {
  await page.locator('main table tbody a, main ul li > a, main [data-part=letters] li a').first().click();
  await page.waitForURL(/\/show$/);
  await page.waitForSelector('main#content h1');
  await settle(page);
}

/** What a reader or a screen reader meets: texts, and the names and hints of controls. */
export async function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = document.body.innerText.split('\n');
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) words.push(element.getAttribute(name) ?? '');
    }
    return words.map((word) => word.trim()).filter(Boolean);
  });
}

function texts(messages: object): string[] {
  return Object.values(messages).flatMap((value) =>
    typeof value === 'string' ? value.split('||||').map((text) => text.trim()) : texts(value as object),
  );
}

const ofReactAdmin = new Set(texts(english).filter((text) => /[a-z]{2}/i.test(text) && !text.includes('%{')));
const alsoEnglish =
  /\b(undefined|null|NaN|Infinity|loading|search|filters?|columns?|rows|page|next|previous|open|close|clear|show|hide|all|none|yes|officers?|agenc(y|ies)|reviews?|findings?|leaders?|tier|sign in|sign out|password|no data)\b|\b[A-Z]+_[A-Z_]+\b|\b(ra|ui|shell|account|agencies|apiKeys|auditLog|classes|committees|dashboard|decisions|demand|drifts|exclusions|findings|letters|mailOrders|mailSystems|mailboxes|officers|reviews|roster|start|users|webhooks)\.\w+/;

/** English on a Vietnamese screen: react-admin's own words, common words of screens, names of enumerations, keys without words. */
export function englishIn(words: readonly string[]): string[] {
  // The button to the other language speaks that language; an address of somebody and a command to be typed are no words.
  const isNoWord = (word: string) => word === 'English' || word.startsWith('npm run hopthu ');
  return words.filter((word) => !isNoWord(word) && (ofReactAdmin.has(word) || alsoEnglish.test(word.replace(/\S+@\S+/g, ''))));
}

/** How many pixels the page is wider than the screen. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Violations that axe finds, each with the first place it finds them; the serious and critical ones, or all. */
export async function barriers(page: Page, which: 'serious' | 'all' = 'serious'): Promise<string[]> {
  // A button that is just fading in has no contrast yet.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity),
  );
  await page.evaluate(axe);
  return page.evaluate(async (isEach) => {
    type Result = { violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] };
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Result> } }).axe.run();
    return violations
      .filter(({ impact }) => isEach || impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`);
  }, which === 'all');
}

/** Collects the scripts a page fetches from now on; the answer is their size in bytes, gzipped. */
export function weighScripts(page: Page): () => Promise<number> {
  const bodies: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
}
