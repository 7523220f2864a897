/** A case (hồ sơ): what is proposed about one officer, from the proposal to the end of its force (D-1). */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { DecisionKind } from '../committee/committee-words.js';
import { Committee } from '../committee/committee.entity.js';
import type { DecisionKind as KindName } from '../committee/vocabulary.js';
import { EditedRecord, Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { Officer } from '../registry/officer.entity.js';
import { Finding } from '../review/finding.entity.js';
import { DecisionState, NoticeMeans } from './decision-words.js';
import type { DecisionState as StateName, NoticeMeans as MeansName } from './vocabulary.js';

@ObjectType({
  description: 'A case about one officer, and the decision that may come of it (hồ sơ, quyết định; D-1).',
  simpleResolvers: true,
})
@Entity({ tableName: 'decision' })
@Index({ properties: ['officer', 'kind'] })
@Index({ properties: ['committee', 'state', 'id'] })
@Index({ properties: ['state', 'id'] })
@Index({ properties: ['finding', 'kind'] })
@Index({ properties: ['docket'] })
@Index({ name: 'decision_ready', expression: `create index "decision_ready" on "decision" ("explain_until") where state = 'NOTIFIED'` })
@Index({
  name: 'decision_one_pending',
  expression: `create unique index "decision_one_pending" on "decision" ("officer_id", "kind", coalesce("award_year", 0), "committee_id") where "is_pending"`,
})
export class Decision extends EditedRecord {
  @Field(() => String, { description: 'Human reference: `QD-2026-0042`.' })
  @Property({ type: 'text' })
  @Unique()
  reference: string;

  @Field(() => DecisionKind, { description: 'What is decided.' })
  @Property({ type: 'text' })
  kind: KindName;

  @Field(() => DecisionState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state: StateName;

  /** Not yet decided: one such case an officer, kind and year (D-2). */
  @Property({ type: 'boolean' })
  isPending: boolean;

  @ManyToOne(() => Officer, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  officer: Ref<Officer>;

  @ManyToOne(() => Committee, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  committee: Ref<Committee>;

  @ManyToOne(() => Finding, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  finding?: Ref<Finding> | null;

  /** Version of the finding on which it was proposed (G-5). */
  @Property({ type: 'integer', nullable: true })
  findingVersion?: number | null;

  /** First day of what it rests on: from it on posts in the officer's agency are a conflict (D-5). */
  @Property({ type: 'date' })
  windowFrom: string;

  @Property({ type: 'text' })
  legalBasis: string;

  @Property({ type: 'text' })
  grounds: string;

  @Field(() => Int, { nullable: true, description: 'Emulation year, of exclusions and their lifting (D-11).' })
  @Property({ type: 'integer', nullable: true })
  awardYear?: number | null;

  @Field(() => [String], { description: 'Codes of the emulation titles it is about.' })
  @Property({ type: 'array', columnType: 'text[]' })
  awardTitles: string[];

  @Field(() => String, { nullable: true, description: 'Address of the mailbox to provide.' })
  @Property({ type: 'text', nullable: true })
  mailboxAddress?: string | null;

  /** The mailbox it is about, and its expected state before the decision came into force (D-10). */
  @Property({ type: 'uuid', nullable: true })
  mailboxId?: string | null;

  @Property({ type: 'text', nullable: true })
  mailboxStateBefore?: string | null;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  endsDecisionId?: string | null;

  @Property({ type: 'uuid', nullable: true })
  endedById?: string | null;

  @Property({ type: 'uuid', nullable: true })
  joinedToId?: string | null;

  @Field(() => String, { nullable: true, description: 'Docket (danh mục hồ sơ phiên họp) with which it is heard.' })
  @Property({ type: 'text', nullable: true })
  docket?: string | null;

  @Field(() => Date, { description: 'When it was proposed.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  proposedAt: Date;

  /** Name of the actor, as the audit log has it. */
  @Property({ type: 'text' })
  proposedBy: string;

  @Property({ type: 'uuid', nullable: true })
  proposedByUserId?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the notice was recorded.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  notifiedAt?: Date | null;

  @Field(() => NoticeMeans, { nullable: true, description: 'How the notice was served.' })
  @Property({ type: 'text', nullable: true })
  noticeMeans?: MeansName | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the notice was served.' })
  @Property({ type: 'date', nullable: true })
  servedOn?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day for the explanation (L-1).' })
  @Property({ type: 'date', nullable: true })
  explainUntil?: string | null;

  @Property({ type: 'text', nullable: true })
  explanation?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day on which the explanation was received; the day counts, not that of its entry.',
  })
  @Property({ type: 'date', nullable: true })
  explainedOn?: string | null;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  explanationAttachmentId?: string | null;

  @Property({ type: 'text', nullable: true })
  answer?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the explanation was answered; null while it is not.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  answeredAt?: Date | null;

  /** Whether a member has declared a conflict: then it is voted alone (D-12). */
  @Property({ type: 'boolean' })
  hasDeclaredConflict: boolean = false;

  /** How often too few took part (D-7). */
  @Property({ type: 'integer' })
  lapses: number = 0;

  @Field(() => Date, { nullable: true, description: 'When it was adopted.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  adoptedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision: `12/QĐ-BCĐ` (N-1).' })
  @Property({ type: 'text', nullable: true })
  number?: string | null;

  @Property({ type: 'integer', nullable: true })
  numberYear?: number | null;

  @Field(() => String, { nullable: true, description: 'Who signed it.' })
  @Property({ type: 'text', nullable: true })
  signedBy?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day from which it is in force; to come while it waits as ADOPTED.' })
  @Property({ type: 'date', nullable: true })
  inForceOn?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which the decision was served; from it the appeal period is counted.' })
  @Property({ type: 'date', nullable: true })
  decisionServedOn?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day for an appeal (D-9); null in kinds that are not adverse.' })
  @Property({ type: 'date', nullable: true })
  appealUntil?: string | null;
}

/** What happened to a case, in the order of its happening; for people to read. */
@Entity({ tableName: 'decision_event' })
@Index({ properties: ['decision', 'id'] })
export class DecisionEventRow extends Record {
  @ManyToOne(() => Decision, { ref: true, deleteRule: 'cascade' })
  decision: Ref<Decision>;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  at: Date;

  /** Name of the actor as people know it, and as the audit log has it. */
  @Property({ type: 'text' })
  actor: string;

  @Property({ type: 'text' })
  actorName: string;

  @Property({ type: 'text' })
  action: string;

  @Property({ type: 'text', nullable: true })
  fromState?: StateName | null;

  @Property({ type: 'text' })
  toState: StateName;

  @Property({ type: 'text', nullable: true })
  note?: string | null;

  /** Words of the officer, or about what was explained: hidden from whoever may not read the file (D-5). */
  @Property({ type: 'boolean' })
  isConfidential: boolean = false;
}

/** The last number given by a committee in a year (N-1). */
@Entity({ tableName: 'decision_number' })
@Unique({ properties: ['committee', 'year'] })
export class DecisionNumber extends Record {
  @ManyToOne(() => Committee, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  committee: Ref<Committee>;

  @Property({ type: 'integer' })
  year: number;

  @Property({ type: 'integer' })
  last: number;
}
