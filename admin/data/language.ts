// Which language the reader has chosen; Vietnamese until they say otherwise.
import { type Store, localStorageStore } from 'react-admin';

export type Language = 'vi' | 'en';

const kept = localStorageStore(undefined, 'hopthu');

/** Where the panel keeps what a reader has arranged on this machine. Signing out empties it, but for the language and light or dark. */
export const store: Store = {
  ...kept,
  reset: () => {
    const staying = ['locale', 'theme'].map((key) => [key, kept.getItem<string | null>(key, null)] as const);
    kept.reset();
    for (const [key, value] of staying) if (value) kept.setItem(key, value);
  },
};

export function readLanguage(): Language {
  return store.getItem<Language>('locale', 'vi') === 'en' ? 'en' : 'vi';
}
