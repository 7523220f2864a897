/** A review (đợt rà soát): its window, the policy it uses, the coverage it froze, and where it stands. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { EditedRecord } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { RerunScope, Silence } from './campaign/campaign-words.js';
import type { RerunScope as RerunScopeName, Silence as SilenceName } from './campaign/vocabulary.js';
import { ReviewState } from './finding-words.js';
import type { FrozenCoverage } from './frozen-facts.rules.js';
import type { ReviewState as State } from './review.workflow.js';
import { UsagePolicy } from './usage-policy.entity.js';

@ObjectType({ description: 'A review of how the mailboxes were used in a window (đợt rà soát).', simpleResolvers: true })
@Entity({ tableName: 'review' })
@Index({ properties: ['openedAt', 'id'] })
export class Review extends EditedRecord {
  @Field(() => String, { description: 'Human reference: `DR-2026-0001`.' })
  @Property({ type: 'text' })
  @Unique()
  reference: string;

  @Field(() => String, { description: 'Title.' })
  @Property({ type: 'text' })
  title: string;

  @Field(() => ReviewState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state: State;

  @ManyToOne(() => UsagePolicy, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  policy: Ref<UsagePolicy>;

  @Field(() => CalendarDate, { description: 'First day of the window.' })
  @Property({ type: 'date' })
  windowFrom: string;

  @Field(() => CalendarDate, { description: 'Last day of the window.' })
  @Property({ type: 'date' })
  windowTo: string;

  /** Ids of the agencies reviewed; null: the whole city. */
  @Property({ type: 'array', columnType: 'text[]', nullable: true })
  agencyIds?: string[] | null;

  @Field(() => Date, { description: 'When evidence and tiers were frozen (T-5).' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  openedAt: Date;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day for contesting; null where the policy sets no days: then as long as the review is open (T-8).',
  })
  @Property({ type: 'date', nullable: true })
  contestUntil?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day on which the agencies check; null where they do not (F-1).' })
  @Property({ type: 'date', nullable: true })
  checkUntil?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day by which the task force means to be done after them; nothing is refused later (F-1).',
  })
  @Property({ type: 'date', nullable: true })
  decideUntil?: string | null;

  @Field(() => Silence, { description: 'What becomes of findings that nobody answers (F-3).' })
  @Property({ type: 'text', default: 'FINDING_STAYS' })
  silence: SilenceName = 'FINDING_STAYS';

  /** Definition it was opened from. */
  @Property({ type: 'uuid', nullable: true })
  definitionId?: string | null;

  /** Review of which it looks at some again (F-6). */
  @Property({ type: 'uuid', nullable: true })
  rerunOfId?: string | null;

  @Field(() => RerunScope, {
    nullable: true,
    description: 'Whom of an earlier review it looks at again; null where it is none of these (F-6).',
  })
  @Property({ type: 'text', nullable: true })
  rerunScope?: RerunScopeName | null;

  @Field(() => Date, { nullable: true, description: 'When the findings were made to hold.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  finalisedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  @Property({ type: 'text', nullable: true })
  cancelReason?: string | null;

  /** Coverage of every mail domain on each day of the window, as it was known at the opening (E-8). */
  @Property({ type: 'json', columnType: 'jsonb' })
  coverage: FrozenCoverage[];
}
