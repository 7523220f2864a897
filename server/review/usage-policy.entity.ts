/** A version of the usage policy: what counts as use, and how much of it is regular (T-1). Never changed, only followed by another. */
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { EvidenceAct } from '../evidence/evidence-act.js';
import { Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import type { PolicyVersion } from './policy.rules.js';
import type { EvidenceAct as Act } from './vocabulary.js';

@ObjectType({ description: 'A version of the usage policy (T-1).', simpleResolvers: true })
@Entity({ tableName: 'usage_policy' })
export class UsagePolicy extends Record implements PolicyVersion {
  @Field(() => Int, { description: 'Versions count up from 1.' })
  @Property({ type: 'integer' })
  @Unique()
  version: number;

  @Field(() => CalendarDate, { description: 'First windowTo for which it holds.' })
  @Property({ type: 'date' })
  effectiveOn: string;

  @Field(() => Int, { description: 'Calendar days a review looks at.' })
  @Property({ type: 'integer' })
  windowDays: number;

  @Field(() => Float, { description: 'Share of the assessable working days that makes REGULAR, above 0 to 1.' })
  @Property({ type: 'double' })
  regularShare: number;

  @Field(() => Float, { description: 'Share of the candidate days that must be covered, 0 to 1.' })
  @Property({ type: 'double' })
  minimumCoverage: number;

  @Field(() => Int, { description: 'Least number of days by which anybody is judged.' })
  @Property({ type: 'integer' })
  minimumAssessableDays: number;

  @Field(() => [EvidenceAct], { description: 'Acts that make a day of use.' })
  @Property({ type: 'array', columnType: 'text[]' })
  acts: Act[];

  @Field(() => Int, { description: 'Days on which a new mailbox does not count yet.' })
  @Property({ type: 'integer' })
  newMailboxGraceDays: number;

  @Field(() => Int, { description: 'Days after a completed class without adverse steps (TR-3).' })
  @Property({ type: 'integer' })
  trainingGraceDays: number;

  @Field(() => Int, { description: 'Working days after the opening on which findings may be contested (T-8).' })
  @Property({ type: 'integer' })
  contestDays: number;

  @Field(() => [CalendarDate], { description: 'Public holidays.' })
  @Property({ type: 'array', columnType: 'text[]' })
  holidays: string[];

  @Field(() => [CalendarDate], { description: 'Working days that are not weekdays.' })
  @Property({ type: 'array', columnType: 'text[]' })
  extraWorkingDays: string[];
}
