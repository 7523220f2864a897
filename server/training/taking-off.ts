/** Taking people off the list of a class: they are told unless they did it themselves, and free seats go to the next in line (TR-1). */
import type { Act } from '../identity/command.js';
import type { Enrolment } from './enrolment.entity.js';
import { mentionsOf, promoteNext } from './promotion.js';
import type { TrainingClass } from './training-class.entity.js';
import { tellWithdrawn } from './training-letters.js';

/** Somebody who is taken off a list. */
export interface Leaver {
  enrolment: Enrolment;
  isByThemselves: boolean;
}

/** The caller holds the row of the class, and has seen that each of them may be taken off. */
export async function takeOff(act: Act, held: TrainingClass, leavers: readonly Leaver[], words: string | null): Promise<void> {
  if (leavers.length === 0) return;
  const seated = leavers.filter(({ enrolment }) => enrolment.state === 'ENROLLED');
  const others = leavers.filter(({ enrolment, isByThemselves }) => enrolment.state !== 'ENROLLED' && !isByThemselves);
  for (const { enrolment } of leavers) {
    enrolment.state = 'WITHDRAWN';
    enrolment.endedAt = act.now;
    enrolment.endedReason = words;
    act.record('enrolment.withdraw', `enrolment:${enrolment.id}`, { class: held.reference, reason: words }, mentionsOf(enrolment));
  }
  await act.em.flush();
  // Whoever gave back a seat themselves is told too, for their calendar.
  await tellWithdrawn(act, held, theirs(seated), { hadSeat: true, reason: words });
  await tellWithdrawn(act, held, theirs(others), { hadSeat: false, reason: words });
  await promoteNext(act, held);
}

const theirs = (leavers: readonly Leaver[]) => leavers.map(({ enrolment }) => enrolment);
