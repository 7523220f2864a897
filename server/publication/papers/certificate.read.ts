/** What a certificate says: who completed which class, on which days, at how many sessions (TR-2). */
import { executeBound } from '../../kernel/bulk.js';
import type { Day } from '../../kernel/calendar.js';
import type { Ground } from '../../kernel/ground.js';
import { idArray } from '../../kernel/json-rows.js';
import type { PersonFacts } from './case-paper.read.js';

export interface CertificateFacts {
  id: string;
  officerId: string;
  /** Agency of today: whose contact may read it. */
  agencyId: string;
  officer: PersonFacts;
  classId: string;
  reference: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  completedOn: Day | null;
  isCompleted: boolean;
  attended: number;
  sessions: number;
  /** Place among those who completed the class, by name; from 1. */
  place: number;
  trainerId: string | null;
  assistantIds: string[];
}

const LINES = `
select json_build_object(
  'id', e.id, 'officerId', e.officer_id, 'agencyId', o.agency_id, 'name', o.full_name, 'post', case when p.id is null then o.post else p.post end, 'agency', coalesce(pa.name, a.name),
  'classId', c.id, 'reference', c.reference, 'title', c.title, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'completedOn', coalesce(e.completed_on, c.completed_on),
  'isCompleted', e.state = 'COMPLETED' and c.stored_state = 'COMPLETED',
  'attended', (select count(*) from attendance t join training_session s on s.id = t.session_id where t.enrolment_id = e.id and t.mark in ('PRESENT', 'LATE')),
  'sessions', (select count(*) from training_session s where s.training_class_id = c.id),
  'place', 1 + (select count(*) from enrolment x join officer y on y.id = x.officer_id
    where x.training_class_id = c.id and x.state = 'COMPLETED' and (y.sort_key, x.id) < (o.sort_key, e.id)),
  'trainerId', c.trainer_id, 'assistantIds', c.assistant_ids
)::text as line
from enrolment e join training_class c on c.id = e.training_class_id join officer o on o.id = e.officer_id join agency a on a.id = o.agency_id
left join lateral (select x.* from posting x where x.officer_id = o.id and x.is_main and x.from_on <= coalesce(e.completed_on, c.completed_on, c.ends_on)
  order by x.from_on desc limit 1) p on true
left join agency pa on pa.id = p.agency_id
where e.id = any($1::uuid[])`;

export async function certificateFacts({ orm }: Ground, ids: readonly string[]): Promise<CertificateFacts[]> {
  const rows = await executeBound<{ line: string }>(orm.em.fork(), LINES, [idArray(ids)]);
  const read = rows.map(({ line }) => {
    const { name, post, agency, ...facts } = JSON.parse(line) as Omit<CertificateFacts, 'officer'> & PersonFacts;
    return { ...facts, officer: { name, post, agency } };
  });
  const byId = new Map(read.map((facts) => [facts.id, facts]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
