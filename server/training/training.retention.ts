/** What of letters do classes still need (K-2)? */
import { lendNeed } from '../kernel/retention.js';

export function lendTrainingNeeds(): void {
  lendNeed(
    'notices.letters',
    'training',
    () => `exists (select 1 from enrolment e where t.about = 'enrolment:' || e.id and e.state in ('REQUESTED', 'WAITLISTED', 'ENROLLED'))`,
  );
}
