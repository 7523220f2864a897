/** A merger of committees: planned for a day to come, or applied; with the legal basis on which it stands (C-2, C-5). */
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';

@ObjectType({ description: 'A merger of committees that is planned, or was applied (C-2).', simpleResolvers: true })
@Entity({ tableName: 'committee_merger' })
@Index({
  name: 'committee_merger_due',
  expression: `create index "committee_merger_due" on "committee_merger" ("effective_on") where "applied_at" is null and "cancelled_at" is null`,
})
export class CommitteeMerger extends Record {
  @Field(() => String, { description: 'Code of the new committee.' })
  @Property({ type: 'text' })
  code: string;

  @Field(() => String, { description: 'Name of the new committee.' })
  @Property({ type: 'text' })
  name: string;

  @Property({ type: 'uuid' })
  chairUserId: string;

  @Property({ type: 'array', columnType: 'uuid[]' })
  sourceIds: string[];

  @Field(() => CalendarDate, { description: 'Day of the merger.' })
  @Property({ type: 'date' })
  effectiveOn: string;

  @Field(() => String, { description: 'Legal basis.' })
  @Property({ type: 'text' })
  legalBasis: string;

  @Field(() => Date, { description: 'When it was ordered.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  orderedAt: Date;

  /** Name of the actor, as the audit log has it. */
  @Property({ type: 'text' })
  orderedBy: string;

  @Field(() => Date, { nullable: true, description: 'When it was applied; null while it is planned.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  appliedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the plan was given up.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  cancelledAt?: Date | null;

  /** The committee that came of it. */
  @Property({ type: 'uuid', nullable: true })
  committeeId?: string | null;

  @Field(() => Int, { description: 'Open cases that moved.' })
  @Property({ type: 'integer' })
  moved: number = 0;

  @Field(() => Int, { description: 'Votes that were opened again.' })
  @Property({ type: 'integer' })
  reopened: number = 0;

  @Field(() => Int, { description: 'Cases that were joined to an older one about the same.' })
  @Property({ type: 'integer' })
  joined: number = 0;
}
