/** Whoever leaves the city's service before a class begins gives the seat back by it; the next in line moves up (TR-1). */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import type { Outbox } from '../kernel/outbox.js';
import { OFFICER_LEFT } from '../registry/officer.service.js';
import { loadEnrolments } from './class-book.js';
import { Enrolment } from './enrolment.entity.js';
import { takeOff } from './taking-off.js';
import type { TrainingClass } from './training-class.entity.js';
import { ACTIVE_STATES, isActive } from './vocabulary.js';

interface Leaving {
  officerId: string;
  onDate: string;
}

export function listenForLeavers(outbox: Outbox): void {
  outbox.on<Leaving>(OFFICER_LEFT, withdrawLeaver);
}

export async function withdrawLeaver({ officerId, onDate }: Leaving, ground: Ground): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the officer has left, which somebody with the right has recorded');
    act.unchanged();
    const rows = await act.em.execute<{ id: string }[]>(
      `select e.id from enrolment e join training_class c on c.id = e.training_class_id
       where e.officer_id = ? and e.state in ('REQUESTED', 'WAITLISTED', 'ENROLLED') and c.stored_state in ('PLANNED', 'OPEN') and c.starts_on > ?`,
      [officerId, onDate],
    );
    const enrolments = await loadEnrolments(
      act,
      rows.map(({ id }) => id),
    );
    for (const enrolment of enrolments) {
      // Somebody may have been faster, before the class was locked.
      if (!enrolment || !isActive(enrolment.state)) continue;
      await takeOff(act, enrolment.trainingClass.unwrap(), [{ enrolment, isByThemselves: false }], null);
    }
  });
}

/** Those on the list who will have left the city's service when the class begins, after it was moved. */
export async function takeOffLeavers(act: Act, held: TrainingClass): Promise<void> {
  const gone = await act.em.find(Enrolment, {
    trainingClass: held.id,
    state: { $in: [...ACTIVE_STATES] },
    officer: { leftOn: { $lt: held.startsOn } },
  } as never);
  await takeOff(
    act,
    held,
    gone.map((enrolment) => ({ enrolment, isByThemselves: false })),
    null,
  );
}
