/** Committees over GraphQL. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { holds } from '../identity/right.js';
import { User } from '../identity/user.entity.js';
import { isId } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { committeeAccess } from './committee.access.js';
import { Committee, CommitteeMember, VotingRule } from './committee.entity.js';
import { CommitteeInput, CommitteeSeatInput, VotingRuleInput } from './committee.inputs.js';
import { committeeList, type CommitteeRow, type MemberRow, oneCommittee } from './committee.read.js';
import { adoptRule, createCommittee, endSeat, seatMember } from './committee.service.js';
import { CommitteeAction, DecisionKind } from './committee-words.js';
import { holdsOn } from './seats.rules.js';
import type { DecisionKind as KindName } from './vocabulary.js';
import { ruleOn } from './voting-rule.rules.js';

@ObjectType({ description: 'What became of a committee.', simpleResolvers: true })
export class CommitteePayload {
  @Field(() => Committee, { nullable: true, description: 'The committee.' })
  committee: Committee | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

const none = { committee: null };

@Resolver(() => Committee)
export class CommitteeResolver {
  @Access(committeeAccess.readCommittees)
  @Query(() => Committee, { nullable: true, description: 'One committee by id or code; null when there is none.' })
  async committee(
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Id.' }) id?: string,
    @Arg('code', () => String, { nullable: true, description: 'Code.' }) code?: string,
  ): Promise<CommitteeRow | null> {
    if (id != null) return isId(id) ? oneCommittee(ground.read, asked(info), (q) => q.where('k.id', '=', id)) : null;
    return code == null ? null : oneCommittee(ground.read, asked(info), (q) => q.where('k.code', '=', code.trim().toUpperCase()));
  }

  @Access(committeeAccess.readCommittees)
  @Query(() => [Committee], { description: 'All committees, those that were closed last.' })
  committees(@Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo): Promise<CommitteeRow[]> {
    return committeeList(ground.read, asked(info));
  }

  @Cost({ items: 12 })
  @FieldResolver(() => [CommitteeMember], {
    description:
      'Who holds a seat today, or held one on the last day; by seat, then by name. With `all` also whose term has ended or is to come.',
  })
  members(
    @Root() committee: CommitteeRow,
    @Ctx() { ground }: Context,
    @Arg('all', () => Boolean, { defaultValue: false, description: 'Every term there ever was.' }) all: boolean,
  ): MemberRow[] {
    const members = committee.members ?? [];
    if (all) return members;
    const today = ground.clock.today();
    const day = committee.closedOn && committee.closedOn <= today ? dayBefore(committee) : maxDay(today, committee.effectiveOn);
    return members.filter((member) => holdsOn(member, day));
  }

  @FieldResolver(() => VotingRule, { description: 'The rule that holds today for a kind; the usual one where none was adopted (D-4).' })
  rule(
    @Root() committee: CommitteeRow,
    @Arg('kind', () => DecisionKind, { description: 'Kind of decision.' }) kind: KindName,
    @Ctx() { ground }: Context,
  ) {
    return { kind, effectiveOn: committee.effectiveOn, ...ruleOn(committee.rules ?? [], kind, ground.clock.today()) };
  }

  @Cost({ items: 5 })
  @FieldResolver(() => [VotingRule], { description: 'Every rule that was adopted, by kind, the latest first.' })
  rules(@Root() committee: CommitteeRow) {
    return committee.rules ?? [];
  }

  @FieldResolver(() => Committee, { nullable: true, description: 'The committee into which it was merged (C-2).' })
  successor(@Root() committee: CommitteeRow) {
    return committee.successor ?? null;
  }

  @Cost({ items: 2 })
  @FieldResolver(() => [Committee], { description: 'The committees that were merged into it.' })
  predecessors(@Root() committee: CommitteeRow) {
    return committee.predecessors ?? [];
  }

  @FieldResolver(() => [CommitteeAction], { description: 'What you can do with it now.' })
  availableActions(@Root() committee: CommitteeRow, @Ctx() context: Context): string[] {
    const { actor } = acting(context);
    return !committee.closedOn && holds(actor, committeeAccess.changeCommittees) ? ['SEAT_MEMBER', 'ADOPT_RULE'] : [];
  }

  @Access(committeeAccess.changeCommittees)
  @Mutation(() => CommitteePayload, { description: 'Makes a committee with its first members (C-1). DUPLICATE when the code is taken.' })
  committeeCreate(
    @Arg('input', () => CommitteeInput, { description: 'The committee.' }) input: CommitteeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await createCommittee(acting(context), input)));
  }

  @Access(committeeAccess.changeCommittees)
  @Mutation(() => CommitteePayload, {
    description: 'Gives somebody a seat from a day on; the seat so far ends the day before, a new chair follows the one so far (C-1).',
  })
  committeeSeatMember(
    @Arg('input', () => CommitteeSeatInput, { description: 'The seat.' }) input: CommitteeSeatInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await seatMember(acting(context), input)));
  }

  @Access(committeeAccess.changeCommittees)
  @Mutation(() => CommitteePayload, {
    description:
      'Ends a seat with a day. A voter whose term ends while a vote is open stays in that vote (D-5). CONFLICT for the chair, who is followed instead.',
  })
  committeeEndSeat(
    @Arg('memberId', () => ID, { description: 'Id of the member.' }) memberId: string,
    @Arg('untilOn', () => CalendarDate, { description: 'Last day.' }) untilOn: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await endSeat(acting(context), memberId, untilOn)));
  }

  @Access(committeeAccess.changeCommittees)
  @Mutation(() => CommitteePayload, {
    description:
      'Adopts a voting rule from a day on; open votes keep theirs (D-4). RULE_VIOLATED for adverse kinds by the chair alone (D-4) and with too short periods (L-2).',
  })
  votingRuleAdopt(
    @Arg('input', () => VotingRuleInput, { description: 'The rule.' }) input: VotingRuleInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await adoptRule(acting(context), input)));
  }

  private async afterwards({ ground }: Context, info: GraphQLResolveInfo, id: string) {
    return { committee: await oneCommittee(ground.read, asked(info, 'committee'), (q) => q.where('k.id', '=', id)) };
  }
}

const maxDay = (a: string, b: string) => (a > b ? a : b);
/** A committee is closed on the day of the merger: its last day is the one before. */
const dayBefore = ({ closedOn }: CommitteeRow) => new Date(Date.parse(closedOn!) - 86_400_000).toISOString().slice(0, 10);

@Resolver(() => CommitteeMember)
export class CommitteeMemberResolver {
  @FieldResolver(() => User, { description: 'Who.' })
  user(@Root() member: MemberRow) {
    return member.user;
  }
}
