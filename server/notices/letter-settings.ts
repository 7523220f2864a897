/** What does the environment say about letters? Read anew each time, so that tests and the command line see what is set. */
import type { Language } from '../kernel/language.js';
import { oneLine } from './letter-text.rules.js';

export interface LetterSettings {
  language: Language;
  /** Name of the issuing body, below each letter. */
  issuer: string | undefined;
  /** How letters are sent; undefined: everything goes on paper. */
  mail: { url: string; from: string } | undefined;
}

export function letterSettings(environment: NodeJS.ProcessEnv = process.env): LetterSettings {
  const { HOPTHU_SMTP_URL: url, HOPTHU_MAIL_FROM: from, HOPTHU_LETTER_FROM: issuer } = environment;
  return {
    language: environment.HOPTHU_LETTER_LANGUAGE === 'en' ? 'en' : 'vi',
    issuer: issuer ? oneLine(issuer) : undefined,
    mail: url && from ? { url, from: from.trim() } : undefined,
  };
}
