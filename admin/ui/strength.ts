// How hard a password is to guess, roughly, while it is typed; the server decides whether it may be used.
export type Strength = 'SHORT' | 'WEAK' | 'FAIR' | 'STRONG';

export const shortestPassword = 12;

const plain = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|đ/gu, (one) => (one === 'đ' ? 'd' : ''));

/** Less than six characters are left once the own name and address are taken out. */
function isOwnName(password: string, person: readonly string[]): boolean {
  const own = person.flatMap((words) => plain(words).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 1);
  const left = own.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), plain(password));
  return left.length < plain(password).length && left.replace(/[^\p{L}]/gu, '').length < 6;
}

export function strengthOf(password: string, person: readonly string[] = []): Strength {
  const characters = [...password.normalize('NFC')];
  if (characters.length < shortestPassword) return 'SHORT';
  const different = new Set(characters.map((one) => one.toLowerCase())).size;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  if (different < 6 || isOwnName(password, person)) return 'WEAK';
  const score = characters.length + 2 * kinds + (different >= 10 ? 2 : 0);
  return score >= 24 ? 'STRONG' : score >= 18 ? 'FAIR' : 'WEAK';
}
