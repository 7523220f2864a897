/** A city with cases, and those who come to its panel: what the browser tests of cases share. */
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accused, fields, type Held } from './case-city.js';
import { type City, openCity } from './city.js';
import { type Ask, askAs } from './class-room.js';
import { open, openBrowser, settle, signIn, visit, type Visitor, wide } from './visitor.js';

export const dialog = (page: Page) => page.locator('[role=dialog]');
export const acts = (page: Page) => page.locator('[data-part=acts]');

export async function submit(page: Page): Promise<void> {
  await dialog(page).locator('button[type=submit]').click();
}

/** Submits and waits until the dialog has gone. */
export async function carryOut(page: Page): Promise<void> {
  await submit(page);
  await dialog(page).waitFor({ state: 'detached' });
  await settle(page);
}

export class CaseDesk {
  private constructor(
    readonly city: City,
    readonly browser: Browser,
    readonly force: Ask,
  ) {}

  static async open(): Promise<CaseDesk> {
    const city = await openCity({ scale: 0.05, more: accused });
    const force = await askAs(city.url, 'taskforce');
    const browser = await openBrowser();
    return new CaseDesk(city, browser, force);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.city.stop();
  }

  async casesIn(state: string, kind = 'AWARD_EXCLUSION'): Promise<Held[]> {
    const { decisions } = await this.force<{ decisions: { nodes: Held[] } }>(
      `{ decisions(first: 100, where: { state: [${state}], kind: [${kind}] }) { nodes { ${fields} } } }`,
    );
    return decisions.nodes;
  }

  async caseOf(id: string): Promise<Held> {
    return (await this.force<{ decision: Held }>(`query ($id: ID!) { decision(id: $id) { ${fields} } }`, { id })).decision;
  }

  /** Somebody signs in and is on the first page. */
  async come(name: string, options: Parameters<typeof visit>[2] = {}): Promise<Visitor> {
    const visitor = await visit(this.browser, this.city.url, options);
    await signIn(visitor, name);
    return visitor;
  }

  async vote(name: string, id: string, choice: string, size = wide): Promise<Visitor> {
    const visitor = await this.come(name, { size });
    const { page } = visitor;
    await open(page, this.city.url, `/decisions/${id}/show`);
    await acts(page).getByRole('button', { name: 'Biểu quyết', exact: true }).click();
    await dialog(page).getByRole('radio', { name: choice, exact: true }).check();
    await carryOut(page);
    expect(await acts(page).innerText()).toContain(`Ông/bà đã biểu quyết: ${choice}`);
    return visitor;
  }
}
