/** Brings the sessions of a class to what they shall be. What was moved or dropped is answered, so that those enrolled can be told. */
import type { Act } from '../identity/command.js';
import { dayIn } from '../kernel/calendar.js';
import { dateIn } from '../kernel/language.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { byTime, type SessionFacts } from './class-facts.rules.js';
import { TrainingSession, type TrainingClass } from './training-class.entity.js';
import { TRAINING_TEXTS } from './training.messages.js';

export interface SessionChange {
  id: string;
  /** DROPPED: it is not held any more. */
  change: 'ADDED' | 'MOVED' | 'DROPPED';
  startsAt: Date;
  endsAt: Date;
}

export async function saveSessions(act: Act, held: TrainingClass, wanted: readonly SessionFacts[]): Promise<SessionChange[]> {
  const { em } = act;
  const before = await em.find(TrainingSession, { trainingClass: held.id } as never);
  const byId = new Map(before.map((session) => [session.id, session]));
  const faults = unknownOrTwice(wanted, byId);
  const kept = new Set(wanted.flatMap(({ id }) => id ?? []));
  const dropped = before.filter(({ id }) => !kept.has(id));
  faults.push(...(await markedFaults(act, dropped)));
  if (faults.length > 0) throw new Refusal(...faults);

  const changes: SessionChange[] = [];
  for (const session of dropped) {
    changes.push({ id: session.id, change: 'DROPPED', startsAt: session.startsAt, endsAt: session.endsAt });
    em.remove(session);
  }
  for (const { id, startsAt, endsAt } of byTime(wanted)) {
    const known = id == null ? undefined : byId.get(id);
    if (!known) {
      const session = em.create(TrainingSession, { trainingClass: held.id, startsAt, endsAt } as never);
      em.persist(session);
      if (before.length > 0) changes.push({ id: session.id, change: 'ADDED', startsAt, endsAt });
    } else if (known.startsAt.getTime() !== startsAt.getTime() || known.endsAt.getTime() !== endsAt.getTime()) {
      known.startsAt = startsAt;
      known.endsAt = endsAt;
      changes.push({ id: known.id, change: 'MOVED', startsAt, endsAt });
    }
  }
  await em.flush();
  return changes;
}

function unknownOrTwice(wanted: readonly SessionFacts[], known: ReadonlyMap<string, unknown>): Reason[] {
  return wanted.flatMap(({ id }, i): Reason[] => {
    if (id == null) return [];
    const path = ['input', 'sessions', String(i), 'id'];
    if (!known.has(id)) return [{ code: 'NOT_FOUND', path, message: { text: TRAINING_TEXTS.sessionUnknown } }];
    const isTwice = wanted.slice(0, i).some((other) => other.id === id);
    return isTwice ? [{ code: 'INVALID', path, message: { text: TRAINING_TEXTS.sessionTwice } }] : [];
  });
}

/** A session at which somebody was marked was held: it cannot vanish with the marks. */
async function markedFaults(act: Act, dropped: readonly TrainingSession[]): Promise<Reason[]> {
  if (dropped.length === 0) return [];
  const rows = await act.em.execute<{ session_id: string }[]>(
    'select distinct session_id from attendance where session_id = any(?::uuid[])',
    [`{${dropped.map(({ id }) => id).join(',')}}`],
  );
  const marked = new Set(rows.map(({ session_id }) => session_id));
  const { zone } = act.ground.clock;
  return dropped
    .filter(({ id }) => marked.has(id))
    .map(({ startsAt }) => ({
      code: 'CONFLICT',
      path: ['input', 'sessions'],
      message: { text: TRAINING_TEXTS.sessionMarked, values: { day: dateIn('vi', dayIn(zone, startsAt)) } },
    }));
}
