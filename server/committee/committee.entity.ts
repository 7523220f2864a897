/** A steering committee (ban chỉ đạo), its seats and its voting rules. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { User } from '../identity/user.entity.js';
import { EditedRecord, newId, Record } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { AppealSettler, DecisionKind, Seat, Threshold } from './committee-words.js';
import type { AppealSettler as SettlerName, DecisionKind as KindName, Seat as SeatName, Threshold as ThresholdName } from './vocabulary.js';

@ObjectType({ description: 'A steering committee (ban chỉ đạo).', simpleResolvers: true })
@Entity({ tableName: 'committee' })
export class Committee extends EditedRecord {
  @Field(() => String, { description: 'Code, unique: `BCD`.' })
  @Property({ type: 'text' })
  @Unique()
  code: string;

  @Field(() => String, { description: 'Name.' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => [DecisionKind], { description: 'Kinds of decision it is competent for (C-1).' })
  @Property({ type: 'array', columnType: 'text[]' })
  competences: KindName[];

  @Field(() => String, { description: 'Legal basis on which it stands.' })
  @Property({ type: 'text' })
  legalBasis: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  @Property({ type: 'date' })
  effectiveOn: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day on which it was closed by a merger; its cases and minutes stay readable (C-2).',
  })
  @Property({ type: 'date', nullable: true })
  closedOn?: string | null;

  @ManyToOne(() => Committee, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  successor?: Ref<Committee> | null;

  @Field(() => String, { description: 'What stands after the number of its decisions: `QĐ-BCĐ` (N-1).' })
  @Property({ type: 'text' })
  numberSymbol: string = 'QĐ-BCĐ';
}

@ObjectType({ description: 'A seat held by somebody in a committee (C-1).', simpleResolvers: true })
@Entity({ tableName: 'committee_member' })
@Index({ properties: ['committee', 'fromOn'] })
@Index({ properties: ['user'] })
export class CommitteeMember extends Record {
  @ManyToOne(() => Committee, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  committee: Ref<Committee>;

  @ManyToOne(() => User, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  user: Ref<User>;

  @Field(() => Seat, { description: 'The seat.' })
  @Property({ type: 'text' })
  seat: SeatName;

  @Field(() => CalendarDate, { description: 'First day.' })
  @Property({ type: 'date' })
  fromOn: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null while it lasts.' })
  @Property({ type: 'date', nullable: true })
  untilOn?: string | null;
}

@ObjectType({ description: 'How a committee votes on a kind of decision, from a day on (D-4).', simpleResolvers: true })
@Entity({ tableName: 'voting_rule' })
@Unique({ properties: ['committee', 'version'] })
export class VotingRule {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @ManyToOne(() => Committee, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  committee: Ref<Committee>;

  /** Counts the rules of a committee in the order in which they were adopted. */
  @Property({ type: 'integer' })
  version: number;

  @Field(() => DecisionKind, { description: 'For which kind.' })
  @Property({ type: 'text' })
  kind: KindName;

  @Field(() => Threshold, { description: 'Share of the base that must take part.' })
  @Property({ type: 'text' })
  quorum: ThresholdName;

  @Field(() => Threshold, { description: 'Share of the votes for among those for and against.' })
  @Property({ type: 'text' })
  majority: ThresholdName;

  @Field(() => Boolean, { description: 'Whether a tie is adopted.' })
  @Property({ type: 'boolean' })
  isTieAdopted: boolean;

  @Field(() => Boolean, { description: 'No vote is held, the chair decides; never for adverse kinds.' })
  @Property({ type: 'boolean' })
  isByChairAlone: boolean;

  @Field(() => Int, { description: 'Voters needed to open a vote; in adverse kinds also the least votes for (D-6).' })
  @Property({ type: 'integer' })
  minimumVoters: number;

  @Field(() => Int, { description: 'Calendar days for the explanation after notice (L-1).' })
  @Property({ type: 'integer' })
  noticeDays: number;

  @Field(() => Int, { description: 'Calendar days for which a vote stays open.' })
  @Property({ type: 'integer' })
  voteDays: number;

  @Field(() => Int, { description: 'Calendar days for an appeal after service.' })
  @Property({ type: 'integer' })
  appealDays: number;

  @Field(() => AppealSettler, { description: 'Who settles an appeal in the first instance.' })
  @Property({ type: 'text' })
  appealSettledBy: SettlerName;

  @Field(() => Int, { description: 'Calendar days in which it is to be settled.' })
  @Property({ type: 'integer' })
  appealSettleDays: number;

  @Field(() => Int, { description: 'Calendar days for an appeal in the second instance.' })
  @Property({ type: 'integer' })
  secondAppealDays: number;

  @Field(() => CalendarDate, { description: 'First day; that of the committee where the usual rule holds.' })
  @Property({ type: 'date' })
  effectiveOn: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  adoptedAt: Date;
}
