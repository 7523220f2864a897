/** What classes have changed (TR-4): of each class, and of each trainer over all of theirs. */
import { sql } from 'kysely';
import type { Reader } from '../kernel/read.js';
import { effectOf, type EffectFigures, type TierChange } from './effect.rules.js';
import { tierAfter, tierBefore } from './enrolment.read.js';

type ChangeOfClass = TierChange & { classId: string };

async function changesOf({ db, run }: Reader, classIds: readonly string[] | null): Promise<ChangeOfClass[]> {
  const rows = db
    .selectFrom('enrolment as en')
    .select(['en.training_class_id as classId', tierBefore.as('before'), tierAfter.as('after')])
    .where('en.state', '=', 'COMPLETED');
  return run<ChangeOfClass>((classIds ? rows.where(sql<boolean>`en.training_class_id = any(${[...classIds]}::uuid[])`) : rows) as never);
}

/** The effect of each class. */
export async function effectsOfClasses(read: Reader, classIds: readonly string[]): Promise<EffectFigures[]> {
  const changes = await changesOf(read, classIds);
  return classIds.map((id) => effectOf(changes.filter(({ classId }) => classId === id)));
}

export interface TrainerEffectRow {
  trainerId: string;
  classes: number;
  effect: EffectFigures;
}

/** The effect of all closed classes of each trainer, by name; of one trainer where an id is given. */
export async function effectsOfTrainers(read: Reader, trainerId: string | null): Promise<TrainerEffectRow[]> {
  const held = await read.run<{ id: string; trainerId: string }>(
    read.db
      .selectFrom('training_class as c')
      .innerJoin('app_user as u', 'u.id', 'c.trainer_id')
      .select(['c.id', 'c.trainer_id as trainerId'])
      .where('c.stored_state', '=', 'COMPLETED')
      .where(trainerId ? sql<boolean>`c.trainer_id = ${trainerId}::uuid` : sql<boolean>`true`)
      .orderBy('u.sort_key')
      .orderBy('u.id') as never,
  );
  const changes = await changesOf(
    read,
    held.map(({ id }) => id),
  );
  const classesOf = new Map<string, Set<string>>();
  for (const { id, trainerId: trainer } of held) classesOf.set(trainer, (classesOf.get(trainer) ?? new Set()).add(id));
  return [...classesOf].map(([id, classes]) => ({
    trainerId: id,
    classes: classes.size,
    effect: effectOf(changes.filter(({ classId }) => classes.has(classId))),
  }));
}
