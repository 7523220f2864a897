/** Papers over GraphQL: which there are about a case, a docket, a line on the list of a class; made anew and recorded as signed. */
import DataLoader from 'dataloader';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Access } from '../../api/access.js';
import { acting, batch, type Context } from '../../api/context.js';
import { Cost } from '../../api/cost.js';
import { payload, UserError } from '../../api/user-error.js';
import { CalendarDate } from '../../kernel/scalars.js';
import { Attachment } from '../../notices/attachment.entity.js';
import { attachmentsById } from '../../decisions/case-attachments.js';
import { Decision } from '../../decisions/decision.entity.js';
import type { DecisionRow } from '../../decisions/decision.read.js';
import { Docket } from '../../decisions/docket.resolver.js';
import { Enrolment } from '../../training/enrolment.entity.js';
import { caseFilesOf, paperSubject } from './paper-subject.js';
import { makeAnew, recordSignature } from './paper.service.js';
import { PaperAction, PaperKind, PaperState } from './paper-words.js';
import { mayManagePaper, mayReadPaper, type PaperFile, papersAccess } from './papers.access.js';
import { PAPER_TITLES } from './papers.messages.js';
import { type ListedPaper, papersOfCases, papersOfDocket, papersOfEnrolments } from './papers.read.js';
import { PAPER_PATHS, type PaperAction as ActionName, type PaperKind as KindName, type PaperState as StateName } from './vocabulary.js';

@ObjectType('Paper', {
  description: 'A paper that you may have (văn bản): `GET {path}.pdf` and `{path}.docx` give it.',
  simpleResolvers: true,
})
export class PaperEntry {
  @Field(() => PaperKind, { description: 'Kind.' })
  kind: KindName;

  @Field(() => ID, { description: 'Id of the case, vote or enrolment it is asked for by.' })
  aboutId: string;

  @Field(() => PaperState, { description: 'Where it stands.' })
  state: StateName;

  @Field(() => String, {
    nullable: true,
    description: 'Verification code: /verify/{code} says how the paper stands; null before it is issued.',
  })
  code: string | null;

  @Field(() => String, { nullable: true, description: 'Number; null before it is issued, and where it is written by hand.' })
  number: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Date of the paper; null before it is issued.' })
  datedOn: string | null;

  @Field(() => Int, { nullable: true, description: 'From 1; one that was made anew is the next. Null before it is issued.' })
  version: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which it was signed and sealed.' })
  signedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed it, where that was recorded.' })
  signedBy: string | null;

  @Field(() => [PaperAction], { description: 'What you can do with it now.' })
  availableActions: ActionName[];
}

@InputType({ description: 'That a paper was signed and sealed.' })
export class PaperSignatureInput {
  @Field(() => CalendarDate, { description: 'Day; not before that of the paper, and not to come.' })
  signedOn: string;

  @Field(() => String, { nullable: true, description: 'Who signed it.' })
  signedBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'The scan that shows it: a file that you have brought by POST /attachments.' })
  attachmentId?: string | null;
}

@ObjectType({ description: 'What became of a paper.', simpleResolvers: true })
export class PaperPayload {
  @Field(() => PaperEntry, { nullable: true, description: 'The paper.' })
  paper: unknown;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

interface Shown extends ListedPaper {
  availableActions: ActionName[];
}

const ACTIONS: Readonly<Record<StateName, readonly ActionName[]>> = {
  DRAFT: [],
  READY: ['RECORD_SIGNATURE'],
  ISSUED: ['RECORD_SIGNATURE', 'MAKE_ANEW'],
  SIGNED: ['MAKE_ANEW'],
};

/** The papers of which the viewer may have each; drafts for the secretary alone. */
function shownTo(context: Context, papers: readonly ListedPaper[], fileOf: (paper: ListedPaper) => PaperFile): Shown[] {
  const { actor } = acting(context);
  return papers.flatMap((paper) => {
    const file = fileOf(paper);
    const manages = mayManagePaper(actor, file);
    if (!mayReadPaper(actor, file) || (paper.state === 'DRAFT' && !manages)) return [];
    return [{ ...paper, availableActions: manages ? [...ACTIONS[paper.state]] : [] }];
  });
}

const none = { paper: null };

@Resolver(() => PaperEntry)
export class PaperResolver {
  @FieldResolver(() => String, { description: 'What it is called in your language.' })
  title(@Root() { kind, voteNumber }: Shown, @Ctx() { language }: Context): string {
    const title = PAPER_TITLES[kind][language];
    return voteNumber ? `${title} (${voteNumber})` : title;
  }

  @FieldResolver(() => String, { description: 'Its address on this server, without .pdf and .docx.' })
  path(@Root() { kind, aboutId }: Shown): string {
    return `/papers/${PAPER_PATHS[kind]}/${aboutId}`;
  }

  @FieldResolver(() => Attachment, { nullable: true, description: 'The scan of the signed paper; its file is at GET /attachments/{id}.' })
  async scan(@Root() { scanId }: Shown, @Ctx() context: Context): Promise<unknown> {
    if (!scanId) return null;
    const loader = () => new DataLoader<string, unknown>((ids) => attachmentsById(context.ground.read, ids));
    return batch(context, 'paper.scans', loader).load(scanId);
  }

  @Access(papersAccess.manage)
  @Mutation(() => PaperPayload, {
    description:
      'Issues another version of a paper under a new code, from what is known today; the former code says that it was replaced. NOT_ALLOWED_NOW (N-1) before it is issued, RULE_VIOLATED (D-5) for one about yourself.',
  })
  paperMakeAnew(
    @Arg('kind', () => PaperKind, { description: 'Kind.' }) kind: KindName,
    @Arg('aboutId', () => ID, { description: 'Id of the case, vote or enrolment.' }) aboutId: string,
    @Arg('reason', () => String, { description: 'Why; at most 1,000 characters.' }) reason: string,
    @Ctx() context: Context,
  ) {
    return payload<{ paper: Shown | null }, { paper: null }>(context, none, async () => {
      await makeAnew(acting(context), kind, aboutId, reason);
      return { paper: await oneShown(context, kind, aboutId) };
    });
  }

  @Access(papersAccess.manage)
  @Mutation(() => PaperPayload, {
    description:
      'Records that a paper was signed and sealed on a day, with the scan that shows it; issues it where it was not yet. NOT_ALLOWED_NOW (N-1) for drafts, and where it is recorded already.',
  })
  paperRecordSignature(
    @Arg('kind', () => PaperKind, { description: 'Kind.' }) kind: KindName,
    @Arg('aboutId', () => ID, { description: 'Id of the case, vote or enrolment.' }) aboutId: string,
    @Arg('input', () => PaperSignatureInput, { description: 'When, by whom.' }) input: PaperSignatureInput,
    @Ctx() context: Context,
  ) {
    return payload<{ paper: Shown | null }, { paper: null }>(context, none, async () => {
      await recordSignature(acting(context), kind, aboutId, input);
      return { paper: await oneShown(context, kind, aboutId) };
    });
  }
}

/** The paper as lists show it, after something was done with it. */
async function oneShown(context: Context, kind: KindName, aboutId: string): Promise<Shown | null> {
  const { ground } = context;
  const subject = await paperSubject(acting(context), kind, aboutId);
  if (!subject) return null;
  const { decisionIds, file } = subject;
  const listed = async (): Promise<ListedPaper[]> => {
    if (kind === 'CERTIFICATE') return (await papersOfEnrolments(ground, [aboutId]))[0]!;
    if (kind !== 'DOCKET_DECISION' && kind !== 'DOCKET_MINUTES') return (await papersOfCases(ground, decisionIds.slice(0, 1)))[0]!;
    const [held] = await ground.read.run<{ committeeId: string; docket: string }>(
      ground.read.db.selectFrom('decision').select(['committee_id as committeeId', 'docket']).where('id', '=', decisionIds[0]!) as never,
    );
    return held ? papersOfDocket(ground, held.committeeId, held.docket) : [];
  };
  const found = (await listed()).filter((paper) => paper.kind === kind);
  const one = found.find((paper) => paper.aboutId === aboutId || paper.decisionIds.includes(aboutId)) ?? found[0];
  return one ? (shownTo(context, [one], () => file)[0] ?? null) : null;
}

@Resolver(() => Decision)
export class DecisionPapersResolver {
  @Cost({ own: 10, items: 5 })
  @FieldResolver(() => [PaperEntry], {
    description: 'Papers about it that you may have, in the order of the procedure; those of its docket are at the docket.',
  })
  async papers(@Root() row: DecisionRow, @Ctx() context: Context): Promise<Shown[]> {
    const { ground } = acting(context);
    const loader = () => new DataLoader<string, ListedPaper[]>((ids) => papersOfCases(ground, ids));
    const papers = await batch(context, 'decision.papers', loader).load(row.id);
    return shownTo(context, papers, ({ kind }) => ({ kind, cases: [row], line: null }));
  }
}

@Resolver(() => Docket)
export class DocketPapersResolver {
  @Cost({ own: 50, items: 3 })
  @FieldResolver(() => [PaperEntry], {
    description: 'The minutes of its session and its decisions with a list, as far as you may have them.',
  })
  async papers(@Root() { committeeId, name }: { committeeId: string; name: string }, @Ctx() context: Context): Promise<Shown[]> {
    const asking = acting(context);
    const papers = await papersOfDocket(asking.ground, committeeId, name);
    const shown = await Promise.all(
      papers.map(async (paper) => {
        const cases = await caseFilesOf(asking, paper.decisionIds);
        return shownTo(context, [paper], ({ kind }) => ({ kind, cases, line: null }));
      }),
    );
    return shown.flat();
  }
}

@Resolver(() => Enrolment)
export class EnrolmentPapersResolver {
  @Cost({ own: 5, items: 1 })
  @FieldResolver(() => [PaperEntry], { description: 'The certificate, once the class was completed, where you may have it.' })
  async papers(@Root() { id }: { id: string }, @Ctx() context: Context): Promise<Shown[]> {
    const { ground } = acting(context);
    const loader = () =>
      new DataLoader<string, Awaited<ReturnType<typeof papersOfEnrolments>>[number]>((ids) => papersOfEnrolments(ground, ids));
    const papers = await batch(context, 'enrolment.papers', loader).load(id);
    return papers.flatMap(({ line, ...paper }) => shownTo(context, [paper], ({ kind }) => ({ kind, cases: [], line })));
  }
}
