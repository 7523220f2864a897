// How the parts of a class are written.
import { useTranslate } from 'react-admin';
import { weekdayOf } from '../ui/calendar-days.js';
import { cityDay } from '../ui/city-time.js';
import { useFormat } from '../ui/format.js';
import type { TrainingClass } from './documents.js';
import type { Session } from './sessions.js';

/** When it begins, and of how many sessions it is made. */
export function StartVi({ held }: { held: Pick<TrainingClass, 'startsAt' | 'sessions'> }) {
  const t = useTranslate();
  const { moment } = useFormat();
  return (
    <>
      <time dateTime={held.startsAt}>{moment(held.startsAt)}</time>
      {held.sessions.length > 1 && ` · ${t('classes.sessionCount', { count: held.sessions.length })}`}
    </>
  );
}

/** 24 / 30, and who waits. */
export function SeatWords({ held }: { held: Pick<TrainingClass, 'capacity' | 'enrolledCount' | 'waitlistedCount'> }) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <>
      {number(held.enrolledCount)} / {number(held.capacity)}
      {held.waitlistedCount > 0 && ` · ${t('classes.waiting', { count: number(held.waitlistedCount) })}`}
    </>
  );
}

/** thứ Tư, 08:00–11:30 02/12/2026 */
export function useSessionWords(): (session: Pick<Session, 'startsAt' | 'endsAt'>) => string {
  const t = useTranslate();
  const { span } = useFormat();
  return ({ startsAt, endsAt }) => `${t(`ui.weekday.${weekdayOf(cityDay(startsAt))}`)}, ${span(startsAt, endsAt)}`;
}
