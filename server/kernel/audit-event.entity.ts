/** Who did what to whom, and when: one row an act, chained by hash. */
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One recorded act (R-1).', simpleResolvers: true })
@Entity({ tableName: 'audit_event' })
@Index({ properties: ['subject', 'seq'] })
export class AuditEvent {
  @Field(() => Int, { description: 'Number in the chain, from 1 without gaps.' })
  @PrimaryKey({ type: 'integer', autoincrement: false })
  seq: number;

  @Field(() => Date, { description: 'When it was done.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  at: Date;

  @Field(() => String, { description: 'Who did it: `user:<id>`, `key:<id>`, `operator` or `system`.' })
  @Property({ type: 'text' })
  actor: string;

  @Field(() => String, { description: 'The command, noun first.' })
  @Property({ type: 'text' })
  action: string;

  @Field(() => String, { description: 'What it was done to: `officer:<id>`, `review:<id>` …' })
  @Property({ type: 'text' })
  subject: string;

  /** JSON text of what changed. The chain holds only its salted commitment, so that details can be erased and the chain stays whole. */
  @Property({ type: 'text', nullable: true })
  details?: string | null;

  @Property({ type: 'text', nullable: true })
  salt?: string | null;

  @Property({ type: 'text' })
  commitment: string;

  @Field(() => String, { description: 'SHA-256 over this event and the hash before it, in hexadecimal.' })
  @Property({ type: 'text' })
  hash: string;
}

/** The end of the chain: one row, locked while events are added, so that the chain never forks. */
@Entity({ tableName: 'audit_head' })
export class AuditHead {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  id: number;

  @Property({ type: 'integer' })
  seq: number;

  @Property({ type: 'text' })
  hash: string;

  /** HMAC with the installation's key over number and hash; null only before the store was ever opened. */
  @Property({ type: 'text', nullable: true })
  mac?: string | null;
}

/** Whom and what an event concerns besides its subject; part of the event's hash. */
@Entity({ tableName: 'audit_mention' })
@Index({ properties: ['subject', 'seq'] })
export class AuditMention {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  seq: number;

  @PrimaryKey({ type: 'text' })
  subject: string;
}
