/** A sheltering request that the city gives back (TR-3) passes to the oldest other place that the officer holds for the same finding. */
import type { Act } from '../identity/command.js';

export async function passShelterOn(act: Act, officerIds: readonly string[]): Promise<void> {
  if (officerIds.length === 0) return;
  await act.em.flush();
  await act.em.execute(
    `update enrolment set is_sheltering = true where id in (
       select distinct on (e.officer_id, e.finding_id) e.id from enrolment e
       where e.officer_id = any(?::uuid[]) and e.state in ('REQUESTED', 'WAITLISTED', 'ENROLLED')
         and not exists (select 1 from enrolment s where s.officer_id = e.officer_id and s.finding_id is not distinct from e.finding_id and s.is_sheltering)
       order by e.officer_id, e.finding_id, e.requested_at, e.id)`,
    [`{${officerIds.join(',')}}`],
  );
}
