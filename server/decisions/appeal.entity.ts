/** An appeal against a decision in force, in the first or second instance (D-9). */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AppealSettler } from '../committee/vocabulary.js';
import { Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { Decision } from './decision.entity.js';

@ObjectType({ description: 'An appeal (khiếu nại; D-9).', simpleResolvers: true })
@Entity({ tableName: 'appeal' })
@Unique({ properties: ['decision', 'instance'] })
export class Appeal extends Record {
  @ManyToOne(() => Decision, { ref: true, deleteRule: 'cascade' })
  decision: Ref<Decision>;

  @Field(() => Int, { description: '1: the chair or other members settle it; 2: the superior authority.' })
  @Property({ type: 'integer' })
  instance: number;

  @Field(() => CalendarDate, { description: 'Day of receipt.' })
  @Property({ type: 'date' })
  receivedOn: string;

  @Field(() => String, { nullable: true, description: 'In the officer’s words; null where you may not read it.' })
  @Property({ type: 'text' })
  text: string;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  attachmentId?: string | null;

  /** Who settles it by the rule that held when it was received; of the first instance. */
  @Property({ type: 'text' })
  settler: AppealSettler;

  @Field(() => CalendarDate, { description: 'Day by which it is to be settled; afterwards it is overdue and the stay holds.' })
  @Property({ type: 'date' })
  settleBy: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which it was settled.' })
  @Property({ type: 'date', nullable: true })
  settledOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the decision was upheld (giữ nguyên); false: reversed (hủy bỏ).' })
  @Property({ type: 'boolean', nullable: true })
  isUpheld?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was answered; null where you may not read it.' })
  @Property({ type: 'text', nullable: true })
  answer?: string | null;

  @Field(() => String, { nullable: true, description: 'Who settled it.' })
  @Property({ type: 'text', nullable: true })
  settledBy?: string | null;

  @Field(() => Boolean, { description: 'Whether the finding turned out to be wrong: the officer counts as not assessed (D-10).' })
  @Property({ type: 'boolean' })
  findingWasWrong: boolean = false;

  @Field(() => String, { nullable: true, description: 'Number of the superior authority’s paper, in the second instance.' })
  @Property({ type: 'text', nullable: true })
  paperNumber?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Date of that paper.' })
  @Property({ type: 'date', nullable: true })
  paperOn?: string | null;
}
