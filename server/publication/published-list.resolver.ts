/** Published lists over GraphQL: anonymous for those that are public. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Access, everyone } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, batch, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import type { Page } from '../kernel/page.js';
import { CalendarDate } from '../kernel/scalars.js';
import { UsageTier } from '../registry/usage-tier.js';
import { Review } from '../review/review.entity.js';
import { isUp } from './list.rules.js';
import { Audience } from './publication-words.js';
import { publicationAccess } from './publication.access.js';
import { publishReview, withdrawList } from './publish.service.js';
import {
  agencyFigures,
  figuresShown,
  type FoundList,
  listsOfReviews,
  publishedListOf,
  publishedListsFor,
  rowsPage,
} from './published-list.read.js';
import type { Audience as AudienceName } from './vocabulary.js';

@ObjectType({ description: 'Figures of a published list; null where a figure is left out (P-2).', simpleResolvers: true })
export class PublishedTierFigures {
  @Field(() => Int, { nullable: true, description: 'Use the mailbox regularly.' })
  regular: number | null;

  @Field(() => Int, { nullable: true, description: 'Use it irregularly.' })
  irregular: number | null;

  @Field(() => Int, { nullable: true, description: 'Never use it.' })
  never: number | null;

  @Field(() => Int, { nullable: true, description: 'Could not be assessed; in no row by name, so left out for small groups (P-2).' })
  notAssessed: number | null;

  @Field(() => Int, { nullable: true, description: 'Regular, irregular and never together.' })
  assessed: number | null;

  @Field(() => Float, { nullable: true, description: 'Regular ÷ assessed, 0 to 1; null when nobody was assessed.' })
  regularShare: number | null;

  @Field(() => Float, { nullable: true, description: '(Regular + irregular) ÷ assessed, 0 to 1; null when nobody was assessed.' })
  usingShare: number | null;

  @Field(() => Boolean, { description: 'Whether a figure is left out, as it could tell of a person (P-2).' })
  isSuppressed: boolean;
}

@ObjectType({ description: 'Figures of a published list.', simpleResolvers: true })
export class PublishedFigures {
  @Field(() => PublishedTierFigures, { description: 'Everybody.' })
  all: PublishedTierFigures;

  @Field(() => PublishedTierFigures, { description: 'Leaders.' })
  leaders: PublishedTierFigures;
}

@ObjectType({ description: 'Figures of those of an agency who are named in a list.', simpleResolvers: true })
export class PublishedAgency {
  @Field(() => String, { description: 'Code of the agency.' })
  code: string;

  @Field(() => String, { description: 'Its name in your language.' })
  name: string;

  @Field(() => Int, { description: 'Use the mailbox regularly.' })
  regular: number;

  @Field(() => Int, { description: 'Use it irregularly.' })
  irregular: number;

  @Field(() => Int, { description: 'Never use it.' })
  never: number;

  @Field(() => Int, { description: 'All three together.' })
  assessed: number;

  @Field(() => Float, { nullable: true, description: 'Regular ÷ assessed, 0 to 1.' })
  regularShare: number | null;

  @Field(() => Float, { nullable: true, description: '(Regular + irregular) ÷ assessed, 0 to 1.' })
  usingShare: number | null;
}

@ObjectType({ description: 'Somebody who was assessed, with what may be published of them (P-1).', simpleResolvers: true })
export class PublishedRow {
  @Field(() => String, { description: 'Full name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Post.' })
  post: string | null;

  @Field(() => String, { description: 'Name of the agency in your language.' })
  agency: string;

  @Field(() => UsageTier, { description: 'How much the mailbox was used; never NOT_ASSESSED (P-2).' })
  tier: UsageTier;

  @Field(() => Boolean, { description: 'Whether an earlier version said something else.' })
  isCorrected: boolean;
}

export const [PublishedRowEdge, PublishedRowConnection] = connectionOf(PublishedRow);

@ObjectType({ description: 'A published list of a review, one immutable version of it (P-1).', simpleResolvers: true })
export class PublishedList {
  @Field(() => String, { description: 'Its address: the page is /lists/{slug}.' })
  slug: string;

  @Field(() => String, { description: 'Title of the review.' })
  title: string;

  @Field(() => Int, { description: 'From 1; a correction is the next one.' })
  version: number;

  @Field(() => Audience, { description: 'Who may read it.' })
  audience: AudienceName;

  @Field(() => Date, { description: 'When this version was published.' })
  publishedAt: Date;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day on which it is up.' })
  expiresOn: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken down; it says nothing about anybody any more.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken down.' })
  withdrawReason: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that took its place.' })
  supersededBy: number | null;

  @Field(() => String, { description: 'By what it is published.' })
  legalBasis: string;

  @Field(() => CalendarDate, { description: 'First day that was looked at.' })
  windowFrom: string;

  @Field(() => CalendarDate, { description: 'Last day that was looked at.' })
  windowTo: string;
}

@InputType({ description: 'How a list is published (P-1).' })
export class PublishInput {
  @Field(() => String, {
    description: 'Its address: 3 to 60 small letters without diacritics, digits and hyphens. The same again makes a new version.',
  })
  slug: string;

  @Field(() => Audience, { description: 'Who may read it.' })
  audience: AudienceName;

  @Field(() => String, { description: 'By what it is published; a public list needs it.' })
  legalBasis: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day on which it is up; left out: until it is withdrawn.' })
  expiresOn?: string | null;
}

@ObjectType({ description: 'What became of a list.', simpleResolvers: true })
export class PublishPayload {
  @Field(() => PublishedList, { nullable: true, description: 'The list.' })
  list: PublishedList | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ArgsType()
export class PublishedRowsArgs {
  @Field(() => Int, { nullable: true, description: 'How many, 0 to 100; 25 when not given.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Read on after this cursor.' })
  after?: string;

  @Field(() => String, { nullable: true, description: 'Of the agency with this code.' })
  agencyCode?: string;

  @Field(() => UsageTier, { nullable: true, description: 'Of this tier.' })
  tier?: UsageTier;
}

const none = { list: null };

@Resolver(() => PublishedList)
export class PublishedListResolver {
  @Access(everyone)
  @Query(() => PublishedList, {
    nullable: true,
    description:
      'A published list, its latest version unless another is named; null where there is none for you, or it is past its last day (P-1).',
  })
  publishedList(
    @Arg('slug', () => String, { description: 'Its address.' }) slug: string,
    @Ctx() { ground, actor }: Context,
    @Arg('version', () => Int, { nullable: true, description: 'A version.' }) version?: number,
  ): Promise<FoundList | null> {
    return publishedListOf(ground, actor, { slug, version });
  }

  @Cost({ items: 20 })
  @Access(everyone)
  @Query(() => [PublishedList], { description: 'Lists that are up and that you may read, the newest first, at most 200.' })
  publishedLists(@Ctx() { ground, actor }: Context): Promise<FoundList[]> {
    return publishedListsFor(ground, actor);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the list at this address is to be read today: neither withdrawn nor past its last day.',
  })
  isUp(@Root() { isLatestWithdrawn, latestExpiresOn }: FoundList, @Ctx() { ground }: Context): boolean {
    return isUp({ expiresOn: latestExpiresOn, isWithdrawn: isLatestWithdrawn }, ground.clock.today());
  }

  @FieldResolver(() => [String], { description: 'What this version and those before it corrected, the latest last.' })
  corrections(@Root() { corrections, withdrawnAt }: FoundList, @Ctx() { language }: Context): string[] {
    return withdrawnAt ? [] : corrections.map((text) => text[language]);
  }

  @FieldResolver(() => PublishedFigures, { description: 'How many, leaders apart.' })
  figures(@Root() list: FoundList): PublishedFigures {
    return figuresShown(list);
  }

  @Cost({ own: 50, items: 60 })
  @FieldResolver(() => [PublishedAgency], { description: 'Figures by agency of those who are named, in the order of the list.' })
  async agencies(@Root() list: FoundList, @Ctx() { ground, language }: Context): Promise<PublishedAgency[]> {
    const agencies = await agencyFigures(ground.read, list);
    return agencies.map(({ nameEn, name, ...figures }) => ({ ...figures, name: (language === 'en' && nameEn) || name }));
  }

  @FieldResolver(() => PublishedRowConnection, { description: 'Those who were assessed: by agency, leaders first, by name.' })
  rows(
    @Root() list: FoundList,
    @Args(() => PublishedRowsArgs) args: PublishedRowsArgs,
    @Ctx() { ground, language }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<PublishedRow>> {
    return rowsPage(ground.read, asked(info), language, list, args);
  }

  @Access(publicationAccess.publish)
  @Mutation(() => PublishPayload, {
    description:
      'Publishes the list of a review whose findings hold, or a new version of it (P-1). NOT_ALLOWED_NOW (P-1) before it is finalised, or where nothing is otherwise; DUPLICATE for an address of another review; REQUIRED (P-1) for a public list without a legal basis.',
  })
  reviewPublish(
    @Arg('id', () => ID, { description: 'Review.' }) id: string,
    @Arg('input', () => PublishInput, { description: 'How.' }) input: PublishInput,
    @Ctx() context: Context,
  ) {
    return payload<{ list: FoundList | null }, { list: null }>(context, none, async () => {
      await publishReview(acting(context), id, input);
      return { list: await publishedListOf(context.ground, context.actor, { slug: input.slug.trim() }) };
    });
  }

  @Access(publicationAccess.withdraw)
  @Mutation(() => PublishPayload, { description: 'Takes a list down, all its versions, with the reason, which stands in its place.' })
  publishedListWithdraw(
    @Arg('slug', () => String, { description: 'Its address.' }) slug: string,
    @Arg('reason', () => String, { description: 'Why; at most 1,000 characters.' }) reason: string,
    @Ctx() context: Context,
  ) {
    return payload<{ list: FoundList | null }, { list: null }>(context, none, async () => {
      await withdrawList(acting(context), { slug, reason });
      return { list: await publishedListOf(context.ground, context.actor, { slug: slug.trim() }) };
    });
  }
}

@Resolver(() => Review)
export class ReviewListsResolver {
  @Cost({ own: 20, items: 5 })
  @FieldResolver(() => [PublishedList], {
    description:
      'What is published of it, the latest version of each list that you may read, also one that was withdrawn; the newest first.',
  })
  lists(@Root() { id }: { id: string }, @Ctx() context: Context): Promise<FoundList[]> {
    const { ground, actor } = acting(context);
    return batch(context, 'review.lists', () => new DataLoader<string, FoundList[]>((ids) => listsOfReviews(ground, actor, ids))).load(id);
  }
}
