/** Who am I, signing in and out. */
import { Args, ArgsType, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, everyone, evenByCode } from '../api/access.js';
import { acting, type Context } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { allRights } from './all-rights.js';
import type { Actor, RoleName } from './actor.js';
import { holds } from './right.js';
import { Role } from './role.js';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session-cookie.js';
import { actorOfToken, createSession, endSession } from './session.service.js';
import { deviceOf, IDLE_MINUTES, SESSION_HOURS } from './session.rules.js';

@ObjectType({ description: 'Oneself.', simpleResolvers: true })
export class Viewer {
  @Field(() => ID, { description: 'Id of the user, key or code.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => [Role], { description: 'Roles held.' })
  roles: RoleName[];

  @Field(() => [String], { description: 'Names of the rights held for at least some things; screens show what these allow.' })
  rights: string[];

  /** The actor, for rooms that add fields. */
  actor: Actor;
}

@ObjectType({ description: 'A new session.', simpleResolvers: true })
export class SessionPayload {
  @Field(() => String, { nullable: true, description: 'Token for `Authorization: Bearer`; null for the panel, which gets a cookie.' })
  token: string | null;

  @Field(() => Date, { nullable: true, description: `End of the session: ${SESSION_HOURS} hours, or ${IDLE_MINUTES} minutes without use.` })
  expiresAt: Date | null;

  @Field(() => Viewer, { nullable: true, description: 'Who signed in.' })
  viewer: Viewer | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

export type SessionAnswer = Omit<SessionPayload, 'userErrors'>;

@ArgsType()
class SessionCreateArgs {
  @Field(() => String, { description: 'E-mail address of the user.' })
  email: string;

  @Field(() => String, { description: 'Password.' })
  password: string;

  @Field(() => String, { nullable: true, description: 'Code of the second factor, where one is set up.' })
  code?: string;
}

/** Where and on what somebody signs in. */
export const cameFrom = ({ address, reply }: Context) => ({ address, device: deviceOf(reply?.request.headers['user-agent']) });

export const viewerOf = (actor: Actor): Viewer => ({
  id: actor.userId ?? actor.name,
  name: actor.displayName,
  roles: [...new Set(actor.grants.map((g) => g.role))],
  rights: allRights()
    .filter((r) => holds(actor, r))
    .map((r) => r.name)
    .sort(),
  actor,
});

/** A session that was just opened: the panel gets it as a cookie, a program as a token. */
export async function signedInAnswer(
  { ground, isPanel, reply }: Context,
  { token, expiresAt }: { token: string; expiresAt: Date },
): Promise<SessionAnswer> {
  const actor = await actorOfToken(ground, token);
  if (isPanel) reply?.setCookie(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
  return { token: isPanel ? null : token, expiresAt, viewer: actor && viewerOf(actor) };
}

@Resolver()
export class IdentityResolver {
  @Access(everyone)
  @Query(() => Viewer, { nullable: true, description: 'Oneself; null when not signed in.' })
  me(@Ctx() { actor }: Context): Viewer | null {
    return actor ? viewerOf(actor) : null;
  }

  @Access(everyone)
  @Mutation(() => SessionPayload, {
    description:
      'Signs in. Refused INVALID in the same words whoever is asked for, REQUIRED at `code` where a second factor is set up, LIMIT after too many failures.',
  })
  sessionCreate(@Args(() => SessionCreateArgs) { email, password, code }: SessionCreateArgs, @Ctx() context: Context) {
    return payload<SessionAnswer, SessionAnswer>(context, { token: null, expiresAt: null, viewer: null }, async () =>
      signedInAnswer(context, await createSession(context.ground, email, password, { code, ...cameFrom(context) })),
    );
  }

  @Access(evenByCode)
  @Mutation(() => Boolean, { description: 'Signs out; the token is worthless at once.' })
  async sessionEnd(@Ctx() context: Context): Promise<boolean> {
    const isEnded = await endSession(acting(context));
    if (context.isPanel) context.reply?.clearCookie(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
    return isEnded;
  }
}
