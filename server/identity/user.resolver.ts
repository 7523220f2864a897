/** Accounts over GraphQL: who there is, and what an administrator does with them. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access, signedIn } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, type Context } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { Denial } from '../kernel/refusal.js';
import { Viewer } from './identity.resolver.js';
import { isOneself, userAccess } from './identity.access.js';
import { inviteUser } from './invitation.service.js';
import { holds } from './right.js';
import { RoleGrant, User } from './user.entity.js';
import { UserAction, UserInput, UsersArgs } from './user.inputs.js';
import { mayPickBy, oneUser, userList } from './user.read.js';
import { endSessionsOfUser, resetSecondFactor } from './user-recovery.service.js';
import { userActions } from './user.rules.js';
import { createInvitedUser, disableUser, enableUser, updateUser } from './user.service.js';

export const [UserEdge, UserConnection] = connectionOf(User);

@ObjectType('Invitation', { description: 'A one-time link by which a password is chosen; shown once.', simpleResolvers: true })
export class InvitationLink {
  @Field(() => String, { description: 'The link, to be handed to the person. Using it, or making another one, ends it.' })
  url: string;

  @Field(() => Date, { description: 'Until when it can be used.' })
  expiresAt: Date;
}

@ObjectType({ description: 'What became of an account.', simpleResolvers: true })
export class UserPayload {
  @Field(() => User, { nullable: true, description: 'The account.' })
  user: User | null;

  @Field(() => InvitationLink, { nullable: true, description: 'The new one-time link, where one was made.' })
  invitation: InvitationLink | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

/** A user as user.read reads it. */
interface UserRow {
  id: string;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  hasSingleSignOn: boolean;
  lastSignInAt: Date | null;
  invitedUntil: Date | null;
  disabledAt: Date | null;
  grants: RoleGrant[];
}

interface Made {
  user: unknown;
  invitation: InvitationLink | null;
}

const none: Made = { user: null, invitation: null };
const REASON = 'Why; it stays readable in the audit log.';

@Resolver(() => User)
export class UserResolver {
  @Access(signedIn)
  @Query(() => User, { nullable: true, description: 'One user by id; null when there is none, or it is not for you to see.' })
  async user(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UserRow | null> {
    const { ground, actor } = acting(context);
    if (!isId(id) || !(isOneself(actor, id) || holds(actor, userAccess.list))) return null;
    return oneUser(ground.read, asked(info), id);
  }

  @Access(userAccess.list)
  @Query(() => UserConnection, {
    description: 'Users, by name. Administrators see everybody; task force and secretary who is active, by id and name.',
  })
  users(@Args(() => UsersArgs) args: UsersArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Page<UserRow>> {
    const { ground, actor } = acting(context);
    if (!mayPickBy(actor, args.role)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    return userList(ground.read, asked(info), actor, args);
  }

  @FieldResolver(() => [RoleGrant], { description: 'Roles held; empty for whoever may not read the account.' })
  grants(@Root() { grants }: UserRow): RoleGrant[] {
    return grants;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'Until when a one-time link that was not used yet opens the account.' })
  invitedUntil(@Root() { invitedUntil }: UserRow, @Ctx() { ground }: Context): Date | null {
    return invitedUntil && invitedUntil > ground.clock.now() ? invitedUntil : null;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'Last time somebody signed in with the account.' })
  lastSignInAt(@Root() { lastSignInAt }: UserRow): Date | null {
    return lastSignInAt;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether a password was chosen.' })
  hasPassword(@Root() { hasPassword }: UserRow): boolean {
    return hasPassword;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether codes or a passkey are set up.' })
  hasSecondFactor(@Root() { hasSecondFactor }: UserRow): boolean {
    return hasSecondFactor;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether the account is known to the provider of single sign-on.' })
  hasSingleSignOn(@Root() { hasSingleSignOn }: UserRow): boolean {
    return hasSingleSignOn;
  }

  @FieldResolver(() => [UserAction], { description: 'What the viewer can do with it now.' })
  availableActions(@Root() { id, disabledAt, hasSecondFactor }: UserRow, @Ctx() context: Context) {
    const { actor } = acting(context);
    if (!holds(actor, userAccess.change)) return [];
    return userActions({ isDisabled: Boolean(disabledAt), hasSecondFactor, isOneself: isOneself(actor, id) });
  }

  @Access(userAccess.change)
  @Mutation(() => UserPayload, { description: 'Makes a user and a one-time link. Refused DUPLICATE when the address is taken.' })
  userCreate(
    @Arg('input', () => UserInput, { description: 'The user.' }) input: UserInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload<Made, Made>(context, none, async () => {
      const { id, invitation } = await createInvitedUser(acting(context), input);
      return { ...(await this.afterwards(context, info, id)), invitation };
    });
  }

  @Access(userAccess.change)
  @Mutation(() => UserPayload, {
    description:
      'Changes a user; new roles count at once. Refused CONFLICT for the own roles and for the last administrator, STALE when somebody else changed it in the meantime (G-3).',
  })
  userUpdate(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('input', () => UserInput, { description: 'All of the user as it shall be.' }) input: UserInput,
    @Arg('expectedVersion', () => Int, { description: 'Version the edit was begun on.' }) expectedVersion: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload<Made, Made>(context, none, async () =>
      this.afterwards(context, info, await updateUser(acting(context), id, input, expectedVersion)),
    );
  }

  @Access(userAccess.change)
  @Mutation(() => UserPayload, {
    description:
      'Disables an account: sessions and links end at once, API keys the person made go on. Refused CONFLICT for oneself and for the last administrator.',
  })
  userDisable(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload<Made, Made>(context, none, async () => this.afterwards(context, info, await disableUser(acting(context), id, reason)));
  }

  @Access(userAccess.change)
  @Mutation(() => UserPayload, { description: 'Enables a disabled account again.' })
  userEnable(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload<Made, Made>(context, none, async () => this.afterwards(context, info, await enableUser(acting(context), id)));
  }

  @Access(userAccess.change)
  @Mutation(() => UserPayload, { description: 'Makes a new one-time link, also for a forgotten password; older links end.' })
  userInvite(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload<Made, Made>(context, none, async () => {
      const { invitation } = await inviteUser(acting(context), id);
      return { ...(await this.afterwards(context, info, id)), invitation };
    });
  }

  @Access(userAccess.change)
  @Mutation(() => UserPayload, {
    description: 'Takes off the codes and passkeys of somebody who lost them, and signs the person out everywhere.',
  })
  userResetSecondFactor(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload<Made, Made>(context, none, async () =>
      this.afterwards(context, info, await resetSecondFactor(acting(context), id, reason)),
    );
  }

  @Access(userAccess.change)
  @Mutation(() => UserPayload, { description: 'Signs somebody out everywhere.' })
  userEndSessions(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload<Made, Made>(context, none, async () => this.afterwards(context, info, await endSessionsOfUser(acting(context), id)));
  }

  private async afterwards({ ground }: Context, info: GraphQLResolveInfo, id: string): Promise<Made> {
    return { user: await oneUser(ground.read, asked(info, 'user'), id), invitation: null };
  }
}

@Resolver(() => Viewer)
export class ViewerAccountResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The own e-mail address; null for an API key.' })
  async email(@Root() { actor }: Viewer, @Ctx() { ground }: Context): Promise<string | null> {
    if (!actor.userId) return null;
    return (await oneUser(ground.read, new Map([['email', new Map()]]), actor.userId))?.email ?? null;
  }
}
