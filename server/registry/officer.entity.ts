/** An officer, the posts held from day to day, and documented absences. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { EditedRecord, Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { Agency } from './agency.entity.js';
import type { UsageTier } from './usage-tier.js';

/**
 * Agency, post and leader flag are those of the main posting of today, or of the last one (T-2); they stand here because
 * lists filter and sort on them. Postings are the truth; `postings.service.ts` keeps the two together.
 */
@ObjectType({ description: 'An officer (cán bộ, công chức).', simpleResolvers: true })
@Entity({ tableName: 'officer' })
@Index({ properties: ['sortKey', 'id'] })
@Index({ properties: ['isLeader', 'sortKey', 'id'] })
@Index({ properties: ['agency', 'sortKey', 'id'] })
@Index({ properties: ['currentTier', 'sortKey', 'id'] })
export class Officer extends EditedRecord {
  @Field(() => String, { description: 'Code of the officer, unique: `SNV-0001`.' })
  @Property({ type: 'text' })
  @Unique()
  code: string;

  @Field(() => String, { description: 'Full name, Unicode NFC.' })
  @Property({ type: 'text' })
  fullName: string;

  @ManyToOne(() => Agency, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  agency: Ref<Agency>;

  @Field(() => String, { nullable: true, description: 'Post (chức vụ) of the main posting.' })
  @Property({ type: 'text', nullable: true })
  post?: string | null;

  @Field(() => Boolean, { description: 'Whether the main post is a leader’s.' })
  @Property({ type: 'boolean' })
  isLeader: boolean;

  /** Id of the personal mailbox; role mailboxes linked to the officer name the officer themselves. */
  @Property({ type: 'uuid', nullable: true })
  @Unique()
  mailboxId?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day in the city’s service.' })
  @Property({ type: 'date', nullable: true })
  leftOn?: string | null;

  @Property({ type: 'text', nullable: true })
  leftReason?: string | null;

  /** Since when nothing is known about who this was (K-5). */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  erasedAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  otherEmail?: string | null;

  @Property({ type: 'text', nullable: true })
  phone?: string | null;

  /** Letters go on paper, though there may be an address. */
  @Property({ type: 'boolean', default: false })
  prefersPaper: boolean = false;

  /** Tier in the latest finalised review. Written by review. */
  @Property({ type: 'text', nullable: true })
  currentTier?: UsageTier | null;

  /** Id of the finding that tier comes from (T-6). Written by review. */
  @Property({ type: 'uuid', nullable: true })
  latestFindingId?: string | null;

  /** What a search looks through (name.rules.ts). */
  @Property({ type: 'text' })
  searchText: string;

  /** Given name first, Vietnamese order, compared by plain bytes (name.rules.ts). */
  @Property({ type: 'text', collation: 'C' })
  sortKey: string;
}

@ObjectType({ description: 'A post held in an agency from one day to another, both included.', simpleResolvers: true })
@Entity({ tableName: 'posting' })
@Index({ properties: ['officer', 'fromOn'] })
@Index({ properties: ['agency', 'fromOn'] })
export class Posting extends Record {
  @ManyToOne(() => Officer, { ref: true, deleteRule: 'cascade' })
  officer: Ref<Officer>;

  @ManyToOne(() => Agency, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  agency: Ref<Agency>;

  @Field(() => Boolean, { description: 'The main posting: the officer is counted there, and only there (T-2).' })
  @Property({ type: 'boolean' })
  isMain: boolean;

  @Field(() => String, { nullable: true, description: 'Post (chức vụ).' })
  @Property({ type: 'text', nullable: true })
  post?: string | null;

  @Field(() => Boolean, { description: 'Whether the post is a leader’s.' })
  @Property({ type: 'boolean' })
  isLeader: boolean;

  @Field(() => CalendarDate, { description: 'First day.' })
  @Property({ type: 'date' })
  fromOn: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null while it lasts.' })
  @Property({ type: 'date', nullable: true })
  untilOn?: string | null;
}

@ObjectType({
  description: 'Days on which an officer was excused, with the document that shows it; the kind of absence is not stored.',
  simpleResolvers: true,
})
@Entity({ tableName: 'absence' })
@Unique({ properties: ['officer', 'fromOn', 'untilOn', 'document'] })
export class Absence extends Record {
  @ManyToOne(() => Officer, { ref: true, deleteRule: 'cascade' })
  officer: Ref<Officer>;

  @Field(() => CalendarDate, { description: 'First day.' })
  @Property({ type: 'date' })
  fromOn: string;

  @Field(() => CalendarDate, { description: 'Last day.' })
  @Property({ type: 'date' })
  untilOn: string;

  @Field(() => String, { description: 'Number and date of the document.' })
  @Property({ type: 'text' })
  document: string;
}
