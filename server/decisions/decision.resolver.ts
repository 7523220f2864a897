/** Cases over GraphQL: lists, one case, and what is shown of it (product.md §2). Commands are in decision-commands.resolver.ts. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { Committee } from '../committee/committee.entity.js';
import { may } from '../identity/right.js';
import { askedNodes, type Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { Attachment } from '../notices/attachment.entity.js';
import { Letter } from '../notices/letter.entity.js';
import { type LetterRow, lettersAbout } from '../notices/letter.read.js';
import { Officer } from '../registry/officer.entity.js';
import { Finding } from '../review/finding.entity.js';
import { Appeal } from './appeal.entity.js';
import { attachmentsById } from './case-attachments.js';
import { recordCaseReading } from './case-reading.service.js';
import { actionsFor, viewed } from './case-view.js';
import { decisionAccess, maySeeBallots } from './decision.access.js';
import { Decision } from './decision.entity.js';
import { DecisionsArgs } from './decision.inputs.js';
import { DecisionConnection, DecisionEvent } from './decision-pages.resolver.js';
import { decisionList, type DecisionRow, decisionsById, oneDecision } from './decision.read.js';
import { Choice, DecisionAction } from './decision-words.js';
import { MailOrder } from './mail-order.entity.js';
import { mailOrdersOf } from './mail-order.read.js';
import { Vote } from './vote.entity.js';
import { type Choice as ChoiceName, type DecisionAction as ActionName, tellsOfVotes } from './vocabulary.js';

/** What somebody else explained or was answered is read on record, once a request; one's own is one's own. */
export function noteCaseReading(row: DecisionRow, context: Context): void {
  if (row.standing.parties.includes('OFFICER')) return;
  const readings = batch(context, 'decision.readings', () => {
    const read = new Map<string, string>();
    context.beforeAnswer.push(() => recordCaseReading(acting(context), read));
    return read;
  });
  readings.set(row.id, row.officerId);
}

/** A case that another names, as far as the viewer may see it. */
function relatedCase(id: string | null, context: Context, info: GraphQLResolveInfo): Promise<DecisionRow | null> | null {
  if (!id) return null;
  const who = acting(context);
  const wanted = asked(info);
  const loader = () =>
    new DataLoader<string, DecisionRow | null>(async (ids) => {
      const rows = await decisionsById(who.ground.read, wanted, who.actor, who.ground.clock.today(), ids);
      await viewed(
        who,
        rows.filter((row) => row !== null),
        wanted,
      );
      return rows;
    });
  return batch(context, `decision.related ${placeOf(info)}`, loader).load(id);
}

@Resolver(() => Decision)
export class DecisionResolver {
  @Access(decisionAccess.read)
  @Query(() => Decision, { nullable: true, description: 'One case by id or reference; null when there is none, or none you may see.' })
  async decision(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Id.' }) id?: string,
    @Arg('reference', () => String, { nullable: true, description: 'Reference: `QD-2026-0042`.' }) reference?: string,
  ): Promise<DecisionRow | null> {
    const who = acting(context);
    const { ground, actor } = who;
    const wanted = asked(info);
    if (id != null ? !isId(id) : reference == null) return null;
    const row = await oneDecision(ground.read, wanted, actor, ground.clock.today(), (q) =>
      id != null ? q.where('d.id', '=', id) : q.where('d.reference', '=', reference!.trim().toUpperCase()),
    );
    if (row) await viewed(who, [row], wanted);
    return row;
  }

  @Access(decisionAccess.read)
  @Query(() => DecisionConnection, { description: 'Cases you may see, the latest first.' })
  async decisions(
    @Args(() => DecisionsArgs) args: DecisionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<DecisionRow>> {
    const who = acting(context);
    const wanted = asked(info);
    const page = await decisionList(who.ground.read, wanted, who.actor, who.ground.clock.today(), args);
    await viewed(who, page.nodes, askedNodes(wanted) ?? new Map());
    return page;
  }

  @FieldResolver(() => Officer, { description: 'About whom it is.' })
  officer(@Root() row: DecisionRow) {
    return row.officer;
  }

  @FieldResolver(() => Committee, { description: 'The committee that decides, or has decided.' })
  committee(@Root() row: DecisionRow) {
    return row.committee;
  }

  @FieldResolver(() => Finding, { nullable: true, description: 'The finding it rests on; null in kinds that rest on none.' })
  finding(@Root() row: DecisionRow) {
    return row.finding ?? null;
  }

  @FieldResolver(() => String, { description: 'Legal basis (căn cứ pháp lý).' })
  legalBasis(@Root() row: DecisionRow): string {
    return row.legalBasis;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Grounds; null for whoever may not read the file (D-5).' })
  grounds(@Root() row: DecisionRow): string | null {
    return row.grounds;
  }

  @FieldResolver(() => String, { description: 'Who proposed it.' })
  proposedBy(@Root() row: DecisionRow): string {
    return row.proposerDisplayName;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Explanation (giải trình) of the officer; null where there is none, or none you may read.',
  })
  explanation(@Root() row: DecisionRow, @Ctx() context: Context): string | null {
    if (row.explanation) noteCaseReading(row, context);
    return row.explanation;
  }

  @FieldResolver(() => Attachment, {
    nullable: true,
    description: 'The scanned paper of the explanation; its file is at GET /attachments/{id}.',
  })
  async explanationAttachment(@Root() row: DecisionRow, @Ctx() context: Context): Promise<unknown> {
    if (!row.explanationAttachmentId) return null;
    noteCaseReading(row, context);
    const loader = () => new DataLoader<string, unknown>((ids) => attachmentsById(context.ground.read, ids));
    return batch(context, 'decision.attachments', loader).load(row.explanationAttachmentId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was answered to the explanation.' })
  answer(@Root() row: DecisionRow, @Ctx() context: Context): string | null {
    if (row.answer) noteCaseReading(row, context);
    return row.answer;
  }

  @Cost({ own: 5 })
  @FieldResolver(() => [String], { description: 'Ids of the rules that keep the vote from opening now: D-2, D-3, T-5, TR-3.' })
  blockedBy(@Root() row: DecisionRow): string[] {
    return row.blocks;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is voted alone: it holds an explanation or a declared conflict (D-12).' })
  isContested(@Root() row: DecisionRow): boolean {
    // Whoever may not read the explanation may know that there is one.
    return row.explainedOn !== null || row.hasDeclaredConflict;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you take no part in it because of a conflict of interest (D-5).' })
  isRecused(@Root() row: DecisionRow): boolean {
    return row.isActorRecused;
  }

  @Cost({ own: 5 })
  @FieldResolver(() => Vote, { nullable: true, description: 'The latest vote; null before the first.' })
  vote(@Root() row: DecisionRow): unknown {
    const [vote] = row.allVotes ?? [];
    return vote ? { ...vote, of: row } : null;
  }

  @Cost({ own: 5, items: 1 })
  @FieldResolver(() => [Vote], { description: 'All votes, the latest first, those too that ended without a result.' })
  votes(@Root() row: DecisionRow): unknown[] {
    return ((row.allVotes ?? []) as object[]).map((vote) => ({ ...vote, of: row }));
  }

  @FieldResolver(() => Choice, {
    nullable: true,
    description: 'How you have voted in the vote that is open; null while you have not, or may not.',
  })
  myChoice(@Root() row: DecisionRow): ChoiceName | null {
    return row.standing.voter?.choice ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The reason you gave with it.' })
  myReason(@Root() row: DecisionRow): string | null {
    return row.standing.voter?.reason ?? null;
  }

  @Cost({ own: 3, items: 1 })
  @FieldResolver(() => [Appeal], { description: 'Appeals, the first instance first.' })
  appeals(@Root() row: DecisionRow, @Ctx() context: Context): unknown[] {
    const appeals = (row.allAppeals ?? []) as { text: string; answer: string | null }[];
    if (appeals.length === 0) return [];
    if (!may(acting(context).actor, decisionAccess.readGrounds, row))
      return appeals.map((appeal) => ({ ...appeal, text: null, answer: null }));
    noteCaseReading(row, context);
    return appeals;
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that this one ends.' })
  endsDecision(@Root() row: DecisionRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return relatedCase(row.endsDecisionId, context, info);
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that has ended this one.' })
  endedBy(@Root() row: DecisionRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return relatedCase(row.endedById, context, info);
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The older case about the same to which it was joined (C-4).' })
  joinedTo(@Root() row: DecisionRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return relatedCase(row.joinedToId, context, info);
  }

  @Cost({ own: 5 })
  @FieldResolver(() => [DecisionAction], { description: 'What you can do with it now.' })
  availableActions(@Root() row: DecisionRow, @Ctx() context: Context): ActionName[] {
    return actionsFor(row, acting(context).ground.clock.today());
  }

  @Cost({ own: 5, items: 10 })
  @FieldResolver(() => [DecisionEvent], {
    description: 'Everything that happened to it, in order; votes cast and conflicts declared only with the right to see ballots.',
  })
  history(@Root() row: DecisionRow, @Ctx() context: Context): unknown[] {
    const events = (row.events ?? []) as { action: string; note: string | null; isConfidential: boolean }[];
    const { actor } = acting(context);
    const mayRead = may(actor, decisionAccess.readGrounds, row);
    // With the figures of an open vote, who voted when would tell how.
    const shown = maySeeBallots(actor, row) ? events : events.filter(({ action }) => !tellsOfVotes(action));
    if (mayRead && shown.some(({ note, isConfidential }) => note && isConfidential)) noteCaseReading(row, context);
    return shown.map((event) => ({ ...event, note: event.isConfidential && !mayRead ? null : event.note }));
  }

  @Cost({ own: 5, items: 2 })
  @FieldResolver(() => [MailOrder], { description: 'Orders to mail systems that came of it, the oldest first (D-8).' })
  orders(@Root() row: DecisionRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const { read } = acting(context).ground;
    const wanted = asked(info);
    const loader = () => new DataLoader<string, unknown[]>((ids) => mailOrdersOf(read, wanted, ids));
    return batch(context, `decision.orders ${placeOf(info)}`, loader).load(row.id);
  }

  @Cost({ own: 5, items: 3 })
  @FieldResolver(() => [Letter], { description: 'Letters about it, the oldest first; what they say only with the right to read them.' })
  letters(@Root() row: DecisionRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<LetterRow[]> {
    const wanted = asked(info);
    const { read } = acting(context).ground;
    const loader = () =>
      new DataLoader<string, LetterRow[]>((ids) =>
        lettersAbout(
          read,
          wanted,
          ids.map((id) => `decision:${id}`),
        ),
      );
    return batch(context, `decision.letters ${placeOf(info)}`, loader).load(row.id);
  }
}
