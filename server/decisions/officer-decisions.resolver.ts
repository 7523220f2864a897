/** What this room adds to an officer: the cases about them. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { asked } from '../api/asked.js';
import { PageArgs } from '../api/connection.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { askedNodes, type Page } from '../kernel/page.js';
import { Officer } from '../registry/officer.entity.js';
import { viewed } from './case-view.js';
import { DecisionConnection } from './decision-pages.resolver.js';
import { type DecisionRow, decisionsOfOfficers } from './decision.read.js';

@Resolver(() => Officer)
export class OfficerDecisionsResolver {
  @Cost({ own: 10 })
  @FieldResolver(() => DecisionConnection, { description: 'Cases about the officer that you may see, the latest first.' })
  decisions(
    @Root() officer: { id: string },
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<DecisionRow>> {
    const who = acting(context);
    const wanted = asked(info);
    const loader = () =>
      new DataLoader<string, Page<DecisionRow>>(async (ids) => {
        const pages = await decisionsOfOfficers(who.ground.read, wanted, who.actor, who.ground.clock.today(), ids, page);
        await viewed(
          who,
          pages.flatMap(({ nodes }) => nodes),
          askedNodes(wanted) ?? new Map(),
        );
        return pages;
      });
    return batch(context, `officer.decisions ${placeOf(info)} ${JSON.stringify(page)}`, loader).load(officer.id);
  }
}
