// The roster in a browser: its cards, a tap on a mark, and waiting until so many marks are unsent.
import type { Page } from 'playwright-core';

export const cards = (page: Page) => page.locator('[data-part=people] li');
export const nameOn = (page: Page, index: number) => cards(page).nth(index).locator('.name').innerText();
export const tap = (page: Page, index: number, mark: string) => cards(page).nth(index).locator(`[data-mark=${mark}]`).click();
export const waitForUnsent = (page: Page, count: number) =>
  page.waitForSelector(`[data-part=counter][data-unsent="${count}"]`, { timeout: 30_000 });

export async function openRoster(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}/#/classes/${id}/roster`);
  await cards(page).first().waitFor();
}
