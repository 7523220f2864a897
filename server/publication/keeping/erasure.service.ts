/**
 * Erasing somebody who has left (K-5): by the task force with a reason, or by the clock when the period for persons is over. One transaction: rooms are asked what is
 * still going on, empty their tables, and the audit log loses the details that tell of the person.
 */
import { systemActor } from '../../identity/actor.js';
import { type Act, type Acting, perform } from '../../identity/command.js';
import { forgetSessions } from '../../identity/session.service.js';
import { ERASE, eventNamed } from '../../kernel/audit-verify.rules.js';
import { executeBound } from '../../kernel/bulk.js';
import { addDays, type Day } from '../../kernel/calendar.js';
import { allErasers, type Erasing, erasingOf } from '../../kernel/erasure.js';
import type { Ground } from '../../kernel/ground.js';
import { dateIn, type Message } from '../../kernel/language.js';
import { cleanText } from '../../kernel/name.rules.js';
import { isId } from '../../kernel/record.js';
import { REMOVED } from '../../kernel/removed.js';
import { Refusal } from '../../kernel/refusal.js';
import { cutOffOf, type CutOff } from '../../kernel/retention.js';
import { Officer } from '../../registry/officer.entity.js';
import { pagesOf } from '../pages/page-cache.js';
import { eraseAll, eventsOf, ofNobodyElse } from './audit-erasing.js';
import { keepingAccess } from './keeping.access.js';
import { keepingMessages as m } from './keeping.messages.js';
import { everBoundTo } from './person-accounts.js';
import { periodsHeld } from './retention-policy.read.js';
import { PERSONS } from './persons.retention.js';

const LONGEST_REASON = 500;

export interface ErasureStanding {
  isErased: boolean;
  isAllowed: boolean;
  /** The first day on which the period is over; null for who has not left. */
  dueOn: Day | null;
  /** What stands in the way. */
  hindrances: Message[];
}

interface Leaver {
  leftOn: Day | null;
  isErased: boolean;
}

const isOver = (leftOn: Day, cutOff: CutOff, period: number): boolean => period === 0 || leftOn < cutOff.day;

/** The first day after the period, found by going forward from the last day in office: a period of months and years is not so many days. */
function dueOn(ground: Ground, leftOn: Day, held: { period: number; unit: 'DAYS' | 'MONTHS' | 'YEARS' }): Day {
  const days = { DAYS: 1, MONTHS: 28, YEARS: 365 }[held.unit] * held.period;
  for (let day = addDays(leftOn, days); ; day = addDays(day, 1)) {
    const clock = { today: () => day, zone: ground.clock.zone, now: () => ground.clock.now() } as Ground['clock'];
    if (isOver(leftOn, cutOffOf({ clock }, { value: held.period, unit: held.unit }), held.period)) return day;
  }
}

async function standingOf(ground: Ground, erasing: Erasing, { leftOn, isErased }: Leaver): Promise<ErasureStanding> {
  if (isErased) return { isErased, isAllowed: false, dueOn: null, hindrances: [{ text: m.erased }] };
  const [held] = await periodsHeld(ground, [PERSONS], erasing.em);
  const { period, keeper, cutOff } = held!;
  const due = leftOn === null ? null : dueOn(ground, leftOn, { period, unit: keeper.unit });
  const hindrances: Message[] = [];
  if (leftOn === null || leftOn > ground.clock.today()) hindrances.push({ text: m.stillHere });
  else if (!isOver(leftOn, cutOff, period)) hindrances.push({ text: m.periodRuns, values: { day: dateIn('vi', addDays(due!, -1)) } });
  for (const { hindrances: ask } of allErasers()) hindrances.push(...((await ask?.(erasing)) ?? []));
  return { isErased: false, isAllowed: hindrances.length === 0, dueOn: due, hindrances };
}

/** What stands in the way of erasing somebody, if anything does; null where there is no such officer. */
export async function erasureStanding(ground: Ground, officerId: string): Promise<ErasureStanding | null> {
  const em = ground.orm.em.fork();
  const officer = isId(officerId) ? await em.findOne(Officer, { id: officerId }) : null;
  if (!officer) return null;
  const erasing = erasingOf(em, await everBoundTo(em, officerId), { today: ground.clock.today(), now: ground.clock.now() });
  return standingOf(ground, erasing, { leftOn: officer.leftOn ?? null, isErased: officer.erasedAt != null });
}

/** The name and those of the accounts, as a reason must not hold them. */
async function namesOf(act: Act, officer: Officer, { users }: Erasing): Promise<string[]> {
  const accounts = await executeBound<{ name: string }>(act.em, `select name from app_user where id = any(${users})`, []);
  return [...new Set([officer.fullName, ...accounts.map(({ name }) => name)])].filter((name) => name !== REMOVED);
}

async function eraseNow(act: Act, officer: Officer, erasing: Erasing, reason: string): Promise<void> {
  const names = await namesOf(act, officer, erasing);
  const words = new Set<string>();
  const subjects = new Set<string>();
  for (const eraser of allErasers()) {
    for (const word of (await eraser.words?.(erasing)) ?? []) words.add(word);
    for (const subject of (await eraser.subjects?.(erasing)) ?? []) subjects.add(subject);
  }
  const low = reason.toLowerCase();
  if ([...names, ...words].some((word) => low.includes(word.toLowerCase())))
    throw new Refusal({ code: 'INVALID', rule: 'K-5', path: ['reason'], message: { text: m.nameInReason } });
  const alone = await ofNobodyElse(erasing, [...words]);
  for (const { erase } of allErasers()) await erase(erasing);
  // What was ordered and is done tells whom it was about.
  await executeBound(act.em, `delete from outbox_message where done_at is not null and position($1 in payload::text) > 0`, [officer.id]);
  const events = await eventsOf(act.em, { subjects: [...subjects], words: alone });
  await eraseAll(act.em, events);
  const subject = `officer:${officer.id}`;
  act.record(
    'officer.erase',
    subject,
    { reason, events: events.length },
    erasing.person.userIds.map((id) => `user:${id}`),
  );
  if (events.length > 0) act.record(ERASE, subject, { reason: 'K-5' }, events.map(eventNamed));
}

/** Erases an officer for good. Refused with everything that stands in the way. */
export async function eraseOfficer(acting: Acting, id: string, givenReason: string): Promise<string> {
  const { ground, actor } = acting;
  await perform(acting, async (act) => {
    const officer = await act.load(Officer, id);
    if (actor.isSystem) act.allowAnyone('the period for persons is over');
    else act.allow(keepingAccess.erase, officer.id);
    const reason = cleanText(givenReason);
    if (reason === '' || reason.length > LONGEST_REASON)
      throw new Refusal({
        code: reason === '' ? 'REQUIRED' : 'INVALID',
        rule: 'K-5',
        path: ['reason'],
        message: { text: m.eraseReason, values: { most: LONGEST_REASON } },
      });
    const erasing = erasingOf(act.em, await everBoundTo(act.em, id), { today: act.today, now: act.now });
    const standing = await standingOf(ground, erasing, { leftOn: officer.leftOn ?? null, isErased: officer.erasedAt != null });
    if (!standing.isAllowed)
      throw new Refusal(
        ...standing.hindrances.map((message) => ({ code: 'NOT_ALLOWED_NOW' as const, rule: 'K-5', path: ['id'], message })),
      );
    await eraseNow(act, officer, erasing, reason);
    act.em.clear();
  });
  forgetSessions(ground);
  pagesOf(ground).forget();
  return id;
}

/** By the clock: whether it was done; who still has something going on waits. */
export async function eraseOne(ground: Ground, id: string): Promise<boolean> {
  try {
    await eraseOfficer({ ground, actor: systemActor }, id, 'Hết thời hạn lưu giữ');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
