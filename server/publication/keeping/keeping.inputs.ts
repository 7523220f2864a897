/** What can be said about keeping, and what is answered. */
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../api/user-error.js';
import type { PeriodUnit as UnitName } from '../../kernel/retention.rules.js';
import { CalendarDate } from '../../kernel/scalars.js';
import { PeriodUnit } from './keeping-words.js';

@InputType({ description: 'For how long one kind of data is kept.' })
export class RetentionPeriodInput {
  @Field(() => String, { description: 'Name of the kind, as `RetentionItem.name`.' })
  name: string;

  @Field(() => Int, { description: 'The period, in the unit of the kind and within its bounds.' })
  period: number;
}

@InputType({ description: 'A policy for keeping data; kinds that are not named keep the period they have (K-1).' })
export class RetentionPolicyInput {
  @Field(() => String, { description: 'By what it is set; at most 2,000 characters.' })
  legalBasis: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day, today when left out.' })
  effectiveOn?: string | null;

  @Field(() => [RetentionPeriodInput], { description: 'Periods that change.' })
  periods: RetentionPeriodInput[];
}

@ObjectType({ description: 'For how long one kind of data is kept, and why (K-1).', simpleResolvers: true })
export class RetentionItem {
  @Field(() => String, { description: 'Name of the kind: `evidence.days`.' })
  name: string;

  @Field(() => String, { description: 'Rule it stands on (docs/rules.md).' })
  rule: string;

  @Field(() => String, { description: 'What it is, in your language.' })
  what: string;

  @Field(() => String, { description: 'Why as long and no longer, in your language.' })
  why: string;

  @Field(() => PeriodUnit, { description: 'Unit of the period.' })
  unit: UnitName;

  @Field(() => Int, { description: 'The period that holds: what was chosen, but no less than must be kept now.' })
  period: number;

  @Field(() => Int, { description: 'What the policy says; the usual period where it says nothing.' })
  chosen: number;

  @Field(() => Int, { description: 'The usual period.' })
  usual: number;

  @Field(() => Int, { description: 'The shortest that can be chosen now.' })
  least: number;

  @Field(() => Int, { description: 'The longest.' })
  most: number;

  @Field(() => CalendarDate, { description: 'What is older than this day is past its period.' })
  cutOff: string;
}

@ObjectType({ description: 'The policy for keeping data that holds today (K-1).', simpleResolvers: true })
export class RetentionPolicy {
  @Field(() => Int, { description: 'From 1; 0 while none was adopted and the usual periods hold.' })
  version: number;

  @Field(() => CalendarDate, { nullable: true, description: 'First day.' })
  effectiveOn: string | null;

  @Field(() => String, { nullable: true, description: 'By what it is set.' })
  legalBasis: string | null;

  @Field(() => String, { nullable: true, description: 'In which office it was set.' })
  adoptedBy: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was set.' })
  adoptedAt: Date | null;
}

@ObjectType({ description: 'How much of one kind would be removed now.', simpleResolvers: true })
export class RetentionDue {
  @Field(() => String, { description: 'Name of the kind.' })
  name: string;

  @Field(() => CalendarDate, { description: 'What is older than this day.' })
  cutOff: string;

  @Field(() => Int, { description: 'How many would go.' })
  due: number;

  @Field(() => Int, { description: 'How many are as old and stay, because something pending needs them (K-2).' })
  needed: number;
}

@ObjectType({ description: 'What a removal did with one kind.', simpleResolvers: true })
export class RetentionResult {
  @Field(() => String, { description: 'Name of the kind.' })
  name: string;

  @Field(() => String, { description: 'What it is, in your language.' })
  what: string;

  @Field(() => CalendarDate, { description: 'What was older than this day.' })
  cutOff: string;

  @Field(() => Int, { description: 'How many went.' })
  removed: number;

  @Field(() => Int, { description: 'How many stayed, because something pending needs them (K-2).' })
  needed: number;

  @Field(() => Boolean, { description: 'Whether everything that was due is gone; the rest goes with the next run.' })
  isComplete: boolean;

  @Field(() => String, { nullable: true, description: 'Kind of the fault that stopped it.' })
  fault: string | null;
}

@ObjectType({ description: 'One removal of what is past its period.', simpleResolvers: true })
export class RetentionRun {
  @Field(() => ID, { description: 'Id.' })
  id: string;

  @Field(() => Date, { description: 'When it began.' })
  startedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it goes on.' })
  endedAt: Date | null;

  @Field(() => Boolean, { description: 'Whether it was broken off; the next run did the rest.' })
  isBrokenOff: boolean;

  @Field(() => String, { description: 'Who asked for it: `system` for the clock.' })
  actor: string;
}

@ObjectType({ description: 'Whether somebody can be erased, and what stands in the way (K-5).', simpleResolvers: true })
export class OfficerErasure {
  @Field(() => Boolean, { description: 'Whether the person has been erased.' })
  isErased: boolean;

  @Field(() => Boolean, { description: 'Whether it can be done now.' })
  isAllowed: boolean;

  @Field(() => CalendarDate, { nullable: true, description: 'First day after the period for persons; null for who has not left.' })
  dueOn: string | null;

  @Field(() => [String], { description: 'What stands in the way, a sentence each, in your language.' })
  hindrances: string[];
}

@ObjectType({ description: 'What became of a policy for keeping data.', simpleResolvers: true })
export class RetentionPolicyPayload {
  @Field(() => RetentionPolicy, { nullable: true, description: 'The policy that holds today.' })
  policy: RetentionPolicy | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What a removal did.', simpleResolvers: true })
export class RetentionRunPayload {
  @Field(() => RetentionRun, { nullable: true, description: 'The report.' })
  run: RetentionRun | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of erasing somebody.', simpleResolvers: true })
export class OfficerErasePayload {
  @Field(() => OfficerErasure, { nullable: true, description: 'How it stands now.' })
  erasure: OfficerErasure | null;

  @Field(() => [UserError], { description: 'Everything that stands in the way.' })
  userErrors: UserError[];
}
