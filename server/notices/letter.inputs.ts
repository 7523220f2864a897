/** What is given when letters are asked for and seen to. */
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import { IdFilter, TextFilter } from '../api/filters.inputs.js';
import { CalendarDate } from '../kernel/scalars.js';
import { LetterState, ReceiptMeans } from './letter-words.js';
import type { LetterState as StateName, ReceiptMeans as MeansName } from './vocabulary.js';

@InputType({ description: 'Which letters.' })
export class LetterWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'To these officers.' })
  officerId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'To officers of these agencies.' })
  agencyId?: IdFilter;

  @Field(() => [LetterState], { nullable: true, description: 'That stand in one of these.' })
  state?: StateName[];

  @Field(() => TextFilter, { nullable: true, description: 'Of these kinds: `training.invitation`.' })
  kind?: TextFilter;

  @Field(() => TextFilter, { nullable: true, description: 'About these things: `enrolment:<id>`.' })
  about?: TextFilter;
}

@ArgsType()
export class LettersArgs extends PageArgs {
  @Field(() => LetterWhere, { nullable: true, description: 'Which ones.' })
  where?: LetterWhere;

  @Field(() => String, { nullable: true, description: 'Name or code of the officer, without regard to diacritics.' })
  search?: string;
}

@InputType({ description: 'The proof that letters were received.' })
export class ReceiptInput {
  @Field(() => CalendarDate, { description: 'On which day; not in the future, and not before the letter was written.' })
  receivedOn: string;

  @Field(() => ReceiptMeans, { description: 'By what it is shown.' })
  means: MeansName;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'The scanned sheet, as POST /attachments answered; it may show many receipts.' })
  attachmentId?: string | null;
}
