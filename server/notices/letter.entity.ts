/** A letter to one person as it was written, the attempts to send it, and the proof that it was received. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { Officer } from '../registry/officer.entity.js';
import { LetterChannel, LetterOutcome, LetterState, ReceiptMeans } from './letter-words.js';
import type {
  CalendarMethod,
  LetterChannel as ChannelName,
  LetterOutcome as OutcomeName,
  LetterState as StateName,
  ReceiptMeans as MeansName,
} from './vocabulary.js';

@ObjectType({ description: 'A letter to a person, frozen in the words it was written in.', simpleResolvers: true })
@Entity({ tableName: 'letter' })
@Index({ properties: ['officer'] })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['state', 'createdAt'] })
@Index({ properties: ['about'] })
@Index({ name: 'letter_waiting', expression: `create index "letter_waiting" on "letter" ("next_try_at") where state = 'WAITING'` })
export class Letter extends Record {
  @Field(() => Date, { description: 'When it was written.' })
  declare createdAt: Date;

  @Field(() => String, { description: 'What kind of letter: `training.invitation`.' })
  @Property({ type: 'text' })
  kind: string;

  @ManyToOne(() => Officer, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  officer: Ref<Officer>;

  @Field(() => String, { description: 'What it is about: `enrolment:<id>`.' })
  @Property({ type: 'text' })
  about: string;

  @Field(() => String, { description: 'Its title, the subject of the e-mail.' })
  @Property({ type: 'text' })
  title: string;

  @Field(() => String, { description: 'Its whole text, with greeting and close; paragraphs are separated by empty lines.' })
  @Property({ type: 'text' })
  body: string;

  @Field(() => String, { description: 'In which language it was written: `vi` or `en`.' })
  @Property({ type: 'text' })
  language: string;

  @Field(() => LetterChannel, { description: 'How it reaches the person.' })
  @Property({ type: 'text' })
  channel: ChannelName;

  @Field(() => LetterState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state: StateName;

  @Field(() => String, { nullable: true, description: 'The address it is or was sent to; null on paper.' })
  @Property({ type: 'text', nullable: true })
  sentTo?: string | null;

  /** A second letter with the same key is not written. */
  @Property({ type: 'text', nullable: true })
  @Unique()
  key?: string | null;

  @Property({ type: 'text', nullable: true })
  calendarName?: string | null;

  @Property({ type: 'text', nullable: true })
  calendarMethod?: CalendarMethod | null;

  @Property({ type: 'text', nullable: true })
  calendarText?: string | null;

  @Field(() => Boolean, { description: 'Whether it carries a one-time code that opens the own file: each printing makes a new one.' })
  @Property({ type: 'boolean', default: false })
  carriesCode: boolean = false;

  /** Until when it helps anybody that it is handed over; null: always. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  usefulUntil?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a mail server took it.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  sentAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last printed.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  printedAt?: Date | null;

  /** How often somebody has asked for it to be sent; each sending has a Message-ID of its own. */
  @Property({ type: 'integer' })
  sending: number = 1;

  /** Since when this sending waits; after three days it goes on paper. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  waitingSince?: Date | null;

  /** Attempts of this sending. */
  @Property({ type: 'integer' })
  tries: number = 0;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  nextTryAt?: Date | null;

  /** Until when one server may work at it; by the database's clock. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  leasedUntil?: Date | null;
}

@ObjectType({ description: 'One attempt to send a letter by e-mail.', simpleResolvers: true })
@Entity({ tableName: 'letter_attempt' })
@Index({ properties: ['letter', 'at'] })
export class LetterAttempt extends Record {
  @ManyToOne(() => Letter, { ref: true, deleteRule: 'cascade' })
  letter: Ref<Letter>;

  @Field(() => Date, { description: 'When.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  at: Date;

  @Field(() => LetterOutcome, { description: 'What became of it.' })
  @Property({ type: 'text' })
  outcome: OutcomeName;

  @Field(() => String, { nullable: true, description: 'What the mail server said, without addresses.' })
  @Property({ type: 'text', nullable: true })
  detail?: string | null;
}

@ObjectType({ description: 'The proof that a letter was received (L-1).', simpleResolvers: true })
@Entity({ tableName: 'letter_receipt' })
export class Receipt extends Record {
  @OneToOne(() => Letter, { ref: true, owner: true, deleteRule: 'cascade' })
  letter: Ref<Letter>;

  @Field(() => CalendarDate, { description: 'On which day.' })
  @Property({ type: 'date' })
  receivedOn: string;

  @Field(() => ReceiptMeans, { description: 'By what it is shown.' })
  @Property({ type: 'text' })
  means: MeansName;

  @Field(() => String, { nullable: true, description: 'In the words of who recorded it.' })
  @Property({ type: 'text', nullable: true })
  note?: string | null;

  /** The scanned sheet; one sheet may show many receipts. */
  @Property({ type: 'uuid', nullable: true })
  @Index()
  attachmentId?: string | null;

  @Field(() => Date, { description: 'When it was recorded.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  recordedAt: Date;

  @Field(() => String, { description: 'Who recorded it.' })
  @Property({ type: 'text' })
  recordedBy: string;
}
