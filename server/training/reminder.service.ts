/** Reminders: by themselves two days before a class begins, and whenever whoever leads it asks for them; at most one a day and person. */
import { systemActor } from '../identity/actor.js';
import { type Act, type Acting, perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import { loadOwnClass, shownState } from './class-book.js';
import { classWorkflow } from './class.workflow.js';
import { Enrolment } from './enrolment.entity.js';
import { TrainingClass } from './training-class.entity.js';
import { remindEnrolled } from './training-letters.js';
import { TRAINING_TEXTS } from './training.messages.js';

const REMIND_BEFORE_HOURS = 48;
const HOUR = 3_600_000;

/** Reminds everybody who has a seat, now. */
export async function remindClass(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    const held = await loadOwnClass(act, id);
    classWorkflow.next(shownState(act, held), 'REMIND', 'TR-1', { text: TRAINING_TEXTS.classOver });
    await remind(act, held);
    return held.id;
  });
}

async function remind(act: Act, held: TrainingClass): Promise<void> {
  const enrolled = await act.em.find(Enrolment, { trainingClass: held.id, state: 'ENROLLED' } as never);
  act.record('class.remind', `trainingClass:${held.id}`, { reference: held.reference, persons: enrolled.length });
  await act.em.flush();
  await remindEnrolled(act, held, enrolled);
}

/** Reminds of every class that begins within two days and was not reminded of yet; a regular job. */
export async function remindOfComingClasses(ground: Ground): Promise<void> {
  const now = ground.clock.now();
  const until = new Date(now.getTime() + REMIND_BEFORE_HOURS * HOUR);
  const due = await ground.orm.em
    .fork()
    .execute<{ id: string }[]>(
      `select id from training_class where stored_state = 'OPEN' and reminded_at is null and starts_at > ? and starts_at <= ? order by starts_at, id`,
      [now, until],
    );
  for (const { id } of due) {
    await perform({ ground, actor: systemActor }, async (act) => {
      act.allowAnyone('the clock asks for it');
      const held = await act.load(TrainingClass, id);
      // Another server may have been faster.
      if (held.storedState !== 'OPEN' || held.remindedAt) return act.unchanged();
      held.remindedAt = act.now;
      await remind(act, held);
    });
  }
}
