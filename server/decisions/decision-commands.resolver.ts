/** What can be done with cases over GraphQL. Each id stands alone: one result for each, in the order given (house rule for bulk). */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { userErrorOf } from '../api/user-error.js';
import { payload } from '../api/user-error.js';
import type { Acting } from '../identity/command.js';
import type { Asked } from '../kernel/read.js';
import { CalendarDate } from '../kernel/scalars.js';
import { appeal, settle } from './appeal.service.js';
import type { CaseResult } from './case-book.js';
import { castVotes } from './cast-vote.service.js';
import { viewed } from './case-view.js';
import { decisionAccess } from './decision.access.js';
import { ProposeInput } from './decision.inputs.js';
import { DecisionsPayload } from './decision-pages.resolver.js';
import { decisionsById } from './decision.read.js';
import { Choice, NoticeMeans } from './decision-words.js';
import { putOnDocket } from './docket.service.js';
import { enterIntoForce } from './enactment.service.js';
import { answerExplanation, explain, giveNotice, prepareNotices } from './hearing.service.js';
import { proposeCases } from './propose.service.js';
import type { Choice as ChoiceName, NoticeMeans as MeansName } from './vocabulary.js';
import { closeVotes, declareConflict, openVotes } from './vote.service.js';
import { withdrawCases } from './withdraw.service.js';

const none = { results: [] as DecisionsPayload['results'] };

/** Runs a command and answers with the cases as they are after it. */
function answering(context: Context, info: GraphQLResolveInfo, command: (who: Acting) => Promise<CaseResult[]>) {
  return payload<Pick<DecisionsPayload, 'results'>, typeof none>(context, none, async () => {
    const who = acting(context);
    const results = await command(who);
    const wanted = asked(info, 'results', 'decision');
    const rows = await shown(context, wanted, results);
    return {
      results: results.map(({ id, decisionId, faults }) => ({
        id,
        decision: (decisionId && rows.get(decisionId)) ?? null,
        userErrors: faults.map((fault) => userErrorOf(context, fault)),
      })),
    };
  });
}

async function shown(context: Context, wanted: Asked, results: readonly CaseResult[]) {
  const who = acting(context);
  const ids = results.flatMap(({ decisionId }) => decisionId ?? []);
  if (wanted.size === 0 || ids.length === 0) return new Map<string, unknown>();
  const rows = (await decisionsById(who.ground.read, wanted, who.actor, who.ground.clock.today(), ids)).filter((row) => row !== null);
  await viewed(who, rows, wanted);
  return new Map<string, unknown>(rows.map((row) => [row.id, row]));
}

const IDS = 'At most 1,000; each stands alone.';

@Resolver()
export class DecisionCommandsResolver {
  @Access(decisionAccess.propose)
  @Mutation(() => DecisionsPayload, {
    description:
      'Proposes cases, from findings or for officers (D-1, D-2). DUPLICATE where one of the kind and year is pending, RULE_VIOLATED (D-2) where the finding does not bear it or has carried one before, RULE_VIOLATED (C-1) where the committee is not competent or must be named.',
  })
  decisionPropose(
    @Arg('input', () => ProposeInput, { description: 'What and for whom.' }) input: ProposeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answering(context, info, (who) => proposeCases(who, input));
  }

  @Access(decisionAccess.giveNotice)
  @Mutation(() => DecisionsPayload, {
    description:
      'Writes the notices of adverse proposals, to be printed and handed over, or sent by e-mail; a notice written before is needed no more.',
  })
  decisionPrepareNotice(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answering(context, info, (who) => prepareNotices(who, ids));
  }

  @Access(decisionAccess.giveNotice)
  @Mutation(() => DecisionsPayload, {
    description:
      'Records that notice was served (D-3, L-1). INVALID for a day to come, RULE_VIOLATED (D-3) by e-mail without another address than the official mailbox.',
  })
  decisionGiveNotice(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Arg('means', () => NoticeMeans, { description: 'How it was served.' }) means: MeansName,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('servedOn', () => CalendarDate, { nullable: true, description: 'Day of service; today when not given.' }) servedOn?: string | null,
  ) {
    return answering(context, info, (who) => giveNotice(who, ids, means, servedOn));
  }

  @Access(decisionAccess.explain)
  @Mutation(() => DecisionsPayload, {
    description:
      'Explains (D-3): the officer, or contact and secretary from paper. NOT_ALLOWED_NOW (D-3) when it was received after the period.',
  })
  decisionExplain(
    @Arg('id', () => ID, { description: 'Id of the case.' }) id: string,
    @Arg('text', () => String, { description: 'At most 10,000 characters.' }) text: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('receivedOn', () => CalendarDate, { nullable: true, description: 'Day of receipt, of a paper; today when not given.' })
    receivedOn?: string | null,
    @Arg('attachmentId', () => ID, { nullable: true, description: 'A scanned paper, brought by POST /attachments.' })
    attachmentId?: string | null,
  ) {
    return answering(context, info, (who) => explain(who, id, { text, receivedOn, attachmentId }));
  }

  @Access(decisionAccess.answerExplanation)
  @Mutation(() => DecisionsPayload, { description: 'Answers an explanation, without which no vote opens (D-3).' })
  decisionAnswerExplanation(
    @Arg('id', () => ID, { description: 'Id of the case.' }) id: string,
    @Arg('text', () => String, { description: 'At most 10,000 characters.' }) text: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answering(context, info, (who) => answerExplanation(who, id, text));
  }

  @Access(decisionAccess.openVote)
  @Mutation(() => DecisionsPayload, {
    description:
      'Opens votes: voters, base and rule are frozen (D-4). NOT_ALLOWED_NOW with the rules that block it (D-2, D-3, T-5, TR-3), or D-4 where too few may vote.',
  })
  decisionOpenVote(@Arg('ids', () => [ID], { description: IDS }) ids: string[], @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return answering(context, info, (who) => openVotes(who, ids));
  }

  @Access(decisionAccess.vote)
  @Mutation(() => DecisionsPayload, {
    description:
      'Declares a conflict of interest: the ballot is struck, base and quorum are counted anew, and the file is closed to you (D-5).',
  })
  decisionDeclareConflict(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Arg('note', () => String, { description: 'Which conflict; it stands in the minutes.' }) note: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answering(context, info, (who) => declareConflict(who, ids, note));
  }

  @Access(decisionAccess.vote)
  @Mutation(() => DecisionsPayload, {
    description:
      'Votes, or changes votes while they are open (D-6). Of several cases those with an explanation or a declared conflict are refused: RULE_VIOLATED (D-12). Whoever is recused or not among the voters: RULE_VIOLATED (D-5, D-4).',
  })
  decisionCastVote(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Arg('choice', () => Choice, { description: 'For, against or abstaining.' }) choice: ChoiceName,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('reason', () => String, { nullable: true, description: 'Why, at most 2,000 characters; it stands in the minutes.' })
    reason?: string | null,
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'The same key with the same request votes once.' })
    idempotencyKey?: string | null,
  ) {
    return answering(context, info, (who) => castVotes(who, ids, { choice, reason, idempotencyKey }));
  }

  @Access(decisionAccess.closeVote)
  @Mutation(() => DecisionsPayload, {
    description:
      'Closes votes before their time, counted as at the deadline (D-7): the chair, or a deputy where the chair is recused or absent.',
  })
  decisionCloseVote(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('reason', () => String, { nullable: true, description: 'Why before its time; it stands in the minutes.' }) reason?: string | null,
  ) {
    return answering(context, info, (who) => closeVotes(who, ids, reason));
  }

  @Access(decisionAccess.enterIntoForce)
  @Mutation(() => DecisionsPayload, {
    description:
      'Signs adopted decisions: number, signatory, day of service (N-1, D-8). In force on their day; one to come waits as ADOPTED. RULE_VIOLATED (N-1) for a number that is not the next.',
  })
  decisionEnterIntoForce(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('inForceOn', () => CalendarDate, { nullable: true, description: 'Day from which it is in force; today when not given.' })
    inForceOn?: string | null,
    @Arg('number', () => String, { nullable: true, description: 'Number, of one decision; the next when not given.' })
    number?: string | null,
    @Arg('signedBy', () => String, {
      nullable: true,
      description: 'Who signed it; when not given the chair, or who sits next where the chair took no part in the case.',
    })
    signedBy?: string | null,
    @Arg('servedOn', () => CalendarDate, { nullable: true, description: 'Day on which it was served; today when not given.' })
    servedOn?: string | null,
  ) {
    return answering(context, info, (who) => enterIntoForce(who, ids, { inForceOn, number, signedBy, servedOn }));
  }

  @Access(decisionAccess.appeal)
  @Mutation(() => DecisionsPayload, {
    description:
      'Appeals (D-9): the officer, or contact and secretary from paper. The effect is stayed at once. NOT_ALLOWED_NOW (D-9) after the period.',
  })
  decisionAppeal(
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Arg('text', () => String, { description: 'At most 10,000 characters.' }) text: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('receivedOn', () => CalendarDate, { nullable: true, description: 'Day of receipt, of a paper; today when not given.' })
    receivedOn?: string | null,
    @Arg('attachmentId', () => ID, { nullable: true, description: 'A scanned paper, brought by POST /attachments.' })
    attachmentId?: string | null,
  ) {
    return answering(context, info, (who) => appeal(who, id, { text, receivedOn, attachmentId }));
  }

  @Access(decisionAccess.settleAppeal)
  @Mutation(() => DecisionsPayload, {
    description:
      'Settles an appeal (D-9): upheld, the decision is in force again; else it is reversed and everything is taken back (D-10). The first instance by the chair or a deputy, the second recorded by the secretary with the superior authority’s paper.',
  })
  decisionSettleAppeal(
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Arg('uphold', () => Boolean, { description: 'Whether the decision stands.' }) uphold: boolean,
    @Arg('text', () => String, { description: 'What the officer is answered.' }) text: string,
    @Arg('findingWasWrong', () => Boolean, {
      defaultValue: false,
      description: 'Reversed because the finding was wrong: the officer counts as not assessed.',
    })
    findingWasWrong: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('paperNumber', () => String, { nullable: true, description: 'Number of the superior authority’s paper, in the second instance.' })
    paperNumber?: string | null,
    @Arg('paperOn', () => CalendarDate, { nullable: true, description: 'Date of that paper.' }) paperOn?: string | null,
  ) {
    return answering(context, info, (who) => settle(who, id, { uphold, text, findingWasWrong, paperNumber, paperOn }));
  }

  @Access(decisionAccess.setDocket)
  @Mutation(() => DecisionsPayload, {
    description:
      'Puts cases on a docket (danh mục hồ sơ phiên họp), or takes them off (D-1). NOT_ALLOWED_NOW (D-1) once the vote is open or the case decided.',
  })
  decisionSetDocket(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('docket', () => String, { nullable: true, description: 'Name of the docket, at most 100 characters; none takes them off.' })
    docket?: string | null,
  ) {
    return answering(context, info, (who) => putOnDocket(who, ids, docket));
  }

  @Access(decisionAccess.withdraw)
  @Mutation(() => DecisionsPayload, { description: 'Takes cases back, by who proposed them or by the chair.' })
  decisionWithdraw(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answering(context, info, (who) => withdrawCases(who, ids, reason));
  }
}
