/** Campaigns over GraphQL: definitions, how far a review is, its letters, answering for findings, substitutes (F-1 to F-6). */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../api/access.js';
import { asked } from '../../api/asked.js';
import { acting, batch, type Context } from '../../api/context.js';
import { Cost } from '../../api/cost.js';
import { payload, UserError } from '../../api/user-error.js';
import { may } from '../../identity/right.js';
import { User } from '../../identity/user.entity.js';
import { type Day, lastQuarterEnd } from '../../kernel/calendar.js';
import { dateIn } from '../../kernel/language.js';
import { CalendarDate, Instant } from '../../kernel/scalars.js';
import { Agency } from '../../registry/agency.entity.js';
import { FindingsPayload } from '../finding.resolver.js';
import { findingsById } from '../finding.read.js';
import { Finding } from '../finding.entity.js';
import { oneReview } from '../review.read.js';
import { Review } from '../review.entity.js';
import { isId } from '../../kernel/record.js';
import { reviewAccess } from '../review.access.js';
import { ReviewPayload } from '../review.resolver.js';
import { answersFor, type FindingAnswerRow, progressOf, type ProgressRow } from './agency-check.read.js';
import { extendCheck } from './agency-check.service.js';
import { CampaignStep, ContactSubstitute, ReviewDefinition } from './campaign.entity.js';
import { ContactSubstituteInput, ReviewDefinitionInput } from './campaign.inputs.js';
import { CheckAnswer, ReviewStage } from './campaign-words.js';
import { answerFindings } from './check.service.js';
import { stageOf } from './check.rules.js';
import { saveDefinition } from './definition.service.js';
import { appointSubstitute, endSubstitute } from './substitute.service.js';
import type { CheckAnswer as AnswerName, ReviewStage as StageName } from './vocabulary.js';

@ObjectType({ description: 'What an agency, or the task force for it, said of a finding (F-2).', simpleResolvers: true })
export class FindingAnswer {
  @Field(() => CheckAnswer, { description: 'What was answered.' })
  answer: string;

  @Field(() => Instant, { description: 'When.' })
  checkedAt: Date;

  @Field(() => String, { description: 'By whom.' })
  checkedBy: string;

  @Field(() => Boolean, { description: 'Whether the task force answered in place of the agency.' })
  isByTaskForce: boolean;
}

@ObjectType({ description: 'How far the agencies are with a review (F-1).', simpleResolvers: true })
export class ReviewProgress {
  @Field(() => Int, { description: 'Agencies that check.' })
  agencies: number;

  @Field(() => Int, { description: 'Of these have handed in.' })
  submitted: number;

  @Field(() => Int, { description: 'Of these are confirmed by their head.' })
  confirmed: number;

  @Field(() => Int, { description: 'Not confirmed though the check is over.' })
  overdue: number;

  @Field(() => Int, { description: 'Findings.' })
  findings: number;

  @Field(() => Int, { description: 'Findings that were answered for.' })
  answered: number;

  @Field(() => Int, { description: 'Contests that wait for an answer.' })
  openContests: number;

  @Field(() => Int, { description: 'Findings irregular or never that nobody has answered for.' })
  unanswered: number;
}

@ObjectType({ description: 'What became of a definition.', simpleResolvers: true })
export class ReviewDefinitionPayload {
  @Field(() => ReviewDefinition, { nullable: true, description: 'The definition.' })
  reviewDefinition: ReviewDefinition | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The review that would be opened next from a definition.', simpleResolvers: true })
export class NextReview {
  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { description: 'Last day of the window: the end of the last quarter.' })
  windowTo: Day;
}

@ObjectType({ description: 'What became of a substitution.', simpleResolvers: true })
export class ContactSubstitutePayload {
  @Field(() => ContactSubstitute, { nullable: true, description: 'The substitution.' })
  contactSubstitute: ContactSubstitute | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

const em = ({ ground }: Context) => ground.orm.em.fork();

@Resolver(() => Review)
export class ReviewCampaignResolver {
  @FieldResolver(() => ReviewStage, { nullable: true, description: 'Which part is under way; null where the agencies do not check (F-1).' })
  stage(@Root() review: any, @Ctx() { ground }: Context): StageName | null {
    return stageOf({ state: review.state, checkUntil: review.checkUntil ?? null, today: ground.clock.today() });
  }

  @Cost({ own: 100 })
  @FieldResolver(() => ReviewProgress, { description: 'How far the agencies are; FORBIDDEN for whoever may not see all of them (F-1).' })
  progress(@Root() review: { id: string }, @Ctx() { ground }: Context): Promise<ProgressRow> {
    return progressOf(ground.read, review.id, ground.clock.today());
  }

  @Cost({ own: 20, items: 7 })
  @FieldResolver(() => [CampaignStep], { description: 'Its letters, written and to come; empty for whoever may not see them (F-4).' })
  steps(@Root() review: { id: string }, @Ctx() context: Context): Promise<CampaignStep[]> {
    return em(context).find(CampaignStep, { review: review.id } as never, { orderBy: { dueAt: 'asc', id: 'asc' } } as never);
  }

  @Cost({ own: 10 })
  @FieldResolver(() => Review, { nullable: true, description: 'The review of which it looks at some again (F-6).' })
  rerunOf(@Root() review: any, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    return review.rerunOfId ? oneReview(ground.read, asked(info), (q) => q.where('r.id', '=', review.rerunOfId)) : null;
  }

  @Access(reviewAccess.changeReviews)
  @Mutation(() => ReviewPayload, { description: 'Gives the agencies more time (F-1).' })
  reviewExtendCheck(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('until', () => String, { description: 'Last day of the check, `YYYY-MM-DD`; later than before.' }) until: string,
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, { review: null }, async () => {
      const changed = await extendCheck(acting(context), id, until, reason);
      return { review: await oneReview(context.ground.read, asked(info, 'review'), (q) => q.where('r.id', '=', changed)) };
    });
  }
}

@Resolver(() => ReviewDefinition)
export class ReviewDefinitionResolver {
  @Access(reviewAccess.changeReviews)
  @Cost({ items: 20 })
  @Query(() => [ReviewDefinition], { description: 'How reviews are held, by name; at most 100 (F-1).' })
  reviewDefinitions(@Ctx() context: Context): Promise<ReviewDefinition[]> {
    return em(context).find(ReviewDefinition, {}, { orderBy: { name: 'asc' }, limit: 100 } as never);
  }

  @Cost({ own: 10, items: 60 })
  @FieldResolver(() => [Agency], { nullable: true, description: 'Agencies it looks at; null: the whole city.' })
  agencies(@Root() { agencyIds }: ReviewDefinition, @Ctx() context: Context): Promise<Agency[]> | null {
    return agencyIds ? em(context).find(Agency, { id: { $in: agencyIds } } as never, { orderBy: { code: 'asc' } } as never) : null;
  }

  @FieldResolver(() => NextReview, { description: 'The review that would be opened next.' })
  next(@Root() { name }: ReviewDefinition, @Ctx() { ground, language }: Context): NextReview {
    const windowTo = lastQuarterEnd(ground.clock.today());
    return { title: `${name} – ${dateIn(language, windowTo)}`, windowTo };
  }

  @Access(reviewAccess.changeReviews)
  @Mutation(() => ReviewDefinitionPayload, {
    description: 'Makes a definition, or changes one; reviews that were opened from it stay as they are (F-1).',
  })
  reviewDefinitionSave(
    @Arg('input', () => ReviewDefinitionInput, { description: 'The definition.' }) input: ReviewDefinitionInput,
    @Ctx() context: Context,
  ) {
    return payload(context, { reviewDefinition: null }, async () => {
      const id = await saveDefinition(acting(context), input);
      return { reviewDefinition: await em(context).findOne(ReviewDefinition, { id } as never) };
    });
  }
}

@Resolver(() => Finding)
export class FindingAnswerResolver {
  @Cost({ own: 2 })
  @FieldResolver(() => FindingAnswer, { nullable: true, description: 'What was answered for it; null where nobody has (F-2).' })
  answer(@Root() finding: { id: string }, @Ctx() context: Context): Promise<FindingAnswerRow | null> {
    return batch(
      context,
      'finding.answer',
      () => new DataLoader<string, FindingAnswerRow | null>((ids) => answersFor(context.ground.read, ids)),
    ).load(finding.id);
  }

  @Access(reviewAccess.checkFindings)
  @Mutation(() => FindingsPayload, {
    description:
      'Answers for findings, each on its own: confirms them, or contests them with a reason (F-2). RULE_VIOLATED for the own one, NOT_ALLOWED_NOW once the agency has handed in.',
  })
  findingAnswer(
    @Arg('ids', () => [ID], { description: 'At most 1,000.' }) ids: string[],
    @Arg('answer', () => CheckAnswer, { description: 'The answer.' }) answer: AnswerName,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('note', () => String, { nullable: true, description: 'Why it is contested.' }) note?: string,
    @Arg('attachmentId', () => ID, { nullable: true, description: 'A paper that shows it, uploaded before (`POST /attachments`).' })
    attachmentId?: string,
    @Arg('fromOn', () => CalendarDate, { nullable: true, description: 'First day of absence that explains it.' }) fromOn?: string,
    @Arg('untilOn', () => CalendarDate, { nullable: true, description: 'Last day of it.' }) untilOn?: string,
    @Arg('seconds', () => Int, { nullable: true, description: 'Seconds that one finding was looked at before the answer (F-5).' })
    seconds?: number,
  ) {
    return payload(context, { findings: [] as never[] }, async () => {
      const { ground, actor } = acting(context);
      const { ids: done, refused } = await answerFindings({ ground, actor }, ids, { answer, note, attachmentId, fromOn, untilOn, seconds });
      return { findings: (await findingsById(ground.read, asked(info, 'findings'), actor, done)) as never[], refused };
    });
  }
}

@Resolver(() => ContactSubstitute)
export class ContactSubstituteResolver {
  @FieldResolver(() => Agency, { description: 'The agency.' })
  agency(@Root() substitute: ContactSubstitute, @Ctx() context: Context): Promise<Agency | null> {
    return em(context).findOne(Agency, { id: substitute.agency.id } as never);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who stands in.' })
  user(@Root() substitute: ContactSubstitute, @Ctx() context: Context): Promise<User | null> {
    return em(context).findOne(User, { id: substitute.userId } as never);
  }

  @Access(reviewAccess.handleChecks)
  @Cost({ own: 10, items: 20 })
  @Query(() => [ContactSubstitute], { description: 'Who stands in for contacts of an agency now, the latest first; at most 100 (F-2).' })
  contactSubstitutes(
    @Arg('agencyId', () => ID, { description: 'Id of the agency.' }) agencyId: string,
    @Ctx() context: Context,
  ): Promise<ContactSubstitute[]> | [] {
    if (!isId(agencyId) || !may(acting(context).actor, reviewAccess.handleChecks, { agencyId, headId: null })) return [];
    return em(context).find(
      ContactSubstitute,
      { agency: agencyId, endedAt: null } as never,
      { orderBy: { id: 'desc' }, limit: 100 } as never,
    );
  }

  @Access(reviewAccess.handleChecks)
  @Mutation(() => ContactSubstitutePayload, {
    description: 'Gives somebody the work of a contact up to a day: the role comes now and goes then (F-2).',
  })
  contactSubstituteAppoint(
    @Arg('input', () => ContactSubstituteInput, { description: 'Who, for which agency, until when, why.' }) input: ContactSubstituteInput,
    @Ctx() context: Context,
  ) {
    return payload(context, { contactSubstitute: null }, async () => this.found(context, await appointSubstitute(acting(context), input)));
  }

  @Access(reviewAccess.handleChecks)
  @Mutation(() => ContactSubstitutePayload, { description: 'Ends it now.' })
  contactSubstituteEnd(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context) {
    return payload(context, { contactSubstitute: null }, async () => this.found(context, await endSubstitute(acting(context), id)));
  }

  private async found(context: Context, id: string) {
    return { contactSubstitute: await em(context).findOne(ContactSubstitute, { id } as never) };
  }
}
