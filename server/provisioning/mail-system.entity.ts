/** Mail systems that orders are carried out on, every attempt at an order, and what comparisons with a system found. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { MailOrder } from '../decisions/mail-order.entity.js';
import { EditedRecord, Record } from '../kernel/record.js';
import { Mailbox } from '../registry/mailbox.entity.js';
import type { Outcome } from './connector.js';
import { ComparisonResult, MailSystemKind } from './provisioning-words.js';
import type { SettingValue } from './setting-fields.rules.js';
import {
  type ComparisonResult as ResultName,
  type DriftKind as DriftName,
  type DriftSettlement as SettlementName,
  type MailSystemKind as KindName,
  USUAL_MOST_AN_HOUR,
  USUAL_PARALLEL,
} from './vocabulary.js';

@ObjectType({ description: 'A mail system that orders are carried out on.', simpleResolvers: true })
@Entity({ tableName: 'mail_system' })
export class MailSystem extends EditedRecord {
  @Field(() => String, { description: 'Name, by which orders and mailboxes know it.' })
  @Property({ type: 'text' })
  @Unique()
  name: string;

  @Field(() => MailSystemKind, { description: 'How it is reached.' })
  @Property({ type: 'text' })
  kind: KindName;

  @Field(() => [String], { description: 'Mail domains it serves; a domain is served by one system only.' })
  @Property({ type: 'string[]', columnType: 'text[]' })
  domains: string[];

  @Property({ type: 'json', columnType: 'jsonb' })
  settings: { [name: string]: SettingValue };

  /** What is secret of the settings, as JSON, sealed with the installation's key for this system only. */
  @Property({ type: 'text', nullable: true })
  secrets?: string | null;

  @Field(() => Boolean, { description: 'Whether orders are carried out on it; while not, they wait and can be looked at.' })
  @Property({ type: 'boolean' })
  isOn: boolean = false;

  @Field(() => Int, { description: 'How many orders are carried out at the same time.' })
  @Property({ type: 'integer' })
  parallel: number = USUAL_PARALLEL;

  @Field(() => Int, { description: 'Orders an hour beyond which the brake holds the rest.' })
  @Property({ type: 'integer' })
  mostAnHour: number = USUAL_MOST_AN_HOUR;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days after the last day in office until the mailbox of an officer who has left is suspended (D-8 c); null: never by itself.',
  })
  @Property({ type: 'integer', nullable: true })
  leaverDays?: number | null;

  @Field(() => Date, { nullable: true, description: 'When the connection was last tried, by a person or by itself.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  checkedAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether all was well then.' })
  @Property({ type: 'boolean', nullable: true })
  isWell?: boolean | null;

  /** Accounts on the last whole list, so that one that is much shorter is not believed. */
  @Property({ type: 'integer', nullable: true })
  accountsListed?: number | null;
}

/** One attempt to carry out an order. */
@ObjectType({ description: 'One attempt to carry out an order.', simpleResolvers: true })
@Entity({ tableName: 'mail_order_attempt' })
@Index({ properties: ['order', 'id'] })
export class MailOrderAttempt extends Record {
  @Field(() => Date, { description: 'When it began.' })
  declare createdAt: Date;

  @ManyToOne(() => MailOrder, { ref: true, deleteRule: 'cascade' })
  order: Ref<MailOrder>;

  @Property({ type: 'bigint' })
  fence: string;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it runs, or where whoever carried it out stopped.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;

  @Field(() => String, { nullable: true, description: '`changed`, `unchanged`, `retryable`, `permanent` or `unknown`.' })
  @Property({ type: 'text', nullable: true })
  outcome?: Outcome | null;

  @Field(() => String, { nullable: true, description: 'What the mail system said, secrets blanked.' })
  @Property({ type: 'text', nullable: true })
  message?: string | null;
}

@ObjectType({ description: 'A comparison of what decisions want with what a mail system has.', simpleResolvers: true })
@Entity({ tableName: 'mail_comparison' })
@Index({ properties: ['mailSystem', 'id'] })
export class MailComparison extends Record {
  @Field(() => Date, { description: 'When it was made.' })
  declare createdAt: Date;

  @ManyToOne(() => MailSystem, { ref: true, deleteRule: 'cascade' })
  mailSystem: Ref<MailSystem>;

  @Field(() => ComparisonResult, { description: 'How far it went.' })
  @Property({ type: 'text' })
  result: ResultName;

  @Field(() => String, { nullable: true, description: 'Why the list was not whole.' })
  @Property({ type: 'text', nullable: true })
  problem?: string | null;

  @Field(() => Int, { description: 'Accounts on the list.' })
  @Property({ type: 'integer' })
  checked: number;

  @Field(() => Int, { description: 'How many differ from what decisions want.' })
  @Property({ type: 'integer' })
  differing: number;
}

/** One mailbox that is otherwise than decisions want it, until a person has settled it or it is gone. */
@Entity({ tableName: 'mail_drift' })
@Index({ properties: ['mailSystem', 'settledAt'] })
@Index({ properties: ['mailbox'] })
export class MailDriftRow extends Record {
  @ManyToOne(() => MailSystem, { ref: true, deleteRule: 'cascade' })
  mailSystem: Ref<MailSystem>;

  @ManyToOne(() => MailComparison, { ref: true, deleteRule: 'cascade' })
  comparison: Ref<MailComparison>;

  @ManyToOne(() => Mailbox, { ref: true, nullable: true, deleteRule: 'cascade' })
  mailbox?: Ref<Mailbox> | null;

  @Property({ type: 'text' })
  kind: DriftName;

  @Property({ type: 'text', nullable: true })
  accountId?: string | null;

  @Property({ type: 'text' })
  address: string;

  /** The mail system's address, where that is another. */
  @Property({ type: 'text', nullable: true })
  foundAddress?: string | null;

  /** The name the mail system has. */
  @Property({ type: 'text', nullable: true })
  name?: string | null;

  @Property({ type: 'text' })
  expected: string;

  @Property({ type: 'text' })
  found: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  settledAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  settledBy?: string | null;

  @Property({ type: 'text', nullable: true })
  settlement?: SettlementName | null;

  @Property({ type: 'text', nullable: true })
  note?: string | null;
}
