// The sessions of a class while they are being written: added in a tap, moved, taken away. Pure.
import { cityClock, cityDay, dayAfter, momentOf } from '../ui/city-time.js';
import type { SessionInput } from './acts.documents.js';
import type { Session } from './sessions.js';

export interface SessionRow {
  /** A session the class has already: it is moved, and its marks stay. */
  id?: string;
  /** Tells rows apart on the screen. */
  row: number;
  day: string;
  from: string;
  to: string;
}

export type Following = 'AFTERNOON' | 'NEXT_DAY' | 'NEXT_WEEK';

const morning = { from: '08:00', to: '11:30' };
const afternoon = { from: '13:30', to: '17:00' };

export const nextRow = (rows: readonly SessionRow[]): number => Math.max(-1, ...rows.map(({ row }) => row)) + 1;

/** The first session of a new class: a morning in a week, of a day on which offices work. */
export function firstRow(today: string): SessionRow {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return { row: 0, day: dayAfter(today, weekday === 6 ? 9 : weekday === 0 ? 8 : 7), ...morning };
}

/** One more, after the last: the afternoon of the same day, or the same hours a day or a week later. */
export function withNext(rows: readonly SessionRow[], following: Following, today: string): SessionRow[] {
  const last = [...rows].sort((a, b) => `${a.day} ${a.from}`.localeCompare(`${b.day} ${b.from}`)).at(-1);
  if (!last?.day) return [...rows, { ...firstRow(today), row: nextRow(rows) }];
  const row = nextRow(rows);
  if (following === 'AFTERNOON') return [...rows, { row, day: last.day, ...afternoon }];
  return [...rows, { row, day: dayAfter(last.day, following === 'NEXT_DAY' ? 1 : 7), from: last.from, to: last.to }];
}

/** Whether a session of the morning asks for its afternoon. */
export function asksForAfternoon(rows: readonly SessionRow[]): boolean {
  const last = [...rows].sort((a, b) => `${a.day} ${a.from}`.localeCompare(`${b.day} ${b.from}`)).at(-1);
  return !!last?.day && last.to !== '' && last.to <= '12:30';
}

export function rowsOf(sessions: readonly Session[]): SessionRow[] {
  return sessions.map(({ id, startsAt, endsAt }, row) => ({
    id,
    row,
    day: cityDay(startsAt),
    from: cityClock(startsAt),
    to: cityClock(endsAt),
  }));
}

export const isWhole = ({ day, from, to }: SessionRow): boolean => day !== '' && from !== '' && to !== '';

/** As the server takes them. An end not after its start is left to the server to refuse. */
export function inputsOf(rows: readonly SessionRow[]): SessionInput[] {
  return rows.map(({ id, day, from, to }) => ({ ...(id && { id }), startsAt: momentOf(day, from), endsAt: momentOf(day, to) }));
}
