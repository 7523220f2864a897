/** A published list as a file: for spreadsheets and for programs. */
import { csvText } from '../../kernel/csv.rules.js';
import type { Language } from '../../kernel/language.js';
import { TIER_TEXTS } from '../../review/reason.messages.js';
import { figuresShown, type FoundList, type PublicRow } from '../published-list.read.js';
import { pageTexts } from './page.messages.js';

export const listCsv = (rows: readonly PublicRow[], language: Language): string =>
  csvText([
    (['number', 'name', 'post', 'agency', 'tier', 'corrections'] as const).map((name) => pageTexts[name][language]),
    ...rows.map(({ position, name, post, agency, tier, isCorrected }) => [
      position,
      name,
      post,
      agency,
      TIER_TEXTS[tier][language],
      isCorrected ? pageTexts.corrected[language] : '',
    ]),
  ]);

export function listJson(list: FoundList, rows: readonly PublicRow[], language: Language): string {
  const { slug, version, title, windowFrom, windowTo, legalBasis, publishedAt, expiresOn, supersededBy, corrections } = list;
  return JSON.stringify({
    slug,
    version,
    title,
    windowFrom,
    windowTo,
    legalBasis,
    publishedAt,
    expiresOn,
    supersededBy,
    corrections: corrections.map((text) => text[language]),
    figures: figuresShown(list),
    rows: rows.map(({ name, post, agency, tier, isCorrected }) => ({ name, post, agency, tier, isCorrected })),
  });
}
