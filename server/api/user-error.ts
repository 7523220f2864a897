/** What the user can mend: refusals as `userErrors` of a payload (house.md §3). */
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { say } from '../kernel/language.js';
import { REFUSAL_CODES, Refusal, type Reason, type RefusalCode } from '../kernel/refusal.js';
import type { Context } from './context.js';

export const UserErrorCode = Object.fromEntries(REFUSAL_CODES.map((code) => [code, code])) as { [C in RefusalCode]: C };

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Kind of refusal.',
  valuesConfig: {
    REQUIRED: { description: 'Something needed was not given.' },
    INVALID: { description: 'Given, but it cannot be so.' },
    NOT_FOUND: { description: 'What was named does not exist, or is not visible to you.' },
    DUPLICATE: { description: 'It exists already.' },
    CONFLICT: { description: 'It contradicts something that is stored.' },
    STALE: { description: 'Somebody else changed it in the meantime.' },
    NOT_ALLOWED_NOW: { description: 'Not in this state, or not yet; `rule` says why.' },
    RULE_VIOLATED: { description: 'With this person or these facts never; `rule` says why.' },
    LIMIT: { description: 'Too much at a time.' },
    IDEMPOTENCY_CONFLICT: { description: 'The idempotency key belongs to another request.' },
  },
});

@ObjectType({ description: 'Something the user can mend.', simpleResolvers: true })
export class UserError {
  @Field(() => UserErrorCode, { description: 'Kind of refusal.' })
  code: RefusalCode;

  @Field(() => String, { description: 'A sentence in the caller’s language that says what to do.' })
  message: string;

  @Field(() => [String], { description: 'Where in the input, from the outside in.' })
  path: string[];

  @Field(() => String, { nullable: true, description: 'Id of the rule (docs/rules.md).' })
  rule: string | null;
}

export const userErrorOf = (context: Context, reason: Reason): UserError => ({
  code: reason.code,
  message: say(reason.message, context.language),
  path: reason.path ?? [],
  rule: reason.rule ?? null,
});

/** Runs a command for a payload: what it made under its names, or `empty` with the refusals as `userErrors`. */
export async function payload<P extends object, E extends Partial<P>>(
  context: Context,
  empty: E,
  work: () => Promise<P & { refused?: Reason[] }>,
): Promise<(P | E) & { userErrors: UserError[] }> {
  try {
    const { refused, ...made } = await work();
    return { ...(made as unknown as P), userErrors: (refused ?? []).map((r) => userErrorOf(context, r)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...empty, userErrors: error.reasons.map((r) => userErrorOf(context, r)) };
  }
}
