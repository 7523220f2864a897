/** Mergers of committees over GraphQL: preview, doing it, planning it for a day to come (C-2 … C-5). */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { committeeAccess } from '../committee/committee.access.js';
import { Committee, CommitteeMember, VotingRule } from '../committee/committee.entity.js';
import { CommitteeMerger } from '../committee/committee-merger.entity.js';
import { committeeList, type CommitteeRow, oneCommittee } from '../committee/committee.read.js';
import { DecisionKind } from '../committee/committee-words.js';
import type { DecisionKind as KindName } from '../committee/vocabulary.js';
import { User } from '../identity/user.entity.js';
import { usersById } from '../identity/user.read.js';
import { isId } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { cancelMerger, mergeCommittees, type MergerResult } from './merger.service.js';

@InputType({ description: 'A merger of committees (C-2).' })
export class CommitteeMergeInput {
  @Field(() => [ID], { description: 'Ids of two or more committees in force.' })
  sourceIds: string[];

  @Field(() => String, { description: 'Code of the new committee.' })
  code: string;

  @Field(() => String, { description: 'Name of the new committee.' })
  name: string;

  @Field(() => ID, { description: 'Who chairs it; from outside too.' })
  chairUserId: string;

  @Field(() => CalendarDate, { description: 'Day of the merger: today, or a day to come for which it is planned.' })
  effectiveOn: string;

  @Field(() => String, { description: 'Legal basis.' })
  legalBasis: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only shows what would come of it.' })
  dryRun: boolean;

  @Field(() => String, { nullable: true, description: 'The same key with the same request merges once.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What comes of a merger (C-2 … C-4).', simpleResolvers: true })
export class MergePreview {
  @Field(() => [CommitteeMember], { description: 'Who sits in the new committee, by seat: one seat a person, the higher of two.' })
  people: unknown[];

  @Field(() => Int, { description: 'How many they are.' })
  members: number;

  @Field(() => [DecisionKind], { description: 'What it decides.' })
  competences: KindName[];

  @Field(() => [VotingRule], {
    description: 'Its rules, of each kind the strictest of the sources; the usual one holds for kinds that are not named.',
  })
  rules: unknown[];

  @Field(() => Int, { description: 'Open cases that move.' })
  moved: number;

  @Field(() => Int, { description: 'Votes that are closed without result and opened again.' })
  reopened: number;

  @Field(() => Int, { description: 'Cases that are joined to an older one about the same.' })
  joined: number;
}

@ObjectType({ description: 'What became of a merger.', simpleResolvers: true })
export class CommitteeMergePayload {
  @Field(() => Boolean, { description: 'Whether it is planned for a day to come.' })
  isPlanned: boolean;

  @Field(() => Committee, { nullable: true, description: 'The new committee; null in a preview, and while it is planned.' })
  committee: unknown;

  @Field(() => MergePreview, { nullable: true, description: 'What comes of it.' })
  preview: MergePreview | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of a planned merger.', simpleResolvers: true })
export class CommitteeMergerPayload {
  @Field(() => CommitteeMerger, { nullable: true, description: 'The merger.' })
  merger: unknown;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

const none = { isPlanned: false, committee: null, preview: null };

async function previewOf(
  { ground }: Context,
  info: GraphQLResolveInfo,
  { united, moved, reopened, joined }: MergerResult,
  day: string,
): Promise<MergePreview> {
  const users = await usersById(
    ground.read,
    new Map(asked(info, 'preview', 'people', 'user')).set('id', new Map()),
    united.members.map(({ userId }) => userId),
  );
  const byId = new Map(users.map((user) => [user.id, user]));
  return {
    people: united.members.map(({ userId, seat, untilOn }) => ({
      id: userId,
      user: byId.get(userId),
      seat,
      fromOn: day,
      untilOn: untilOn ?? null,
    })),
    members: united.members.length,
    competences: united.competences,
    rules: united.rules.map(({ kind, rule }) => ({ ...rule, kind, effectiveOn: day })),
    moved,
    reopened,
    joined,
  };
}

@Resolver(() => CommitteeMerger)
export class CommitteeMergerResolver {
  @Access(committeeAccess.readCommittees)
  @Query(() => [CommitteeMerger], { description: 'Mergers that are planned and not applied, the next first.' })
  plannedMergers(@Ctx() { ground }: Context): Promise<CommitteeMerger[]> {
    return ground.orm.em
      .fork()
      .find(CommitteeMerger, { appliedAt: null, cancelledAt: null } as never, { orderBy: { effectiveOn: 'asc', id: 'asc' } as never });
  }

  @Cost({ own: 5 })
  @FieldResolver(() => User, { description: 'Who will chair it.' })
  async chair(@Root() merger: CommitteeMerger, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    return (await usersById(ground.read, asked(info), [merger.chairUserId]))[0];
  }

  @Cost({ own: 5, items: 2 })
  @FieldResolver(() => [Committee], { description: 'The committees that are merged.' })
  async sources(@Root() merger: CommitteeMerger, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo): Promise<CommitteeRow[]> {
    return (await committeeList(ground.read, asked(info))).filter(({ id }) => merger.sourceIds.includes(id));
  }

  @Cost({ own: 5 })
  @FieldResolver(() => Committee, { nullable: true, description: 'The committee that came of it.' })
  committee(@Root() merger: CommitteeMerger, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    return merger.committeeId ? oneCommittee(ground.read, asked(info), (q) => q.where('k.id', '=', merger.committeeId)) : null;
  }

  @Access(committeeAccess.changeCommittees)
  @Mutation(() => CommitteeMergePayload, {
    description:
      'Merges committees into a new one: members united, competences too, the stricter of their rules; open cases move, open votes are opened again, the same case in two is joined (C-2 … C-4). One transaction; the same merger twice changes nothing (C-5). INVALID for a day that has passed.',
  })
  committeeMerge(
    @Arg('input', () => CommitteeMergeInput, { description: 'Which, when, and who chairs.' }) input: CommitteeMergeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload<Omit<CommitteeMergePayload, 'userErrors'>, typeof none>(context, none, async () => {
      const result = await mergeCommittees(acting(context), input);
      const { committeeId } = result;
      const committee =
        committeeId && !input.dryRun
          ? await oneCommittee(context.ground.read, asked(info, 'committee'), (q) => q.where('k.id', '=', committeeId))
          : null;
      return { isPlanned: result.isPlanned, committee, preview: await previewOf(context, info, result, input.effectiveOn) };
    });
  }

  @Access(committeeAccess.changeCommittees)
  @Mutation(() => CommitteeMergerPayload, { description: 'Gives up a merger that is planned. NOT_ALLOWED_NOW (C-2) once it was applied.' })
  committeeMergerCancel(@Arg('id', () => ID, { description: 'Id of the planned merger.' }) id: string, @Ctx() context: Context) {
    return payload<Omit<CommitteeMergerPayload, 'userErrors'>, { merger: null }>(context, { merger: null }, async () => {
      await cancelMerger(acting(context), id);
      return { merger: isId(id) ? await context.ground.orm.em.fork().findOne(CommitteeMerger, { id } as never) : null };
    });
  }
}
