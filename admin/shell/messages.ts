// All the words of one language, gathered from the folders that use them.
import type { TranslationMessages } from 'react-admin';
import type { Language } from '../data/language.js';

/** Loads one language; the other one is never transferred. */
export async function loadMessages(language: Language): Promise<TranslationMessages> {
  const { messages } = language === 'en' ? await import('./messages.en.js') : await import('./messages.vi.js');
  return messages as unknown as TranslationMessages;
}
