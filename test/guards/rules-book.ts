/** Reads docs/rules.md and finds rule ids in code and tests; each check answers with one sentence a breach. */
import type { Source } from './source.js';

export interface Rule {
  id: string;
  /** Files and folders that apply the rule; none when it comes later, or when the row is a promise. */
  places: string[];
}

const id = String.raw`(?:TR|[ETDLNCAPRGSK])-\d{1,2}[a-z]?`;
const row = new RegExp(String.raw`^\| (${id}) *\|(.*)\|$`, 'gm');
const inCode = new RegExp(String.raw`(?<![\w-])${id}(?![\w-])`, 'g');
// In a test the same letters may be data ('A-1,Lan,…'): an id follows a bracket or a word, or opens a sentence.
const inTests = new RegExp(String.raw`(?:(?<=\(|\S )${id}(?![\w-])|(?<=['"\x60])${id}(?=[ :]))`, 'g');

export function rulesOf(book: string): Rule[] {
  return [...book.matchAll(row)].map(([, name, rest]) => ({
    id: name!,
    places: [...rest!.matchAll(/`([^`]+\/[^`]*)`/g)].map(([, place]) => place!),
  }));
}

export function idsInCode(files: Source[]): Set<string> {
  return new Set(files.flatMap(({ text }) => text.match(inCode) ?? []));
}

export function idsInTests(files: Source[]): Set<string> {
  return new Set(files.flatMap(({ text }) => text.match(inTests) ?? []));
}

/** No id stands in the book twice. */
export function listedTwice(rules: Rule[]): string[] {
  return rules
    .filter((rule, index) => rules.findIndex((other) => other.id === rule.id) !== index)
    .map((rule) => `${rule.id} is listed twice`);
}

/** Every id used in code or tests is in the book. */
export function notListed(rules: Rule[], used: Iterable<string>): string[] {
  return [...new Set(used)].filter((name) => !rules.some((rule) => rule.id === name)).map((name) => `${name} is not in docs/rules.md`);
}

/** A place named in the book exists, and names the rule. */
export function wrongPlaces(rules: Rule[], files: Source[]): string[] {
  return rules.flatMap((rule) =>
    rule.places
      .filter(
        (place) => !idsInCode(files.filter(({ path }) => path === place || (place.endsWith('/') && path.startsWith(place)))).has(rule.id),
      )
      .map((place) => `${place} does not name ${rule.id}`),
  );
}

/** A rule that has a place has a test that names it. */
export function untested(rules: Rule[], tested: Set<string>): string[] {
  return rules.filter((rule) => rule.places.length > 0 && !tested.has(rule.id)).map((rule) => `no test names ${rule.id}`);
}
