/** Setting up and taking off the own second factor: an app that shows codes, recovery codes, passkeys. */
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Access, signedIn } from '../api/access.js';
import { batch, type Context } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { ownUrl } from '../kernel/own-url.js';
import { allRights } from './all-rights.js';
import { SessionPayload, Viewer } from './identity.resolver.js';
import { type OwnFactors, ownFactors } from './own-account.read.js';
import { actingOnOneself, NO_SESSION, sessionOf } from './own-session.resolver.js';
import { passkeySite } from './passkey.rules.js';
import { addPasskey, beginPasskey, removePasskey } from './passkey.service.js';
import { holds } from './right.js';
import { SECOND_FACTOR_HOURS, secondFactorEnd } from './second-factor.rules.js';
import { beginTotp, confirmTotp, newRecoveryCodes, removeTotp } from './totp.service.js';

@ObjectType('Passkey', { description: 'A passkey one has added.', simpleResolvers: true })
export class PasskeyOfViewer {
  @Field(() => ID, { description: 'Id.' })
  id: string;

  @Field(() => String, { description: 'What one called it.' })
  name: string;

  @Field(() => Date, { description: 'When it was added.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last used here.' })
  lastUsedAt: Date | null;
}

@ObjectType({ description: 'What one can show to be let in.', simpleResolvers: true })
export class Factors {
  @Field(() => Boolean, { description: 'Whether a password is set.' })
  hasPassword: boolean;

  @Field(() => Boolean, { description: 'Whether an app that shows codes is set up.' })
  hasTotp: boolean;

  @Field(() => Int, { description: 'Recovery codes not used yet.' })
  recoveryCodesLeft: number;

  @Field(() => [PasskeyOfViewer], { description: 'Passkeys, the oldest first.' })
  passkeys: PasskeyOfViewer[];
}

@ObjectType({ description: 'What the app needs; shown once.', simpleResolvers: true })
export class TotpBeginPayload {
  @Field(() => String, { nullable: true, description: 'The secret, to be typed into the app.' })
  secret: string | null;

  @Field(() => String, { nullable: true, description: 'The same as `otpauth://` address, to be shown as a picture to scan.' })
  uri: string | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'New recovery codes; shown once.', simpleResolvers: true })
export class TotpConfirmPayload {
  @Field(() => [String], { nullable: true, description: 'To be kept on paper: each opens the account once when the device is lost.' })
  recoveryCodes: string[] | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What the browser needs to make a passkey.', simpleResolvers: true })
export class PasskeyBeginPayload {
  @Field(() => String, { nullable: true, description: 'JSON text of PublicKeyCredentialCreationOptions (WebAuthn).' })
  options: string | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'One’s passkeys as they are now.', simpleResolvers: true })
export class PasskeysPayload {
  @Field(() => [PasskeyOfViewer], { nullable: true, description: 'Passkeys, the oldest first; null when nothing was done.' })
  passkeys: PasskeyOfViewer[] | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

const factorsOf = (context: Context, userId: string | null): Promise<OwnFactors> =>
  batch(context, `factors ${userId}`, () => ownFactors(context.ground, userId));

const withSite = (context: Context) => ({
  ...actingOnOneself(context),
  site: passkeySite(process.env.HOPTHU_URL, context.reply?.request.headers.origin, ownUrl(context.ground)),
});

/** Asked anew, for the command has just changed them. */
const passkeysOf = async ({ ground, actor }: Context) => (await ownFactors(ground, actor?.userId ?? null)).passkeys;

@Resolver(() => Viewer)
export class ViewerFactorResolver {
  @FieldResolver(() => Factors, { description: 'What one can show to be let in; nothing for API keys.' })
  factors(@Root() { actor }: Viewer, @Ctx() context: Context): Promise<Factors> {
    return factorsOf(context, actor.userId);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: `Until when the second factor shown in this session counts, ${SECOND_FACTOR_HOURS} hours; null where none was shown or it is over (G-18).`,
  })
  secondFactorUntil(@Root() { actor }: Viewer, @Ctx() { ground }: Context): Date | null {
    return secondFactorEnd(actor, ground.clock.now());
  }

  @FieldResolver(() => Boolean, { description: 'Whether one holds a right that asks for a second factor and has set none up (G-18).' })
  async needsSecondFactor(@Root() { actor }: Viewer, @Ctx() context: Context): Promise<boolean> {
    if (!context.ground.asksSecondFactor || !actor.userId) return false;
    if (!allRights().some((right) => right.needsSecondFactor && holds(actor, right))) return false;
    const { hasTotp, passkeys } = await factorsOf(context, actor.userId);
    return !hasTotp && passkeys.length === 0;
  }
}

@Resolver()
export class FactorResolver {
  @Access(signedIn)
  @Mutation(() => TotpBeginPayload, { description: 'Begins setting up an app that shows codes. Nothing counts before `totpConfirm`.' })
  totpBegin(@Arg('password', () => String, { description: 'The own password, again.' }) password: string, @Ctx() context: Context) {
    return payload(context, {}, () => beginTotp(actingOnOneself(context), password));
  }

  @Access(signedIn)
  @Mutation(() => TotpConfirmPayload, { description: 'Switches the app on with its first right code.' })
  totpConfirm(@Arg('code', () => String, { description: 'The code the app shows.' }) code: string, @Ctx() context: Context) {
    return payload(context, {}, async () => ({ recoveryCodes: await confirmTotp(actingOnOneself(context), code) }));
  }

  @Access(signedIn)
  @Mutation(() => SessionPayload, { description: 'Takes the app off.' })
  totpRemove(
    @Arg('code', () => String, { description: 'A last code of the app, or a recovery code.' }) code: string,
    @Ctx() context: Context,
  ) {
    return payload(context, NO_SESSION, async () => {
      await removeTotp(actingOnOneself(context), code);
      return sessionOf(context);
    });
  }

  @Access(signedIn)
  @Mutation(() => TotpConfirmPayload, {
    description: 'Makes new recovery codes; those of before are worthless. Needs a second factor (G-18).',
  })
  recoveryCodesRenew(@Ctx() context: Context) {
    return payload(context, {}, async () => ({ recoveryCodes: await newRecoveryCodes(actingOnOneself(context)) }));
  }

  @Access(signedIn)
  @Mutation(() => PasskeyBeginPayload, {
    description: 'Begins adding a passkey: asks the password again, or for whoever has a second factor that it was shown lately (G-18).',
  })
  passkeyBegin(
    @Ctx() context: Context,
    @Arg('password', () => String, { nullable: true, description: 'The own password, again; needed while no second factor is set up.' })
    password?: string | null,
  ) {
    return payload(context, {}, async () => ({ options: await beginPasskey(withSite(context), password) }));
  }

  @Access(signedIn)
  @Mutation(() => PasskeysPayload, { description: 'Adds the passkey that the browser made.' })
  passkeyAdd(
    @Arg('name', () => String, { description: 'What to call it.' }) name: string,
    @Arg('response', () => String, { description: 'JSON text of the browser’s answer (WebAuthn).' }) response: string,
    @Ctx() context: Context,
  ) {
    return payload(context, {}, async () => {
      await addPasskey(withSite(context), name, response);
      return { passkeys: await passkeysOf(context) };
    });
  }

  @Access(signedIn)
  @Mutation(() => PasskeysPayload, { description: 'Takes a passkey off. Needs a second factor shown lately (G-18).' })
  passkeyRemove(@Arg('id', () => ID, { description: 'Id of the passkey.' }) id: string, @Ctx() context: Context) {
    return payload(context, {}, async () => {
      await removePasskey(actingOnOneself(context), id);
      return { passkeys: await passkeysOf(context) };
    });
  }
}
