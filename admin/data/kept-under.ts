// Under which key an answer is kept on this page.
import { useLocale } from 'react-admin';
import { useViewer } from './viewer.js';

/** What one person was told, or nobody at all, is never shown to the next who signs in on this page. */
export function keptUnder(name: string, language: string, viewerId: string | undefined, about: readonly unknown[]): readonly unknown[] {
  return ['ask', name, language, viewerId ?? null, ...about];
}

/** Whether an answer kept under this key is to this question about the record of this id, whoever asked in whatever language. */
export function isAnswerAbout([first, asked, , , about]: readonly unknown[], name: string, id: string): boolean {
  return first === 'ask' && asked === name && (about as { id?: string } | undefined)?.id === id;
}

/** The key for what is asked here, under this name, about this. */
export function useKey(name: string, ...about: unknown[]): readonly unknown[] {
  return keptUnder(name, useLocale(), useViewer()?.id, about);
}
