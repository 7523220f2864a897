/** What was said about an order, in the reader's language: our own sentences are translated, what a mail system said stays in its own words. */
import type { Language, Text } from '../kernel/language.js';
import { connectorSentences } from './connector-sentences.messages.js';
import { ldapMessages } from './connectors/ldap.messages.js';
import { scimFaultTexts } from './connectors/scim.messages.js';
import { provisioningMessages } from './provisioning.messages.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The sentence with places for what is filled in. */
function patternOf({ en }: Text): { pattern: RegExp; names: string[] } {
  const names = [...en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const pattern = en
    .split(/\{\w+\}/)
    .map(escaped)
    .join('(.+?)');
  return { pattern: new RegExp(`^${pattern}$`, 's'), names };
}

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'en' in value && 'vi' in value;

const SENTENCES = [connectorSentences, provisioningMessages, ldapMessages, scimFaultTexts]
  .flatMap((messages) => Object.values(messages as Record<string, unknown>))
  .filter(isText)
  .map((text) => ({ text, ...patternOf(text) }))
  // The most definite first: a sentence with fewer places to fill says more.
  .toSorted((a, b) => a.names.length - b.names.length || b.text.en.length - a.text.en.length);

/** The message in a language. */
export function saidIn(language: Language, message: string | null | undefined): string | null {
  if (message == null) return null;
  if (language === 'en') return message;
  for (const { text, pattern, names } of SENTENCES) {
    const match = pattern.exec(message);
    if (match) return names.reduce((said, name, i) => said.replace(`{${name}}`, match[i + 1]!), text[language]);
  }
  return message;
}
