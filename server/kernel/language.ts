/**
 * In which words is something said? Texts stand in `x.messages.ts` of each room, in Vietnamese first and English second;
 * a text may hold `{name}` places that are filled with the values given.
 */

export type Language = 'vi' | 'en';

export interface Text {
  vi: string;
  en: string;
}

export type Values = Record<string, string | number>;

/** One sentence in both languages, its values not yet filled in. */
export interface Message {
  text: Text;
  values?: Values;
}

export function say({ text, values }: Message, language: Language): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberIn(language, value) : value;
  });
}

// Made once: to make one costs a hundred times what it costs to write a number with it.
const NUMBERS = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

/** 12.993 in Vietnamese, 12,993 in English; at most one decimal. */
export const numberIn = (language: Language, value: number): string => NUMBERS[language].format(value);

/** 53,4 % in Vietnamese, 53.4 % in English. */
export function percentIn(language: Language, share: number): string {
  return `${numberIn(language, Math.round(share * 1000) / 10)} %`;
}

/** 23/11/2026 in both languages. */
export function dateIn(_language: Language, day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** The language a browser or program asks for; Vietnamese unless English is preferred. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.map((r) => /^\s*q=([\d.]+)/.exec(r)?.[1]).find(Boolean);
      return { tag: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => (tag === 'vi' || tag === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag === 'en' ? 'en' : 'vi';
}
