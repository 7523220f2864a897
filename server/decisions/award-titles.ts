/** Which emulation titles are there, and what are they called? */
import type { Language } from '../kernel/language.js';
import { AWARD_TITLE_NAMES } from './award-titles.messages.js';
import { AWARD_TITLES, type AwardTitleCode } from './vocabulary.js';

export const isAwardTitle = (code: string): code is AwardTitleCode => (AWARD_TITLES as readonly string[]).includes(code);

/** All titles from the lowest, named in a language. */
export const awardTitlesIn = (language: Language): { code: AwardTitleCode; name: string }[] =>
  AWARD_TITLES.map((code) => ({ code, name: AWARD_TITLE_NAMES[code][language] }));
