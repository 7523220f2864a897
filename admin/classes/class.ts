// A training class as the panel knows it, and what can be told of it without the server: what waits, what is on today. Pure.
import { type Session, inTime, isToday } from './sessions.js';

export type ClassState = 'PLANNED' | 'OPEN' | 'RUNNING' | 'COMPLETED' | 'CANCELLED';
export type ClassAction = 'UPDATE' | 'OPEN' | 'CANCEL' | 'COMPLETE' | 'ENROL' | 'MARK' | 'REMIND';

export const classStates: readonly ClassState[] = ['PLANNED', 'OPEN', 'RUNNING', 'COMPLETED', 'CANCELLED'];

interface Held {
  state: ClassState;
  startsAt: string;
  endsAt: string;
  sessions: readonly Session[];
}

export interface ClassesByTime<Class> {
  today: Class[];
  coming: Class[];
  /** Over by the clock, and not closed yet: outcome and grace wait for it. */
  toClose: Class[];
}

const isOver = ({ state }: Held): boolean => state === 'COMPLETED' || state === 'CANCELLED';

/** The next session that has not ended, of a class. */
export function nextSession<Class extends Held>({ sessions }: Class, now: Date): Session | undefined {
  return inTime(sessions).find(({ endsAt }) => Date.parse(endsAt) > now.getTime());
}

/** What a trainer is about: classes on today, the earliest first; then coming ones; then those past and not closed, the oldest first. */
export function byTime<Class extends Held>(classes: readonly Class[], now: Date): ClassesByTime<Class> {
  const open = classes.filter((held) => !isOver(held)).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const today = open.filter(({ sessions }) => sessions.some((session) => isToday(session, now)));
  const others = open.filter((held) => !today.includes(held));
  return {
    today,
    coming: others.filter((held) => nextSession(held, now)),
    toClose: others.filter((held) => !nextSession(held, now)),
  };
}

export interface Unmarked {
  session: Session;
  count: number;
}

interface Marked {
  state: string;
  attendance: readonly { session: { id: string }; mark: string | null }[];
}

/** How many who have a seat bear no mark, session by session: they count as absent when the class is closed (TR-2). */
export function unmarkedBySession(sessions: readonly Session[], roster: readonly Marked[]): Unmarked[] {
  const seated = roster.filter(({ state }) => state === 'ENROLLED');
  return inTime(sessions).flatMap((session) => {
    const count = seated.filter(({ attendance }) => !attendance.some((one) => one.session.id === session.id && one.mark !== null)).length;
    return count > 0 ? [{ session, count }] : [];
  });
}
