/** A trainer's calendar feed: its address is a secret that is shown once, can be made anew and taken away; it tells classes, never persons. */
import { randomBytes } from 'node:crypto';
import { type Acting, perform } from '../identity/command.js';
import { tokenHash } from '../identity/session.rules.js';
import { Refusal } from '../kernel/refusal.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Ground } from '../kernel/ground.js';
import { ownUrl } from '../kernel/own-url.js';
import { calendarFile, type CalendarSession } from './calendar-file.js';
import { CalendarLink } from './calendar-link.entity.js';
import { trainingAccess } from './training.access.js';
import { LETTER_TEXTS } from './training-letters.messages.js';

/** How far back the feed goes. */
const DAYS_BACK = 180;
const HOUR = 3_600_000;

/** A new address for the own feed; the one before no longer works. */
export async function createCalendarLink(acting: Acting): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await perform(acting, async (act) => {
    act.allow(trainingAccess.calendarLink, undefined);
    const { userId } = act.actor;
    if (!userId) throw new Refusal({ code: 'NOT_FOUND', path: [], message: { text: kernelMessages.notFound } });
    await act.em.nativeDelete(CalendarLink, { userId });
    act.em.persist(act.em.create(CalendarLink, { userId, tokenHash: tokenHash(token), createdAt: act.now } as never));
    act.record('calendarLink.create', `user:${userId}`);
  });
  return `${ownUrl(acting.ground)}/calendar/${token}.ics`;
}

/** Takes the address away; where there is none, nothing changes. */
export async function revokeCalendarLink(acting: Acting): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(trainingAccess.calendarLink, undefined);
    const { userId } = act.actor;
    const gone = userId ? await act.em.nativeDelete(CalendarLink, { userId }) : 0;
    if (gone > 0) act.record('calendarLink.revoke', `user:${userId}`);
    else act.unchanged();
  });
}

/** The feed behind a token; null when there is none, or its owner is no trainer in use any more. */
export async function calendarFeed(ground: Ground, token: string): Promise<string | null> {
  const em = ground.orm.em.fork();
  const now = ground.clock.now();
  const [link] = await em.execute<{ user_id: string; last_used_at: string | Date | null }[]>(
    `select l.user_id, l.last_used_at from calendar_link l join app_user u on u.id = l.user_id
     where l.token_hash = ? and u.disabled_at is null and exists (select 1 from role_grant g where g.user_id = u.id and g.role = 'TRAINER')`,
    [tokenHash(token)],
  );
  if (!link) return null;
  if (!link.last_used_at || now.getTime() - new Date(link.last_used_at).getTime() > HOUR)
    await em.execute('update calendar_link set last_used_at = ? where user_id = ?', [now, link.user_id]);
  const rows = await em.execute<
    {
      id: string;
      starts_at: string;
      ends_at: string;
      title: string;
      place: string | null;
      reference: string;
      sequence: number;
      state: string;
      updated_at: string;
    }[]
  >(
    `select s.id, s.starts_at, s.ends_at, c.title, c.place, c.reference, c.calendar_sequence as sequence, c.stored_state as state, c.updated_at
     from training_session s join training_class c on c.id = s.training_class_id
     where (c.trainer_id = ? or ?::uuid = any(c.assistant_ids)) and s.ends_at > ? order by s.starts_at, s.id`,
    [link.user_id, link.user_id, new Date(now.getTime() - DAYS_BACK * 24 * HOUR)],
  );
  const sessions = rows.map((row): CalendarSession => ({
    id: row.id,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    title: `${row.title} (${row.reference})`,
    place: row.place,
    sequence: row.sequence,
    isCancelled: row.state === 'CANCELLED',
    stamp: new Date(row.updated_at),
  }));
  return calendarFile(sessions, 'PUBLISH', { name: LETTER_TEXTS.calendarName.vi });
}
