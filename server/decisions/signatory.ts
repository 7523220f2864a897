/** Who signs a decision where nobody is named: the chair; whoever sits next where the chair took no part in that case (D-5), or who decided it alone (D-4). */
import { type Act } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { idArray } from '../kernel/json-rows.js';

const SIGNATORIES = `
select distinct on (d.id) d.id, u.name
from decision d
join committee_member m on m.committee_id = d.committee_id and m.seat <> 'SECRETARY' and m.from_on <= $2::date and (m.until_on is null or m.until_on >= $2::date)
join app_user u on u.id = m.user_id
left join lateral (select v.id, v.rule from decision_vote v where v.decision_id = d.id and v.purpose = 'CASE' and v.result = 'ADOPTED' order by v.number desc limit 1) v on true
left join decision_voter w on w.vote_id = v.id and w.user_id = m.user_id
where d.id = any($1::uuid[]) and w.recused_for is null
order by d.id,
  case when v.rule->>'isByChairAlone' = 'true' and d.kind not in ('AWARD_EXCLUSION', 'MAILBOX_REVOCATION') and w.id is null then 1 else 0 end,
  case m.seat when 'CHAIR' then 0 when 'DEPUTY' then 1 when 'STANDING' then 2 else 3 end, m.from_on, m.id`;

/** Names by case; none where nobody may. */
export async function signatoriesOf({ em, today }: Act, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await executeBound<{ id: string; name: string }>(em, SIGNATORIES, [idArray(ids), today]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
