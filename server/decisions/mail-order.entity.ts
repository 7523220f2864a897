/** An order to a mail system, written in the transaction of the decision that gives it, carried out after it (D-8). */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
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
export class MailOrder extends Record {
  @Field(() => Date, { description: 'When it was given.' })
  declare createdAt: Date;

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
}
