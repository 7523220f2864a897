/** Who asked for a seat in a class, what became of it, and at which sessions they were. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { EditedRecord } from '../kernel/record.js';
import { Officer } from '../registry/officer.entity.js';
import { TrainingClass } from './training-class.entity.js';
import { EnrolmentOrigin, EnrolmentState } from './training-words.js';
import type { AttendanceMark as MarkName, EnrolmentOrigin as OriginName, EnrolmentState as StateName } from './vocabulary.js';

/** Whoever stands on the list of a class stands on it once; after declining or withdrawing a new request is a new line. */
const ON_THE_LIST = `state not in ('DECLINED', 'WITHDRAWN')`;

@ObjectType({ description: 'An officer on the list of a class, or in its queue (TR-1).', simpleResolvers: true })
@Entity({ tableName: 'enrolment' })
@Index({ properties: ['trainingClass', 'state', 'requestedAt', 'queueNumber'] })
@Index({ properties: ['officer', 'requestedAt'] })
@Index({
  name: 'enrolment_once_a_class',
  expression: `create unique index "enrolment_once_a_class" on "enrolment" ("training_class_id", "officer_id") where ${ON_THE_LIST}`,
})
@Index({
  name: 'enrolment_one_shelter_a_finding',
  expression: `create unique index "enrolment_one_shelter_a_finding" on "enrolment" ("officer_id", coalesce("finding_id", '00000000-0000-0000-0000-000000000000'::uuid)) where is_sheltering`,
})
export class Enrolment extends EditedRecord {
  @ManyToOne(() => TrainingClass, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  trainingClass: Ref<TrainingClass>;

  @ManyToOne(() => Officer, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  officer: Ref<Officer>;

  /** The officer's agency when the seat was asked for: whose seat it is (seatsPerAgency). */
  @Property({ type: 'uuid' })
  agencyId: string;

  @Field(() => EnrolmentState, { description: 'Where they stand.' })
  @Property({ type: 'text' })
  state: StateName;

  @Field(() => EnrolmentOrigin, { description: 'By whom the seat was asked for.' })
  @Property({ type: 'text' })
  origin: OriginName;

  @Field(() => Date, { description: 'When it was asked for; the queue goes by it (TR-1).' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  requestedAt: Date;

  /** The city's day of the request, from which its shelter is counted (TR-3). */
  @Property({ type: 'date' })
  requestedOn: string;

  /** The order of arrival in the class, for who asked in the same moment. */
  @Property({ type: 'integer' })
  queueNumber: number;

  /** The officer's latest finding when the seat was asked for (TR-3, TR-4). */
  @Property({ type: 'uuid', nullable: true })
  findingId?: string | null;

  @Field(() => Boolean, { description: 'Whether it is the one sheltering request of the finding (TR-3).' })
  @Property({ type: 'boolean' })
  isSheltering: boolean;

  @Field(() => Boolean, { description: 'Whether an earlier class of the same course ended without being completed.' })
  @Property({ type: 'boolean' })
  isRetake: boolean = false;

  @Field(() => Date, { nullable: true, description: 'When it was declined, withdrawn or closed.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn, in whose words it was said.' })
  @Property({ type: 'text', nullable: true })
  endedReason?: string | null;

  /** The city's day on which the class was completed, with the days of grace that held then (TR-3). */
  @Property({ type: 'date', nullable: true })
  completedOn?: string | null;

  @Property({ type: 'integer', nullable: true })
  graceDays?: number | null;
}

@Entity({ tableName: 'attendance' })
@Index({ properties: ['sessionId'] })
export class AttendanceEntry {
  @PrimaryKey({ type: 'uuid' })
  enrolmentId: string;

  @PrimaryKey({ type: 'uuid' })
  sessionId: string;

  @Property({ type: 'text' })
  mark: MarkName;

  /** When it was made, as the device says; the last by it holds (TR-2). */
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  markedAt: Date;

  @Property({ type: 'text' })
  markedBy: string;
}
