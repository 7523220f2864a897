/** What this room adds to an officer (classes, shelter), to the viewer (calendar feed), and the commands of the feed. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { Viewer } from '../identity/identity.resolver.js';
import { may } from '../identity/right.js';
import { Officer } from '../registry/officer.entity.js';
import { CalendarLink } from './calendar-link.entity.js';
import { createCalendarLink, revokeCalendarLink } from './calendar-link.service.js';
import { Enrolment } from './enrolment.entity.js';
import { enrolmentsById, enrolmentsOfOfficers, type EnrolmentRow } from './enrolment.read.js';
import { sheltersOf } from './shelter.read.js';
import type { Shelter } from './shelter.rules.js';
import { trainingAccess } from './training.access.js';
import { TrainingShelter } from './training-types.js';

@Resolver(() => Officer)
export class OfficerTrainingResolver {
  @Cost({ own: 10, items: 10 })
  @FieldResolver(() => [Enrolment], {
    description: 'Classes asked for, waited for and held, as far as you may see them; the latest first.',
  })
  enrolments(@Root() officer: { id: string }, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<EnrolmentRow[]> {
    const { ground, actor } = acting(context);
    const wanted = asked(info);
    return batch(
      context,
      `officer.enrolments ${placeOf(info)}`,
      () => new DataLoader<string, EnrolmentRow[]>((ids) => enrolmentsOfOfficers(ground.read, wanted, actor, ids)),
    ).load(officer.id);
  }

  @Cost({ own: 10 })
  @FieldResolver(() => TrainingShelter, {
    nullable: true,
    description:
      'Why no revocation and no exclusion may go to the vote today (TR-3); null when nothing stands in the way, or without the right.',
  })
  async trainingShelter(@Root() officer: { id: string; agencyId: string }, @Ctx() context: Context): Promise<Shelter | null> {
    const { ground, actor } = acting(context);
    if (!may(actor, trainingAccess.readShelter, officer)) return null;
    return batch(
      context,
      'officer.shelter',
      () =>
        new DataLoader<string, Shelter | null>(async (ids) => {
          const shelters = await sheltersOf(ground.orm.em.fork(), ground, ids);
          return ids.map((id) => shelters.get(id) ?? null);
        }),
    ).load(officer.id);
  }
}

@Resolver(() => TrainingShelter)
export class TrainingShelterResolver {
  @Cost({ own: 5 })
  @FieldResolver(() => Enrolment, { nullable: true, description: 'Because of which enrolment; null where you may not see it.' })
  async enrolment(@Root() shelter: Shelter, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<EnrolmentRow | null> {
    const { ground, actor } = acting(context);
    return (await enrolmentsById(ground.read, asked(info), actor, [shelter.enrolmentId]))[0] ?? null;
  }
}

@ObjectType({ description: 'What became of the own calendar feed.', simpleResolvers: true })
class CalendarLinkPayload {
  @Field(() => String, { nullable: true, description: 'Its address, shown this once: whoever has it reads when and where you teach.' })
  url: string | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

type Shown = Pick<CalendarLinkPayload, 'url'>;

@Resolver(() => Viewer)
export class CalendarLinkResolver {
  @Cost({ own: 5 })
  @FieldResolver(() => CalendarLink, { nullable: true, description: 'The own calendar feed; null when there is none.' })
  calendarLink(@Root() { actor }: Viewer, @Ctx() { ground }: Context): Promise<CalendarLink | null> | null {
    return actor.userId ? ground.orm.em.fork().findOne(CalendarLink, { userId: actor.userId }) : null;
  }

  @Access(trainingAccess.calendarLink)
  @Mutation(() => CalendarLinkPayload, { description: 'Makes the address of the own calendar feed; the one before no longer works.' })
  calendarLinkCreate(@Ctx() context: Context) {
    return payload<Shown, Shown>(context, { url: null }, async () => ({ url: await createCalendarLink(acting(context)) }));
  }

  @Access(trainingAccess.calendarLink)
  @Mutation(() => CalendarLinkPayload, { description: 'Takes the address of the own calendar feed away.' })
  calendarLinkRevoke(@Ctx() context: Context) {
    return payload<Shown, Shown>(context, { url: null }, async () => {
      await revokeCalendarLink(acting(context));
      return { url: null };
    });
  }
}
