/** Is this a sound class? All that is wrong with what somebody wants a class to be. */
import type { Reason } from '../kernel/refusal.js';
import { cleanText, textDefect } from '../kernel/name.rules.js';
import { TRAINING_TEXTS } from './training.messages.js';

export interface SessionFacts {
  /** An existing session that is kept or moved. */
  id?: string | null;
  startsAt: Date;
  endsAt: Date;
}

export interface ClassFacts {
  title: string;
  capacity: number;
  place?: string | null;
  seatsPerAgency?: number | null;
  passShare: number;
  cutOffAt?: Date | null;
  sessions: readonly SessionFacts[];
}

/** Most people on the list of a class, those who wait included: it is shown and answered whole. */
export const LONGEST_ROSTER = 500;
export const MOST_SESSIONS = 60;
const LONGEST_SESSION_HOURS = 16;
const HOUR = 3_600_000;

export const byTime = <S extends SessionFacts>(sessions: readonly S[]): S[] =>
  [...sessions].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.endsAt.getTime() - b.endsAt.getTime());

export function classFaults(facts: ClassFacts): Reason[] {
  const faults: Reason[] = [];
  const fault = (field: string, text: keyof typeof TRAINING_TEXTS, values?: Record<string, number>, code: Reason['code'] = 'INVALID') =>
    faults.push({ code, path: ['input', ...field.split('.')], message: { text: TRAINING_TEXTS[text], ...(values && { values }) } });

  const title = cleanText(facts.title);
  if (!title) fault('title', 'title', undefined, 'REQUIRED');
  else if (textDefect(title)) fault('title', 'titleDefect');
  if (facts.place && textDefect(cleanText(facts.place))) fault('place', 'titleDefect');
  const isWhole = (n: number, most: number) => Number.isInteger(n) && n >= 1 && n <= most;
  if (!isWhole(facts.capacity, LONGEST_ROSTER)) fault('capacity', 'capacity', { most: LONGEST_ROSTER });
  if (facts.seatsPerAgency != null && !isWhole(facts.seatsPerAgency, Math.max(1, facts.capacity)))
    fault('seatsPerAgency', 'seatsPerAgency', { capacity: facts.capacity });
  if (!(facts.passShare > 0 && facts.passShare <= 1)) fault('passShare', 'passShare');
  sessionFaults(facts.sessions, fault);
  const end = Math.max(...facts.sessions.map(({ endsAt }) => endsAt.getTime()));
  if (facts.cutOffAt && facts.sessions.length > 0 && facts.cutOffAt.getTime() > end) fault('cutOffAt', 'cutOffTooLate');
  return faults;
}

type Fault = (field: string, text: keyof typeof TRAINING_TEXTS, values?: Record<string, number>, code?: Reason['code']) => void;

function sessionFaults(sessions: readonly SessionFacts[], fault: Fault): void {
  if (sessions.length === 0) return fault('sessions', 'noSession', undefined, 'REQUIRED');
  if (sessions.length > MOST_SESSIONS) return fault('sessions', 'tooManySessions', { most: MOST_SESSIONS }, 'LIMIT');
  for (const [i, { startsAt, endsAt }] of sessions.entries()) {
    if (endsAt.getTime() <= startsAt.getTime()) fault(`sessions.${i}.endsAt`, 'sessionReversed');
    else if (endsAt.getTime() - startsAt.getTime() > LONGEST_SESSION_HOURS * HOUR)
      fault(`sessions.${i}.endsAt`, 'sessionTooLong', { hours: LONGEST_SESSION_HOURS });
  }
  const ordered = byTime(sessions);
  for (const [i, session] of ordered.entries()) {
    const before = ordered[i - 1];
    if (before && session.startsAt.getTime() < before.endsAt.getTime())
      fault(`sessions.${sessions.indexOf(session)}.startsAt`, 'sessionsOverlap');
  }
}
