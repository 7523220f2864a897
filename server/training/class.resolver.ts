/** Training classes over GraphQL. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload } from '../api/user-error.js';
import { User } from '../identity/user.entity.js';
import type { Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { type Mark, markAttendance } from './attendance.service.js';
import { classActions } from './class-actions.js';
import { TrainingClassConnection, TrainingClassPayload } from './class-pages.resolver.js';
import { classList, type ClassRow, oneClass } from './class.read.js';
import { cancelClass, createClass, openClass, updateClass } from './class.service.js';
import { type ClassAction as ClassActionName, classState } from './class.workflow.js';
import { completeClass } from './close-class.service.js';
import type { EffectFigures } from './effect.rules.js';
import { effectsOfClasses } from './effect.read.js';
import { Enrolment } from './enrolment.entity.js';
import { type EnrolmentRow, rostersOf, withOfficersOnList } from './enrolment.read.js';
import { ownListsAmong } from './own-case.js';
import { remindClass } from './reminder.service.js';
import { isOwnClass, trainingAccess } from './training.access.js';
import { TrainingClass, TrainingCourse, TrainingSession } from './training-class.entity.js';
import { AttendanceInput, TrainingClassesArgs, TrainingClassInput } from './training.inputs.js';
import { TrainingEffect } from './training-types.js';
import { ClassAction, ClassState } from './training-words.js';
import type { ClassState as ClassStateName } from './vocabulary.js';

const none = { trainingClass: null };

/** The ids that a condition names; those that are none match nothing. */
const idsOf = ({ eq, in: many }: { eq?: string | null; in?: string[] | null }): string[] =>
  [...(eq == null ? [] : [eq]), ...(many ?? [])].filter(isId);

@Resolver(() => TrainingClass)
export class TrainingClassResolver {
  @Access(trainingAccess.readClasses)
  @Query(() => TrainingClass, {
    nullable: true,
    description: 'One class by id or reference; null when there is none, or none you may see.',
  })
  async trainingClass(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Id.' }) id?: string,
    @Arg('reference', () => String, { nullable: true, description: 'Reference.' }) reference?: string,
  ): Promise<ClassRow | null> {
    const { ground, actor } = acting(context);
    if (id != null) return isId(id) ? oneClass(ground.read, asked(info), actor, (q) => q.where('c.id', '=', id)) : null;
    if (reference == null) return null;
    return oneClass(ground.read, asked(info), actor, (q) => q.where('c.reference', '=', reference.trim().toUpperCase()));
  }

  @Access(trainingAccess.readClasses)
  @Query(() => TrainingClassConnection, { description: 'Classes you may see, the latest first.' })
  trainingClasses(
    @Args(() => TrainingClassesArgs) { where, ...page }: TrainingClassesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ClassRow>> {
    const { ground, actor } = acting(context);
    const withOfficer = where?.officerId ? withOfficersOnList(actor, idsOf(where.officerId)) : undefined;
    return classList(ground.read, asked(info), actor, ground.clock.now(), { where, ...page }, withOfficer);
  }

  @FieldResolver(() => ClassState, { description: 'Where it stands; it runs from the start of its first session.' })
  state(@Root() held: ClassRow, @Ctx() { ground }: Context): ClassStateName {
    return classState(held.storedState, held.startsAt, ground.clock.now());
  }

  @FieldResolver(() => TrainingCourse, { nullable: true, description: 'The course that is held.' })
  course(@Root() held: ClassRow) {
    return held.course ?? null;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who holds it (giảng viên).' })
  trainer(@Root() held: ClassRow) {
    return held.trainer ?? null;
  }

  @FieldResolver(() => [User], { description: 'Who holds it together with the trainer.' })
  assistants(@Root() held: ClassRow) {
    return held.assistants ?? [];
  }

  @Cost({ items: 6 })
  @FieldResolver(() => [TrainingSession], { description: 'Its sessions, in the order of time.' })
  sessions(@Root() held: ClassRow) {
    return held.sessions;
  }

  @Cost({ own: 40, items: 100 })
  @FieldResolver(() => [Enrolment], {
    description:
      'Its list (danh sách lớp), as far as you may see it: those with a seat by name, then the waiting list in its order, then requests, then who was declined or withdrawn. At most 500.',
  })
  roster(@Root() held: ClassRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<EnrolmentRow[]> {
    const { ground, actor } = acting(context);
    const wanted = asked(info);
    return batch(
      context,
      `class.roster ${placeOf(info)}`,
      () => new DataLoader<string, EnrolmentRow[]>((ids) => rostersOf(ground.read, wanted, actor, ids)),
    ).load(held.id);
  }

  @FieldResolver(() => Int, { description: 'Seats that are free.' })
  seatsLeft(@Root() held: ClassRow): number {
    return Math.max(0, held.capacity - held.enrolledCount);
  }

  @Cost({ own: 2 })
  @FieldResolver(() => Int, { description: 'Persons with a seat, those with an outcome included.' })
  enrolledCount(@Root() held: ClassRow): number {
    return held.enrolledCount;
  }

  @Cost({ own: 2 })
  @FieldResolver(() => Int, { description: 'Persons on the waiting list.' })
  waitlistedCount(@Root() held: ClassRow): number {
    return held.waitlistedCount;
  }

  @Cost({ own: 2 })
  @FieldResolver(() => Int, { description: 'Requests of officers that wait for an answer.' })
  requestedCount(@Root() held: ClassRow): number {
    return held.requestedCount;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you hold it, as trainer or assistant.' })
  isOwn(@Root() held: ClassRow, @Ctx() context: Context): boolean {
    return isOwnClass(acting(context).actor, held);
  }

  @Cost({ own: 60 })
  @FieldResolver(() => TrainingEffect, { nullable: true, description: 'What it has changed (TR-4); null for whoever does not lead it.' })
  effect(@Root() held: ClassRow, @Ctx() context: Context): Promise<EffectFigures> {
    const { ground } = context;
    return batch(context, 'class.effect', () => new DataLoader<string, EffectFigures>((ids) => effectsOfClasses(ground.read, ids))).load(
      held.id,
    );
  }

  @FieldResolver(() => [ClassAction], { description: 'What you can do with it now.' })
  async availableActions(@Root() held: ClassRow, @Ctx() context: Context): Promise<ClassActionName[]> {
    const { actor, ground } = acting(context);
    const isOnItsList = () =>
      batch(context, 'class.ownList', () => new DataLoader<string, boolean>((ids) => ownListsAmong(ground.read, actor, ids))).load(held.id);
    const actions = classActions(actor, held, ground.clock.now());
    return actions.includes('COMPLETE') && (await isOnItsList()) ? actions.filter((action) => action !== 'COMPLETE') : actions;
  }

  @Access(trainingAccess.createClasses)
  @Mutation(() => TrainingClassPayload, { description: 'Makes a class, open for requests unless it is only planned (TR-1).' })
  trainingClassCreate(
    @Arg('input', () => TrainingClassInput, { description: 'The class.' }) input: TrainingClassInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await createClass(acting(context), input)));
  }

  @Access(trainingAccess.leadClass)
  @Mutation(() => TrainingClassPayload, {
    description:
      'Changes a class. Sessions named by id are moved and keep their marks, those left out are dropped; whoever has a seat is told. Seats that become free go to the next in line. STALE when somebody else changed it (G-3).',
  })
  trainingClassUpdate(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('input', () => TrainingClassInput, { description: 'All of the class as it shall be.' }) input: TrainingClassInput,
    @Arg('expectedVersion', () => Int, { description: 'Version the edit was begun on.' }) expectedVersion: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, await updateClass(acting(context), id, input, expectedVersion)),
    );
  }

  @Access(trainingAccess.leadClass)
  @Mutation(() => TrainingClassPayload, { description: 'Opens a planned class for requests.' })
  trainingClassOpen(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload(context, none, async () => this.afterwards(context, info, await openClass(acting(context), id)));
  }

  @Access(trainingAccess.leadClass)
  @Mutation(() => TrainingClassPayload, {
    description: 'Calls a class off: everybody on its list is withdrawn and told, their sheltering requests are given back (TR-3).',
  })
  trainingClassCancel(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; those on the list read it.' }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await cancelClass(acting(context), id, reason)));
  }

  @Access(trainingAccess.leadClass)
  @Mutation(() => TrainingClassPayload, {
    description:
      'Closes a class: everybody with a seat gets an outcome (TR-2), where there is no mark as if absent; who still waits is declined and may ask again.',
  })
  trainingClassComplete(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await completeClass(acting(context), id)));
  }

  @Access(trainingAccess.leadClass)
  @Mutation(() => TrainingClassPayload, { description: 'Reminds everybody with a seat now; at most once a day and person.' })
  trainingClassRemind(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload(context, none, async () => this.afterwards(context, info, await remindClass(acting(context), id)));
  }

  @Access(trainingAccess.leadClass)
  @Mutation(() => TrainingClassPayload, {
    description:
      'Marks attendance, at most 1,000 marks. Each stands alone; the last by markedAt holds. Marks made before the closing count whenever they arrive, later ones are for the task force (TR-2).',
  })
  attendanceMark(
    @Arg('classId', () => ID, { description: 'Id of the class.' }) classId: string,
    @Arg('marks', () => [AttendanceInput], { description: 'The marks.' }) marks: AttendanceInput[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => {
      const { refused } = await markAttendance(acting(context), classId, marks as Mark[]);
      return { ...(await this.afterwards(context, info, classId)), refused };
    });
  }

  private async afterwards(context: Context, info: GraphQLResolveInfo, id: string) {
    const { ground, actor } = acting(context);
    return { trainingClass: await oneClass(ground.read, asked(info, 'trainingClass'), actor, (q) => q.where('c.id', '=', id)) };
  }
}
