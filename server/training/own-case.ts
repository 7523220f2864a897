/** Nobody leads a class over the own outcome: who is on its list neither closes it nor changes when it counts as completed (TR-2). */
import type { Actor } from '../identity/actor.js';
import { scopesOf } from '../identity/actor.js';
import type { Act } from '../identity/command.js';
import type { Reader } from '../kernel/read.js';
import type { Reason } from '../kernel/refusal.js';
import { Enrolment } from './enrolment.entity.js';
import type { TrainingClass } from './training-class.entity.js';
import { TRAINING_TEXTS } from './training.messages.js';
import { ACTIVE_STATES } from './vocabulary.js';

export const ownClassFault = (path?: string[]): Reason => ({
  code: 'RULE_VIOLATED',
  rule: 'TR-2',
  ...(path && { path }),
  message: { text: TRAINING_TEXTS.ownClass },
});

/** Whether whoever acts is on the list themselves. */
export async function isOnOwnList(act: Act, held: TrainingClass): Promise<boolean> {
  const own = scopesOf(act.actor, 'OFFICER');
  if (own.length === 0) return false;
  const listed = { trainingClass: held.id, officer: { $in: own }, state: { $in: [...ACTIVE_STATES] } };
  return (await act.em.count(Enrolment, listed as never)) > 0;
}

/** The same of many classes, for what the screens offer. */
export async function ownListsAmong({ db, run }: Reader, actor: Actor, classIds: readonly string[]): Promise<boolean[]> {
  const own = scopesOf(actor, 'OFFICER');
  if (own.length === 0) return classIds.map(() => false);
  const rows = await run<{ id: string }>(
    db
      .selectFrom('enrolment as e')
      .select('e.training_class_id as id')
      .where('e.officer_id', 'in', own)
      .where('e.training_class_id', 'in', [...classIds])
      .where('e.state', 'in', [...ACTIVE_STATES]) as never,
  );
  const listed = new Set(rows.map(({ id }) => id));
  return classIds.map((id) => listed.has(id));
}
