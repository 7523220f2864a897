/** Which kinds of letters are there, and what are they called? Rooms to the right announce theirs. */
import type { Language, Text } from '../kernel/language.js';

const kinds = new Map<string, Text>();

export function announceLetterKinds(words: Readonly<Record<string, Text>>): void {
  for (const [kind, text] of Object.entries(words)) kinds.set(kind, text);
}

/** The name of a kind; the kind itself where nobody announced it. */
export const kindInWords = (kind: string, language: Language): string => kinds.get(kind)?.[language] ?? kind;
