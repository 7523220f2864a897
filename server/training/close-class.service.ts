/** Closing a class: everybody who had a seat gets an outcome (TR-2); who never got one is declined, and may ask again (TR-3). */
import { type Acting, perform } from '../identity/command.js';
import { Refusal } from '../kernel/refusal.js';
import { lapseLetters } from '../notices/lapse-letters.js';
import { marksOf } from './attendance.service.js';
import { loadOwnClass, shownState } from './class-book.js';
import { classWorkflow } from './class.workflow.js';
import { Enrolment } from './enrolment.entity.js';
import { passShelterOn } from './given-back.js';
import { graceOn } from './grace.js';
import { isOnOwnList, ownClassFault } from './own-case.js';
import { outcomeOf } from './outcome.rules.js';
import { mentionsOf } from './promotion.js';
import { tellUnseated } from './training-letters.js';
import { TRAINING_TEXTS } from './training.messages.js';
import { ACTIVE_STATES } from './vocabulary.js';

/** Closes a class. Whoever has no mark at a session counts as absent there. */
export async function completeClass(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    const held = await loadOwnClass(act, id);
    classWorkflow.next(shownState(act, held), 'COMPLETE', 'TR-2', { text: TRAINING_TEXTS.classOver });
    if (await isOnOwnList(act, held)) throw new Refusal(ownClassFault());
    held.storedState = 'COMPLETED';
    held.completedAt = act.now;
    held.completedOn = act.today;
    const graceDays = await graceOn(act.em, act.today);
    const marks = await marksOf(act, held);
    const active = await act.em.find(Enrolment, { trainingClass: held.id, state: { $in: [...ACTIVE_STATES] } } as never);
    const unseated: Enrolment[] = [];
    for (const enrolment of active) {
      enrolment.endedAt = act.now;
      if (enrolment.state === 'ENROLLED') {
        enrolment.state = outcomeOf(marks(enrolment.id), held.passShare);
        if (enrolment.state === 'COMPLETED') Object.assign(enrolment, { completedOn: act.today, graceDays });
      } else {
        enrolment.state = 'DECLINED';
        enrolment.isSheltering = false;
        unseated.push(enrolment);
      }
      act.record(
        'enrolment.close',
        `enrolment:${enrolment.id}`,
        { class: held.reference, outcome: enrolment.state },
        mentionsOf(enrolment),
      );
    }
    act.record('class.complete', `trainingClass:${held.id}`, { reference: held.reference });
    await lapseLetters(
      act,
      active.map(({ id: enrolmentId }) => `enrolment:${enrolmentId}`),
    );
    await passShelterOn(
      act,
      unseated.map(({ officer }) => officer.id),
    );
    await tellUnseated(act, held, unseated);
    return held.id;
  });
}
