/** How does a letter read? Greeting, paragraphs and close, rendered once in the language of letters and then never changed. */
import { type Language, type Message, say, type Text } from '../kernel/language.js';
import { LETTER_WORDS } from './notices.messages.js';

export interface Addressee {
  fullName: string;
  post: string | null;
  agency: string;
}

/** One line without control characters: what becomes a header can hold no second one. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const block = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();

export function letterTitle(title: Message, language: Language): string {
  return oneLine(say(title, language));
}

/** The whole text; paragraphs are separated by empty lines. */
export function letterBody(to: Addressee, paragraphs: readonly Message[], issuer: string | undefined, language: Language): string {
  const who = [to.fullName, to.post, to.agency].flatMap((part) => (part ? [oneLine(part)] : [])).join(', ');
  const signed = issuer || LETTER_WORDS.issuer[language];
  const told = (text: Text, values = {}) => say({ text, values }, language);
  return [
    told(LETTER_WORDS.greeting, { who }),
    ...paragraphs.map((paragraph) => block(say(paragraph, language))).filter(Boolean),
    `${told(LETTER_WORDS.close)}\n${oneLine(signed)}`,
  ].join('\n\n');
}
