// The last state of the lists somebody has marked, kept on this device so that the page opens without a line. Signing out empties it.
import { store } from '../data/language.js';
import type { MarkedClass } from './documents.js';

interface KeptRoster {
  savedAt: string;
  held: MarkedClass;
}

const index = 'rosters';
/** As many classes are kept, and for as many days: names of people do not stay on a phone for ever. */
const mostKept = 12;
const longestDays = 14;

const keyOf = (userId: string, classId: string) => `roster.${userId}.${classId}`;
const isFresh = ({ savedAt }: { savedAt: string }, now: number) => now - Date.parse(savedAt) < longestDays * 86_400_000;

export function keptRoster(userId: string, classId: string): KeptRoster | undefined {
  const kept = store.getItem<KeptRoster | null>(keyOf(userId, classId), null);
  return kept && isFresh(kept, Date.now()) ? kept : undefined;
}

export function keepRoster(userId: string, held: MarkedClass): void {
  const now = Date.now();
  const key = keyOf(userId, held.id);
  const before = (store.getItem<{ key: string; savedAt: string }[]>(index) ?? []).filter((one) => one.key !== key);
  const savedAt = new Date(now).toISOString();
  const staying = before.filter((one) => isFresh(one, now)).slice(0, mostKept - 1);
  for (const one of before) if (!staying.includes(one)) store.removeItem(one.key);
  try {
    store.setItem(key, { savedAt, held } satisfies KeptRoster);
    store.setItem(index, [{ key, savedAt }, ...staying]);
  } catch {
    // No room: the page still works while it is open, and the marks are kept on their own.
    store.removeItem(key);
  }
}

/** The classes whose lists this device keeps, the last one looked at first. */
export function keptClasses(userId: string): MarkedClass[] {
  const start = keyOf(userId, '');
  return (store.getItem<{ key: string }[]>(index) ?? [])
    .filter(({ key }) => key.startsWith(start))
    .flatMap(({ key }) => keptRoster(userId, key.slice(start.length))?.held ?? []);
}
