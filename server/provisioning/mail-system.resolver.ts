/** Mail systems over GraphQL: what is told of them, trying them, comparing them, and what came of it. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { say } from '../kernel/language.js';
import { isId } from '../kernel/record.js';
import { CONNECTOR_KINDS } from './connector-kinds.js';
import { MailSystemInput } from './mail-order.inputs.js';
import { mailSystemById, mailSystemList } from './mail-order-list.read.js';
import { MailSystem } from './mail-system.entity.js';
import { checkSystem, createSystem, editSystem, removeSystem, switchSystem } from './mail-system.service.js';
import { secretsIfAny } from './mail-system-secrets.js';
import { isPaused } from './pause.service.js';
import { provisioningAccess } from './provisioning.access.js';
import { MailSystemKind } from './provisioning-words.js';
import { saidIn } from './said.js';
import { readSettings, settingTexts } from './setting-input.rules.js';
import { MAIL_SYSTEM_KINDS, type MailSystemKind as KindName } from './vocabulary.js';

@ObjectType({ description: 'A choice of a setting.', simpleResolvers: true })
export class MailSettingChoice {
  @Field(() => String, { description: 'What is given.' })
  value: string;

  @Field(() => String, { description: 'What it is called.' })
  label: string;
}

@ObjectType({ description: 'A setting that a kind of mail system asks for.', simpleResolvers: true })
export class MailSettingField {
  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: '`TEXT`, `LONG_TEXT`, `NUMBER`, `YES_NO`, `CHOICE` or `SECRET`.' })
  type: string;

  @Field(() => String, { description: 'What it is called.' })
  label: string;

  @Field(() => String, { nullable: true, description: 'What to give.' })
  hint: string | null;

  @Field(() => Boolean, { description: 'Whether it must be given.' })
  isRequired: boolean;

  @Field(() => String, { nullable: true, description: 'What holds where nothing is given.' })
  usual: string | null;

  @Field(() => [MailSettingChoice], { description: 'Of a CHOICE: what can be chosen.' })
  choices: MailSettingChoice[];
}

@ObjectType({ description: 'A kind of mail system and what it asks for.', simpleResolvers: true })
export class MailSystemKindInfo {
  @Field(() => MailSystemKind, { description: 'Kind.' })
  kind: KindName;

  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => [MailSettingField], { description: 'Its settings, in the order of a form.' })
  fields: MailSettingField[];
}

@ObjectType({ description: 'A setting as it is stored.', simpleResolvers: true })
export class MailSetting {
  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'Value.' })
  value: string;
}

@ObjectType({ description: 'One thing that was tried.', simpleResolvers: true })
export class MailCheckStep {
  @Field(() => String, { description: 'What.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it was well.' })
  isWell: boolean;

  @Field(() => String, { nullable: true, description: 'What was seen or said.' })
  detail: string | null;
}

@ObjectType({ description: 'What became of a mail system.', simpleResolvers: true })
export class MailSystemPayload {
  @Field(() => MailSystem, { nullable: true, description: 'The mail system.' })
  mailSystem: MailSystem | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'How a mail system answered.', simpleResolvers: true })
export class MailCheckPayload {
  @Field(() => Boolean, { description: 'Whether all was well.' })
  isWell: boolean;

  @Field(() => [MailCheckStep], { description: 'What was tried, in order.' })
  steps: MailCheckStep[];

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

interface Stored {
  id: string;
  kind: KindName;
  settingsStored: Record<string, string | number | boolean> | string;
  secretsStored: string | null;
}

@Resolver(() => MailSystem)
export class MailSystemResolver {
  @Cost({ items: 10 })
  @Access(provisioningAccess.readSystems)
  @Query(() => [MailSystem], { description: 'Mail systems, by name.' })
  mailSystems(@Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo): Promise<MailSystem[]> {
    return mailSystemList(ground.read, asked(info));
  }

  @Access(provisioningAccess.readSystems)
  @Query(() => MailSystem, { nullable: true, description: 'One mail system; null where there is none.' })
  mailSystem(
    @Arg('id', () => ID, { description: 'Mail system.' }) id: string,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MailSystem | null> {
    return isId(id) ? mailSystemById(ground.read, asked(info), id) : Promise.resolve(null);
  }

  @Access(provisioningAccess.readSystems)
  @Query(() => [MailSystemKindInfo], { description: 'Kinds of mail systems and what each asks for, to draw forms from.' })
  mailSystemKinds(@Ctx() { language }: Context): MailSystemKindInfo[] {
    return MAIL_SYSTEM_KINDS.map((kind) => {
      const { name, fields } = CONNECTOR_KINDS[kind];
      return {
        kind,
        name: name[language],
        fields: fields.map((field) => ({
          name: field.name,
          type: field.type,
          label: field.label[language],
          hint: field.hint?.[language] ?? null,
          isRequired: field.isRequired === true && field.usual === undefined,
          usual: field.usual === undefined ? null : String(field.usual),
          choices: (field.choices ?? []).map(({ value, label }) => ({ value, label: label[language] })),
        })),
      };
    });
  }

  @Access(provisioningAccess.readSystems)
  @Query(() => Boolean, { description: 'Whether all orders to mail systems are held by provisioningPause.' })
  isProvisioningPaused(@Ctx() { ground }: Context): Promise<boolean> {
    return isPaused(ground);
  }

  @FieldResolver(() => [MailSetting], { description: 'What was told of it, without secrets.' })
  settings(@Root() { settingsStored }: Stored): MailSetting[] {
    return settingTexts(typeof settingsStored === 'string' ? JSON.parse(settingsStored) : settingsStored);
  }

  @FieldResolver(() => [String], { description: 'Names of the secrets that are stored and can be used; they are never shown.' })
  secretsSet(@Root() { id, secretsStored }: Stored, @Ctx() { ground }: Context): string[] {
    return Object.keys(secretsIfAny(ground.key, id, secretsStored));
  }

  // 5 ms of a city of 30,000.
  @Cost({ own: 500 })
  @FieldResolver(() => Int, { description: 'Mailboxes on it.' })
  mailboxes(@Root() { mailboxes }: { mailboxes: number }): number {
    return mailboxes;
  }

  @FieldResolver(() => Int, { description: 'Orders that wait or are being carried out.' })
  waiting(@Root() { waiting }: { waiting: number }): number {
    return waiting;
  }

  @FieldResolver(() => Int, { description: 'Orders the brake holds.' })
  held(@Root() { held }: { held: number }): number {
    return held;
  }

  @FieldResolver(() => Int, { description: 'Orders that were handed over and wait for their confirmation.' })
  handedOver(@Root() { handedOver }: { handedOver: number }): number {
    return handedOver;
  }

  @FieldResolver(() => Int, { description: 'Orders that failed.' })
  failed(@Root() { failed }: { failed: number }): number {
    return failed;
  }

  @FieldResolver(() => Int, { description: 'Differences not settled.' })
  drifts(@Root() { drifts }: { drifts: number }): number {
    return drifts;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When it was last compared.' })
  comparedAt(@Root() { comparedAt }: { comparedAt: Date | null }): Date | null {
    return comparedAt;
  }

  @Access(provisioningAccess.changeSystems)
  @Mutation(() => MailSystemPayload, {
    description: 'Records a mail system, switched off; asks for a second factor (G-18). DUPLICATE where its name or a domain is taken.',
  })
  mailSystemCreate(
    @Arg('input', () => MailSystemInput, { description: 'The mail system.' }) input: MailSystemInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.afterwards(context, info, () =>
      createSystem(acting(context), { ...input, ...readSettings(CONNECTOR_KINDS[input.kind].fields, input.settings) }),
    );
  }

  @Access(provisioningAccess.changeSystems)
  @Mutation(() => MailSystemPayload, {
    description:
      'Changes what was told of a mail system; asks for a second factor (G-18). STALE on an older version. Secrets that are left out stay.',
  })
  mailSystemEdit(
    @Arg('id', () => ID, { description: 'Mail system.' }) id: string,
    @Arg('input', () => MailSystemInput, { description: 'What it is now.' }) input: MailSystemInput,
    @Arg('expectedVersion', () => Int, { description: 'Version the edit was begun on.' }) expectedVersion: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const told = readSettings(CONNECTOR_KINDS[input.kind].fields, input.settings);
    return this.afterwards(context, info, () => editSystem(acting(context), id, { ...input, ...told, expectedVersion }));
  }

  @Access(provisioningAccess.changeSystems)
  @Mutation(() => MailSystemPayload, {
    description:
      'Switches a mail system on or off; asks for a second factor (G-18). While off, orders wait and mailOrderPlan shows what they would do. NOT_ALLOWED_NOW (D-8) on the embedded store unless that is accepted.',
  })
  mailSystemSwitch(
    @Arg('id', () => ID, { description: 'Mail system.' }) id: string,
    @Arg('isOn', () => Boolean, { description: 'Whether orders are carried out on it.' }) isOn: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('acceptsEmbedded', () => Boolean, {
      nullable: true,
      description: 'That mailboxes of people are moved from the embedded store, which is not safe against power failure.',
    })
    acceptsEmbedded?: boolean | null,
  ) {
    return this.afterwards(context, info, () => switchSystem(acting(context), { id, isOn, acceptsEmbedded }));
  }

  @Access(provisioningAccess.changeSystems)
  @Mutation(() => MailSystemPayload, {
    description: 'Takes off a mail system. NOT_ALLOWED_NOW (D-8) while mailboxes or orders belong to it.',
  })
  mailSystemRemove(@Arg('id', () => ID, { description: 'Mail system.' }) id: string, @Ctx() context: Context) {
    return payload(context, { mailSystem: null }, async () => {
      await removeSystem(acting(context), id);
      return { mailSystem: null };
    });
  }

  @Cost({ own: 5_000 })
  @Access(provisioningAccess.readSystems)
  @Mutation(() => MailCheckPayload, { description: 'Tries every part of the connection to a mail system; writes nothing there.' })
  mailSystemCheck(@Arg('id', () => ID, { description: 'Mail system.' }) id: string, @Ctx() context: Context) {
    return payload(context, { isWell: false, steps: [] as MailCheckStep[] }, async () => {
      const { isWell, steps } = await checkSystem(acting(context), id);
      const { language } = context;
      return {
        isWell,
        steps: steps.map((step) => ({
          name: say({ text: step.name }, language),
          isWell: step.isWell,
          detail: saidIn(language, step.detail),
        })),
      };
    });
  }

  private afterwards(context: Context, info: GraphQLResolveInfo, work: () => Promise<string>) {
    type Made = { mailSystem: MailSystem | null };
    return payload<Made, Made>(context, { mailSystem: null }, async () => {
      const id = await work();
      return { mailSystem: await mailSystemById(context.ground.read, asked(info, 'mailSystem'), id) };
    });
  }
}
