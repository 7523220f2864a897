/** What can be asked of and said about campaigns. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../api/connection.js';
import { IdFilter } from '../../api/filters.inputs.js';
import { CalendarDate } from '../../kernel/scalars.js';
import { CheckState, Silence } from './campaign-words.js';
import type { CheckState as StateName, Silence as SilenceName } from './vocabulary.js';

@InputType({ description: 'How the agencies check a review (F-1, F-3, F-4).' })
export class CampaignPlanInput {
  @Field(() => Int, { defaultValue: 10, description: 'Working days that the agencies have, 1 to 60; the day of opening is not counted.' })
  checkDays: number;

  @Field(() => Int, { defaultValue: 10, description: 'Working days that the task force has after them, 1 to 60.' })
  decideDays: number;

  @Field(() => [Int], {
    defaultValue: [5, 2],
    description: 'So many working days before the end those who have not answered are reminded; at most 5.',
  })
  remindDays: number[];

  @Field(() => Int, {
    defaultValue: 1,
    description: 'So many working days before the end the head of an agency that has not answered is told.',
  })
  escalateDays: number;

  @Field(() => Silence, { defaultValue: 'FINDING_STAYS', description: 'What becomes of findings that nobody answers (F-3).' })
  silence: SilenceName;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether officers who do not use their mailbox regularly get their finding as a letter.',
  })
  tellsOfficers: boolean;
}

@InputType({ description: 'How reviews of a kind are held (F-1).' })
export class ReviewDefinitionInput extends CampaignPlanInput {
  @Field(() => ID, { nullable: true, description: 'The one to change; a new one when not given.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'Version the edit was begun on.' })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'Name; the title of its reviews begins with it.' })
  name: string;

  @Field(() => [ID], { nullable: true, description: 'Agencies to review; the whole city when not given.' })
  agencyIds?: string[] | null;
}

@InputType({ description: 'Which checks.' })
export class AgencyCheckWhere {
  @Field(() => IdFilter, { nullable: true, description: 'Of these reviews.' })
  reviewId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Of these agencies.' })
  agencyId?: IdFilter;

  @Field(() => [CheckState], { nullable: true, description: 'In one of these states.' })
  state?: StateName[];

  @Field(() => Boolean, { nullable: true, description: 'Not confirmed though the check is over; or all others.' })
  isOverdue?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Of reviews that are open; or of all others.' })
  isOpen?: boolean;
}

@ArgsType()
export class AgencyChecksArgs extends PageArgs {
  @Field(() => AgencyCheckWhere, { nullable: true, description: 'Which ones.' })
  where?: AgencyCheckWhere;
}

@InputType({ description: 'A confirmation on paper: the signed list.' })
export class CheckPaperInput {
  @Field(() => String, { description: 'Number and symbol of the paper.' })
  paperNumber: string;

  @Field(() => CalendarDate, { description: 'Its day; never in the future.' })
  paperOn: string;

  @Field(() => ID, { nullable: true, description: 'The scan, uploaded before (`POST /attachments`).' })
  attachmentId?: string | null;
}

@InputType({ description: 'Somebody who does the work of an agency’s contact for a time (F-2).' })
export class ContactSubstituteInput {
  @Field(() => ID, { description: 'The agency.' })
  agencyId: string;

  @Field(() => ID, { description: 'The officer who stands in; NOT_FOUND where they have no account.' })
  officerId: string;

  @Field(() => CalendarDate, { description: 'Last day, within 90 days.' })
  untilOn: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;
}
