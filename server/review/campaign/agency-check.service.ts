/** The check of an agency as a whole: naming the head, handing in, confirming, returning; more time for all (F-1, F-2). */
import { type Act, type Acting, perform } from '../../identity/command.js';
import { scopesOf } from '../../identity/actor.js';
import { dayIn, endOfDay, isDay } from '../../kernel/calendar.js';
import { dateIn } from '../../kernel/language.js';
import { isId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { bindAttachment } from '../../notices/attachment.service.js';
import { prolongLetters } from '../../notices/lapse-letters.js';
import { Officer } from '../../registry/officer.entity.js';
import { type CheckFile, reviewAccess } from '../review.access.js';
import { Review } from '../review.entity.js';
import { agencyCheckWorkflow } from './agency-check.workflow.js';
import { calendarOf } from '../policy.rules.js';
import { UsagePolicy } from '../usage-policy.entity.js';
import { isTooLong, longerCheck } from './campaign-days.rules.js';
import { AgencyCheck, CampaignStep } from './campaign.entity.js';
import { CAMPAIGN_TEXTS as m } from './campaign.messages.js';
import { submitFault } from './check.rules.js';
import type { CheckAction } from './vocabulary.js';

/** The head counts only while still a leader there. */
async function fileOf(act: Act, check: AgencyCheck): Promise<CheckFile> {
  const head = check.head ? await act.em.findOne(Officer, { id: check.head.id } as never) : null;
  const stands = !!head && head.agency.id === check.agency.id && head.isLeader && !head.leftOn;
  return { agencyId: check.agency.id, headId: stands ? head.id : null };
}

interface Loaded {
  check: AgencyCheck;
  file: CheckFile;
  review: Review;
}

async function load(act: Act, id: string, action: CheckAction): Promise<Loaded> {
  const check = isId(id) ? await lockedCheck(act, id) : null;
  const file = check && (await fileOf(act, check));
  // Whoever may not see it is told what they would be told of none.
  if (!check || !file || !act.mayDo(reviewAccess.readChecks, file))
    throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: m.noCheckHere } });
  const review = await act.em.findOneOrFail(Review, { id: check.review.id } as never);
  if (review.state !== 'OPEN')
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'F-2', path: ['id'], message: { text: m.reviewNotOpen } });
  if (!agencyCheckWorkflow.step(check.state, action))
    throw new Refusal({
      code: 'NOT_ALLOWED_NOW',
      rule: 'F-2',
      path: ['id'],
      message: { text: action === 'CONFIRM' || action === 'RETURN' ? m.notHandedIn : m.wrongStep },
    });
  return { check, file, review };
}

async function lockedCheck(act: Act, id: string): Promise<AgencyCheck | null> {
  const [found] = await act.em.execute<unknown[]>('select 1 from agency_check where id = ? for update', [id]);
  return found ? act.em.findOne(AgencyCheck, { id } as never) : null;
}

const aboutOf = ({ check, review }: Loaded): string[] => [`agency:${check.agency.id}`, `review:${review.id}`];

/** Names the leader of the agency who confirms; what was handed in goes back, for another may see it otherwise. */
export async function nameHead(acting: Acting, id: string, officerId: string): Promise<string> {
  return perform(acting, async (act) => {
    const loaded = await load(act, id, 'NAME_HEAD');
    const { check } = loaded;
    act.allow(reviewAccess.handleChecks, loaded.file);
    const head = isId(officerId) ? await act.em.findOne(Officer, { id: officerId } as never) : null;
    if (!head || head.agency.id !== check.agency.id || !head.isLeader || head.leftOn)
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'F-2', path: ['officerId'], message: { text: m.headNotHere } });
    if (check.head?.id === head.id) {
      act.unchanged();
      return check.id;
    }
    check.head = act.em.getReference(Officer, head.id, { wrapped: true } as never) as never;
    check.state = 'CHECKING';
    act.record('agencyCheck.nameHead', `agencyCheck:${check.id}`, { reference: loaded.review.reference }, [
      ...aboutOf(loaded),
      `officer:${head.id}`,
    ]);
    return check.id;
  });
}

/** Hands in: every finding is answered for, but for the own one of whoever hands in, which another contact or the task force checks. */
export async function submitCheck(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    const loaded = await load(act, id, 'SUBMIT');
    const { check } = loaded;
    act.allow(reviewAccess.submitChecks, loaded.file);
    const [left] = await act.em.execute<{ unanswered: number; own: number }[]>(
      `select count(*)::int as unanswered, count(*) filter (where f.officer_id = any(?::uuid[]))::int as own
       from finding f where f.review_id = ? and f.agency_id = ? and not exists (select 1 from finding_check k where k.finding_id = f.id)`,
      [`{${scopesOf(act.actor, 'OFFICER').join(',')}}`, check.review.id, check.agency.id],
    );
    const fault = submitFault({ ...left!, hasHead: loaded.file.headId !== null });
    if (fault) throw new Refusal({ ...fault, path: ['id'] });
    Object.assign(check, {
      state: 'SUBMITTED',
      submittedAt: act.now,
      submittedBy: act.actor.displayName,
      submitter: act.actor.name,
      returnReason: null,
    });
    act.record('agencyCheck.submit', `agencyCheck:${check.id}`, { reference: loaded.review.reference }, aboutOf(loaded));
    return check.id;
  });
}

export interface PaperConfirmation {
  paperNumber: string;
  paperOn: string;
  attachmentId?: string | null;
}

/** The head confirms; or the contact records it from the signed list, with number and day. */
export async function confirmCheck(acting: Acting, id: string, paper: PaperConfirmation | null): Promise<string> {
  return perform(acting, async (act) => {
    const loaded = await load(act, id, 'CONFIRM');
    const { check } = loaded;
    const isHead = !!check.head && scopesOf(act.actor, 'OFFICER').includes(check.head.id);
    act.allow(isHead ? reviewAccess.confirmChecks : reviewAccess.submitChecks, loaded.file);
    if (loaded.file.headId === null) throw new Refusal({ code: 'RULE_VIOLATED', rule: 'F-2', path: ['id'], message: { text: m.headGone } });
    if (await isOf(act, check.submitter, loaded.file.headId))
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'F-2', path: ['id'], message: { text: m.headSubmitted } });
    if (!isHead || paper) await takePaper(act, check, paper);
    Object.assign(check, { state: 'CONFIRMED', confirmedAt: act.now, confirmedBy: act.actor.displayName, confirmer: act.actor.name });
    const facts = { reference: loaded.review.reference, isOnPaper: check.paperNumber != null };
    act.record('agencyCheck.confirm', `agencyCheck:${check.id}`, facts, aboutOf(loaded));
    return check.id;
  });
}

/** Whether an account is that of an officer. */
async function isOf(act: Act, account: string | null | undefined, officerId: string): Promise<boolean> {
  const [found] = await act.em.execute<unknown[]>(
    `select 1 from role_grant where role = 'OFFICER' and scope_id = ? and 'user:' || user_id = ?`,
    [officerId, account ?? ''],
  );
  return !!found;
}

async function takePaper(act: Act, check: AgencyCheck, paper: PaperConfirmation | null): Promise<void> {
  const number = paper?.paperNumber.trim();
  if (!paper || !number || !isDay(paper.paperOn))
    throw new Refusal({ code: 'REQUIRED', rule: 'F-2', path: ['paper'], message: { text: m.paperNeeded } });
  if (paper.paperOn > act.today)
    throw new Refusal({ code: 'INVALID', rule: 'F-2', path: ['paper', 'paperOn'], message: { text: m.paperDayWrong } });
  const handedInOn = check.submittedAt && dayIn(act.ground.clock.zone, check.submittedAt);
  if (handedInOn && paper.paperOn < handedInOn)
    throw new Refusal({
      code: 'INVALID',
      rule: 'F-2',
      path: ['paper', 'paperOn'],
      message: { text: m.paperBefore, values: { day: dateIn('vi', handedInOn) } },
    });
  if (!paper.attachmentId)
    throw new Refusal({ code: 'REQUIRED', rule: 'F-2', path: ['paper', 'attachmentId'], message: { text: m.paperScan } });
  await bindAttachment(act, paper.attachmentId, 'agencyCheck', ['paper', 'attachmentId']);
  Object.assign(check, { paperNumber: number, paperOn: paper.paperOn, attachmentId: paper.attachmentId });
}

/** Gives it back to the contact, with a reason. */
export async function returnCheck(acting: Acting, id: string, reason: string): Promise<string> {
  return perform(acting, async (act) => {
    const loaded = await load(act, id, 'RETURN');
    const { check } = loaded;
    act.allow(reviewAccess.returnChecks, loaded.file);
    const words = reason.trim();
    if (words === '') throw new Refusal({ code: 'REQUIRED', rule: 'F-2', path: ['reason'], message: { text: m.reason } });
    Object.assign(check, { state: 'CHECKING', returnReason: words });
    act.record('agencyCheck.return', `agencyCheck:${check.id}`, { reference: loaded.review.reference, reason: words }, aboutOf(loaded));
    return check.id;
  });
}

/** Gives all agencies more time; the task force and the letters move with the end of the check. */
export async function extendCheck(acting: Acting, reviewId: string, until: string, reason: string): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.changeReviews, undefined);
    const review = await act.load(Review, reviewId);
    const refuse = (text: keyof typeof m, path: string, code: 'INVALID' | 'NOT_ALLOWED_NOW' | 'REQUIRED' = 'INVALID'): never => {
      throw new Refusal({ code, rule: 'F-1', path: [path], message: { text: m[text] } });
    };
    if (review.state !== 'OPEN') refuse('reviewNotOpen', 'id', 'NOT_ALLOWED_NOW');
    if (!review.checkUntil) refuse('noCheck', 'id', 'NOT_ALLOWED_NOW');
    if (reason.trim() === '') refuse('reason', 'reason', 'REQUIRED');
    if (!isDay(until) || until <= review.checkUntil! || until < act.today) refuse('extendEarlier', 'until');
    const before = review.checkUntil!;
    const calendar = calendarOf(await act.em.findOneOrFail(UsagePolicy, { id: review.policy.id } as never));
    if (isTooLong(until, act.today, calendar)) refuse('extendFar', 'until');
    const planned = await act.em.find(CampaignStep, { review: review.id } as never);
    const days = longerCheck(
      {
        checkUntil: before,
        decideUntil: review.decideUntil!,
        until,
        today: act.today,
        letters: planned.map(({ kind, daysBefore }) => ({ kind, daysBefore: daysBefore ?? null })),
      },
      calendar,
      act.ground.clock.zone,
    );
    review.checkUntil = days.checkUntil;
    review.decideUntil = days.decideUntil;
    if (review.contestUntil! < days.checkUntil) review.contestUntil = days.checkUntil;
    const told = await act.em.execute<{ id: string }[]>('select id from finding where review_id = ?', [review.id]);
    const last = endOfDay(act.ground.clock.zone, review.contestUntil!);
    await prolongLetters(
      act,
      'review.finding',
      told.map(({ id: findingId }) => `finding:${findingId}`),
      last,
    );
    // What another server is just writing is waited for, and stays.
    await act.em.execute('delete from campaign_step where review_id = ? and done_at is null', [review.id]);
    for (const step of days.steps)
      act.em.persist(act.em.create(CampaignStep, { review, ...step, letters: 0, unreached: 0, createdAt: act.now } as never));
    act.record('review.extendCheck', `review:${review.id}`, {
      reference: review.reference,
      before,
      until: days.checkUntil,
      reason: reason.trim(),
    });
    return review.id;
  });
}
