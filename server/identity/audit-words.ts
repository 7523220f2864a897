/** What is an act called, and what is it about? Rooms announce the sentences of their acts and who names their things. */
import type { Language, Text } from '../kernel/language.js';
import type { Reader } from '../kernel/read.js';
import type { Actor } from './actor.js';

/** Names of things by id, in a language; only those that the viewer may see by name. */
export type NameFinder = (read: Reader, viewer: Actor, ids: readonly string[], language: Language) => Promise<Map<string, string>>;

const sentences = new Map<string, Text>();
const finders = new Map<string, NameFinder>();

/** Announces the sentences of a room's acts: `announceActs(registryActs)`. */
export function announceActs(ofRoom: Readonly<Record<string, Text>>): void {
  for (const [action, text] of Object.entries(ofRoom)) sentences.set(action, text);
}

/** Announces who finds the names of a room's things, by kind of subject: `announceNames({ officer: officerNames })`. */
export function announceNames(ofRoom: Readonly<Record<string, NameFinder>>): void {
  for (const [kind, finder] of Object.entries(ofRoom)) finders.set(kind, finder);
}

/** Actions that have a sentence. */
export const knownActions = (): string[] => [...sentences.keys()];

/** What was done, as a sentence; the action itself where an older version recorded it. */
export const sentenceOf = (action: string, language: Language): string => sentences.get(action)?.[language] ?? action;

/** Names of subjects `kind:id`; none for those that have none, or none that the viewer may see. */
export async function namesOf(read: Reader, viewer: Actor, subjects: readonly string[], language: Language): Promise<(string | null)[]> {
  const ids = new Map<string, Set<string>>();
  const parts = subjects.map((subject) => {
    const at = subject.indexOf(':');
    return at < 0 ? ([subject, ''] as const) : ([subject.slice(0, at), subject.slice(at + 1)] as const);
  });
  for (const [kind, id] of parts) if (finders.has(kind)) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  const names = new Map<string, Map<string, string>>();
  await Promise.all([...ids].map(async ([kind, wanted]) => names.set(kind, await finders.get(kind)!(read, viewer, [...wanted], language))));
  return parts.map(([kind, id]) => names.get(kind)?.get(id) ?? null);
}
