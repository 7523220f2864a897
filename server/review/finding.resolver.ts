/** Findings over GraphQL; what may be read of each is decided field by field (product.md §2). */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, batch, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { may } from '../identity/right.js';
import type { Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import type { Reason } from '../kernel/refusal.js';
import { Agency } from '../registry/agency.entity.js';
import { Officer } from '../registry/officer.entity.js';
import { nextStep } from './cause.rules.js';
import { setCause } from './cause.service.js';
import { answerContest, contestFinding } from './contest.service.js';
import { EvidenceDay, evidenceDays } from './evidence-day.js';
import { recordReading } from './evidence-reading.service.js';
import { FindingConnection } from './finding-pages.resolver.js';
import { type FindingAction as FindingActionName, findingActions } from './finding-actions.rules.js';
import { Cause, FindingAction, FindingSignal, NextStep } from './finding-words.js';
import { Finding } from './finding.entity.js';
import { findingList, findingsById, type FindingRow, oneFinding } from './finding.read.js';
import { findingsWithCases } from './lent-cases.js';
import { reasonOf } from './reason.rules.js';
import { Judging, type StoredFacts, storedFacts } from './rejudging.js';
import { isOwnFinding, reviewAccess } from './review.access.js';
import { Review } from './review.entity.js';
import { FindingsArgs } from './review.inputs.js';
import { type ReviewFrame, reviewFrames } from './review.read.js';
import { settleSignals } from './settle-signals.service.js';
import { signalsOf } from './signal.rules.js';
import type { Cause as CauseName, FindingSignal as Signal, NextStep as Step } from './vocabulary.js';

@ObjectType({ description: 'What became of findings.', simpleResolvers: true })
export class FindingsPayload {
  @Field(() => [Finding], { description: 'The findings for which it was done, in the order given.' })
  findings: Finding[];

  @Field(() => [UserError], { description: 'Why not, for each finding that was refused; `path` names its place.' })
  userErrors: UserError[];
}

const none = { findings: [] as FindingRow[] };

const frameOf = (context: Context, reviewId: string): Promise<ReviewFrame> =>
  batch(context, 'review.frames', () => new DataLoader<string, ReviewFrame>((ids) => reviewFrames(context.ground.read, ids))).load(
    reviewId,
  );

const judgingOf = (context: Context, review: ReviewFrame): Judging =>
  batch(context, `judging ${review.id}`, () => new Judging(review, review.policy));

const factsOf = (context: Context, findingId: string): Promise<StoredFacts> =>
  batch(
    context,
    'finding.facts',
    () =>
      new DataLoader<string, StoredFacts>(async (ids) => {
        const found = await storedFacts(context.ground.orm.em.fork(), ids);
        return ids.map((id) => found.get(id)!);
      }),
  ).load(findingId);

const carriesCase = (context: Context, findingId: string): Promise<boolean> =>
  batch(
    context,
    'finding.cases',
    () =>
      new DataLoader<string, boolean>(async (ids) => {
        const carrying = await findingsWithCases(context.ground.orm.em.fork(), ids);
        return ids.map((id) => carrying.has(id));
      }),
  ).load(findingId);

/** Somebody else's evidence is read on record, once a request; one's own is one's own. */
function noteReading(finding: FindingRow, context: Context): void {
  const actor = acting(context);
  if (isOwnFinding(actor.actor, finding)) return;
  const readings = batch(context, 'finding.readings', () => {
    const read = new Map<string, string>();
    context.beforeAnswer.push(() => recordReading(actor, read));
    return read;
  });
  readings.set(finding.id, finding.officerId);
}

async function noteOf(finding: FindingRow, context: Context, field: 'causeNote' | 'contestNote' | 'contestAnswer'): Promise<string | null> {
  if (!finding[field]) return null;
  noteReading(finding, context);
  return finding[field];
}

@Resolver(() => Finding)
export class FindingResolver {
  @Access(reviewAccess.readFindings)
  @Query(() => FindingConnection, { description: 'Findings you may see: by review, in it by agency, leaders first, by name.' })
  findings(
    @Args(() => FindingsArgs) args: FindingsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<FindingRow>> {
    const { ground, actor } = acting(context);
    return findingList(ground.read, asked(info), actor, args);
  }

  @Access(reviewAccess.readFindings)
  @Query(() => Finding, { nullable: true, description: 'One finding; null when there is none, or none you may see.' })
  async finding(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const { ground, actor } = acting(context);
    return isId(id) ? oneFinding(ground.read, asked(info), actor, id) : null;
  }

  @FieldResolver(() => Review, { description: 'The review it belongs to.' })
  review(@Root() finding: FindingRow) {
    return finding.review;
  }

  @FieldResolver(() => Officer, { description: 'Whose it is.' })
  officer(@Root() finding: FindingRow) {
    return finding.officer;
  }

  @FieldResolver(() => Agency, { description: 'Agency on the last day of the window, or the last day in post (T-2).' })
  agency(@Root() finding: FindingRow) {
    return finding.agency;
  }

  @Cost({ own: 60 })
  @FieldResolver(() => String, {
    description: 'Why this is the tier, in one paragraph in your language (T-7). FORBIDDEN without the right to see evidence.',
  })
  async reason(@Root() finding: FindingRow, @Ctx() context: Context): Promise<string> {
    noteReading(finding, context);
    const { policy, windowFrom, windowTo } = await frameOf(context, finding.reviewId);
    return reasonOf({ ...finding, policy, window: { from: windowFrom, to: windowTo } }, context.language);
  }

  @FieldResolver(() => Int, { description: 'Working days taken out by a documented absence. FORBIDDEN without the right to see evidence.' })
  excusedDays(@Root() finding: FindingRow, @Ctx() context: Context): number {
    if (finding.excusedDays > 0) noteReading(finding, context);
    return finding.excusedDays;
  }

  @FieldResolver(() => String, { nullable: true, description: 'In whose words the cause was set; null without the right to see evidence.' })
  causeNote(@Root() finding: FindingRow, @Ctx() context: Context): Promise<string | null> {
    return noteOf(finding, context, 'causeNote');
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was contested; null without the right to see evidence.' })
  contestNote(@Root() finding: FindingRow, @Ctx() context: Context): Promise<string | null> {
    return noteOf(finding, context, 'contestNote');
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was answered; null without the right to see evidence.' })
  contestAnswer(@Root() finding: FindingRow, @Ctx() context: Context): Promise<string | null> {
    return noteOf(finding, context, 'contestAnswer');
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Id of the paper that came with the contest (`GET /attachments/{id}`); null without the right to see evidence.',
  })
  contestAttachmentId(@Root() finding: FindingRow): string | null {
    return finding.contestAttachmentId ?? null;
  }

  @FieldResolver(() => CalendarDate, {
    nullable: true,
    description: 'First day of absence that the contest names; null without the right to see evidence.',
  })
  contestFromOn(@Root() finding: FindingRow, @Ctx() context: Context): string | null {
    if (finding.contestFromOn) noteReading(finding, context);
    return finding.contestFromOn ?? null;
  }

  @FieldResolver(() => CalendarDate, { nullable: true, description: 'Last day of it; null without the right to see evidence.' })
  contestUntilOn(@Root() finding: FindingRow, @Ctx() context: Context): string | null {
    if (finding.contestUntilOn) noteReading(finding, context);
    return finding.contestUntilOn ?? null;
  }

  @FieldResolver(() => NextStep, { description: 'What is offered next; follows from tier and cause.' })
  nextStep(@Root() finding: FindingRow): Step {
    return nextStep(finding.tier, finding.notAssessedReason, finding.cause);
  }

  @FieldResolver(() => [FindingSignal], { description: 'What somebody must look at (T-5).' })
  signals(@Root() finding: FindingRow): Signal[] {
    return signalsOf(finding);
  }

  @FieldResolver(() => [FindingAction], { description: 'What you can do with it now.' })
  async availableActions(@Root() finding: FindingRow, @Ctx() context: Context): Promise<FindingActionName[]> {
    const { actor, ground } = acting(context);
    const maySetCause = may(actor, reviewAccess.setCause, finding);
    return findingActions({
      ...finding,
      state: finding.review.state,
      today: ground.clock.today(),
      contestUntil: finding.review.contestUntil ?? null,
      isOwnFinding: isOwnFinding(actor, finding),
      maySetCause,
      carriesCase: maySetCause && (await carriesCase(context, finding.id)),
      maySetCauseOfLeaders: may(actor, reviewAccess.setCauseOfLeaders, undefined),
      mayContest: may(actor, reviewAccess.contest, finding),
      mayAnswer: may(actor, reviewAccess.answerContest, undefined),
      maySettle: may(actor, reviewAccess.settleSignals, undefined),
    });
  }

  @Cost({ own: 40, items: 92 })
  @FieldResolver(() => [EvidenceDay], {
    description: 'Every day of the window, from the frozen evidence. FORBIDDEN without the right to see evidence.',
  })
  async days(@Root() finding: FindingRow, @Ctx() context: Context): Promise<EvidenceDay[]> {
    noteReading(finding, context);
    const [review, stored] = await Promise.all([frameOf(context, finding.reviewId), factsOf(context, finding.id)]);
    const judging = judgingOf(context, review);
    return evidenceDays(stored.facts, judging.outcome(stored).marks, judging.frame.firstDay);
  }

  @Access(reviewAccess.setCause)
  @Mutation(() => FindingsPayload, { description: 'Sets the cause of findings; each stands alone (D-2, D-2a).' })
  findingSetCause(
    @Arg('ids', () => [ID], { description: 'At most 1,000.' }) ids: string[],
    @Arg('cause', () => Cause, { description: 'The cause.' }) cause: CauseName,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('note', () => String, {
      nullable: true,
      description:
        'For REFUSES the written reminder (date, means) and the class offered; for EXCUSED the document where no absence is recorded.',
    })
    note?: string,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await setCause(acting(context), ids, cause, note ?? null)));
  }

  @Access(reviewAccess.contest)
  @Mutation(() => FindingsPayload, { description: 'Contests a finding while its review is open (T-8).' })
  findingContest(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('note', () => String, { description: 'Why.' }) note: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('attachmentId', () => ID, { nullable: true, description: 'A paper that shows it, uploaded before (`POST /attachments`).' })
    attachmentId?: string,
    @Arg('fromOn', () => CalendarDate, { nullable: true, description: 'First day of leave, illness, secondment, or without a device.' })
    fromOn?: string,
    @Arg('untilOn', () => CalendarDate, { nullable: true, description: 'Last day of it.' }) untilOn?: string,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, {
        ids: [await contestFinding(acting(context), id, note, { attachmentId, fromOn, untilOn })],
        refused: [],
      }),
    );
  }

  @Access(reviewAccess.answerContest)
  @Mutation(() => FindingsPayload, { description: 'Answers a contest; accepted, the finding becomes not assessed (T-8).' })
  findingAnswerContest(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('accept', () => Boolean, { description: 'Whether the contest is right.' }) accept: boolean,
    @Arg('note', () => String, { description: 'The answer.' }) note: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('asAbsence', () => Boolean, {
      nullable: true,
      description: 'Accepted by recording the days it names as an absence: the finding is worked out again without them (T-5).',
    })
    asAbsence?: boolean,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, { ids: [await answerContest(acting(context), id, accept, note, asAbsence ?? false)], refused: [] }),
    );
  }

  @Access(reviewAccess.settleSignals)
  @Mutation(() => FindingsPayload, {
    description: 'Settles newer evidence and forwarding: takes the improved tier, or keeps the frozen one; each stands alone (T-5).',
  })
  findingSettleSignals(
    @Arg('ids', () => [ID], { description: 'At most 1,000.' }) ids: string[],
    @Arg('takeImproved', () => Boolean, { description: 'Whether to take the improved tier.' }) takeImproved: boolean,
    @Arg('note', () => String, { description: 'Why.' }) note: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, await settleSignals(acting(context), ids, takeImproved, note)),
    );
  }

  private async afterwards(context: Context, info: GraphQLResolveInfo, { ids, refused }: { ids: string[]; refused: Reason[] }) {
    const { ground, actor } = acting(context);
    return { findings: await findingsById(ground.read, asked(info, 'findings'), actor, ids), refused };
  }
}
