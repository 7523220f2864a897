/** The layout of papers as the city has set it: the usual one with what was changed, by the names of its settings. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Reason } from '../../kernel/refusal.js';
import { DEFAULT_LAYOUT, type Layout, layoutFaults } from './layout.js';
import { paperMessages } from './papers.messages.js';
import { LAYOUT_NAME, lastChanges } from './template.read.js';

export type LayoutValue = string | number | boolean;
export type ChangedLayout = Record<string, LayoutValue>;

interface Tree {
  [name: string]: LayoutValue | Tree;
}

/** Every setting by its name, `page.top` where settings stand within others. */
export function settingsOf(layout: Layout): Record<string, LayoutValue> {
  const settings: Record<string, LayoutValue> = {};
  const walk = (tree: Tree, before: string) => {
    for (const [name, value] of Object.entries(tree))
      if (typeof value === 'object') walk(value, `${before}${name}.`);
      else settings[before + name] = value;
  };
  walk(layout as unknown as Tree, '');
  return settings;
}

/** The usual layout with some settings changed. */
export function layoutWith(changed: ChangedLayout): Layout {
  const layout = structuredClone(DEFAULT_LAYOUT) as unknown as Tree;
  for (const [name, value] of Object.entries(changed)) {
    const steps = name.split('.');
    const last = steps.pop()!;
    let tree = layout;
    for (const step of steps) tree = tree[step] as Tree;
    tree[last] = value;
  }
  return layout as unknown as Layout;
}

/** What is wrong with changed settings: unknown ones, values of another kind, and those outside of the decree’s ranges. */
export function changedFaults(changed: ChangedLayout): Reason[] {
  const usual = settingsOf(DEFAULT_LAYOUT);
  const faults = Object.entries(changed).flatMap(([name, value]): Reason[] => {
    const path = ['settings', name];
    if (!Object.hasOwn(usual, name)) return [{ code: 'NOT_FOUND', path, message: { text: paperMessages.noLayout, values: { name } } }];
    const kind = typeof usual[name];
    if (typeof value === kind) return [];
    return [{ code: 'INVALID', path, message: { text: paperMessages.layoutValue, values: { name, kind } } }];
  });
  return faults.length > 0 ? faults : layoutFaults(layoutWith(changed));
}

export async function changedLayout(em: SqlEntityManager): Promise<ChangedLayout> {
  const text = (await lastChanges(em)).get(LAYOUT_NAME)?.text;
  return text ? (JSON.parse(text) as ChangedLayout) : {};
}

export const layoutInUse = async (em: SqlEntityManager): Promise<Layout> => layoutWith(await changedLayout(em));
