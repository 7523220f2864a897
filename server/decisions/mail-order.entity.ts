/** An order to a mail system, written in the transaction of the decision that gives it, carried out after it (D-8). */
import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Record } from '../kernel/record.js';
import { Mailbox } from '../registry/mailbox.entity.js';
import { Decision } from './decision.entity.js';
import { OrderKind, OrderState } from './decision-words.js';
import type { OrderKind as KindName, OrderState as StateName } from './vocabulary.js';

@ObjectType({ description: 'An order to a mail system (D-8).', simpleResolvers: true })
@Entity({ tableName: 'mail_order' })
@Index({ properties: ['mailbox', 'id'] })
@Index({ properties: ['decision'] })
@Index({ properties: ['state', 'id'] })
@Index({
  name: 'mail_order_open',
  expression: `create index "mail_order_open" on "mail_order" ("mailbox_id", "number") where state in ('WAITING', 'RUNNING', 'UNKNOWN')`,
})
export class MailOrder extends Record {
  @Field(() => Date, { description: 'When it was given.' })
  declare createdAt: Date;

  /** In the order of issue, given by the store while the mailbox is held: clocks of servers differ. */
  @Field(() => Int, { description: 'Number of the order, as hand-over files name it; those of one mailbox are carried out in this order.' })
  @Property({ type: 'integer', columnType: 'serial', autoincrement: true })
  @Unique()
  number: number & Opt;

  @Field(() => OrderKind, { description: 'What to do.' })
  @Property({ type: 'text' })
  kind: KindName;

  @ManyToOne(() => Mailbox, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  mailbox: Ref<Mailbox>;

  /** The decision that wants it; null for what needs none, such as an emergency suspension. */
  @ManyToOne(() => Decision, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  decision?: Ref<Decision> | null;

  @Field(() => String, { description: 'Name of the connector that carries it out; empty while none is set for the mailbox.' })
  @Property({ type: 'text' })
  connector: string = '';

  @Field(() => OrderState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state: StateName = 'WAITING';

  @Field(() => Int, { description: 'How often it was tried.' })
  @Property({ type: 'integer' })
  attempts: number = 0;

  @Field(() => String, { nullable: true, description: 'What was last said about it.' })
  @Property({ type: 'text', nullable: true })
  message?: string | null;

  @Field(() => Int, { nullable: true, description: 'Live sessions that could not be ended; null where it is not known.' })
  @Property({ type: 'integer', nullable: true })
  liveSessionsRemaining?: number | null;

  @Field(() => Boolean, { description: 'Whether the result was read back from the mail system.' })
  @Property({ type: 'boolean' })
  verified: boolean = false;

  @Field(() => Date, { nullable: true, description: 'When it was done.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  doneAt?: Date | null;

  /** Of the last claim; the mail system refuses what carries a lower one (G-8). */
  @Property({ type: 'bigint', nullable: true })
  fence?: string | null;

  /** Until when one worker may carry it out; by the database's clock. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  leasedUntil?: Date | null;

  /** When it was first tried. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  begunAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it is tried next, by itself.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  nextTryAt?: Date | null;

  /** BRAKE: too many at once. FILE: told to people who do it by hand. */
  @Property({ type: 'text', nullable: true })
  heldFor?: 'BRAKE' | 'FILE' | null;

  @Field(() => Date, { nullable: true, description: 'When a second person let it pass the brake.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  approvedAt?: Date | null;

  /** As the audit log names them. */
  @Property({ type: 'text', nullable: true })
  approvedBy?: string | null;

  /** Who gave it, as the audit log names them; null for what a decision gives. */
  @Property({ type: 'text', nullable: true })
  orderedBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, where no decision says it.' })
  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  @Field(() => Date, { nullable: true, description: 'When an emergency suspension ends by itself (D-8).' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endsAt?: Date | null;

  /** The suspension that it renews or ends: an emergency, or that of somebody who had left. */
  @ManyToOne(() => MailOrder, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  about?: Ref<MailOrder> | null;

  /** `{SCHEME}hash` of a new password; gone as soon as the order is done. */
  @Property({ type: 'text', nullable: true })
  passwordHash?: string | null;

  /** Addresses to forward to, and whether a copy stays. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  forwarding?: { forwardTo: string[]; keepCopy: boolean } | null;

  @Field(() => Date, { nullable: true, description: 'When it was first told in a hand-over file.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  handedOverAt?: Date | null;
}
