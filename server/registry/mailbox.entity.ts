/** An official mailbox as a fact: its address, kind and state, and who held it on which days. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EditedRecord, Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { Officer } from './officer.entity.js';

export enum MailboxState {
  NONE = 'NONE',
  PENDING = 'PENDING',
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  REVOKED = 'REVOKED',
}

registerEnumType(MailboxState, {
  name: 'MailboxState',
  description: 'State of a mailbox (D-8).',
  valuesConfig: {
    NONE: { description: 'There is no such mailbox.' },
    PENDING: { description: 'Ordered, not yet seen on the mail system.' },
    ACTIVE: { description: 'Opens, sends and receives.' },
    SUSPENDED: { description: 'Does not open, still receives.' },
    REVOKED: { description: 'Does not open and does not receive; the mail is kept.' },
  },
});

export enum MailboxKind {
  PERSONAL = 'PERSONAL',
  ROLE = 'ROLE',
  MACHINE = 'MACHINE',
}

registerEnumType(MailboxKind, {
  name: 'MailboxKind',
  description: 'Whose mailbox it is (T-4).',
  valuesConfig: {
    PERSONAL: { description: 'One officer’s own.' },
    ROLE: { description: 'An office’s, shared; never judged as a person, united with the personal one where it is linked.' },
    MACHINE: { description: 'A printer’s, a scanner’s, a program’s; never judged.' },
  },
});

@ObjectType({ description: 'An official mailbox (hộp thư điện tử công vụ).', simpleResolvers: true })
@Entity({ tableName: 'mailbox' })
export class Mailbox extends EditedRecord {
  @Field(() => String, { description: 'Address, lower case.' })
  @Property({ type: 'text' })
  @Unique()
  address: string;

  @Field(() => MailboxKind, { description: 'Personal, role or machine.' })
  @Property({ type: 'text' })
  kind: MailboxKind;

  @Field(() => MailboxState, { description: 'What was last seen or confirmed on the mail system (D-8).' })
  @Property({ type: 'text' })
  state: MailboxState;

  @Field(() => MailboxState, { description: 'What decisions want (D-8).' })
  @Property({ type: 'text' })
  expectedState: MailboxState;

  /** Who holds it now; the history is in `mailbox_period`. */
  @ManyToOne(() => Officer, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  @Index()
  officer?: Ref<Officer> | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the mail system’s connector; null while it is only a fact of the registry.',
  })
  @Property({ type: 'text', nullable: true })
  connector?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of creation; null: before every window.' })
  @Property({ type: 'date', nullable: true })
  createdOn?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the state was last confirmed on the mail system.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  verifiedAt?: Date | null;

  /** What the mail system knows it by, where that is not its own id here. */
  @Property({ type: 'text', nullable: true })
  accountId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Until when the administrator’s emergency suspension holds; null without one (D-8).' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  lockedUntil?: Date | null;

  @Field(() => Boolean, { description: 'Whether nobody has been given its password: it was just made, or an emergency suspension ended.' })
  @Property({ type: 'boolean' })
  awaitsPassword: boolean = false;
}

/** Days on which a mailbox was active and one officer’s; an address can change hands (evidence.md §9). */
@Entity({ tableName: 'mailbox_period' })
@Index({ properties: ['officer', 'fromOn'] })
@Index({ properties: ['mailbox', 'fromOn'] })
export class MailboxPeriod extends Record {
  @ManyToOne(() => Mailbox, { ref: true, deleteRule: 'cascade' })
  mailbox: Ref<Mailbox>;

  @ManyToOne(() => Officer, { ref: true, deleteRule: 'cascade' })
  officer: Ref<Officer>;

  /** First day; null: before every window. */
  @Property({ type: 'date', nullable: true })
  fromOn?: string | null;

  /** Last day; null while it lasts. */
  @Property({ type: 'date', nullable: true })
  untilOn?: string | null;
}
