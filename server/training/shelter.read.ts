/** Is an officer sheltered by a class today (TR-3)? The fact that the decision room asks for before a vote, and screens show. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Ground } from '../kernel/ground.js';
import { type Shelter, type ShelteringEnrolment, shelterOf } from './shelter.rules.js';

interface Row {
  id: string;
  officer_id: string;
  state: ShelteringEnrolment['state'];
  finding_id: string | null;
  latest_finding_id: string | null;
  is_sheltering: boolean;
  requested_on: string;
  completed_on: string | null;
  grace_days: number | null;
}

/**
 * The shelter of each officer today, null where there is none. Inside a command give its own entity manager, so that what the command has
 * changed counts.
 */
export async function sheltersOf(em: SqlEntityManager, ground: Ground, officerIds: readonly string[]): Promise<Map<string, Shelter>> {
  const today = ground.clock.today();
  const calendar = await ground.calendars.on(today, em);
  const rows = await em.execute<Row[]>(
    `select e.id, e.officer_id, e.state, e.finding_id, o.latest_finding_id, e.is_sheltering, e.requested_on::text as requested_on,
       e.completed_on::text as completed_on, e.grace_days from enrolment e join officer o on o.id = e.officer_id
     where e.officer_id = any(?::uuid[])
     order by e.requested_at, e.id`,
    [`{${officerIds.join(',')}}`],
  );
  const byOfficer = new Map<string, Row[]>();
  for (const row of rows) byOfficer.set(row.officer_id, [...(byOfficer.get(row.officer_id) ?? []), row]);
  const shelters = new Map<string, Shelter>();
  for (const [officerId, theirs] of byOfficer) {
    const shelter = shelterOf(theirs.map(asRule), theirs[0]!.latest_finding_id, today, calendar);
    if (shelter) shelters.set(officerId, shelter);
  }
  return shelters;
}

const asRule = (row: Row): ShelteringEnrolment => ({
  id: row.id,
  state: row.state,
  findingId: row.finding_id,
  isSheltering: row.is_sheltering,
  requestedOn: row.requested_on,
  completedOn: row.completed_on,
  graceDays: row.grace_days,
});
