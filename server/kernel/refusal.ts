/**
 * Why was something not done? A refusal is what the user can mend (house.md §3): a code, where in the input, the rule's id, and a sentence in both languages.
 */
import type { Language, Message } from './language.js';
import { say } from './language.js';

export const REFUSAL_CODES = [
  'REQUIRED',
  'INVALID',
  'NOT_FOUND',
  'DUPLICATE',
  'CONFLICT',
  'STALE',
  'NOT_ALLOWED_NOW',
  'RULE_VIOLATED',
  'LIMIT',
  'IDEMPOTENCY_CONFLICT',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Reason {
  code: RefusalCode;
  message: Message;
  /** Where in the input, from the outside in: `["input", "code"]`, or `["ids", "3"]` for the fourth of many. */
  path?: string[];
  /** Id of the rule of product.md; always set with RULE_VIOLATED and NOT_ALLOWED_NOW. */
  rule?: string;
}

/** Thrown inside a command to undo it whole; the resolver turns it into `userErrors`. */
export class Refusal extends Error {
  readonly reasons: Reason[];

  constructor(...reasons: Reason[]) {
    super(reasons.map((r) => `${r.code} ${r.rule ?? ''} ${say(r.message, 'en')}`).join('; '));
    this.name = 'Refusal';
    this.reasons = reasons;
  }
}

export type DenialCode = 'UNAUTHENTICATED' | 'FORBIDDEN';

/** Not signed in, or not allowed at all: a top-level error, never a `userErrors` entry. */
export class Denial extends Error {
  constructor(
    readonly code: DenialCode,
    readonly text: Message,
  ) {
    super(code);
    this.name = 'Denial';
  }

  in(language: Language): string {
    return say(this.text, language);
  }
}
