/** What stands in a published list, and what a later version of it corrects (P-1, P-2)? Pure; rows and sentences in the order in which people read them. */
import type { Message, Text } from '../kernel/language.js';
import type { UsageTier } from '../review/vocabulary.js';
import { publicationMessages as texts } from './publication.messages.js';

/** Those who were not assessed are in no list by name. */
export type NamedTier = Exclude<UsageTier, 'NOT_ASSESSED'>;

/** A row: the columns that may be published, and nothing else. */
export interface ListRow {
  officerId: string;
  name: string;
  post: string | null;
  agencyCode: string;
  agency: string;
  agencyEn: string | null;
  tier: NamedTier;
}

/** What is otherwise than in the version before. */
export interface Correction {
  officerId: string;
  name: string;
  agency: string;
  agencyEn: string | null;
  /** null: not in the list. */
  from: NamedTier | null;
  to: NamedTier | null;
}

/** A correction as it is kept with a version: its sentence, and whose it is, which is never shown. */
export interface SaidCorrection extends Text {
  officerId: string;
}

/** In the order of the new list; those who are no longer in it first. */
export function correctionsBetween(before: readonly ListRow[], now: readonly ListRow[]): Correction[] {
  const [former, current] = [before, now].map((rows) => new Map(rows.map((row) => [row.officerId, row]))) as [
    Map<string, ListRow>,
    Map<string, ListRow>,
  ];
  const gone = before.filter(({ officerId }) => !current.has(officerId));
  const changed = now.filter(({ officerId, tier }) => former.get(officerId)?.tier !== tier);
  return [
    ...gone.map(({ officerId, name, agency, agencyEn, tier }) => ({ officerId, name, agency, agencyEn, from: tier, to: null })),
    ...changed.map(({ officerId, name, agency, agencyEn, tier }) => ({
      officerId,
      name,
      agency,
      agencyEn,
      from: former.get(officerId)?.tier ?? null,
      to: tier,
    })),
  ];
}

/** A correction as a sentence. It says of whoever left the list that the result does not hold, and never why. */
export function sentenceOf(
  { name, agency, agencyEn, from, to }: Omit<Correction, 'officerId'>,
  tierWord: (tier: NamedTier) => string,
  isEnglish: boolean,
): Message {
  const values = { name, agency: (isEnglish && agencyEn) || agency, from: from ? tierWord(from) : '', to: to ? tierWord(to) : '' };
  return { text: to === null ? texts.taken : from === null ? texts.added : texts.changed, values };
}

/** Part of the page's address: small letters without diacritics, digits and single hyphens, 3 to 60. */
export const isSlug = (slug: string): boolean => slug.length >= 3 && slug.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);

/** Whether a list is to be read on a day: neither withdrawn nor past its last day. */
export const isUp = ({ expiresOn, isWithdrawn }: { expiresOn: string | null; isWithdrawn: boolean }, today: string): boolean =>
  !isWithdrawn && (expiresOn === null || today <= expiresOn);
