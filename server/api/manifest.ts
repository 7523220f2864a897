/** The panel's documents by hash, as its build has written them; none where the panel is not built. */
import { existsSync, readFileSync } from 'node:fs';
import type { Manifest } from './known-documents.js';

export function manifestIn(file: string): Manifest | undefined {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
