/** How classes forget who sat in them (K-5): seats, marks and outcomes stay and are counted as before; reasons and links go. */
import { lendErasure, namesIn } from '../kernel/erasure.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { trainingErasing as m } from './training-erasing.messages.js';

export function lendTrainingErasing(): void {
  lendErasure({
    room: 'training',
    tables: ['enrolment', 'calendar_link'],
    async hindrances({ run, officer, users }) {
      const enrolled = await run<{ reference: string }>(
        `select c.reference from enrolment e join training_class c on c.id = e.training_class_id
         where e.officer_id = ${officer} and e.state in ('REQUESTED', 'WAITLISTED', 'ENROLLED') order by 1`,
      );
      const led = await run<{ reference: string }>(
        `select reference from training_class where stored_state in ('PLANNED', 'OPEN') and (trainer_id = any(${users}) or assistant_ids && ${users}) order by 1`,
      );
      return [
        ...enrolled.map(({ reference }) => ({ text: m.enrolled, values: { reference } })),
        ...led.map(({ reference }) => ({ text: m.leads, values: { reference } })),
      ];
    },
    subjects: (erasing) => namesIn(erasing, 'enrolment', `select id::text as id from enrolment where officer_id = ${erasing.officer}`),
    async erase({ run, officer, users, now }) {
      await run(
        `update enrolment set ended_reason = case when ended_reason is not null then ${REMOVED_SQL} end, updated_at = ${now} where officer_id = ${officer}`,
      );
      await run(`delete from calendar_link where user_id = any(${users})`);
    },
  });
}
