/** Why a request is not begun, with the sentence in both languages: the answer of the door. */
import type { Message, Language, Text } from '../kernel/language.js';
import { say } from '../kernel/language.js';
import { Refusal } from '../kernel/refusal.js';
import { limitMessages } from './api.messages.js';
import type { Breach } from './document.rules.js';

export interface Complaint {
  code: 'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'TOO_COSTLY' | 'PERSISTED_QUERY_NOT_FOUND';
  /**
   * `malformed` is 200 for whoever asks for application/json and 400 else, as GraphQL over HTTP has it; a number is the status for
   * all. 200 is for fields that may not be read, and answers with no data like every such field.
   */
  status: 'malformed' | number;
  message: Message;
  /** What is said to whoever is not signed in, where that is less. */
  unsigned?: Message;
  locations?: readonly { line: number; column: number }[];
}

const LONGEST_DETAIL = 300;

const WRONG_VALUE = /^(Variable "\$\w+" got invalid value) (.*); ([^;]*)$/s;

/** The value of a variable is not said again: it may be a password in the wrong place, and answers are kept by proxies. */
function withoutValue(words: string): string {
  const [, what, value, why] = WRONG_VALUE.exec(words) ?? [];
  if (what === undefined) return words;
  const place = / at "[\w.[\]]+"$/.exec(value!)?.[0] ?? '';
  return `${what}${place}; ${why!.replace(/(cannot represent [^:]*):.*/s, '$1')}`;
}

/** The words of graphql-js without values, without hints at names of the schema, and no longer than anybody reads. */
export function plainDetail(words: string): string {
  const plain = withoutValue(words)
    .replace(/^Syntax Error: /, '')
    .replace(/ ?Did you mean [^?]*\?/g, '');
  return plain.length > LONGEST_DETAIL ? `${plain.slice(0, LONGEST_DETAIL)}…` : plain;
}

/** The sentence of our own scalar that would not take a value; graphql-js wraps it in words of its own. */
export function ownSentence(error: unknown): Text | undefined {
  let at = error as { originalError?: unknown } | null | undefined;
  for (let depth = 0; at && depth < 5; depth++) {
    if (at instanceof Refusal) return at.reasons[0]!.message.text;
    at = at.originalError as typeof at;
  }
  return undefined;
}

/** Which variable, and where in it: `input.effectiveOn`. */
export function placeOfVariable(words: string): string {
  const [, what = '', value = ''] = WRONG_VALUE.exec(words) ?? [];
  return / at "([\w.[\]]+)"$/.exec(value)?.[1] ?? /\$(\w+)/.exec(what)?.[1] ?? '';
}

export function complaintOfBreach({ limit, most, name, line, column }: Breach): Complaint {
  const values = { most, ...(name && { name: name.slice(0, 60) }) };
  return {
    code: 'BAD_USER_INPUT',
    status: 400,
    message: { text: limitMessages[limit], values },
    ...(line && column && { locations: [{ line, column }] }),
  };
}

/** As it stands in `errors` of an answer. */
export function told({ code, message, unsigned, locations }: Complaint, language: Language, isSignedIn: boolean) {
  return {
    message: say((!isSignedIn && unsigned) || message, language),
    ...(locations && { locations }),
    extensions: { code },
  };
}
