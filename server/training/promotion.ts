/** Gives free seats to the next in line, by themselves, before the cut-off (TR-1). */
import type { Act } from '../identity/command.js';
import { seatsOf } from './class-book.js';
import { Enrolment } from './enrolment.entity.js';
import { isBeforeCutOff, promoted } from './queue.rules.js';
import type { TrainingClass } from './training-class.entity.js';
import { inviteEnrolled } from './training-letters.js';

/** After whatever may have freed a seat; the caller holds the row of the class and has flushed its changes. Answers how many moved up. */
export async function promoteNext(act: Act, held: TrainingClass): Promise<number> {
  if (held.storedState !== 'OPEN' || !isBeforeCutOff({ cutOffAt: held.cutOffAt, startsAt: held.startsAt }, act.now)) return 0;
  const { em } = act;
  await em.flush();
  const waiting = await em.find(Enrolment, { trainingClass: held.id, state: 'WAITLISTED' } as never);
  if (waiting.length === 0) return 0;
  const next = new Set(promoted(await seatsOf(em, held), waiting));
  const moved = waiting.filter(({ id }) => next.has(id));
  for (const enrolment of moved) {
    enrolment.state = 'ENROLLED';
    act.record('enrolment.promote', `enrolment:${enrolment.id}`, { class: held.reference }, mentionsOf(enrolment));
  }
  await em.flush();
  await inviteEnrolled(act, held, moved);
  return moved.length;
}

/** Whom an act on an enrolment concerns, for their trails. */
export const mentionsOf = (enrolment: Enrolment): string[] => [
  `officer:${enrolment.officer.id}`,
  `trainingClass:${enrolment.trainingClass.id}`,
];
