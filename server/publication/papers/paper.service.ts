/**
 * Papers as people get them: issued when first asked for once their facts stand, and ever after the same; before that a draft for the
 * secretary. Made anew with a reason, and recorded as signed and sealed, by the secretary.
 */
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Act, type Acting, perform } from '../../identity/command.js';
import { executeBound } from '../../kernel/bulk.js';
import type { Day } from '../../kernel/calendar.js';
import { addRows, rowsOf } from '../../kernel/json-rows.js';
import { dateIn } from '../../kernel/language.js';
import { cleanText } from '../../kernel/name.rules.js';
import { ownUrl } from '../../kernel/own-url.js';
import { newId } from '../../kernel/record.js';
import { REMOVED } from '../../kernel/removed.js';
import { Refusal } from '../../kernel/refusal.js';
import { bindAttachment } from '../../notices/attachment.service.js';
import { codeOf } from './code.rules.js';
import type { MadePaper, Making } from './kinds/parts.js';
import type { Layout } from './layout.rules.js';
import { layoutInUse } from './layout-in-use.js';
import type { Paper } from './paper.js';
import { type PaperSubject, paperSubject } from './paper-subject.js';
import { isAboutActor, mayManagePaper, mayReadPaper, papersAccess } from './papers.access.js';
import { paperMessages } from './papers.messages.js';
import { isEmptied } from './removed-paper.rules.js';
import { textsInUse } from './template.read.js';
import type { PaperKind } from './vocabulary.js';

const LONGEST_REASON = 1_000;
const LONGEST_SIGNER = 200;

/** A row of `paper`. */
export interface IssuedRow {
  id: string;
  kind: PaperKind;
  about: string;
  version: number;
  code: string;
  number: string | null;
  datedOn: Day;
  issuer: string;
  content: Paper;
  layout: Layout;
  decisionIds: string[];
  officerIds: string[];
  issuedBy: string;
  reason: string | null;
  replacedAt: string | null;
  signedOn: Day | null;
  signedBy: string | null;
  scanId: string | null;
}

export interface GivenPaper {
  subject: PaperSubject;
  /** null: a draft. */
  issued: IssuedRow | null;
  paper: Paper;
  layout: Layout;
}

const latestOf = async (em: Act['em'], { kind, about }: PaperSubject): Promise<IssuedRow | undefined> => {
  const choice = { where: 't."kind" = $1 and t."about" = $2 and t."replaced_at" is null', values: [kind, about] };
  return (await rowsOf<IssuedRow>(em, 'paper', choice))[0];
};

async function makingOf({ ground }: Acting): Promise<Making> {
  return { texts: await textsInUse(ground.orm.em.fork()), today: ground.clock.today(), zone: ground.clock.zone };
}

/** What it says besides what each version has of its own. */
const said = ({ verification: _code, isDraft: _draft, ...words }: Paper): unknown => JSON.parse(JSON.stringify(words));

/** A file is made anew by itself when something came to it since; every other paper stays what it was. */
function isOutdated(subject: PaperSubject, latest: IssuedRow, making: Making): boolean {
  // One whose period is over, or that was about somebody who was erased, is not written again.
  if (subject.kind !== 'CASE_FILE' || isEmptied(latest.content, REMOVED)) return false;
  return !isDeepStrictEqual(said(subject.make({ ...making, today: latest.datedOn }).paper), said(latest.content));
}

interface Issuing {
  made: MadePaper;
  layout: Layout;
  reason: string | null;
  former: IssuedRow | undefined;
}

async function issue(act: Act, subject: PaperSubject, { made, layout, reason, former }: Issuing): Promise<IssuedRow> {
  const { ground, now, actor } = act;
  const code = codeOf(randomBytes(12));
  const content: Paper = { ...made.paper, verification: { code, url: `${ownUrl(ground)}/verify/${code}` }, isDraft: false };
  const row: IssuedRow = {
    id: newId(),
    kind: subject.kind,
    about: subject.about,
    version: (former?.version ?? 0) + 1,
    code,
    number: made.number,
    datedOn: made.datedOn,
    issuer: made.issuer,
    content,
    layout,
    decisionIds: subject.decisionIds,
    officerIds: subject.officerIds,
    issuedBy: actor.name,
    reason,
    replacedAt: null,
    signedOn: null,
    signedBy: null,
    scanId: null,
  };
  if (former)
    await executeBound(act.em, 'update paper set replaced_at = $2::timestamptz, updated_at = $2::timestamptz where id = $1::uuid', [
      former.id,
      now.toISOString(),
    ]);
  await addRows(act.em, 'paper', [row], now);
  const details = { kind: subject.kind, version: row.version, ...(reason && { reason }) };
  act.record(reason ? 'paper.makeAnew' : 'paper.issue', `paper:${row.id}`, details, mentionsOf(subject));
  return row;
}

const mentionsOf = ({ decisionIds, officerIds }: Pick<PaperSubject, 'decisionIds' | 'officerIds'>): string[] => [
  ...decisionIds.map((id) => `decision:${id}`),
  ...officerIds.map((id) => `officer:${id}`),
];

/** Papers about the same are made one after the other. */
const oneAtATime = (act: Act, { kind, about }: PaperSubject): Promise<unknown> =>
  executeBound(act.em, 'select pg_advisory_xact_lock(hashtext($1))', [`paper ${kind} ${about}`]);

/** The paper for whoever may have it; null where there is none, or none for them. Issues it where its facts stand. */
export async function givePaper(acting: Acting, kind: PaperKind, id: string): Promise<GivenPaper | null> {
  const { ground, actor } = acting;
  const subject = await paperSubject(acting, kind, id);
  if (!subject || !mayReadPaper(actor, subject.file)) return null;
  const em = ground.orm.em.fork();
  const known = await latestOf(em, subject);
  const making = await makingOf(acting);
  if (known && !isOutdated(subject, known, making)) return { subject, issued: known, paper: known.content, layout: known.layout };
  const layout = await layoutInUse(em);
  const made = subject.make(making);
  if (!subject.stands) {
    if (!mayManagePaper(actor, subject.file)) return null;
    return { subject, issued: null, paper: made.paper, layout };
  }
  const issued = await perform(acting, async (act) => {
    act.allowAnyone('the right to read it was asked, and whoever asks first only fixes what stands');
    await oneAtATime(act, subject);
    const former = await latestOf(act.em, subject);
    if (former && former.id !== known?.id) {
      act.unchanged();
      return former;
    }
    return issue(act, subject, { made, layout, reason: null, former });
  });
  return { subject, issued, paper: issued.content, layout: issued.layout };
}

/** Records that somebody was given a paper that is about others. */
export async function recordPaperReading(acting: Acting, { subject, issued }: GivenPaper): Promise<void> {
  const named = issued ?? subject;
  const isOnlyOwn = isAboutActor(acting.actor, subject.file) && named.officerIds.length === 1;
  if (isOnlyOwn) return;
  await perform(acting, async (act) => {
    act.allowAnyone('the right to read it was asked');
    const thing = issued ? `paper:${issued.id}` : subject.about;
    act.record('paper.read', thing, { kind: subject.kind, isDraft: issued === null }, mentionsOf(named));
  });
}

/** The issued paper for the secretary, who is not on it. */
async function managed(acting: Acting, kind: PaperKind, id: string): Promise<PaperSubject> {
  const subject = await paperSubject(acting, kind, id);
  if (!subject || !mayReadPaper(acting.actor, subject.file))
    throw new Refusal({ code: 'NOT_FOUND', path: ['aboutId'], message: { text: paperMessages.noPaper } });
  return subject;
}

const refuseOwn = (acting: Acting, subject: PaperSubject): void => {
  if (isAboutActor(acting.actor, subject.file))
    throw new Refusal({ code: 'RULE_VIOLATED', rule: 'D-5', path: ['aboutId'], message: { text: paperMessages.ownCase } });
};

const notIssued = (): Refusal =>
  new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'N-1', path: ['aboutId'], message: { text: paperMessages.notIssued } });

/** Issues a second version under a new code, with a reason; the former code says that it was replaced. */
export async function makeAnew(acting: Acting, kind: PaperKind, id: string, given: string): Promise<string> {
  const reason = cleanText(given);
  if (reason === '' || reason.length > LONGEST_REASON)
    throw new Refusal({
      code: reason === '' ? 'REQUIRED' : 'INVALID',
      path: ['reason'],
      message: { text: paperMessages.reasonNeeded, values: { most: LONGEST_REASON } },
    });
  const subject = await managed(acting, kind, id);
  refuseOwn(acting, subject);
  if (!subject.stands) throw notIssued();
  const layout = await layoutInUse(acting.ground.orm.em.fork());
  const made = subject.make(await makingOf(acting));
  return perform(acting, async (act) => {
    act.allow(papersAccess.manage, undefined);
    await oneAtATime(act, subject);
    const former = await latestOf(act.em, subject);
    if (!former) throw notIssued();
    return (await issue(act, subject, { made, layout, reason, former })).id;
  });
}

export interface SignatureInput {
  signedOn: Day;
  signedBy?: string | null;
  attachmentId?: string | null;
}

/** Records that an issued paper was signed and sealed on a day, with the scan that shows it. */
export async function recordSignature(acting: Acting, kind: PaperKind, id: string, input: SignatureInput): Promise<string> {
  const subject = await managed(acting, kind, id);
  refuseOwn(acting, subject);
  if (!subject.stands) throw notIssued();
  const given = await givePaper(acting, kind, id);
  const signedBy = cleanText(input.signedBy ?? '') || null;
  return perform(acting, async (act) => {
    act.allow(papersAccess.manage, undefined);
    await oneAtATime(act, subject);
    const paper = await latestOf(act.em, subject);
    if (!paper || !given) throw notIssued();
    const fault = (text: keyof typeof paperMessages, path: string[], values?: Record<string, string | number>) =>
      new Refusal({ code: 'INVALID', path, message: { text: paperMessages[text], ...(values && { values }) } });
    if (input.signedOn > act.today) throw fault('signedFuture', ['input', 'signedOn']);
    if (input.signedOn < paper.datedOn) throw fault('signedBefore', ['input', 'signedOn'], { day: dateIn('vi', paper.datedOn) });
    if (signedBy && signedBy.length > LONGEST_SIGNER) throw fault('signerLong', ['input', 'signedBy'], { most: LONGEST_SIGNER });
    if (paper.signedOn !== null)
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'N-1', path: ['aboutId'], message: { text: paperMessages.signedAlready } });
    if (input.attachmentId) await bindAttachment(act, input.attachmentId, 'paper', ['input', 'attachmentId']);
    await executeBound(
      act.em,
      'update paper set signed_on = $2::date, signed_by = $3, scan_id = $4::uuid, updated_at = $5::timestamptz where id = $1::uuid',
      [paper.id, input.signedOn, signedBy, input.attachmentId ?? null, act.now.toISOString()],
    );
    act.record('paper.recordSignature', `paper:${paper.id}`, { kind, signedOn: input.signedOn }, mentionsOf(subject));
    return paper.id;
  });
}
