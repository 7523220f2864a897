/** What files does the project have, and what does each one import? The guards look at the tree through this. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ModuleItem, parseSync } from '@swc/core';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the project: its path from the root with forward slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

export interface Import {
  /** A path from the root (`server/kernel/record.ts`) or a package (`graphql`, `node:fs`). */
  target: string;
  /** Gone after compilation: `import type`, or only `type` names. */
  isTypeOnly: boolean;
}

const neverOurs = new Set(['node_modules', '.git', 'dist', 'coverage', '.cache']);

/** Paths of all files of the project, below `folder` when one is named; what git ignores is left out. */
export function pathsOf(folder = ''): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (neverOurs.has(entry.name) || path === 'data') return [];
    if (entry.isDirectory()) return pathsOf(path);
    return entry.isFile() ? [path] : [];
  });
}

export function read(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** TypeScript and JavaScript below the folders named. */
export function codeOf(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => pathsOf(folder))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('test/data/'))
    .map(read);
}

/** All imports of a file: static, re-exported, and dynamic ones with a plain text. */
export function importsOf({ path, text }: Source): Import[] {
  const { body } = parseSync(text, { syntax: 'typescript', decorators: true, tsx: path.endsWith('.tsx'), target: 'es2023' });
  const found = body.flatMap((item) => importOf(item) ?? []);
  for (const [, target] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) found.push({ target: target!, isTypeOnly: false });
  return found.map((one) => ({ ...one, target: placeOf(path, one.target) }));
}

function importOf(item: ModuleItem): Import | undefined {
  switch (item.type) {
    case 'ImportDeclaration': {
      const named = item.specifiers.length > 0 && item.specifiers.every((one) => one.type === 'ImportSpecifier' && one.isTypeOnly);
      return { target: item.source.value, isTypeOnly: item.typeOnly || named };
    }
    case 'ExportAllDeclaration':
      return { target: item.source.value, isTypeOnly: false };
    case 'ExportNamedDeclaration':
      return item.source ? { target: item.source.value, isTypeOnly: Boolean(item.typeOnly) } : undefined;
    default:
      return undefined;
  }
}

function placeOf(from: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return posix.join(posix.dirname(from), target).replace(/\.js$/, '.ts');
}
