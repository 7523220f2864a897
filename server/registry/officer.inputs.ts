/** What can be asked of and said about officers and mailboxes. */
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import { Direction, IdFilter, TextFilter } from '../api/filters.inputs.js';
import { CalendarDate } from '../kernel/scalars.js';
import { MailboxKind, MailboxState } from './mailbox.entity.js';
import { UsageTier } from './usage-tier.js';

@InputType({ description: 'Which officers.' })
export class OfficerWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter;

  @Field(() => TextFilter, { nullable: true, description: 'By code.' })
  code?: TextFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Of these agencies, by the main posting.' })
  agencyId?: IdFilter;

  @Field(() => Boolean, { nullable: true, description: 'Leaders only, or staff only.' })
  isLeader?: boolean;

  @Field(() => [MailboxState], { nullable: true, description: 'With a mailbox in one of these states; NONE: without one.' })
  mailboxState?: MailboxState[];

  @Field(() => [UsageTier], {
    nullable: true,
    description: 'With one of these tiers in the latest finalised review (T-6), among those whose findings you may see.',
  })
  tier?: UsageTier[];
}

export enum OfficerOrderField {
  FULL_NAME = 'FULL_NAME',
  CODE = 'CODE',
  AGENCY = 'AGENCY',
}

registerEnumType(OfficerOrderField, {
  name: 'OfficerOrderField',
  description: 'What officers are ordered by.',
  valuesConfig: {
    FULL_NAME: { description: 'Given name first, in Vietnamese order.' },
    CODE: { description: 'Code.' },
    AGENCY: { description: 'Name of the agency.' },
  },
});

@InputType({ description: 'An order of officers.' })
export class OfficerOrder {
  @Field(() => OfficerOrderField, { description: 'By what.' })
  field: OfficerOrderField;

  @Field(() => Direction, { defaultValue: Direction.ASC, description: 'Which way.' })
  direction: Direction;
}

@ArgsType()
export class OfficersArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of name, code or address, with or without diacritics.' })
  search?: string;

  @Field(() => OfficerWhere, { nullable: true, description: 'Which ones.' })
  where?: OfficerWhere;

  @Field(() => [OfficerOrder], { nullable: true, description: 'In which order; by name when not given.' })
  orderBy?: OfficerOrder[];
}

@ArgsType()
export class AgencyOfficersArgs extends PageArgs {
  @Field(() => OfficerWhere, { nullable: true, description: 'Which ones.' })
  where?: OfficerWhere;
}

@InputType({ description: 'An officer with the main posting and the personal mailbox.' })
export class OfficerInput {
  @Field(() => String, { description: 'Code, unique; capitals.' })
  code: string;

  @Field(() => String, { description: 'Full name.' })
  fullName: string;

  @Field(() => ID, { description: 'Agency of the main posting.' })
  agencyId: string;

  @Field(() => String, { nullable: true, description: 'Post (chức vụ).' })
  post?: string;

  @Field(() => Boolean, { description: 'Whether the post is a leader’s.' })
  isLeader: boolean;

  @Field(() => String, { nullable: true, description: 'Address of the official mailbox.' })
  mailboxAddress?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day the mailbox was made; unknown: before every window.' })
  mailboxCreatedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day in the post; unknown: before every window.' })
  sinceOn?: string;

  @Field(() => String, { nullable: true, description: 'Another address at which the officer is reached.' })
  otherEmail?: string;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone?: string;
}

@InputType({ description: 'How an officer is reached.' })
export class OfficerReachInput {
  @Field(() => String, { nullable: true, description: 'Another address, not the official mailbox; none when not given.' })
  otherEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone; none when not given.' })
  phone?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Letters go on paper, though there may be an address.' })
  prefersPaper: boolean;
}

@InputType({ description: 'A post held beside the main one.' })
export class OtherPostInput {
  @Field(() => ID, { description: 'Agency.' })
  agencyId: string;

  @Field(() => String, { nullable: true, description: 'Post (chức vụ).' })
  post?: string;

  @Field(() => Boolean, { description: 'Whether the post is a leader’s.' })
  isLeader: boolean;

  @Field(() => CalendarDate, { description: 'First day.' })
  fromOn: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; none while it lasts.' })
  untilOn?: string;
}

@InputType({ description: 'Which mailboxes.' })
export class MailboxWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter;

  @Field(() => [MailboxState], { nullable: true, description: 'In one of these states.' })
  state?: MailboxState[];

  @Field(() => IdFilter, { nullable: true, description: 'Of officers of these agencies.' })
  agencyId?: IdFilter;

  @Field(() => String, { nullable: true, description: 'On the mail system of this name.' })
  connector?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are otherwise than decisions want them, or only the others (D-8).',
  })
  isOtherwise?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose password nobody has been given, or only the others.' })
  awaitsPassword?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Only those under an emergency suspension, or only the others (D-8).' })
  isLocked?: boolean;
}

@ArgsType()
export class MailboxesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Beginning of the address, or words of the holder’s name.' })
  search?: string;

  @Field(() => MailboxWhere, { nullable: true, description: 'Which ones.' })
  where?: MailboxWhere;
}

@InputType({ description: 'A mailbox as a fact, to be recorded or corrected.' })
export class MailboxInput {
  @Field(() => String, { description: 'Address.' })
  address: string;

  @Field(() => MailboxKind, { defaultValue: MailboxKind.PERSONAL, description: 'Personal, role or machine.' })
  kind: MailboxKind;

  @Field(() => ID, { nullable: true, description: 'Officer who holds it, or to whom a role mailbox is linked.' })
  officerId?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of creation; unknown: before every window.' })
  createdOn?: string;
}
