/** The rows behind papers about cases: one statement for many cases, whatever their kind. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import type { Day } from '../../kernel/calendar.js';
import { idArray } from '../../kernel/json-rows.js';
import type { DecisionKind } from '../../committee/vocabulary.js';
import type { CasePaperFacts, EndedFacts, ProposerFacts } from './case-paper.facts.js';

type Said =
  | 'id'
  | 'reference'
  | 'kind'
  | 'state'
  | 'docket'
  | 'officerId'
  | 'legalBasis'
  | 'grounds'
  | 'awardYear'
  | 'awardTitles'
  | 'address'
  | 'servedOn'
  | 'noticeMeans'
  | 'isNoticeWritten'
  | 'explainUntil'
  | 'explainedOn'
  | 'explanation'
  | 'answer'
  | 'number'
  | 'signedBy'
  | 'inForceOn'
  | 'servedDecisionOn'
  | 'isOnList'
  | 'hasOwnOriginal';

export interface CasePaperRow extends Pick<CasePaperFacts, Said> {
  name: string;
  post: string | null;
  agency: string | null;
  /** Who holds it today, where it was proposed, whose vote adopted it. */
  heldById: string;
  originId: string;
  adoptedById: string | null;
  mergedAts: string[];
  isByChairAlone: boolean;
  proposedAt: string;
  proposerName: string | null;
  proposerRole: ProposerFacts['role'];
  notifiedAt: string | null;
  answeredAt: string | null;
  adoptedAt: string | null;
  signedAt: string | null;
  appealUntil: Day | null;
  appeals: number;
  rule: Record<string, unknown> | null;
  nextRule: Record<string, unknown> | null;
  ended: (Omit<EndedFacts, 'signedOn' | 'kind'> & { signedAt: string | null; kind: DecisionKind }) | null;
  withdrawn: { at: string; reason: string | null } | null;
  reviewId: string | null;
  review: string | null;
  finalisedAt: string | null;
  finding: Record<string, unknown> | null;
  findingThen: Record<string, unknown> | null;
}

/** What those who were signed together on a docket have in common (paper-subject.ts). */
const SIGNED_TOGETHER = `x.id <> d.id and x.docket = d.docket and x.committee_id = d.committee_id and x.number is not null and x.kind = d.kind
  and x.award_year is not distinct from d.award_year and x.award_titles = d.award_titles and x.signed_by is not distinct from d.signed_by
  and x.in_force_on is not distinct from d.in_force_on and x.decision_served_on is not distinct from d.decision_served_on
  and exists (select 1 from decision_event e where e.decision_id = x.id and e.action = 'ENTER_INTO_FORCE' and (e.at at time zone $2)::date = (s.at at time zone $2)::date)`;

/** The post that counts is that of the day of the decision, else of the notice, else of today. */
const CASES = `
select json_build_object(
  'id', d.id, 'reference', d.reference, 'kind', d.kind, 'state', d.state, 'docket', d.docket, 'officerId', d.officer_id,
  'name', o.full_name, 'post', case when p.id is null then o.post else p.post end, 'agency', coalesce(pa.name, a.name),
  'heldById', d.committee_id, 'adoptedById', v.committee_id, 'isByChairAlone', coalesce(v.rule->>'isByChairAlone' = 'true', false),
  'originId', case when merged.ats is null then d.committee_id else coalesce(
    (select (e.details::json->>'committee')::uuid from audit_event e where e.subject = 'decision:' || d.id and e.action = 'decision.propose' and e.details is not null order by e.seq limit 1),
    (select w.committee_id from decision_vote w where w.decision_id = d.id order by w.number limit 1), d.committee_id) end,
  'mergedAts', coalesce(merged.ats, '[]'::json),
  'legalBasis', d.legal_basis, 'grounds', d.grounds, 'awardYear', d.award_year, 'awardTitles', d.award_titles,
  'address', coalesce(d.mailbox_address, mx.address), 'proposedAt', d.proposed_at, 'proposerName', pu.name,
  'proposerRole', case when exists (select 1 from role_grant g where g.user_id = pu.id and g.role = 'TASK_FORCE') then 'TASK_FORCE'
    when exists (select 1 from role_grant g where g.user_id = pu.id and g.role = 'SECRETARY') then 'SECRETARY'
    when exists (select 1 from role_grant g where g.user_id = pu.id and g.role = 'AGENCY_CONTACT') then 'AGENCY_CONTACT' else 'TASK_FORCE' end,
  'servedOn', d.served_on, 'noticeMeans', d.notice_means, 'notifiedAt', d.notified_at, 'explainUntil', d.explain_until, 'explainedOn', d.explained_on,
  'isNoticeWritten', exists (select 1 from letter l where l.kind = 'decision.notice' and l.about = 'decision:' || d.id),
  'explanation', d.explanation, 'answeredAt', d.answered_at, 'answer', d.answer, 'adoptedAt', d.adopted_at,
  'number', d.number, 'signedAt', s.at, 'signedBy', d.signed_by,
  'inForceOn', d.in_force_on, 'servedDecisionOn', d.decision_served_on, 'appealUntil', d.appeal_until,
  'appeals', (select count(*) from appeal x where x.decision_id = d.id),
  'rule', (select w.rule from decision_vote w where w.decision_id = d.id and w.purpose = 'CASE' order by w.number desc limit 1),
  'nextRule', (select to_json(r) from voting_rule r where r.committee_id = d.committee_id and r.kind = d.kind and r.effective_on <= $3::date order by r.effective_on desc, r.version desc limit 1),
  'ended', (select json_build_object('number', x.number, 'kind', x.kind, 'awardYear', x.award_year,
      'signedAt', (select e.at from decision_event e where e.decision_id = x.id and e.action = 'ENTER_INTO_FORCE' order by e.id limit 1),
      'committee', coalesce((select k.name from decision_vote w join committee k on k.id = w.committee_id where w.decision_id = x.id and w.purpose = 'CASE' and w.result = 'ADOPTED'
        order by w.number desc limit 1), (select k.name from committee k where k.id = x.committee_id)))
    from decision x where x.id = d.ends_decision_id and x.number is not null),
  'withdrawn', (select json_build_object('at', e.at, 'reason', e.note) from decision_event e where e.decision_id = d.id and e.action = 'WITHDRAW' order by e.id desc limit 1),
  'isOnList', exists (select 1 from paper q where q.kind = 'DOCKET_DECISION' and q.replaced_at is null and q.decision_ids @> array[d.id])
    or (d.number is not null and d.docket is not null and exists (select 1 from decision x where ${SIGNED_TOGETHER})),
  'hasOwnOriginal', exists (select 1 from paper q where q.kind = 'DECISION' and q.replaced_at is null and q.about = 'decision:' || d.id
    and json_array_length((q.content->'foot'->'signatures')::json) > 0),
  'reviewId', f.review_id, 'review', fr.title, 'finalisedAt', fr.finalised_at, 'finding', to_json(f), 'findingThen', fv.content
)::text as case
from decision d
join officer o on o.id = d.officer_id join agency a on a.id = o.agency_id
left join app_user pu on pu.id = d.proposed_by_user_id
left join lateral (select e.at from decision_event e where e.decision_id = d.id and e.action = 'ENTER_INTO_FORCE' order by e.id limit 1) s on true
left join lateral (select json_agg(distinct e.at) as ats from decision_event e where e.decision_id = d.id and e.action = 'MERGE') merged on true
left join lateral (select w.committee_id, w.rule from decision_vote w where w.decision_id = d.id and w.purpose = 'CASE' and w.result = 'ADOPTED'
  order by w.number desc limit 1) v on true
left join lateral (select x.* from posting x where x.officer_id = o.id and x.is_main
  and x.from_on <= coalesce((s.at at time zone $2)::date, d.served_on, $3::date) order by x.from_on desc limit 1) p on true
left join agency pa on pa.id = p.agency_id
left join mailbox mx on mx.id = coalesce(d.mailbox_id, o.mailbox_id)
left join finding f on f.id = d.finding_id left join review fr on fr.id = f.review_id
left join finding_version fv on fv.finding_id = d.finding_id and fv.version = d.finding_version
where d.id = any($1::uuid[])`;

export async function casePaperRows(em: SqlEntityManager, ids: readonly string[], zone: string, today: Day): Promise<CasePaperRow[]> {
  const rows = await executeBound<{ case: string }>(em, CASES, [idArray(ids), zone, today]);
  return rows.map((row) => JSON.parse(row.case) as CasePaperRow);
}
