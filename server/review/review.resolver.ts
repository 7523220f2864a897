/** Reviews over GraphQL. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { holds } from '../identity/right.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { Denial } from '../kernel/refusal.js';
import { cancelReview, finaliseReview } from './close-review.service.js';
import { figuresOfReviews } from './figures.read.js';
import type { UsageFigures as Figures } from './figures.rules.js';
import { ReviewAction } from './finding-words.js';
import { findingsOfReviews } from './finding.read.js';
import { FindingConnection } from './finding-pages.resolver.js';
import { filesOf } from '../evidence/evidence-days.read.js';
import { openReview } from './open-review.service.js';
import { EvidencePack } from './pack.entity.js';
import { windowSpan } from './rejudging.js';
import { reviewAccess } from './review.access.js';
import { ReviewFile } from './review-file.js';
import { Review } from './review.entity.js';
import { FindingsArgs, ReviewOpenInput, ReviewsArgs } from './review.inputs.js';
import { oneReview, reviewList } from './review.read.js';
import { type ReviewAction as Action, reviewWorkflow } from './review.workflow.js';
import { UsageFigures } from './usage-figures.js';
import { UsagePolicy } from './usage-policy.entity.js';

export const [ReviewEdge, ReviewConnection] = connectionOf(Review);

@ObjectType({ description: 'What became of a review.', simpleResolvers: true })
export class ReviewPayload {
  @Field(() => Review, { nullable: true, description: 'The review.' })
  review: Review | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

const none = { review: null };

@Resolver(() => Review)
export class ReviewResolver {
  @Access(reviewAccess.readReviews)
  @Query(() => Review, { nullable: true, description: 'One review by id or reference; null when there is none.' })
  async review(
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Id.' }) id?: string,
    @Arg('reference', () => String, { nullable: true, description: 'Reference.' }) reference?: string,
  ) {
    if (id != null) return isId(id) ? oneReview(ground.read, asked(info), (q) => q.where('r.id', '=', id)) : null;
    return reference == null
      ? null
      : oneReview(ground.read, asked(info), (q) => q.where('r.reference', '=', reference.trim().toUpperCase()));
  }

  @Access(reviewAccess.readReviews)
  @Query(() => ReviewConnection, { description: 'Reviews, the latest opened first.' })
  reviews(@Args(() => ReviewsArgs) args: ReviewsArgs, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo): Promise<Page<any>> {
    return reviewList(ground.read, asked(info), args);
  }

  @FieldResolver(() => UsagePolicy, { description: 'The policy it uses, never changed afterwards.' })
  policy(@Root() review: any) {
    return review.policy;
  }

  @Cost({ own: 100 })
  @FieldResolver(() => UsageFigures, {
    description:
      'Figures of the findings that you may know the figures of: the city’s, your agency’s, or your own. FORBIDDEN without any such right.',
  })
  figures(@Root() review: { id: string }, @Ctx() context: Context): Promise<Figures> {
    const { ground, actor } = acting(context);
    if (!holds(actor, reviewAccess.readFigures as never)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    return batch(context, 'review.figures', () => new DataLoader<string, Figures>((ids) => figuresOfReviews(ground.read, actor, ids))).load(
      review.id,
    );
  }

  @FieldResolver(() => FindingConnection, { description: 'Its findings that you may see: by agency, leaders first, by name.' })
  findings(
    @Root() review: { id: string },
    @Args(() => FindingsArgs) args: FindingsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<any>> {
    const { ground, actor } = acting(context);
    const wanted = asked(info);
    const place = `review.findings ${placeOf(info)} ${JSON.stringify(args)}`;
    return batch(
      context,
      place,
      () => new DataLoader<string, Page<any>>((ids) => findingsOfReviews(ground.read, wanted, actor, ids, args), { cache: false }),
    ).load(review.id);
  }

  @Cost({ own: 100 })
  @FieldResolver(() => [ReviewFile], {
    description: 'Files it rests on, as known when it was opened; empty for whoever may not see them (T-7).',
  })
  async files(@Root() review: Review, @Ctx() context: Context): Promise<ReviewFile[]> {
    const { ground } = context;
    return filesOf(ground.orm.em.fork(), windowSpan(review), review.openedAt);
  }

  @Access(reviewAccess.makePacks)
  @Query(() => EvidencePack, {
    nullable: true,
    description: 'The evidence pack with this fingerprint, of a review or of one finding; null where none like it was made here (G-5).',
  })
  evidencePack(
    @Arg('sha256', () => String, { description: 'SHA-256 that its last line says, hexadecimal.' }) sha256: string,
    @Ctx() { ground }: Context,
  ): Promise<EvidencePack | null> {
    return ground.orm.em.fork().findOne(EvidencePack, { sha256 } as never);
  }

  @Cost({ own: 50 })
  @FieldResolver(() => [EvidencePack], {
    description: 'Evidence packs that were made of it, the newest first, at most 100; empty for whoever may not make one (G-5).',
  })
  evidencePacks(@Root() review: { id: string }, @Ctx() { ground }: Context): Promise<EvidencePack[]> {
    return ground.orm.em
      .fork()
      .find(EvidencePack, { review: review.id, findingId: null } as never, { orderBy: { id: 'desc' }, limit: 100 });
  }

  @FieldResolver(() => [ReviewAction], { description: 'What you can do with it in its state.' })
  availableActions(@Root() review: Review, @Ctx() context: Context): Action[] {
    return reviewWorkflow.actsFor(review.state, holds(acting(context).actor, reviewAccess.changeReviews as never) ? ['TASK_FORCE'] : []);
  }

  @Access(reviewAccess.changeReviews)
  @Mutation(() => ReviewPayload, {
    description:
      'Opens a review: evidence, coverage and tiers are frozen (T-5). NOT_ALLOWED_NOW (T-8) where an officer is in an open review already.',
  })
  reviewOpen(
    @Arg('input', () => ReviewOpenInput, { description: 'The review.' }) input: ReviewOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await openReview(acting(context), input)));
  }

  @Access(reviewAccess.changeReviews)
  @Mutation(() => ReviewPayload, { description: 'Calls off an open review; its findings never count.' })
  reviewCancel(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await cancelReview(acting(context), id, reason)));
  }

  @Access(reviewAccess.changeReviews)
  @Mutation(() => ReviewPayload, {
    description: 'Makes the findings hold. NOT_ALLOWED_NOW (T-8) while they may be contested or a contest waits for its answer.',
  })
  reviewFinalise(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload(context, none, async () => this.afterwards(context, info, await finaliseReview(acting(context), id)));
  }

  private async afterwards({ ground }: Context, info: GraphQLResolveInfo, id: string) {
    return { review: await oneReview(ground.read, asked(info, 'review'), (q) => q.where('r.id', '=', id)) };
  }
}
