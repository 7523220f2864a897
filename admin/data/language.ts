// Which language the reader has chosen; Vietnamese until they say otherwise.
import { localStorageStore } from 'react-admin';

export type Language = 'vi' | 'en';

/** Where the panel keeps what a reader has arranged on this machine: language, light or dark, columns, saved filters. */
export const store = localStorageStore(undefined, 'hopthu');

export function readLanguage(): Language {
  return store.getItem<Language>('locale', 'vi') === 'en' ? 'en' : 'vi';
}
