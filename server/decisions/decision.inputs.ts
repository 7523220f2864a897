/** What can be asked of and said about cases. */
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import { DateFilter, IdFilter, TextFilter } from '../api/filters.inputs.js';
import { DecisionKind } from '../committee/committee-words.js';
import type { DecisionKind as KindName } from '../committee/vocabulary.js';
import { DecisionState } from './decision-words.js';
import type { DecisionState as StateName } from './vocabulary.js';

@InputType({ description: 'Which cases.' })
export class DecisionWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => [DecisionKind], { nullable: true, description: 'Of these kinds.' })
  kind?: KindName[] | null;

  @Field(() => [DecisionState], { nullable: true, description: 'In these states.' })
  state?: StateName[] | null;

  @Field(() => IdFilter, { nullable: true, description: 'About these officers.' })
  officerId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'About officers who are in these agencies today.' })
  agencyId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Before these committees.' })
  committeeId?: IdFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether your vote is awaited: a vote is open, you may vote and have not.' })
  awaitingMyVote?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an explanation waits for its answer.' })
  explanationToAnswer?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the decision has its number and signatory.' })
  isSigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an appeal should have been settled by now (D-9).' })
  appealOverdue?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Of this emulation year.' })
  awardYear?: number | null;

  @Field(() => TextFilter, { nullable: true, description: 'Of these dockets.' })
  docket?: TextFilter | null;

  @Field(() => DateFilter, { nullable: true, description: 'In force from a day in this span.' })
  inForceOn?: DateFilter | null;
}

@ArgsType()
export class DecisionsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of the officer’s name or code, of the reference or the number.' })
  search?: string;

  @Field(() => DecisionWhere, { nullable: true, description: 'Which cases.' })
  where?: DecisionWhere;
}

@InputType({ description: 'Cases to propose (D-1, D-2).' })
export class ProposeInput {
  @Field(() => ID, { nullable: true, description: 'Id of the committee; needed where two in force decide the kind (C-1).' })
  committeeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Docket with which they are heard, at most 100 characters.' })
  docket?: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that is ended, of a lift or restoration; else the one in force is found.' })
  endsDecisionId?: string | null;

  @Field(() => DecisionKind, { description: 'What is proposed.' })
  kind: KindName;

  @Field(() => [ID], { nullable: true, description: 'Officers; adverse kinds rest on their latest finding.' })
  officerIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Findings; at most 1,000 together with the officers.' })
  findingIds?: string[] | null;

  @Field(() => String, { description: 'Legal basis (căn cứ), at most 10,000 characters.' })
  legalBasis: string;

  @Field(() => String, { description: 'Grounds, at most 10,000 characters.' })
  grounds: string;

  @Field(() => Int, { nullable: true, description: 'Emulation year, of exclusions and lifts (D-11).' })
  awardYear?: number | null;

  @Field(() => [String], { nullable: true, description: 'Codes of emulation titles, of exclusions.' })
  awardTitles?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Address of a mailbox to provide for one officer; else one is made of the name.' })
  mailboxAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'The same key with the same request proposes once.' })
  idempotencyKey?: string | null;
}
