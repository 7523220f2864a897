/** Who needs a class, courses, and what classes have changed, over GraphQL. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload } from '../api/user-error.js';
import { holds, mayAll } from '../identity/right.js';
import { usersById } from '../identity/user.read.js';
import { User } from '../identity/user.entity.js';
import type { Page } from '../kernel/page.js';
import { Refusal } from '../kernel/refusal.js';
import { Agency } from '../registry/agency.entity.js';
import { agenciesById } from '../registry/agency.read.js';
import { Officer } from '../registry/officer.entity.js';
import { Finding } from '../review/finding.entity.js';
import { findingsById, type FindingRow } from '../review/finding.read.js';
import { LONGEST_ROSTER } from './class-facts.rules.js';
import { TrainingCoursePayload, TrainingNeedConnection } from './class-pages.resolver.js';
import { courseList, oneCourse } from './class.read.js';
import { saveCourse } from './course.service.js';
import { type ClassProposal, classProposals, demandByAgency, type DemandFigure, demandList, districtsOf } from './demand.read.js';
import { effectsOfTrainers, type TrainerEffectRow } from './effect.read.js';
import { titleOfProposal } from './proposal-title.js';
import { trainingAccess } from './training.access.js';
import { TrainingCourse } from './training-class.entity.js';
import { TrainingCourseInput, TrainingDemandArgs } from './training.inputs.js';
import { TRAINING_TEXTS } from './training.messages.js';
import { TrainerEffect, TrainingClassProposal, TrainingDemandFigure, TrainingNeed } from './training-types.js';
import { TrainingCourseAction } from './training-words.js';

/** One statement for all agencies of a place in the answer. */
async function agencyOf(context: Context, info: GraphQLResolveInfo, id: string | null): Promise<any> {
  if (!id) return null;
  const { ground } = acting(context);
  const wanted = asked(info);
  const loader = batch(
    context,
    `agency ${placeOf(info)}`,
    () => new DataLoader<string, any>((ids) => agenciesById(ground.read, wanted, ids)),
  );
  return (await loader.load(id)) ?? null;
}

@Resolver(() => TrainingNeed)
export class TrainingNeedResolver {
  @Cost({ own: 20 })
  @Access(trainingAccess.readDemand)
  @Query(() => TrainingNeedConnection, {
    description: 'Officers you may see who find it hard (HARD_TO_USE) and have no seat: by agency, leaders first, by name.',
  })
  trainingDemand(
    @Args(() => TrainingDemandArgs) args: TrainingDemandArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<any>> {
    const { ground, actor } = acting(context);
    return demandList(ground.read, asked(info), actor, args);
  }

  @FieldResolver(() => Officer, { description: 'Who.' })
  officer(@Root() need: any) {
    return need.officer;
  }

  @FieldResolver(() => Agency, { description: 'Of which agency.' })
  agency(@Root() need: any, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return agencyOf(context, info, need.agencyId);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'In which district; null for bodies of the city.' })
  async district(@Root() need: any, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const { ground } = acting(context);
    const district = await batch(
      context,
      'need.district',
      () => new DataLoader<string, string | null>((ids) => districtsOf(ground.read, ids)),
    ).load(need.agencyId);
    return agencyOf(context, info, district);
  }

  @FieldResolver(() => Finding, { description: 'The finding that says so.' })
  async finding(@Root() need: any, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<FindingRow> {
    const { ground, actor } = acting(context);
    const wanted = asked(info);
    return batch(
      context,
      `need.finding ${placeOf(info)}`,
      () =>
        new DataLoader<string, FindingRow>(async (ids) => {
          const byId = new Map((await findingsById(ground.read, wanted, actor, ids)).map((finding) => [finding.id as string, finding]));
          return ids.map((id) => byId.get(id)!);
        }),
    ).load(need.findingId);
  }
}

@Resolver(() => TrainingDemandFigure)
export class TrainingDemandFigureResolver {
  @Cost({ own: 60, items: 60 })
  @Access(trainingAccess.readDemand)
  @Query(() => [TrainingDemandFigure], { description: 'How many need a class, by agency, the most first; of those you may see.' })
  trainingDemandByAgency(@Ctx() context: Context): Promise<DemandFigure[]> {
    const { ground, actor } = acting(context);
    return demandByAgency(ground.read, actor);
  }

  @FieldResolver(() => Agency, { description: 'Of which agency.' })
  agency(@Root() figure: DemandFigure, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return agencyOf(context, info, figure.agencyId);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'In which district; null for bodies of the city.' })
  district(@Root() figure: DemandFigure, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return agencyOf(context, info, figure.districtId);
  }
}

@Resolver(() => TrainingClassProposal)
export class TrainingClassProposalResolver {
  @Cost({ own: 80, items: 20 })
  @Access(trainingAccess.proposeClasses)
  @Query(() => [TrainingClassProposal], {
    description:
      'Classes that would meet the demand: large agencies by themselves, small ones of a district together. LIMIT beyond 500 seats.',
  })
  trainingClassProposals(
    @Arg('capacity', () => Int, { defaultValue: 30, description: 'Most seats of a class, 1 to 500.' }) capacity: number,
    @Ctx() context: Context,
  ): Promise<ClassProposal[]> {
    const { ground, actor } = acting(context);
    if (capacity < 1 || capacity > LONGEST_ROSTER)
      throw new Refusal({
        code: 'LIMIT',
        path: ['capacity'],
        message: { text: TRAINING_TEXTS.capacity, values: { most: LONGEST_ROSTER } },
      });
    return classProposals(ground.read, actor, capacity);
  }

  @Cost({ own: 2 })
  @FieldResolver(() => String, { description: 'A title made of its agencies, in your language.' })
  async title(@Root() { figures }: ClassProposal, @Ctx() context: Context): Promise<string> {
    const { ground } = context;
    const names = batch(
      context,
      'proposal.agencies',
      () => new DataLoader<string, any>((ids) => agenciesById(ground.read, new Map(['name', 'nameEn'].map((n) => [n, new Map()])), ids)),
    );
    return titleOfProposal(await Promise.all(figures.map(({ agencyId }) => names.load(agencyId))), context.language);
  }

  @Cost({ items: 5 })
  @FieldResolver(() => [TrainingDemandFigure], { description: 'From which agencies, the most first.' })
  agencies(@Root() { figures }: ClassProposal): DemandFigure[] {
    return figures;
  }

  @FieldResolver(() => Int, { description: 'Of them leaders.' })
  leaders(@Root() { figures }: ClassProposal): number {
    return figures.reduce((sum, { leaders }) => sum + leaders, 0);
  }
}

@Resolver(() => TrainerEffect)
export class TrainerEffectResolver {
  @Cost({ own: 80, items: 20 })
  @Access(trainingAccess.readEffect)
  @Query(() => [TrainerEffect], { description: 'What the closed classes of each trainer have changed (TR-4); for trainers their own.' })
  async trainerEffects(@Ctx() context: Context): Promise<TrainerEffectRow[]> {
    const { ground, actor } = acting(context);
    if (mayAll(actor, trainingAccess.readEffect as never)) return effectsOfTrainers(ground.read, null);
    return actor.userId ? effectsOfTrainers(ground.read, actor.userId) : [];
  }

  @FieldResolver(() => User, { description: 'Who.' })
  trainer(@Root() { trainerId }: TrainerEffectRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<any> {
    const { ground } = context;
    const wanted = asked(info);
    return batch(
      context,
      `trainerEffect.trainer ${placeOf(info)}`,
      () => new DataLoader<string, any>((ids) => usersById(ground.read, wanted, ids)),
    ).load(trainerId);
  }
}

@Resolver(() => TrainingCourse)
export class TrainingCourseResolver {
  @Access(trainingAccess.readClasses)
  @Query(() => [TrainingCourse], { description: 'Courses by title, those that are no longer held last.' })
  trainingCourses(@Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo): Promise<any[]> {
    return courseList(ground.read, asked(info));
  }

  @FieldResolver(() => [TrainingCourseAction], { description: 'What you can do with it now.' })
  availableActions(@Ctx() context: Context): string[] {
    return holds(acting(context).actor, trainingAccess.changeCourses) ? ['UPDATE'] : [];
  }

  @Access(trainingAccess.changeCourses)
  @Mutation(() => TrainingCoursePayload, { description: 'Makes a course, or changes the one with this code.' })
  trainingCourseSave(
    @Arg('input', () => TrainingCourseInput, { description: 'The course.' }) input: TrainingCourseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, { course: null }, async () => {
      const id = await saveCourse(acting(context), input);
      return { course: await oneCourse(context.ground.read, asked(info, 'course'), id) };
    });
  }
}
