/** Courses, the classes in which they are held, and the sessions of a class. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { User } from '../identity/user.entity.js';
import { EditedRecord, Record } from '../kernel/record.js';
import type { StoredClassState } from './vocabulary.js';

@ObjectType({ description: 'What is taught: a kind of class that is held again and again.', simpleResolvers: true })
@Entity({ tableName: 'training_course' })
export class TrainingCourse extends EditedRecord {
  @Field(() => String, { description: 'Code, unique: `THU-CO-BAN`.' })
  @Property({ type: 'text' })
  @Unique()
  code: string;

  @Field(() => String, { description: 'Title.' })
  @Property({ type: 'text' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What is learnt, in a few sentences.' })
  @Property({ type: 'text', nullable: true })
  about?: string | null;

  @Field(() => Float, { description: 'Share of sessions that makes a completed class, proposed for new classes; above 0 to 1.' })
  @Property({ type: 'double' })
  passShare: number;

  @Field(() => Boolean, { description: 'No longer held; past classes stay.' })
  @Property({ type: 'boolean' })
  isRetired: boolean = false;
}

@ObjectType({ description: 'A training class (lớp tập huấn).', simpleResolvers: true })
@Entity({ tableName: 'training_class' })
@Index({ properties: ['startsAt', 'id'] })
@Index({ properties: ['trainer', 'startsAt'] })
export class TrainingClass extends EditedRecord {
  @Field(() => String, { description: 'Human reference: `LH-2026-0001`.' })
  @Property({ type: 'text' })
  @Unique()
  reference: string;

  @Field(() => String, { description: 'Title.' })
  @Property({ type: 'text' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Where it is held.' })
  @Property({ type: 'text', nullable: true })
  place?: string | null;

  @Field(() => Int, { description: 'Seats, 1 to 500.' })
  @Property({ type: 'integer' })
  capacity: number;

  @Field(() => Int, { nullable: true, description: 'Most seats for one agency; null: no limit.' })
  @Property({ type: 'integer', nullable: true })
  seatsPerAgency?: number | null;

  @Field(() => Float, { description: 'Share of sessions, present or late, that makes it completed; above 0 to 1 (TR-2).' })
  @Property({ type: 'double' })
  passShare: number;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when officers and contacts may ask and free seats go to the next in line; null: until the first session (TR-1).',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  cutOffAt?: Date | null;

  /** RUNNING is worked out: OPEN from the first session on (class.workflow.ts). */
  @Property({ type: 'text' })
  storedState: StoredClassState;

  @ManyToOne(() => TrainingCourse, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  course?: Ref<TrainingCourse> | null;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  trainer?: Ref<User> | null;

  /** Ids of users who hold it together with the trainer. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  assistantIds: string[] = [];

  @Field(() => Date, { description: 'Start of the first session.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  startsAt: Date;

  @Field(() => Date, { description: 'End of the last session.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  endsAt: Date;

  /** The city's days of the first and the last session (E-9). */
  @Property({ type: 'date' })
  startsOn: string;

  @Property({ type: 'date' })
  endsOn: string;

  @Field(() => Date, { nullable: true, description: 'When it was closed.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  completedAt?: Date | null;

  /** The city's day on which it was closed. */
  @Property({ type: 'date', nullable: true })
  completedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  @Property({ type: 'text', nullable: true })
  cancelReason?: string | null;

  /** Counts what was sent to calendars, so that a moved session takes the place of the former one. */
  @Property({ type: 'integer' })
  calendarSequence: number = 0;

  /** What a search looks through: reference, title, place (kernel/search.rules.ts). */
  @Property({ type: 'text' })
  searchText: string;

  /** When reminders were sent by themselves; moving the class sends them anew. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  remindedAt?: Date | null;
}

@ObjectType({ description: 'One meeting of a class.', simpleResolvers: true })
@Entity({ tableName: 'training_session' })
@Index({ properties: ['trainingClass', 'startsAt'] })
export class TrainingSession extends Record {
  @ManyToOne(() => TrainingClass, { ref: true, deleteRule: 'cascade' })
  trainingClass: Ref<TrainingClass>;

  @Field(() => Date, { description: 'Begins.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  startsAt: Date;

  @Field(() => Date, { description: 'Ends.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  endsAt: Date;
}
