/** Systems that are told when an answer changes, what they are told, and how far each message has come. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Record } from '../kernel/record.js';
import { WebhookDeliveryState, WebhookProblem } from './award-words.js';
import type { DeliveryProblem, DeliveryState } from './vocabulary.js';

@ObjectType({ description: 'Another system that is told when an answer changes (A-2).', simpleResolvers: true })
@Entity({ tableName: 'webhook_subscription' })
export class WebhookSubscription extends Record {
  @Field(() => Date, { description: 'When it was made.' })
  declare createdAt: Date;

  @Field(() => String, { description: 'Which system it is.' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => String, { description: 'Where messages are sent.' })
  @Property({ type: 'text' })
  url: string;

  /** With what messages are signed; sealed with the installation's key, for this subscription only. */
  @Property({ type: 'text' })
  secret: string;

  @Field(() => Date, { nullable: true, description: 'When it was ended; null while it lasts.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;
}

/** A message as it is sent, byte for byte; its id is what the receiver tells repetitions by. */
@Entity({ tableName: 'webhook_message' })
@Index({ properties: ['createdAt'] })
export class WebhookMessage extends Record {
  @Property({ type: 'text' })
  type: string;

  /** How many officers it is about. */
  @Property({ type: 'integer' })
  officers: number;

  @Property({ type: 'text' })
  body: string;
}

@ObjectType({ description: 'A message on its way to a subscribed system; what it says is not shown.', simpleResolvers: true })
@Entity({ tableName: 'webhook_delivery' })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['subscription', 'state'] })
@Index({ properties: ['message'] })
@Index({
  name: 'webhook_delivery_waiting',
  expression: `create index "webhook_delivery_waiting" on "webhook_delivery" ("subscription_id", "next_try_at") where state = 'WAITING'`,
})
export class WebhookDelivery extends Record {
  @Field(() => Date, { description: 'When the answer changed.' })
  declare createdAt: Date;

  @ManyToOne(() => WebhookSubscription, { ref: true, deleteRule: 'cascade' })
  subscription: Ref<WebhookSubscription>;

  @ManyToOne(() => WebhookMessage, { ref: true, deleteRule: 'cascade' })
  message: Ref<WebhookMessage>;

  @Field(() => WebhookDeliveryState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state: DeliveryState;

  @Field(() => Int, { description: 'Attempts since it was written or replayed.' })
  @Property({ type: 'integer' })
  attempts: number = 0;

  @Field(() => Date, { nullable: true, description: 'When it was last tried.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  lastTriedAt?: Date | null;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null where there was none.' })
  @Property({ type: 'integer', nullable: true })
  lastStatus?: number | null;

  @Field(() => WebhookProblem, { nullable: true, description: 'What kept it from being delivered the last time.' })
  @Property({ type: 'text', nullable: true })
  lastProblem?: DeliveryProblem | null;

  @Field(() => Date, { nullable: true, description: 'When it is tried next.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  nextTryAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the other system took it.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  deliveredAt?: Date | null;

  /** Until when one server may work at it; by the database's clock. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  leasedUntil?: Date | null;
}
