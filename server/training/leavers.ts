/** Whoever leaves the city's service before a class begins gives the seat back by it; the next in line moves up (TR-1). */
import { systemActor } from '../identity/actor.js';
import { perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import type { Outbox } from '../kernel/outbox.js';
import { OFFICER_LEFT } from '../registry/officer.service.js';
import { loadEnrolments } from './class-book.js';
import { withdraw } from './seat.service.js';
import { isActive } from './vocabulary.js';

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
      await withdraw(act, enrolment, enrolment.trainingClass.unwrap(), null);
    }
  });
}
