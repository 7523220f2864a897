// Which session is marked now? The one being held, else today's, else the last one that began, else the first. Pure.
import { cityDay } from '../ui/city-time.js';

export interface Session {
  id: string;
  startsAt: string;
  endsAt: string;
}

/** People come before it begins, and are marked after it has ended. */
const around = 2 * 3_600_000;

export const inTime = <S extends Session>(sessions: readonly S[]): S[] =>
  [...sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt));

export function isToday({ startsAt, endsAt }: Session, now: Date): boolean {
  const today = cityDay(now);
  return cityDay(startsAt) <= today && today <= cityDay(endsAt);
}

export const hasBegun = ({ startsAt }: Session, now: Date): boolean => Date.parse(startsAt) <= now.getTime();

export function sessionToMark<S extends Session>(sessions: readonly S[], now: Date): S | undefined {
  const ordered = inTime(sessions);
  const at = now.getTime();
  const held = ordered.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at <= Date.parse(endsAt));
  if (held) return held;
  const near = ordered.find(({ startsAt }) => at <= Date.parse(startsAt) && Date.parse(startsAt) - at <= around);
  if (near) return near;
  const today = ordered.filter((session) => isToday(session, now));
  return (
    today.findLast((session) => hasBegun(session, now)) ?? today[0] ?? ordered.findLast((session) => hasBegun(session, now)) ?? ordered[0]
  );
}
