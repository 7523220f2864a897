/** The fixed texts of papers with their `{places}`: filling them, and whether a changed one can stand. Pure. */
import type { Reason } from '../../kernel/refusal.js';
import { paperMessages } from './papers.messages.js';
import type { Place } from './places.messages.js';

export interface TemplateText {
  text: string;
  /** What may stand in it. */
  places: readonly Place[];
  /** What must. */
  needs?: readonly Place[];
}

export const LONGEST_TEMPLATE = 2_000;

export type PlaceValues = Partial<Record<Place, string>>;

const PLACE = /\{([^{}\n]*)\}/g;

/** Fills a text; a place for which there is nothing is left empty, without the space before it, and no full stop follows another. */
export const filled = (text: string, values: PlaceValues): string =>
  text.replace(/( ?)\{(\w+)\}(\.(?!\.))?/g, (_whole, space: string, name: string, stop = '') => {
    const value = values[name as Place];
    if (!value) return stop as string;
    return space + value + (/[.!?…]$/u.test(value) ? '' : (stop as string));
  });

export const placesIn = (text: string): string[] => [...new Set([...text.matchAll(PLACE)].map(([, name]) => name!))];

/** Why a text cannot take the place of another: it says nothing, is too long, holds a place that is unknown there, or lacks one that it needs. */
export function templateFaults({ places, needs = [] }: TemplateText, text: string, path: string[]): Reason[] {
  const fault = (message: Reason['message'], code: Reason['code'] = 'INVALID'): Reason => ({ code, path, message });
  const named = placesIn(text);
  const unknown = named.filter((name) => !(places as readonly string[]).includes(name));
  const missing = needs.filter((name) => !named.includes(name));
  const inWords = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ');
  const isUneven = /[{}]/.test(text.replace(PLACE, ''));
  return [
    ...(text.trim() === '' ? [fault({ text: paperMessages.templateEmpty }, 'REQUIRED')] : []),
    ...(text.length > LONGEST_TEMPLATE ? [fault({ text: paperMessages.templateLong, values: { most: LONGEST_TEMPLATE } })] : []),
    ...(unknown.length > 0
      ? [
          fault({
            text: places.length > 0 ? paperMessages.placeUnknown : paperMessages.placesNone,
            values: { unknown: inWords(unknown), known: inWords(places) },
          }),
        ]
      : []),
    ...(missing.length > 0 ? [fault({ text: paperMessages.placeMissing, values: { missing: inWords(missing) } })] : []),
    ...(isUneven ? [fault({ text: paperMessages.braces })] : []),
  ];
}
