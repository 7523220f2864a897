/** How are the secrets of a mail system kept? Sealed with the installation's key, for this system only, wherever somebody may have copied them to (G-17). */
import type { KeyedHash } from '../kernel/keyed-hash.js';

const markOf = (id: string): string => `mail-system ${id} `;

export const sealSecrets = (key: KeyedHash, id: string, secrets: Readonly<Record<string, string>>): string =>
  key.seal(Buffer.from(markOf(id) + JSON.stringify(secrets)));

/** None where they cannot be opened: they must be told again. */
export function secretsIfAny(...sealed: Parameters<typeof openSecrets>): Record<string, string> {
  try {
    return openSecrets(...sealed);
  } catch {
    return {};
  }
}

export function openSecrets(key: KeyedHash, id: string, sealed: string | null | undefined): Record<string, string> {
  if (!sealed) return {};
  const [mark, opened] = [markOf(id), key.open(sealed).toString()];
  if (!opened.startsWith(mark)) throw new Error('Secrets of another mail system');
  return JSON.parse(opened.slice(mark.length)) as Record<string, string>;
}
