/** A class with its seats and queue, for commands: whoever works on it waits for whoever is at it (the row of the class is locked). */
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Act } from '../identity/command.js';
import { may } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Officer } from '../registry/officer.entity.js';
import { classState } from './class.workflow.js';
import { Enrolment } from './enrolment.entity.js';
import type { Seats } from './queue.rules.js';
import { type ClassFile, type EnrolmentFile, trainingAccess } from './training.access.js';
import { TrainingClass } from './training-class.entity.js';
import { TRAINING_TEXTS } from './training.messages.js';
import { type ClassState, SEATED_STATES } from './vocabulary.js';

export const MOST_AT_A_TIME = 1_000;

export function refuseTooMany(ids: readonly unknown[], path: string): void {
  if (ids.length <= MOST_AT_A_TIME) return;
  throw new Refusal({ code: 'LIMIT', path: [path], message: { text: TRAINING_TEXTS.tooMany, values: { most: MOST_AT_A_TIME } } });
}

export const classFileOf = (held: TrainingClass): ClassFile => ({ trainerId: held.trainer?.id ?? null, assistantIds: held.assistantIds });

export const enrolmentFileOf = (held: TrainingClass, officer: Pick<Officer, 'id' | 'agency'>): EnrolmentFile => ({
  ...classFileOf(held),
  officerId: officer.id,
  agencyId: officer.agency.id,
});

export const shownState = (act: Act, held: TrainingClass): ClassState => classState(held.storedState, held.startsAt, act.now);

/** The class, locked; NOT_FOUND for whoever may not know of it: only who leads it sees a planned one. */
export async function loadClass(act: Act, id: string, path: string[]): Promise<TrainingClass> {
  const held = await act.load(TrainingClass, id, path);
  if (held.storedState === 'PLANNED' && !may(act.actor, trainingAccess.leadClass, classFileOf(held)))
    throw new Refusal({ code: 'NOT_FOUND', path, message: { text: kernelMessages.notFound } });
  return held;
}

/** The class, locked, for whoever leads it; FORBIDDEN for others who see it. */
export async function loadOwnClass(act: Act, id: string, path: string[] = ['id']): Promise<TrainingClass> {
  const held = await loadClass(act, id, path);
  act.allow(trainingAccess.leadClass, classFileOf(held));
  return held;
}

/** Enrolments with officer and class, in the order of the ids, their classes locked one after the other; undefined where there is none. */
export async function loadEnrolments(act: Act, ids: readonly string[]): Promise<(Enrolment | undefined)[]> {
  refuseTooMany(ids, 'ids');
  const known = [...new Set(ids.filter(isId))];
  if (known.length === 0) return ids.map(() => undefined);
  const { em } = act;
  const classes = await em.execute<{ id: string }[]>(
    'select distinct training_class_id as id from enrolment where id = any(?::uuid[]) order by 1',
    [`{${known.join(',')}}`],
  );
  await em.find(
    TrainingClass,
    { id: { $in: classes.map(({ id }) => id) } } as never,
    {
      orderBy: { id: 'asc' },
      lockMode: LockMode.PESSIMISTIC_WRITE,
    } as never,
  );
  const found = await em.find(
    Enrolment,
    { id: { $in: known } } as never,
    { populate: ['officer', 'trainingClass'], strategy: 'select-in', refresh: true } as never,
  );
  const byId = new Map(found.map((enrolment) => [enrolment.id, enrolment]));
  return ids.map((id) => byId.get(id));
}

export const noEnrolment = (path: string[]): Reason => ({ code: 'NOT_FOUND', path, message: { text: TRAINING_TEXTS.noEnrolment } });

/** Seats of a class as they are now; the caller holds its row. */
export async function seatsOf(em: SqlEntityManager, held: TrainingClass): Promise<Seats> {
  const rows = await em.execute<{ agency_id: string; taken: number }[]>(
    `select agency_id, count(*)::int as taken from enrolment where training_class_id = ? and state in (${SEATED_STATES.map(() => '?').join(', ')})
     group by agency_id`,
    [held.id, ...SEATED_STATES],
  );
  return {
    capacity: held.capacity,
    seatsPerAgency: held.seatsPerAgency ?? null,
    takenBy: new Map(rows.map(({ agency_id, taken }) => [agency_id, taken])),
  };
}
