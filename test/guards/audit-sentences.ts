/** Finds the actions that code records in the audit log. */
import type { Source } from './source.js';

export interface Recorded {
  actions: Set<string>;
  /** Places whose action cannot be found by reading. */
  hidden: string[];
}

const literals = (text: string): string[] => [...text.matchAll(/'([a-z][A-Za-z]*(?:\.[a-zA-Z]+)+)'/g)].map(([, name]) => name!);

export function actionsIn(files: readonly Source[]): Recorded {
  const actions = new Set<string>();
  const hidden: string[] = [];
  const all = files.map(({ text }) => text).join('\n');
  for (const { path, text } of files) {
    for (const { 1: argument, index } of text.matchAll(/\bact\.record\(\s*([^,]+),/g)) {
      const said = argument!.trim();
      const found = literals(said);
      // A constant, or one of the lines of a constant table.
      const constant = /^([A-Z_]+)(?:\[\w+\])?$/.exec(said)?.[1];
      if (constant) found.push(...literals(new RegExp(`const ${constant}\\b[^;]*;`).exec(all)?.[0] ?? ''));
      // The name of a parameter: whatever is handed to the function in which it stands.
      else if (/^[a-z]\w*$/.test(said)) found.push(...handedTo(text.slice(0, index), all));
      if (found.length) for (const action of found) actions.add(action);
      else hidden.push(`${path}: ${said}`);
    }
  }
  return { actions, hidden };
}

function handedTo(before: string, all: string): string[] {
  const name = [...before.matchAll(/\bfunction (\w+)/g)].at(-1)?.[1];
  if (!name) return [];
  return [...all.matchAll(new RegExp(`\\bawait ${name}\\(([\\s\\S]*?)\\);`, 'g'))].flatMap(([, given]) => literals(given!));
}
