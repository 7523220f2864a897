/** The layout of papers as the city has set it: the usual one with what was changed. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Layout, layoutWith, USUAL_LAYOUT } from './layout.rules.js';
import { LAYOUT_NAME, lastChanges } from './template.read.js';

export type ChangedLayout = Record<string, unknown>;

export async function changedLayout(em: SqlEntityManager): Promise<ChangedLayout> {
  const text = (await lastChanges(em)).get(LAYOUT_NAME)?.text;
  return text ? (JSON.parse(text) as ChangedLayout) : {};
}

export const layoutInUse = async (em: SqlEntityManager): Promise<Layout> => layoutWith(await changedLayout(em));

/** A value as its setting has it: a number may be written with a comma. */
export function valueAs(name: string, text: string): unknown {
  const usual: unknown = (USUAL_LAYOUT as Record<string, unknown>)[name];
  return typeof usual === 'number' && text.trim() !== '' ? Number(text.replace(',', '.')) : text.trim();
}
