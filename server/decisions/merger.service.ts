/**
 * Merging committees (C-2 … C-5): the committees by their own rules, then the cases, in one transaction. Open cases move, votes that are open
 * are closed without result and opened again under the new committee, the same case in two of them is joined to the older one.
 */
import { systemActor } from '../identity/actor.js';
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { startOfDay } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import { idArray } from '../kernel/json-rows.js';
import { dateIn } from '../kernel/language.js';
import { Refusal } from '../kernel/refusal.js';
import { committeeAccess } from '../committee/committee.access.js';
import { Committee } from '../committee/committee.entity.js';
import { COMMITTEE_TEXTS } from '../committee/committee.messages.js';
import { CommitteeMerger } from '../committee/committee-merger.entity.js';
import type { MergedCommittee } from '../committee/merge.rules.js';
import { cleanMerger, loadSources, mergedOf, mergerFaults, type MergerInput, uniteCommittees } from '../committee/merger.js';
import { CaseBook } from './case-book.js';
import type { CaseRow } from './decision-rows.js';
import { becomeReady } from './falling-due.js';
import { heardTogether, joiningPairs } from './joining.rules.js';
import { isNoticeOver } from './period.rules.js';
import { closeVote, endWithoutResult } from './vote-closing.js';
import { VoteOpening } from './vote-opening.js';
import { OPEN_STATES } from './vocabulary.js';

export interface MergerCounts {
  moved: number;
  reopened: number;
  joined: number;
}

export interface MergerResult extends MergerCounts {
  isPlanned: boolean;
  /** Null while it is planned, and in a preview. */
  committeeId: string | null;
  united: MergedCommittee;
}

/** Carries what a preview has found out of the transaction that is undone. */
class Preview extends Error {
  constructor(readonly result: MergerResult) {
    super('A preview changes nothing.');
  }
}

/** Merges committees today, or plans it for a day to come; a preview does it all and undoes it. Doing it twice changes nothing (C-5). */
export async function mergeCommittees(
  acting: Acting,
  input: MergerInput & { dryRun?: boolean; idempotencyKey?: string | null },
): Promise<MergerResult> {
  const { dryRun = false, idempotencyKey, ...asked } = input;
  const wanted = cleanMerger(asked);
  try {
    return await perform(acting, async (act) => {
      act.allow(committeeAccess.changeCommittees, undefined);
      if (dryRun) return previewed(act, wanted);
      const merge = async () => JSON.stringify(await mergeOrPlan(act, wanted));
      return JSON.parse(await act.once('committeeMerge', idempotencyKey, wanted, merge)) as MergerResult;
    });
  } catch (error) {
    if (error instanceof Preview) return error.result;
    throw error;
  }
}

async function previewed(act: Act, wanted: MergerInput): Promise<never> {
  const done = await doneBefore(act, wanted);
  if (done) throw new Preview(done);
  const faults = await mergerFaults(act, wanted, act.today);
  if (faults.length > 0) throw new Refusal(...faults);
  const result = await merge(act, wanted);
  throw new Preview({ ...result, isPlanned: wanted.effectiveOn > act.today, committeeId: null });
}

async function mergeOrPlan(act: Act, wanted: MergerInput): Promise<MergerResult> {
  const done = await doneBefore(act, wanted);
  if (done) {
    act.unchanged();
    return done;
  }
  const faults = await mergerFaults(act, wanted, act.today);
  if (faults.length > 0) throw new Refusal(...faults);
  if (wanted.effectiveOn <= act.today) return merge(act, wanted, newMerger(act, wanted));
  const sources = await loadSources(act, wanted.sourceIds, wanted.effectiveOn);
  await refuseOtherPlans(act, wanted);
  if ((await act.em.count(Committee, { code: wanted.code })) > 0)
    throw new Refusal({
      code: 'DUPLICATE',
      path: ['input', 'code'],
      message: { text: COMMITTEE_TEXTS.codeTaken, values: { code: wanted.code } },
    });
  const united = await mergedOf(act, sources, wanted.chairUserId, wanted.effectiveOn);
  const plan = newMerger(act, wanted);
  act.record(
    'committee.planMerger',
    `committeeMerger:${plan.id}`,
    wanted,
    sources.map(({ id }) => `committee:${id}`),
  );
  return { isPlanned: true, committeeId: null, united, moved: 0, reopened: 0, joined: 0 };
}

function newMerger(act: Act, wanted: MergerInput): CommitteeMerger {
  const facts = { ...wanted, sourceIds: [...wanted.sourceIds], orderedAt: act.now, orderedBy: act.actor.name };
  const merger = act.em.create(CommitteeMerger, facts as never);
  act.em.persist(merger);
  return merger;
}

/** The same merger, planned or applied before; null where there is none. */
async function doneBefore(act: Act, wanted: MergerInput): Promise<MergerResult | null> {
  const earlier = await act.em.find(CommitteeMerger, { code: wanted.code, cancelledAt: null } as never);
  const same = earlier.find(
    ({ sourceIds, effectiveOn, chairUserId }) =>
      effectiveOn === wanted.effectiveOn && chairUserId === wanted.chairUserId && [...sourceIds].sort().join() === wanted.sourceIds.join(),
  );
  if (!same) return null;
  const { moved, reopened, joined, appliedAt, committeeId, sourceIds, chairUserId, effectiveOn } = same;
  // Once it is applied the seats of the sources have ended: what came of them is the new committee.
  const sources = await act.em.find(Committee, { id: { $in: committeeId ? [committeeId] : sourceIds } } as never);
  const united = await mergedOf(act, sources, chairUserId, effectiveOn);
  return { isPlanned: !appliedAt, committeeId: committeeId ?? null, united, moved, reopened, joined };
}

/** A committee can be part of one plan only. */
async function refuseOtherPlans(act: Act, { sourceIds }: MergerInput): Promise<void> {
  const plans = await act.em.find(CommitteeMerger, { appliedAt: null, cancelledAt: null } as never);
  const other = plans.find((plan) => plan.sourceIds.some((id) => sourceIds.includes(id)));
  if (!other) return;
  const message = { text: COMMITTEE_TEXTS.mergerPlanned, values: { day: dateIn('vi', other.effectiveOn) } };
  throw new Refusal({ code: 'CONFLICT', rule: 'C-2', path: ['input', 'sourceIds'], message });
}

async function merge(act: Act, wanted: MergerInput, merger?: CommitteeMerger): Promise<MergerResult> {
  const sources = await loadSources(act, wanted.sourceIds, wanted.effectiveOn);
  if (merger && !merger.appliedAt) await refuseOtherPlansThan(act, merger);
  const united = await mergedOf(act, sources, wanted.chairUserId, wanted.effectiveOn);
  const committee = await uniteCommittees(act, wanted, sources, united);
  const counts = await moveCases(act, wanted, committee.id);
  if (merger) Object.assign(merger, { appliedAt: act.now, committeeId: committee.id, ...counts });
  act.record(
    'committee.merge',
    `committee:${committee.id}`,
    { ...wanted, ...counts },
    sources.map(({ id }) => `committee:${id}`),
  );
  return { isPlanned: false, committeeId: committee.id, united, ...counts };
}

/** What is merged today ends other plans that name the same committees only where they are given up first. */
async function refuseOtherPlansThan(act: Act, merger: CommitteeMerger): Promise<void> {
  const plans = await act.em.find(CommitteeMerger, { appliedAt: null, cancelledAt: null } as never);
  const other = plans.find((plan) => plan.id !== merger.id && plan.sourceIds.some((id) => merger.sourceIds.includes(id)));
  if (!other) return;
  const message = { text: COMMITTEE_TEXTS.mergerPlanned, values: { day: dateIn('vi', other.effectiveOn) } };
  throw new Refusal({ code: 'CONFLICT', rule: 'C-2', path: ['input', 'sourceIds'], message });
}

/** Moves every open case of the sources (C-3), joining what is the same (C-4). */
async function moveCases(act: Act, { sourceIds, effectiveOn }: MergerInput, committeeId: string): Promise<MergerCounts> {
  const open = await executeBound<{ id: string }>(
    act.em,
    `select id from decision where committee_id = any($1::uuid[]) and not (state = 'LAPSED' and not is_pending)
       and (state = any($2::text[]) or (state = 'EXPIRED' and appeal_until >= $3::date)) order by id`,
    [idArray(sourceIds), `{${OPEN_STATES.join(',')}}`, effectiveOn],
  );
  const book = new CaseBook(act);
  await book.also(open.map(({ id }) => id));
  await book.prepare();
  const cases = book.all;
  const mergedAt = startOfDay(act.ground.clock.zone, effectiveOn);
  // A vote whose time was over before the day of the merger was closed by it, even where nobody has looked since.
  for (const held of cases) {
    const vote = book.openVote(held);
    if (vote && new Date(vote.closesAt) <= mergedAt) closeVote(book, held, vote, 'DEADLINE');
  }
  // What has expired and can still be appealed goes along: somebody must be there to settle it.
  const moving = cases.filter((held) => [...OPEN_STATES, 'EXPIRED'].includes(held.state) && !(held.state === 'LAPSED' && held.lapses >= 2));
  const voting = new Set(moving.filter((held) => book.openVote(held)));
  for (const held of voting) endWithoutResult(book, book.openVote(held)!, 'MERGER');
  const pairs = joiningPairs(moving);
  for (const { older, younger } of pairs) join(book, older, younger);
  const staying = moving.filter(({ state }) => state !== 'JOINED');
  for (const held of staying) {
    book.change(held, { committeeId });
    book.note(held, 'MERGE', held.state, { isByItself: true, details: { committee: committeeId } });
  }
  await book.prepare();
  const again = staying.filter((held) => voting.has(held));
  // Who will sit then cannot vote today: a merger to come only counts the votes it would open again.
  const reopened = effectiveOn > act.today ? again.length : await openAgain(book, again, committeeId);
  for (const held of staying) becomeReady(book, held);
  await book.save();
  return { moved: staying.length, reopened, joined: pairs.length };
}

/** The younger case is over; what was heard in it counts in the older one (C-4). */
function join(book: CaseBook, older: CaseRow, younger: CaseRow): void {
  const isDecided = older.state === 'ADOPTED';
  if (!isDecided) {
    book.change(older, heardTogether(older, younger));
    if (older.state === 'PROPOSED' && older.servedOn)
      book.move(older, 'GIVE_NOTICE', 'NOTIFIED', {}, { isByItself: true, note: younger.reference });
  }
  // What was heard in the younger case must be over in the older one too, before it is voted on.
  if ((older.state === 'READY' || older.state === 'LAPSED') && !isHeardAndAnswered(book, older))
    book.move(older, 'MERGE', 'NOTIFIED', {}, { isByItself: true, note: younger.reference });
  book.move(younger, 'JOIN', 'JOINED', { joinedToId: older.id }, { isByItself: true, note: older.reference });
  book.note(older, 'JOIN', older.state, { isByItself: true, note: younger.reference });
}

/** Whether the officer has had every day of the notice period, and what was explained has been answered (D-3). */
function isHeardAndAnswered(book: CaseBook, { servedOn, explainUntil, explanation, answeredAt }: CaseRow): boolean {
  const isHeard = servedOn === null || explainUntil === null || isNoticeOver(servedOn, explainUntil, book.act.today);
  return isHeard && (explanation === null || answeredAt !== null);
}

/** Opens again the votes that were open, under the new committee; where it may not open now the case waits for what is missing (D-3, D-4). */
async function openAgain(book: CaseBook, cases: readonly CaseRow[], committeeId: string): Promise<number> {
  if (cases.length === 0) return 0;
  const opening = await VoteOpening.for(book, cases);
  let reopened = 0;
  for (const held of cases) {
    const isDone = isHeardAndAnswered(book, held);
    try {
      if (held.state === 'VOTING' && !isDone) throw new Refusal();
      const appeal = book.openAppeal(held);
      const vote = opening.open(held, appeal ? 'APPEAL' : 'CASE');
      book.note(held, 'OPEN_VOTE', held.state, {
        isByItself: true,
        details: { committee: committeeId, base: vote.base, quorum: vote.quorum },
      });
      reopened += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (held.state !== 'VOTING') continue;
      const to = isDone ? 'READY' : 'NOTIFIED';
      book.move(held, 'MERGE', to, {}, { isByItself: true });
    }
  }
  return reopened;
}

/** Applies the mergers whose day has come; a regular job. */
export async function applyDueMergers(ground: Ground): Promise<void> {
  const em = ground.orm.em.fork();
  const due = await em.execute<{ id: string }[]>(
    'select id from committee_merger where applied_at is null and cancelled_at is null and effective_on <= ?::date order by effective_on, id',
    [ground.clock.today()],
  );
  for (const { id } of due) await applyPlanned(ground, id);
}

async function applyPlanned(ground: Ground, id: string): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the day of the merger has come');
    act.unchanged();
    const plan = await act.load(CommitteeMerger, id);
    if (plan.appliedAt || plan.cancelledAt) return;
    const { sourceIds, code, name, chairUserId, effectiveOn, legalBasis } = plan;
    await merge(act, { sourceIds: [...sourceIds].sort(), code, name, chairUserId, effectiveOn, legalBasis }, plan);
  });
}

/** Gives up a merger that is planned and not applied. */
export async function cancelMerger(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(committeeAccess.changeCommittees, undefined);
    const plan = await act.load(CommitteeMerger, id);
    if (plan.appliedAt || plan.cancelledAt)
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'C-2', path: ['id'], message: { text: COMMITTEE_TEXTS.mergerOver } });
    plan.cancelledAt = act.now;
    act.record(
      'committee.cancelMerger',
      `committeeMerger:${id}`,
      undefined,
      plan.sourceIds.map((source) => `committee:${source}`),
    );
    return id;
  });
}
