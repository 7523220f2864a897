/** A finding (kết quả rà soát): one officer in one review, with its frozen facts and everything it ever said. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { EditedRecord, Record } from '../kernel/record.js';
import { Agency } from '../registry/agency.entity.js';
import { Officer } from '../registry/officer.entity.js';
import { UsageTier } from '../registry/usage-tier.js';
import { Cause, NotAssessedReason } from './finding-words.js';
import type { FrozenCoverage } from './frozen-facts.rules.js';
import type { FindingChange } from './reason.rules.js';
import { Review } from './review.entity.js';
import type { Cause as CauseName, NotAssessedReason as Reason, UsageTier as Tier } from './vocabulary.js';

@ObjectType({ description: 'How one officer’s mailbox was used in one review (kết quả rà soát).', simpleResolvers: true })
@Entity({ tableName: 'finding' })
@Unique({ properties: ['review', 'officer'] })
@Index({ properties: ['review', 'agency', 'id'] })
@Index({ properties: ['review', 'tier', 'id'] })
@Index({ properties: ['review', 'id'] })
@Index({ properties: ['officer'] })
export class Finding extends EditedRecord {
  @ManyToOne(() => Review, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  review: Ref<Review>;

  @ManyToOne(() => Officer, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  officer: Ref<Officer>;

  /** Agency, post and leader flag on windowTo, or on the last day in post (T-2). */
  @ManyToOne(() => Agency, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  agency: Ref<Agency>;

  @Field(() => String, { nullable: true, description: 'Post on the last day of the window, or the last day in post.' })
  @Property({ type: 'text', nullable: true })
  post?: string | null;

  @Field(() => Boolean, { description: 'Whether that post was a leader’s.' })
  @Property({ type: 'boolean' })
  isLeader: boolean;

  @Field(() => UsageTier, { description: 'How much the mailbox was used.' })
  @Property({ type: 'text' })
  tier: Tier;

  @Field(() => NotAssessedReason, { nullable: true, description: 'Why it could not be assessed.' })
  @Property({ type: 'text', nullable: true })
  notAssessedReason?: Reason | null;

  @Field(() => Int, { description: 'Working days in post with an active mailbox and not excused.' })
  @Property({ type: 'integer' })
  candidateDays: number;

  @Field(() => Int, { description: 'Candidate days that are covered.' })
  @Property({ type: 'integer' })
  assessableDays: number;

  @Field(() => Float, { description: 'Assessable ÷ candidate days; 0 where there is no candidate day.' })
  @Property({ type: 'double' })
  coverage: number;

  @Field(() => Int, { description: 'Days of use on assessable days.' })
  @Property({ type: 'integer' })
  daysOfUse: number;

  @Field(() => Int, { description: 'Days of use that are no working days.' })
  @Property({ type: 'integer' })
  daysOfUseOutside: number;

  /** Days of use on working days that are not assessable. */
  @Property({ type: 'integer' })
  daysOfUseUncounted: number;

  @Field(() => Int, { description: 'Working days taken out by a documented absence.' })
  @Property({ type: 'integer' })
  excusedDays: number;

  @Field(() => Int, { description: 'Days that look polled; never use (E-5).' })
  @Property({ type: 'integer' })
  polledDays: number;

  @Field(() => Int, { description: 'Messages sent in the window.' })
  @Property({ type: 'integer' })
  sent: number;

  @Field(() => Int, { description: 'Messages read in the window.' })
  @Property({ type: 'integer' })
  read: number;

  @Field(() => Int, { description: 'Logins in the window; weak by themselves (E-3).' })
  @Property({ type: 'integer' })
  logins: number;

  @Field(() => Int, { description: 'Messages received; never use (E-4).' })
  @Property({ type: 'integer' })
  received: number;

  @Field(() => Int, { description: 'Messages forwarded elsewhere; never use (E-4).' })
  @Property({ type: 'integer' })
  forwarded: number;

  /** What last changed the outcome. */
  @Property({ type: 'text', nullable: true })
  change?: FindingChange;

  @Field(() => UsageTier, { nullable: true, description: 'Better tier that later evidence would give, until it is settled (T-5).' })
  @Property({ type: 'text', nullable: true })
  improvedTier?: Tier | null;

  /** Improved tier that the task force weighed and did not take. */
  @Property({ type: 'text', nullable: true })
  declinedTier?: Tier | null;

  @Property({ type: 'boolean' })
  isForwardingSettled: boolean = false;

  @Property({ type: 'boolean' })
  isContestOpen: boolean = false;

  @Property({ type: 'text', nullable: true })
  contestNote?: string | null;

  /** A paper that shows what the contest says. */
  @Property({ type: 'uuid', nullable: true })
  contestAttachmentId?: string | null;

  /** Days of absence that the contest names. */
  @Property({ type: 'date', nullable: true })
  contestFromOn?: string | null;

  @Property({ type: 'date', nullable: true })
  contestUntilOn?: string | null;

  /** Name of the account that contested, as in the audit log. */
  @Property({ type: 'text', nullable: true })
  contestedBy?: string | null;

  @Property({ type: 'text', nullable: true })
  contestAnswer?: string | null;

  @Field(() => Cause, { nullable: true, description: 'Why the mailbox is not used regularly, as set by contact or task force.' })
  @Property({ type: 'text', nullable: true })
  cause?: CauseName | null;

  @Property({ type: 'text', nullable: true })
  causeNote?: string | null;
}

/** The facts from which a version of a finding was worked out; a later one is added when they change (T-5, G-5). */
@Entity({ tableName: 'finding_facts' })
export class FindingFacts {
  @PrimaryKey({ type: 'uuid' })
  findingId: string;

  /** First version of the finding that rests on them. */
  @PrimaryKey({ type: 'integer' })
  version: number;

  /** `FrozenFacts` without counters, as JSON text. */
  @Property({ type: 'text' })
  facts: string;

  /** Counters of its mailboxes in their order, as frozen-facts.rules.ts writes them. */
  @Property({ type: 'text' })
  counters: string;

  /** Coverage that came with later evidence; null: that of the review. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  coverage?: FrozenCoverage[] | null;
}

/** What a finding said before it was changed: every former version, whole (T-5). */
@Entity({ tableName: 'finding_version' })
@Unique({ properties: ['finding', 'version'] })
export class FindingVersion extends Record {
  @ManyToOne(() => Finding, { ref: true, deleteRule: 'cascade' })
  finding: Ref<Finding>;

  @Property({ type: 'integer' })
  version: number;

  /** The columns of the finding in that version. */
  @Property({ type: 'json', columnType: 'jsonb' })
  content: unknown;

  /** What replaced it: CAUSE, CONTEST, … */
  @Property({ type: 'text' })
  change: string;

  @Property({ type: 'text', nullable: true })
  note?: string | null;

  @Property({ type: 'text' })
  changedBy: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  changedAt: Date;
}
