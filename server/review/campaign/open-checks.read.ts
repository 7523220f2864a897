/** Which agencies have not finished their check, and who of them can be reached by letter (F-4)? */
import type { Statements } from '../../evidence/coverage.read.js';
import type { CheckState } from './vocabulary.js';

export interface OpenCheck {
  id: string;
  agencyId: string;
  agency: string;
  state: CheckState;
  /** Officer ids of those who hold the accounts of its contacts. */
  contacts: string[];
  /** Officer id of the head named for it, while still a leader there. */
  head: string | null;
  /** Findings without an answer. */
  unanswered: number;
}

const FILE_OF = `select f.scope_id from role_grant f join app_user u on u.id = f.user_id where f.role = 'OFFICER' and u.disabled_at is null and f.user_id`;

export function openChecks(em: Statements, reviewId: string): Promise<OpenCheck[]> {
  return em.execute(
    `select c.id, c.agency_id as "agencyId", a.name as agency, c.state,
       (select o.id from officer o where o.id = c.head_id and o.agency_id = c.agency_id and o.is_leader and o.left_on is null) as head,
       (select count(*)::int from finding f where f.review_id = c.review_id and f.agency_id = c.agency_id
          and not exists (select 1 from finding_check k where k.finding_id = f.id)) as unanswered,
       array(${FILE_OF} in (select g.user_id from role_grant g where g.role = 'AGENCY_CONTACT' and g.scope_id = c.agency_id) order by 1)::text[] as contacts
     from agency_check c join agency a on a.id = c.agency_id where c.review_id = ? and c.state <> 'CONFIRMED' order by a.code`,
    [reviewId],
  );
}

/** Officer ids of those who hold an account of the task force. */
export async function taskForceOfficers(em: Statements): Promise<string[]> {
  const rows = await em.execute<{ scope_id: string }[]>(
    `${FILE_OF} in (select g.user_id from role_grant g where g.role = 'TASK_FORCE') order by 1`,
  );
  return rows.map(({ scope_id }) => scope_id);
}
