/** A vote: what was frozen when it opened, who may vote, who is recused and why, and how each voted (D-4 to D-7). */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Committee, CommitteeMember } from '../committee/committee.entity.js';
import type { RuleValues } from '../committee/voting-rule.rules.js';
import type { Seat as SeatName } from '../committee/vocabulary.js';
import { User } from '../identity/user.entity.js';
import { Record } from '../kernel/record.js';
import { Decision } from './decision.entity.js';
import { Choice, DecisionState, VoteEnd, VotePurpose } from './decision-words.js';
import type {
  Choice as ChoiceName,
  ConflictReason as ReasonName,
  DecisionState as StateName,
  VoteEnd as EndName,
  VotePurpose as PurposeName,
} from './vocabulary.js';

@ObjectType({ description: 'A vote on a case.', simpleResolvers: true })
@Entity({ tableName: 'decision_vote' })
@Unique({ properties: ['decision', 'number'] })
@Index({ name: 'decision_vote_due', expression: `create index "decision_vote_due" on "decision_vote" ("closes_at") where "is_open"` })
@Index({
  name: 'decision_vote_open',
  expression: `create unique index "decision_vote_open" on "decision_vote" ("decision_id") where "is_open"`,
})
export class Vote extends Record {
  @ManyToOne(() => Decision, { ref: true, deleteRule: 'cascade' })
  decision: Ref<Decision>;

  @ManyToOne(() => Committee, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  committee: Ref<Committee>;

  /** Counts the votes on a case. */
  @Property({ type: 'integer' })
  number: number;

  @Field(() => VotePurpose, { description: 'What it is about.' })
  @Property({ type: 'text' })
  purpose: PurposeName;

  @Field(() => Date, { description: 'When it was opened: voters, base and rule were frozen then (D-4).' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  openedAt: Date;

  @Field(() => Date, { description: 'When it closes at the latest.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  closesAt: Date;

  /** The rule that was in force when it opened. */
  @Property({ type: 'json', columnType: 'jsonb' })
  rule: RuleValues;

  @Field(() => Int, { description: 'How many may vote: the quorum is asked of them.' })
  @Property({ type: 'integer' })
  base: number;

  @Field(() => Int, { description: 'How many must take part.' })
  @Property({ type: 'integer' })
  quorum: number;

  @Field(() => Int, { description: 'How many have taken part.' })
  @Property({ type: 'integer' })
  present: number = 0;

  @Field(() => Int, { description: 'Votes for.' })
  @Property({ type: 'integer' })
  for: number = 0;

  @Field(() => Int, { description: 'Votes against.' })
  @Property({ type: 'integer' })
  against: number = 0;

  @Field(() => Int, { description: 'Abstentions.' })
  @Property({ type: 'integer' })
  abstain: number = 0;

  @Field(() => Boolean, { description: 'Whether it is open.' })
  @Property({ type: 'boolean' })
  isOpen: boolean = true;

  @Field(() => DecisionState, { nullable: true, description: 'What came of it; null while open, and where it ended without result.' })
  @Property({ type: 'text', nullable: true })
  result?: StateName | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  closedAt?: Date | null;

  @Field(() => VoteEnd, { nullable: true, description: 'What ended it.' })
  @Property({ type: 'text', nullable: true })
  endedBy?: EndName | null;

  @Field(() => String, { nullable: true, description: 'Why the chair closed it before its time.' })
  @Property({ type: 'text', nullable: true })
  closeReason?: string | null;
}

/** One who sat in the committee with a vote when a vote was opened, recused or not (D-4, D-5). */
@Entity({ tableName: 'decision_voter' })
@Unique({ properties: ['vote', 'user'] })
@Index({ properties: ['user', 'vote'] })
export class Voter extends Record {
  @ManyToOne(() => Vote, { ref: true, deleteRule: 'cascade' })
  vote: Ref<Vote>;

  @ManyToOne(() => CommitteeMember, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  member: Ref<CommitteeMember>;

  @ManyToOne(() => User, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  user: Ref<User>;

  @Property({ type: 'text' })
  seat: SeatName;

  /** Why the member takes no part; null for whoever votes. */
  @Property({ type: 'text', nullable: true })
  recusedFor?: ReasonName | null;

  @Property({ type: 'text', nullable: true })
  recusalNote?: string | null;
}

@ObjectType({ description: 'How one member voted.', simpleResolvers: true })
@Entity({ tableName: 'ballot' })
@Unique({ properties: ['vote', 'member'] })
export class Ballot extends Record {
  @ManyToOne(() => Vote, { ref: true, deleteRule: 'cascade' })
  vote: Ref<Vote>;

  @ManyToOne(() => CommitteeMember, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  member: Ref<CommitteeMember>;

  @Field(() => Choice, { description: 'For, against or abstaining.' })
  @Property({ type: 'text' })
  choice: ChoiceName;

  @Field(() => String, { nullable: true, description: 'Why, in the member’s words.' })
  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  @Field(() => Date, { description: 'When it was cast, or last changed.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  castAt: Date;
}

/** Ballots that were changed or struck: every change is kept (D-6). */
@Entity({ tableName: 'ballot_archive' })
@Index({ properties: ['vote', 'castAt'] })
export class ArchivedBallot extends Record {
  @ManyToOne(() => Vote, { ref: true, deleteRule: 'cascade' })
  vote: Ref<Vote>;

  @ManyToOne(() => CommitteeMember, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  member: Ref<CommitteeMember>;

  @Property({ type: 'text' })
  choice: ChoiceName;

  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  castAt: Date;

  /** CHANGED, or STRUCK by a conflict of interest. */
  @Property({ type: 'text' })
  because: 'CHANGED' | 'STRUCK';
}

/** A conflict of interest that a member has declared in a case; it holds for every later vote on it (D-5). */
@Entity({ tableName: 'declared_conflict' })
@Unique({ properties: ['decision', 'user'] })
export class DeclaredConflict extends Record {
  @ManyToOne(() => Decision, { ref: true, deleteRule: 'cascade' })
  decision: Ref<Decision>;

  @ManyToOne(() => User, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  user: Ref<User>;

  @Property({ type: 'text' })
  note: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  declaredAt: Date;
}
