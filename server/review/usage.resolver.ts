/** What reviews found, shown on officers and agencies (T-6). */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Resolver, Root } from 'type-graphql';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { holds, may } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { Agency } from '../registry/agency.entity.js';
import { Officer } from '../registry/officer.entity.js';
import { figuresOfAgencies } from './figures.read.js';
import type { UsageFigures as Figures } from './figures.rules.js';
import { Finding } from './finding.entity.js';
import { type FindingRow, latestFindings } from './finding.read.js';
import { reviewAccess } from './review.access.js';
import { UsageFigures } from './usage-figures.js';

@Resolver(() => Officer)
export class OfficerUsageResolver {
  @FieldResolver(() => Finding, {
    nullable: true,
    description: 'Finding in the last finalised review that holds the officer; null where there is none you may see.',
  })
  async latestFinding(
    @Root() officer: { id: string },
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FindingRow | null> {
    const { ground, actor } = acting(context);
    if (!holds(actor, reviewAccess.readFindings as never)) return null;
    const wanted = asked(info);
    const place = `officer.latestFinding ${placeOf(info)}`;
    return batch(
      context,
      place,
      () => new DataLoader<string, FindingRow | null>((ids) => latestFindings(ground.read, wanted, actor, ids)),
    ).load(officer.id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether findings of this officer are answered to you: without it, none does not mean none.',
  })
  mayReadFinding(@Root() officer: { id: string; agencyId: string }, @Ctx() context: Context): boolean {
    return may(acting(context).actor, reviewAccess.readFindings, { agencyId: officer.agencyId, officerId: officer.id });
  }
}

@Resolver(() => Agency)
export class AgencyUsageResolver {
  @Cost({ own: 60 })
  @FieldResolver(() => UsageFigures, {
    nullable: true,
    description: 'Figures of the agency in a review; in the last finalised one that holds it when none is named.',
  })
  async usage(
    @Root() agency: { id: string },
    @Ctx() context: Context,
    @Arg('reviewId', () => ID, { nullable: true, description: 'Review.' }) reviewId?: string,
  ): Promise<Figures | null> {
    const { ground, actor } = acting(context);
    if (!may(actor, reviewAccess.readFigures, { agencyId: agency.id }) || (reviewId != null && !isId(reviewId))) return null;
    const place = `agency.usage ${reviewId ?? ''}`;
    return batch(
      context,
      place,
      () => new DataLoader<string, Figures | null>((ids) => figuresOfAgencies(ground.read, ids, reviewId ?? null)),
    ).load(agency.id);
  }
}
