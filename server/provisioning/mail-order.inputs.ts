/** What is given when orders, mail systems and differences are asked for and acted on. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import { MailboxKind } from '../registry/mailbox.entity.js';
import { OrderState } from '../decisions/decision-words.js';
import type { OrderState as StateName } from '../decisions/vocabulary.js';
import { DriftKind, MailSystemKind } from './provisioning-words.js';
import type { DriftKind as DriftName, MailSystemKind as KindName } from './vocabulary.js';

@ArgsType()
export class MailOrdersArgs extends PageArgs {
  @Field(() => [OrderState], { nullable: true, description: 'That stand in one of these.' })
  state?: StateName[];

  @Field(() => String, { nullable: true, description: 'Of this mail system only; empty: of none yet.' })
  connector?: string;

  @Field(() => ID, { nullable: true, description: 'Of this mailbox only.' })
  mailboxId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those the brake holds, or only the others.' })
  isHeld?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those that wait for a person: failed, not known, tried three times or more, or held by the brake; or only the others.',
  })
  needsPerson?: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the order, beginning of the address, or words of the holder’s name.' })
  search?: string;
}

@ArgsType()
export class MailDriftsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'At this mail system only.' })
  connector?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those not settled, or only those that are.' })
  isOpen?: boolean;

  @Field(() => [DriftKind], { nullable: true, description: 'Of these kinds.' })
  kind?: DriftName[];
}

@InputType({ description: 'One setting of a mail system.' })
export class MailSettingInput {
  @Field(() => String, { description: 'Name, as in mailSystemKinds.' })
  name: string;

  @Field(() => String, { description: 'Value; whole numbers in digits, yes and no as `true` and `false`. Empty: what usually holds.' })
  value: string;
}

@InputType({ description: 'A mail system as an administrator describes it.' })
export class MailSystemInput {
  @Field(() => String, { description: 'Name, by which orders and mailboxes know it; at most 60 characters.' })
  name: string;

  @Field(() => MailSystemKind, { description: 'How it is reached.' })
  kind: KindName;

  @Field(() => [String], { description: 'Mail domains it serves, 1 to 200; a domain is served by one system only.' })
  domains: string[];

  @Field(() => [MailSettingInput], {
    description:
      'What mailSystemKinds asks for. Secrets that are left out stay what they were, unless the address they are sent to changes: then they are told again.',
  })
  settings: MailSettingInput[];

  @Field(() => Int, { nullable: true, description: 'Orders carried out at the same time, 1 to 20; 4 when not given.' })
  parallel?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Orders an hour beyond which the brake holds the rest; 200 when not given, 0: every order is held.',
  })
  mostAnHour?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days, 0 to 3,650, after the last day in office until the mailbox of an officer who has left is suspended (D-8 c). null: never by itself; left out: as it was.',
  })
  leaverDays?: number | null;
}

@InputType({ description: 'An account and the mailbox whose it is.' })
export class MailPairInput {
  @Field(() => ID, { description: 'Mailbox of the registry.' })
  mailboxId: string;

  @Field(() => String, { description: 'Account at the mail system.' })
  accountId: string;
}

@InputType({ description: 'An account that the registry does not know, to be recorded as a mailbox without a holder.' })
export class MailStrangerInput {
  @Field(() => String, { description: 'Account at the mail system.' })
  accountId: string;

  @Field(() => MailboxKind, { description: 'Whose mailbox it is.' })
  kind: 'PERSONAL' | 'ROLE' | 'MACHINE';
}

@InputType({ description: 'What of a matching report is confirmed.' })
export class MailAdoptInput {
  @Field(() => String, { description: 'Name of the mail system.' })
  connector: string;

  @Field(() => Boolean, { nullable: true, description: 'All exact matches of the report as it is now.' })
  allExact?: boolean | null;

  @Field(() => [MailPairInput], { nullable: true, description: 'Matches one by one, at most 1,000 with the strangers.' })
  pairs?: MailPairInput[] | null;

  @Field(() => [MailStrangerInput], { nullable: true, description: 'Accounts to be recorded.' })
  strangers?: MailStrangerInput[] | null;
}
