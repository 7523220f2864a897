// How hard a password is to guess, roughly, while it is typed; the server decides whether it may be used.
export type Strength = 'SHORT' | 'WEAK' | 'FAIR' | 'STRONG';

export const shortestPassword = 12;

export function strengthOf(password: string): Strength {
  const characters = [...password.normalize('NFC')];
  if (characters.length < shortestPassword) return 'SHORT';
  const different = new Set(characters.map((one) => one.toLowerCase())).size;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  if (different < 6) return 'WEAK';
  const score = characters.length + 2 * kinds + (different >= 10 ? 2 : 0);
  return score >= 24 ? 'STRONG' : score >= 18 ? 'FAIR' : 'WEAK';
}
