/** What is said where Fastify refuses a request before any route has seen it; its own words are English and name its parts. */
import type { Message } from '../kernel/language.js';
import { apiMessages } from './api.messages.js';

export function unreadable({ code }: { code?: string }, status: number, bodyLimit: number): Message {
  if (status === 413) return { text: apiMessages.bodySize, values: { most: bodyLimit / 1024 } };
  if (status === 415) return { text: apiMessages.mediaType };
  if (status === 404) return { text: apiMessages.unknownAddress };
  return {
    text: code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ? apiMessages.json : apiMessages.unreadable,
  };
}
