/** Seats, requests and attendance over GraphQL. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload } from '../api/user-error.js';
import { may } from '../identity/right.js';
import type { Reason } from '../kernel/refusal.js';
import { Officer } from '../registry/officer.entity.js';
import { UsageTier } from '../registry/usage-tier.js';
import { EnrolmentsPayload } from './class-pages.resolver.js';
import { classesById, type ClassRow } from './class.read.js';
import { classState } from './class.workflow.js';
import { Enrolment } from './enrolment.entity.js';
import { clashesOf, enrolmentsById, type EnrolmentRow } from './enrolment.read.js';
import { ENROLMENT_ACTIONS, type EnrolmentAction as EnrolmentActionName } from './enrolment.workflow.js';
import { isBeforeCutOff } from './queue.rules.js';
import { requestSeats } from './request.service.js';
import { seatFault } from './seat.rules.js';
import { approveEnrolments, declineEnrolments, withdrawEnrolments } from './seat.service.js';
import { type EnrolmentFile, partyOf, trainingAccess } from './training.access.js';
import { TrainingClass, TrainingSession } from './training-class.entity.js';
import { Attendance } from './training-types.js';
import { EnrolmentAction } from './training-words.js';

const none = { enrolments: [] as EnrolmentRow[] };

const fileOf = ({ officerId, officer, trainingClass }: EnrolmentRow): EnrolmentFile => ({
  officerId,
  agencyId: officer.agencyId,
  trainerId: trainingClass.trainerId,
  assistantIds: trainingClass.assistantIds,
});

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @FieldResolver(() => TrainingClass, { description: 'In which class.' })
  trainingClass(@Root() enrolment: EnrolmentRow) {
    return enrolment.trainingClass;
  }

  @FieldResolver(() => Officer, { description: 'Who.' })
  officer(@Root() enrolment: EnrolmentRow) {
    return enrolment.officer;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Place on the waiting list, from 1; null for who does not wait (TR-1).' })
  waitlistPosition(@Root() enrolment: EnrolmentRow): number | null {
    return enrolment.waitlistPosition ?? null;
  }

  @Cost({ items: 10 })
  @FieldResolver(() => [Attendance], { description: 'One entry a session of the class, in the order of time (TR-2).' })
  attendance(@Root() enrolment: EnrolmentRow) {
    return enrolment.attendance;
  }

  @FieldResolver(() => UsageTier, { nullable: true, description: 'Tier before the class; null while there is none (TR-4).' })
  tierBefore(@Root() enrolment: EnrolmentRow) {
    return enrolment.tierBefore ?? null;
  }

  @FieldResolver(() => UsageTier, { nullable: true, description: 'Tier in the next review; null before it (TR-4).' })
  tierAfter(@Root() enrolment: EnrolmentRow) {
    return enrolment.tierAfter ?? null;
  }

  @Cost({ own: 5, items: 1 })
  @FieldResolver(() => [TrainingClass], {
    description: 'Other classes at the same time in which the person has a seat, asks for one or waits; nobody can be in two rooms.',
  })
  async clashesWith(@Root() enrolment: EnrolmentRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ClassRow[]> {
    const { ground, actor } = acting(context);
    const wanted = asked(info);
    return batch(
      context,
      `enrolment.clashes ${placeOf(info)}`,
      () =>
        new DataLoader<string, ClassRow[]>(async (ids) => {
          const clashes = await clashesOf(ground.read, ids);
          const classes = await classesById(ground.read, wanted, actor, [...new Set(clashes.map(({ classId }) => classId))]);
          const byId = new Map(classes.map((held) => [held.id, held]));
          return ids.map((id) => clashes.filter((c) => c.enrolmentId === id).flatMap(({ classId }) => byId.get(classId) ?? []));
        }),
    ).load(enrolment.id);
  }

  @FieldResolver(() => [EnrolmentAction], { description: 'What you can do with it now.' })
  availableActions(@Root() enrolment: EnrolmentRow, @Ctx() context: Context): EnrolmentActionName[] {
    const { actor, ground } = acting(context);
    const file = fileOf(enrolment);
    const party = partyOf(actor, file);
    const { storedState, startsAt, cutOffAt } = enrolment.trainingClass;
    const { clock } = ground;
    const now = clock.now();
    const facts = {
      state: enrolment.state,
      classState: classState(storedState, startsAt, now),
      cutOffAt,
      startsAt,
      now,
      zone: clock.zone,
      party,
    };
    // Before the cut-off a free seat goes to the queue by itself: there is nothing to grant.
    const isByItself = enrolment.state === 'WAITLISTED' && isBeforeCutOff({ cutOffAt, startsAt }, now);
    const rights = { APPROVE: trainingAccess.decide, DECLINE: trainingAccess.decide, WITHDRAW: trainingAccess.request };
    return ENROLMENT_ACTIONS.filter(
      (action) => !seatFault(action, facts) && may(actor, rights[action], file) && !(action === 'APPROVE' && isByItself),
    );
  }

  @Access(trainingAccess.request)
  @Mutation(() => EnrolmentsPayload, {
    description:
      'Asks for seats, at most 1,000. For oneself it is a request; by contact, trainer or task force it is a seat, or a place on the waiting list (TR-1). Each officer stands alone. NOT_ALLOWED_NOW (TR-1) after the cut-off and in classes that are not open, DUPLICATE for who is on the list.',
  })
  enrolmentRequest(
    @Arg('classId', () => ID, { description: 'Id of the class.' }) classId: string,
    @Arg('officerIds', () => [ID], { description: 'Officers, in the order of their arrival.' }) officerIds: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('findingIds', () => [ID], { nullable: true, description: 'Findings whose officers are asked for, after the others.' })
    findingIds?: string[] | null,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, await requestSeats(acting(context), classId, officerIds, findingIds ?? [])),
    );
  }

  @Access(trainingAccess.decide)
  @Mutation(() => EnrolmentsPayload, {
    description:
      'Grants requests: a seat, or a place on the waiting list by the time of the request. After the cut-off whoever leads the class also gives a free seat to somebody who waits, and the contact grants no more: NOT_ALLOWED_NOW (TR-1).',
  })
  enrolmentApprove(
    @Arg('ids', () => [ID], { description: 'At most 1,000.' }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await approveEnrolments(acting(context), ids)));
  }

  @Access(trainingAccess.decide)
  @Mutation(() => EnrolmentsPayload, { description: 'Declines requests of officers; they are told (TR-1).' })
  enrolmentDecline(
    @Arg('ids', () => [ID], { description: 'At most 1,000.' }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('reason', () => String, { nullable: true, description: 'Why; the officer reads it.' }) reason?: string | null,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await declineEnrolments(acting(context), ids, reason)));
  }

  @Access(trainingAccess.request)
  @Mutation(() => EnrolmentsPayload, {
    description:
      'Takes requests and seats back, by the officer or for them; before the cut-off the next in line moves up. From the first session on only whoever leads the class takes a seat back: NOT_ALLOWED_NOW (TR-1).',
  })
  enrolmentWithdraw(
    @Arg('ids', () => [ID], { description: 'At most 1,000.' }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('reason', () => String, { nullable: true, description: 'Why.' }) reason?: string | null,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await withdrawEnrolments(acting(context), ids, reason)));
  }

  private async afterwards(context: Context, info: GraphQLResolveInfo, { ids, refused }: { ids: string[]; refused: Reason[] }) {
    const { ground, actor } = acting(context);
    return { enrolments: await enrolmentsById(ground.read, asked(info, 'enrolments'), actor, ids), refused };
  }
}

@Resolver(() => Attendance)
export class AttendanceResolver {
  @FieldResolver(() => TrainingSession, { description: 'Which session.' })
  session(@Root() entry: { session: TrainingSession }): TrainingSession {
    return entry.session;
  }
}
