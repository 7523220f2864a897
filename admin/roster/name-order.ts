// Names in the order of a Vietnamese list: by the given name, which stands last; then by what is before it.
const collator = new Intl.Collator('vi', { sensitivity: 'variant' });

const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

export function byGivenName(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
}

/** Without diacritics and capitals, as a reader in a hurry types. */
export function plainWords(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

/** Every word typed begins a word of the text. */
export function matches(text: string, typed: string): boolean {
  const words = plainWords(text).split(/[^\p{L}\p{N}]+/u);
  return plainWords(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}
