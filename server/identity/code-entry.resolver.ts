/** Opening the own file with the code of a paper notice, for officers who have no account or do not use it. */
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access, everyone } from '../api/access.js';
import type { Context } from '../api/context.js';
import { payload } from '../api/user-error.js';
import { CODE_SESSION_HOURS } from './access-code.rules.js';
import { openByCode } from './access-code.service.js';
import { cameFrom, SessionPayload, type SessionAnswer, signedInAnswer, Viewer } from './identity.resolver.js';

@Resolver(() => Viewer)
export class CodeEntryResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether one came in with the code of a paper notice: then the own file is open, and nothing else.',
  })
  isByCode(@Root() { actor }: Viewer): boolean {
    return actor.restrictedTo !== undefined;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Kind of what the letter was about whose code one came in with: `decision` or `mailbox`; null without one.',
  })
  codeAbout(@Root() { actor }: Viewer): string | null {
    return actor.codeAbout ?? null;
  }

  @Access(everyone)
  @Mutation(() => SessionPayload, {
    description: `Opens the own file with the code of a paper notice, once and for ${CODE_SESSION_HOURS} hours. Refused INVALID in the same words whatever is wrong with it, LIMIT after too many failures.`,
  })
  sessionCreateByCode(
    @Arg('code', () => String, { description: 'The code as it was printed; spaces, hyphens and small letters do not matter.' })
    code: string,
    @Ctx() context: Context,
  ) {
    return payload<SessionAnswer, SessionAnswer>(context, { token: null, expiresAt: null, viewer: null }, async () =>
      signedInAnswer(context, await openByCode(context.ground, code, cameFrom(context))),
    );
  }
}
