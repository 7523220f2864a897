/** What leaves the house when something fails: a known code and a sentence; faults are masked and can be found by their request id. */
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { type Language, say, type Text } from '../kernel/language.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { apiMessages } from './api.messages.js';
import { ownSentence, placeOfVariable, plainDetail } from './complaint.js';

const MALFORMED = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/**
 * A text holds the character 0, which no database takes: refused as a wrong encoding, as an escape in JSON, or as a broken message where the ORM wrote
 * it into the statement.
 */
const BAD_CHARACTER = new Set<unknown>(['22021', '22P05', '08P01']);
const saysBadCharacter = (error: unknown): boolean => BAD_CHARACTER.has((error as { code?: unknown } | null)?.code);

/** A sentence in the caller's language, then the words of graphql-js, which are English. */
const malformed = (words: string, error: unknown, language: Language): string => {
  const sentence = ownSentence(error);
  const detail = sentence ? `${placeOfVariable(words)}: ${say({ text: sentence }, language)}` : plainDetail(words);
  return say({ text: words.startsWith('Variable "') ? apiMessages.variables : apiMessages.malformed, values: { detail } }, language);
};

export interface Masking {
  language: Language;
  requestId: string;
  /** Why whoever asks is nobody. */
  nobodyBecause?: Text | undefined;
  /** Called with what is not shown. */
  onFault(error: unknown): void;
}

export function formatted(
  error: unknown,
  plain: GraphQLFormattedError,
  { language, requestId, nobodyBecause, onFault }: Masking,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const place = { ...(plain.path && { path: plain.path }), ...(plain.locations && { locations: plain.locations }) };
  if (original instanceof Denial) {
    const isNobody = original.code === 'UNAUTHENTICATED' && nobodyBecause;
    return {
      message: isNobody ? say({ text: nobodyBecause }, language) : original.in(language),
      ...place,
      extensions: { code: original.code },
    };
  }
  if (original instanceof Refusal) {
    const [reason] = original.reasons;
    return {
      message: say(reason!.message, language),
      ...place,
      extensions: { code: 'BAD_USER_INPUT', ...(reason!.path && { path: reason!.path }), ...(reason!.rule && { rule: reason!.rule }) },
    };
  }
  const code = String(plain.extensions?.code ?? '');
  if (MALFORMED.has(code)) return { message: malformed(plain.message, error, language), ...place, extensions: { code: 'BAD_USER_INPUT' } };
  // Wrong values for variables come as plain GraphQL errors without a cause.
  if (original instanceof GraphQLError && !original.originalError && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: malformed(plain.message, error, language), ...place, extensions: { code: code || 'BAD_USER_INPUT' } };
  }
  if (saysBadCharacter(original)) {
    return { message: say({ text: kernelMessages.character }, language), ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  onFault(original);
  return {
    message: say({ text: kernelMessages.fault, values: { requestId } }, language),
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}
