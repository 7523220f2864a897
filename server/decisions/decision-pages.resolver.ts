/** Pages and payloads of cases. */
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection.js';
import { UserError } from '../api/user-error.js';
import { CommitteeMember } from '../committee/committee.entity.js';
import { Decision } from './decision.entity.js';
import { ConflictReason, DecisionState } from './decision-words.js';
import type { ConflictReason as ReasonName, DecisionState as StateName } from './vocabulary.js';

export const [DecisionEdge, DecisionConnection] = connectionOf(Decision);

@ObjectType({ description: 'What became of one of those named.', simpleResolvers: true })
export class DecisionResult {
  @Field(() => ID, { nullable: true, description: 'The id that was given.' })
  id: string | null;

  @Field(() => Decision, { nullable: true, description: 'The case; null where it was refused.' })
  decision: unknown;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of cases; each stands alone.', simpleResolvers: true })
export class DecisionsPayload {
  @Field(() => [DecisionResult], { description: 'One for each that was named, in the order given.' })
  results: DecisionResult[];

  @Field(() => [UserError], { description: 'Why the whole request was refused.' })
  userErrors: UserError[];
}

@ObjectType('DecisionEvent', { description: 'Something that happened to a case.', simpleResolvers: true })
export class DecisionEvent {
  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'By whom; `Hopthu` where it happened by itself.' })
  actor: string;

  @Field(() => String, { description: 'What: an act of the table of transitions, such as `GIVE_NOTICE`.' })
  action: string;

  @Field(() => DecisionState, { nullable: true, description: 'State before; null for the proposal.' })
  from: StateName | null;

  @Field(() => DecisionState, { description: 'State after.' })
  to: StateName;

  @Field(() => String, { nullable: true, description: 'Words that came with it; null where you may not read them.' })
  note: string | null;
}

@ObjectType('Recusal', { description: 'Why a member takes no part in a vote (D-5).', simpleResolvers: true })
export class Recusal {
  @Field(() => CommitteeMember, { description: 'Who.' })
  member: CommitteeMember;

  @Field(() => ConflictReason, { description: 'Why.' })
  reason: ReasonName;

  @Field(() => String, {
    nullable: true,
    description: 'In the member’s own words, where it was declared; null without the right to see ballots.',
  })
  note: string | null;
}
