/** What is held about an officer's training, and about somebody who leads classes (K-4)? */
import { lendHolding } from '../kernel/personal-data.js';
import { trainingHolds as t } from './training-holdings.messages.js';

const CLASS = `c.reference || ' · ' || c.title as "trainingClass"`;

export function lendTrainingHoldings(): void {
  lendHolding(
    {
      ...t.enrolments,
      name: 'training.enrolments',
      tables: ['enrolment'],
      rows: ({ officer }) =>
        `select ${CLASS}, e.state, e.origin, e.requested_at as "requestedAt", e.ended_at as "endedAt", e.ended_reason as "endedReason", e.completed_on as "completedOn"
         from enrolment e join training_class c on c.id = e.training_class_id where e.officer_id = ${officer} order by e.requested_at, e.id`,
    },
    {
      ...t.attendance,
      name: 'training.attendance',
      tables: ['attendance'],
      rows: ({ officer }) =>
        `select ${CLASS}, s.starts_at as "startsAt", a.mark, a.marked_at as "markedAt" from attendance a join enrolment e on e.id = a.enrolment_id
         join training_session s on s.id = a.session_id join training_class c on c.id = e.training_class_id where e.officer_id = ${officer} order by s.starts_at`,
    },
    {
      ...t.teaching,
      name: 'training.teaching',
      tables: ['training_class'],
      isOwnOnly: true,
      rows: ({ users }) =>
        `select ${CLASS}, c.starts_at as "startsAt", c.ends_at as "endsAt" from training_class c where c.trainer_id = any(${users}) or c.assistant_ids && ${users} order by c.starts_at`,
    },
    {
      ...t.calendar,
      name: 'training.calendarLink',
      tables: ['calendar_link'],
      isOwnOnly: true,
      rows: ({ users }) =>
        `select created_at as "createdAt", last_used_at as "lastUsedAt" from calendar_link where user_id = any(${users})`,
    },
  );
}
