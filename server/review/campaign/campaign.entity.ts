/** What a campaign keeps: definitions, each agency's check, the answer for each finding, the letters that are due, and who stands in for a contact. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EditedRecord, Record } from '../../kernel/record.js';
import { CalendarDate, Instant } from '../../kernel/scalars.js';
import { Agency } from '../../registry/agency.entity.js';
import { Officer } from '../../registry/officer.entity.js';
import { Review } from '../review.entity.js';
import { CheckState, Silence, StepKind } from './campaign-words.js';
import type { CheckAnswer as AnswerName, CheckState as StateName, Silence as SilenceName, StepKind as KindName } from './vocabulary.js';

@ObjectType({
  description: 'How reviews of a kind are held: whom they look at and how long the agencies have; the next one is opened from it (F-1).',
  simpleResolvers: true,
})
@Entity({ tableName: 'review_definition' })
export class ReviewDefinition extends EditedRecord {
  @Field(() => String, { description: 'Name; the title of its reviews begins with it.' })
  @Property({ type: 'text' })
  @Unique()
  name: string;

  /** Ids; null: the whole city. */
  @Property({ type: 'array', columnType: 'text[]', nullable: true })
  agencyIds?: string[] | null;

  @Field(() => Int, { description: 'Working days that the agencies have to check.' })
  @Property({ type: 'integer' })
  checkDays: number;

  @Field(() => Int, { description: 'Working days that the task force has after them.' })
  @Property({ type: 'integer' })
  decideDays: number;

  @Field(() => [Int], { description: 'So many working days before the end of the check those who have not answered are reminded (F-4).' })
  @Property({ type: 'array', columnType: 'int[]', runtimeType: 'number[]' })
  remindDays: number[];

  @Field(() => Int, { description: 'So many working days before it the head of an agency that has not answered is told (F-4).' })
  @Property({ type: 'integer' })
  escalateDays: number;

  @Field(() => Silence, { description: 'What becomes of findings that nobody answers (F-3).' })
  @Property({ type: 'text' })
  silence: SilenceName;

  @Field(() => Boolean, { description: 'Whether officers who do not use their mailbox regularly get their finding as a letter.' })
  @Property({ type: 'boolean' })
  tellsOfficers: boolean;
}

@ObjectType({ description: 'The check of one agency in one review: its contact answers, its head confirms (F-2).', simpleResolvers: true })
@Entity({ tableName: 'agency_check' })
@Unique({ properties: ['review', 'agency'] })
@Index({ properties: ['state', 'id'] })
export class AgencyCheck extends EditedRecord {
  @ManyToOne(() => Review, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  review: Ref<Review>;

  @ManyToOne(() => Agency, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  agency: Ref<Agency>;

  @Field(() => CheckState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state: StateName;

  @ManyToOne(() => Officer, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  @Index()
  head?: Ref<Officer> | null;

  @Field(() => Instant, { nullable: true, description: 'When the contact handed it in.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  submittedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Who handed it in.' })
  @Property({ type: 'text', nullable: true })
  submittedBy?: string | null;

  /** Name of the account that handed in, as in the audit log. */
  @Property({ type: 'text', nullable: true })
  submitter?: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the head confirmed it, or it was recorded from paper.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  confirmedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it, or recorded it from paper.' })
  @Property({ type: 'text', nullable: true })
  confirmedBy?: string | null;

  /** Name of the account that confirmed or recorded it, as in the audit log. */
  @Property({ type: 'text', nullable: true })
  confirmer?: string | null;

  @Field(() => String, { nullable: true, description: 'Number and symbol of the signed list, where it was confirmed on paper.' })
  @Property({ type: 'text', nullable: true })
  paperNumber?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the signed list.' })
  @Property({ type: 'date', nullable: true })
  paperOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The scan of it (`GET /attachments/{id}`).' })
  @Property({ type: 'uuid', nullable: true })
  attachmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was last returned.' })
  @Property({ type: 'text', nullable: true })
  returnReason?: string | null;
}

/** What was answered for a finding; one answer a finding, a later one replaces it. */
@Entity({ tableName: 'finding_check' })
@Index({ properties: ['agencyCheck'] })
export class FindingCheck {
  @PrimaryKey({ type: 'uuid' })
  findingId: string;

  @ManyToOne(() => AgencyCheck, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  agencyCheck: Ref<AgencyCheck>;

  @Property({ type: 'text' })
  answer: AnswerName;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  checkedAt: Date;

  /** Name of the account, as in the audit log. */
  @Property({ type: 'text' })
  checkedBy: string;

  /** How the person is called. */
  @Property({ type: 'text' })
  checkedByName: string;

  @Property({ type: 'boolean' })
  isByTaskForce: boolean;

  /** Whether whoever answered was a leader of the agency. */
  @Property({ type: 'boolean' })
  isByLeader: boolean;

  @Property({ type: 'integer', nullable: true })
  seconds?: number | null;

  @Property({ type: 'integer' })
  atOnce: number;
}

@ObjectType({ description: 'Letters of a campaign, due at a time and written once (F-4).', simpleResolvers: true })
@Entity({ tableName: 'campaign_step' })
@Unique({ properties: ['review', 'kind', 'dueAt'] })
@Index({ properties: ['doneAt', 'dueAt'] })
export class CampaignStep extends Record {
  @ManyToOne(() => Review, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  review: Ref<Review>;

  @Field(() => StepKind, { description: 'To whom.' })
  @Property({ type: 'text' })
  kind: KindName;

  /** Working days before the end of the check; null: the working day after it. */
  @Property({ type: 'integer', nullable: true })
  daysBefore?: number | null;

  @Field(() => Instant, { description: 'When they are due.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  dueAt: Date;

  @Field(() => Instant, { nullable: true, description: 'When they were written; null while they are still to come.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  doneAt?: Date | null;

  @Field(() => Int, { description: 'How many letters were written.' })
  @Property({ type: 'integer' })
  letters: number = 0;

  @Field(() => Int, { description: 'Agencies that had not answered and of which nobody could be reached by letter.' })
  @Property({ type: 'integer' })
  unreached: number = 0;
}

@ObjectType({ description: 'Somebody who does the work of an agency’s contact for a time (F-2).', simpleResolvers: true })
@Entity({ tableName: 'contact_substitute' })
@Index({ properties: ['endedAt', 'untilOn'] })
export class ContactSubstitute extends Record {
  @ManyToOne(() => Agency, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  @Index()
  agency: Ref<Agency>;

  /** Id of the account. */
  @Property({ type: 'uuid' })
  userId: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  @Property({ type: 'date' })
  fromOn: string;

  @Field(() => CalendarDate, { description: 'Last day.' })
  @Property({ type: 'date' })
  untilOn: string;

  @Field(() => String, { description: 'Why.' })
  @Property({ type: 'text' })
  reason: string;

  @Field(() => String, { description: 'Who gave it over.' })
  @Property({ type: 'text' })
  givenBy: string;

  /** Name of the account that gave it over, as in the audit log. */
  @Property({ type: 'text' })
  giver: string;

  @Field(() => Instant, { nullable: true, description: 'When it ended; null while it lasts.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;
}
