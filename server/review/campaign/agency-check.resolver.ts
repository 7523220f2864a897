/** The checks of agencies over GraphQL (F-2). */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../api/access.js';
import { asked } from '../../api/asked.js';
import { connectionOf } from '../../api/connection.js';
import { acting, batch, type Context } from '../../api/context.js';
import { Cost } from '../../api/cost.js';
import { payload, UserError } from '../../api/user-error.js';
import { holds, may } from '../../identity/right.js';
import { scopesOf } from '../../identity/actor.js';
import type { Page } from '../../kernel/page.js';
import { isId } from '../../kernel/record.js';
import { Agency } from '../../registry/agency.entity.js';
import { UsageTier } from '../../registry/usage-tier.js';
import { type CheckFile, isOwnFinding, reviewAccess } from '../review.access.js';
import { Review } from '../review.entity.js';
import type { ReviewState } from '../review.workflow.js';
import {
  type AgencyCheckRow,
  agencyCheckList,
  agencyChecksById,
  type CheckedFindingRow,
  findingsOfCheck,
  itemsOfChecks,
  leftInChecks,
} from './agency-check.read.js';
import { confirmCheck, nameHead, returnCheck, submitCheck } from './agency-check.service.js';
import { agencyCheckWorkflow, type Checking } from './agency-check.workflow.js';
import { AgencyCheck } from './campaign.entity.js';
import { AgencyChecksArgs, CheckPaperInput } from './campaign.inputs.js';
import { CheckAction, CheckAnswer, CheckSignal } from './campaign-words.js';
import { answerFault } from './check.rules.js';
import { type CheckedItem, checkSignals, medianSeconds } from './check-signals.rules.js';
import type { CheckAction as ActionName, CheckAnswer as AnswerName, CheckSignal as SignalName } from './vocabulary.js';

export const [AgencyCheckEdge, AgencyCheckConnection] = connectionOf(AgencyCheck);

@ObjectType({ description: 'What became of the check of an agency.', simpleResolvers: true })
export class AgencyCheckPayload {
  @Field(() => AgencyCheck, { nullable: true, description: 'The check.' })
  agencyCheck: AgencyCheck | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'One line of an agency’s list: name and tier, no evidence.', simpleResolvers: true })
export class CheckedFinding {
  @Field(() => ID, { description: 'Id of the finding.' })
  findingId: string;

  @Field(() => String, { description: 'Code of the officer.' })
  code: string;

  @Field(() => String, { description: 'Name of the officer.' })
  fullName: string;

  @Field(() => String, { nullable: true, description: 'Post at the end of the window.' })
  post: string | null;

  @Field(() => Boolean, { description: 'Whether it was a leader’s.' })
  isLeader: boolean;

  @Field(() => UsageTier, { description: 'How much the mailbox was used.' })
  tier: string;

  @Field(() => CheckAnswer, { nullable: true, description: 'What was answered; null where nobody has.' })
  answer: string | null;

  @Field(() => Boolean, { description: 'Whether a contest waits for the task force.' })
  isContestOpen: boolean;

  @Field(() => Boolean, { description: 'Whether it is your own finding, for which you never answer (F-2).' })
  isOwn: boolean;

  @Field(() => Boolean, { description: 'Whether you may answer for it now.' })
  mayAnswer: boolean;
}

@ObjectType({ description: 'The leader who confirms the list of an agency.', simpleResolvers: true })
export class CheckHead {
  @Field(() => ID, { description: 'Id of the officer.' })
  officerId: string;

  @Field(() => String, { description: 'Name.' })
  fullName: string;

  @Field(() => String, { nullable: true, description: 'Post.' })
  post: string | null;
}

const none = { agencyCheck: null };
const MOST_FINDINGS = 1_000;

const fileOf = ({ agencyId, standingHeadId }: AgencyCheckRow): CheckFile => ({ agencyId, headId: standingHeadId ?? null });

const itemsOf = (context: Context, id: string): Promise<CheckedItem[]> =>
  batch(
    context,
    'agencyCheck.items',
    () =>
      new DataLoader<string, CheckedItem[]>(async (ids) => {
        const found = await itemsOfChecks(context.ground.read, ids);
        return ids.map((one) => found.get(one) ?? []);
      }),
  ).load(id);

@Resolver(() => AgencyCheck)
export class AgencyCheckResolver {
  @Access(reviewAccess.readChecks)
  @Query(() => AgencyCheckConnection, { description: 'Checks of agencies that you may see: by review, the latest first.' })
  agencyChecks(
    @Args(() => AgencyChecksArgs) args: AgencyChecksArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AgencyCheckRow>> {
    const { ground, actor } = acting(context);
    return agencyCheckList(ground.read, asked(info), actor, ground.clock.today(), args);
  }

  @Access(reviewAccess.readChecks)
  @Query(() => AgencyCheck, { nullable: true, description: 'One check; null when there is none, or none you may see.' })
  async agencyCheck(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const { ground, actor } = acting(context);
    return isId(id) ? ((await agencyChecksById(ground.read, asked(info), actor, [id]))[0] ?? null) : null;
  }

  @FieldResolver(() => Review, { description: 'The review.' })
  review(@Root() check: AgencyCheckRow) {
    return check.review;
  }

  @FieldResolver(() => Agency, { description: 'The agency.' })
  agency(@Root() check: AgencyCheckRow) {
    return check.agency;
  }

  @FieldResolver(() => CheckHead, { nullable: true, description: 'The leader who confirms; null until named.' })
  head(@Root() check: AgencyCheckRow): CheckHead | null {
    return check.headId ? { officerId: check.headId, fullName: check.head, post: check.headPost ?? null } : null;
  }

  @FieldResolver(() => Boolean, { description: 'Not confirmed though the check is over, or the review finalised.' })
  isOverdue(@Root() { state, review }: AgencyCheckRow, @Ctx() { ground }: Context): boolean {
    if (state === 'CONFIRMED' || review.checkUntil === null) return false;
    return review.state === 'FINALISED' || (review.state === 'OPEN' && review.checkUntil < ground.clock.today());
  }

  @FieldResolver(() => Int, { description: 'Findings of the agency.' })
  findings(@Root() check: AgencyCheckRow): number {
    return check.findings;
  }

  @FieldResolver(() => Int, { description: 'Findings that were answered for.' })
  answered(@Root() check: AgencyCheckRow): number {
    return check.answered;
  }

  @FieldResolver(() => Int, { description: 'Contests that wait for the task force.' })
  contested(@Root() check: AgencyCheckRow): number {
    return check.contested;
  }

  @Cost({ own: 40, items: 100 })
  @FieldResolver(() => [CheckedFinding], { description: `Its list: leaders first, by name; at most ${MOST_FINDINGS}.` })
  async list(@Root() check: AgencyCheckRow, @Ctx() context: Context): Promise<CheckedFinding[]> {
    const { ground, actor } = acting(context);
    const rows = await findingsOfCheck(ground.read, check);
    return rows.map(({ officerId, isFormerByTaskForce, ...row }: CheckedFindingRow) => {
      const file = { agencyId: check.agencyId, officerId };
      const isOwn = isOwnFinding(actor, file);
      const fault = answerFault({
        reviewState: check.review.state as ReviewState,
        checkUntil: check.review.checkUntil,
        checkState: check.state,
        isOwnFinding: isOwn,
        isTaskForce: may(actor, reviewAccess.answerContest, undefined),
        former: row.answer as AnswerName | null,
        isFormerByTaskForce,
        answer: 'CONFIRMED',
      });
      return { ...row, isOwn, mayAnswer: may(actor, reviewAccess.checkFindings, file) && fault === null };
    });
  }

  @Cost({ own: 10 })
  @FieldResolver(() => Int, { description: 'Findings that nobody has answered for, but for your own.' })
  left(@Root() check: AgencyCheckRow, @Ctx() context: Context): Promise<number> {
    const { ground, actor } = acting(context);
    return batch(
      context,
      'agencyCheck.left',
      () =>
        new DataLoader<string, number>(async (ids) => {
          const found = await leftInChecks(ground.read, ids, scopesOf(actor, 'OFFICER'));
          return ids.map((id) => found.get(id) ?? 0);
        }),
    ).load(check.id);
  }

  @Cost({ own: 20 })
  @FieldResolver(() => [CheckSignal], {
    description:
      'What may mean that answers were given without looking; never a verdict. Empty for whoever is not of the task force (F-5).',
  })
  async signals(@Root() check: AgencyCheckRow, @Ctx() context: Context): Promise<SignalName[]> {
    return checkSignals(await itemsOf(context, check.id));
  }

  @Cost({ own: 20 })
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Middle of the seconds that answers took; null where too few were measured, and for whoever is not of the task force (F-5).',
  })
  async medianSeconds(@Root() check: AgencyCheckRow, @Ctx() context: Context): Promise<number | null> {
    return medianSeconds(await itemsOf(context, check.id));
  }

  @FieldResolver(() => [CheckAction], { description: 'What you can do with it now.' })
  availableActions(@Root() check: AgencyCheckRow, @Ctx() context: Context): ActionName[] {
    const { actor } = acting(context);
    if (check.review.state !== 'OPEN') return [];
    const file = fileOf(check);
    const roles: Checking[] = [];
    if (may(actor, reviewAccess.submitChecks, file)) roles.push('CONTACT');
    if (check.standingHeadId && scopesOf(actor, 'OFFICER').includes(check.standingHeadId)) roles.push('HEAD');
    if (holds(actor, reviewAccess.readCheckSignals as never)) roles.push('TASK_FORCE');
    // A leader who has left confirms nothing, on paper either.
    return agencyCheckWorkflow.actsFor(check.state, roles).filter((act) => act !== 'CONFIRM' || check.standingHeadId);
  }

  @Access(reviewAccess.handleChecks)
  @Mutation(() => AgencyCheckPayload, {
    description:
      'Names the leader of the agency who confirms (F-2). RULE_VIOLATED for whoever is no leader there. What was handed in goes back.',
  })
  agencyCheckNameHead(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('officerId', () => ID, { description: 'Id of the officer.' }) officerId: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await nameHead(acting(context), id, officerId)));
  }

  @Access(reviewAccess.submitChecks)
  @Mutation(() => AgencyCheckPayload, {
    description: 'Hands in the check of an agency. NOT_ALLOWED_NOW (F-2) while findings are without an answer, or no head is named.',
  })
  agencyCheckSubmit(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload(context, none, async () => this.afterwards(context, info, await submitCheck(acting(context), id)));
  }

  @Access(reviewAccess.readChecks)
  @Mutation(() => AgencyCheckPayload, {
    description: 'Confirms it as its head; or records the head’s confirmation from the signed list, as the contact (F-2).',
  })
  agencyCheckConfirm(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('paper', () => CheckPaperInput, { nullable: true, description: 'The signed list; needed where it is not the head who asks.' })
    paper?: CheckPaperInput,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await confirmCheck(acting(context), id, paper ?? null)));
  }

  @Access(reviewAccess.returnChecks)
  @Mutation(() => AgencyCheckPayload, { description: 'Gives it back to the contact, with a reason (F-2).' })
  agencyCheckReturn(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await returnCheck(acting(context), id, reason)));
  }

  private async afterwards(context: Context, info: GraphQLResolveInfo, id: string) {
    const { ground, actor } = acting(context);
    return { agencyCheck: (await agencyChecksById(ground.read, asked(info, 'agencyCheck'), actor, [id]))[0] ?? null };
  }
}
