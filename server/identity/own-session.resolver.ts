/** The sessions one is signed in with, showing a code in one, and changing the own password. */
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { Access, signedIn } from '../api/access.js';
import { acting, type Context } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { cameFrom, type SessionAnswer, SessionPayload, viewerOf } from './identity.resolver.js';
import { changePassword, endOtherSessions, revokeSession } from './own-account.service.js';
import { ownSessions } from './own-account.read.js';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session-cookie.js';
import { SIGN_IN_METHODS, type SignInMethod } from './session.entity.js';
import { IDLE_MINUTES } from './session.rules.js';
import { proveSession } from './totp.service.js';

export const SignInMethodEnum = Object.fromEntries(SIGN_IN_METHODS.map((method) => [method, method])) as { [M in SignInMethod]: M };

registerEnumType(SignInMethodEnum, {
  name: 'SignInMethod',
  description: 'How somebody signed in.',
  valuesConfig: {
    PASSWORD: { description: 'With e-mail address and password.' },
    PASSKEY: { description: 'With a passkey.' },
    OIDC: { description: 'Through the city’s single sign-on.' },
  },
});

@ObjectType('Session', { description: 'A browser or program one is signed in with.', simpleResolvers: true })
export class SessionOfViewer {
  @Field(() => ID, { description: 'Id.' })
  id: string;

  @Field(() => Date, { description: 'When one signed in.' })
  createdAt: Date;

  @Field(() => Date, { description: `When it was last used, to the minute; it ends ${IDLE_MINUTES} minutes later.` })
  lastUsedAt: Date;

  @Field(() => Date, { description: 'When it ends at the latest.' })
  expiresAt: Date;

  @Field(() => Boolean, { description: 'Whether this is the session asked from.' })
  isCurrent: boolean;

  @Field(() => SignInMethodEnum, { description: 'How one signed in.' })
  method: SignInMethod;

  @Field(() => String, { nullable: true, description: 'Browser and system by name; null for programs.' })
  device: string | null;

  @Field(() => Date, { nullable: true, description: 'When a second factor was last shown in it (G-18).' })
  secondFactorAt: Date | null;
}

@ObjectType({ description: 'The sessions that are left.', simpleResolvers: true })
export class SessionsPayload {
  @Field(() => [SessionOfViewer], { nullable: true, description: 'One’s sessions, the one used last first; null when nothing was done.' })
  sessions: SessionOfViewer[] | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ArgsType()
class PasswordChangeArgs {
  @Field(() => String, { description: 'The password of now.' })
  currentPassword: string;

  @Field(() => String, { description: 'The new one: at least 12 characters.' })
  newPassword: string;
}

export const NO_SESSION: SessionAnswer = { token: null, expiresAt: null, viewer: null };

/** The session asked from, as it is now. */
export async function sessionOf(context: Context): Promise<SessionAnswer> {
  const { ground, actor } = acting(context);
  const own = actor.userId ? await ownSessions(ground, actor.userId) : [];
  const current = own.find(({ id }) => id === actor.sessionId);
  return {
    token: null,
    expiresAt: current?.expiresAt ?? null,
    viewer: viewerOf({ ...actor, secondFactorAt: current?.secondFactorAt ?? null }),
  };
}

async function sessionsOf(context: Context): Promise<SessionOfViewer[]> {
  const { ground, actor } = acting(context);
  if (!actor.userId) return [];
  return (await ownSessions(ground, actor.userId)).map((session) => ({ ...session, isCurrent: session.id === actor.sessionId }));
}

export const actingOnOneself = (context: Context) => ({ ...acting(context), address: cameFrom(context).address });

@Resolver()
export class OwnSessionResolver {
  @Access(signedIn)
  @Query(() => [SessionOfViewer], { description: 'Where one is signed in, the session used last first; empty for API keys.' })
  mySessions(@Ctx() context: Context): Promise<SessionOfViewer[]> {
    return sessionsOf(context);
  }

  @Access(signedIn)
  @Mutation(() => SessionsPayload, { description: 'Ends one of one’s own sessions at once.' })
  sessionRevoke(@Arg('id', () => ID, { description: 'Id of the session.' }) id: string, @Ctx() context: Context) {
    return payload<{ sessions: SessionOfViewer[] | null }, { sessions: null }>(context, { sessions: null }, async () => {
      const isCurrent = await revokeSession(acting(context), id);
      if (isCurrent && context.isPanel) context.reply?.clearCookie(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
      return { sessions: await sessionsOf(context) };
    });
  }

  @Access(signedIn)
  @Mutation(() => SessionsPayload, { description: 'Ends all of one’s own sessions but the one asked from.' })
  sessionEndOthers(@Ctx() context: Context) {
    return payload<{ sessions: SessionOfViewer[] | null }, { sessions: null }>(context, { sessions: null }, async () => {
      await endOtherSessions(acting(context));
      return { sessions: await sessionsOf(context) };
    });
  }

  @Access(signedIn)
  @Mutation(() => SessionPayload, { description: 'Shows a second factor in the session asked from; it counts for 12 hours (G-18).' })
  sessionProve(
    @Arg('code', () => String, { description: 'Code of the app, each once, or a recovery code, which is then used up.' }) code: string,
    @Ctx() context: Context,
  ) {
    return payload<SessionAnswer, SessionAnswer>(context, NO_SESSION, async () => {
      await proveSession(actingOnOneself(context), code);
      return sessionOf(context);
    });
  }

  @Access(signedIn)
  @Mutation(() => SessionPayload, { description: 'Changes one’s own password and ends all other sessions.' })
  passwordChange(@Args(() => PasswordChangeArgs) { currentPassword, newPassword }: PasswordChangeArgs, @Ctx() context: Context) {
    return payload<SessionAnswer, SessionAnswer>(context, NO_SESSION, async () => {
      await changePassword(actingOnOneself(context), currentPassword, newPassword);
      return sessionOf(context);
    });
  }
}
