/** Stands in until the room of notices is merged. */
import type { Act } from '../identity/command.js';
import type { Message } from '../kernel/language.js';

export interface LetterDraft {
  kind: string;
  officerId: string;
  about: string;
  title: Message;
  paragraphs: readonly Message[];
  calendar?: { fileName: string; method: 'REQUEST' | 'CANCEL'; text: string };
  key?: string;
}

export async function writeLetters(_act: Act, _drafts: readonly LetterDraft[]): Promise<void> {}
