/** Dockets over GraphQL: what a session hears, and putting cases on it. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { Committee } from '../committee/committee.entity.js';
import { DecisionKind as DecisionKindWord } from '../committee/committee-words.js';
import { isId } from '../kernel/record.js';
import { decisionAccess } from './decision.access.js';
import { DecisionState } from './decision-words.js';
import { docketList, type DocketRow } from './docket.read.js';
import type { DecisionKind } from '../committee/vocabulary.js';
import type { DecisionState as StateName } from './vocabulary.js';

@ObjectType({ description: 'How many cases of a docket stand in a state.', simpleResolvers: true })
export class DocketFigure {
  @Field(() => DecisionState, { description: 'State.' })
  state: StateName;

  @Field(() => Int, { description: 'Cases in it.' })
  cases: number;
}

@ObjectType({ description: 'A docket (danh mục hồ sơ phiên họp): cases that a committee hears together (D-1).', simpleResolvers: true })
export class Docket {
  @Field(() => String, { description: 'Its name, which each of its cases carries.' })
  name: string;

  @Field(() => Committee, { description: 'Before which committee.' })
  committee: unknown;

  @Field(() => [DecisionKindWord], { description: 'Kinds of its cases.' })
  kinds: DecisionKind[];

  @Field(() => Int, { description: 'Cases on it.' })
  cases: number;

  @Field(() => Int, { description: 'Cases not yet decided.' })
  pending: number;

  @Field(() => Int, { description: 'Cases that are voted one by one: with an explanation or a declared conflict (D-12).' })
  contested: number;

  @Field(() => [DocketFigure], { description: 'How many stand where.' })
  states: DocketFigure[];
}

@Resolver(() => Docket)
export class DocketResolver {
  @Access(decisionAccess.readDockets)
  @Query(() => [Docket], { description: 'Dockets with cases you may see, those with the latest cases first; at most 500.' })
  async dockets(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('committeeId', () => ID, { nullable: true, description: 'Before this committee only.' }) committeeId?: string | null,
    @Arg('name', () => String, { nullable: true, description: 'With this name only.' }) name?: string | null,
  ): Promise<DocketRow[]> {
    if (committeeId != null && !isId(committeeId)) return [];
    const { ground, actor } = acting(context);
    const askedOfCommittee = asked(info, 'committee');
    return docketList(ground.read, { actor, today: ground.clock.today(), committeeId, name, askedOfCommittee });
  }
}
