/** What papers say of cases, read for many at once: the case, the officer in the post of that day, the finding, who decides and signs (one way for all kinds). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import { type Day, dayIn } from '../../kernel/calendar.js';
import type { Ground } from '../../kernel/ground.js';
import { idArray } from '../../kernel/json-rows.js';
import { isAdverse, type DecisionKind, type Seat } from '../../committee/vocabulary.js';
import { USUAL_RULE, type RuleValues } from '../../committee/voting-rule.rules.js';
import { lastDay } from '../../decisions/period.rules.js';
import type { DecisionState, NoticeMeans } from '../../decisions/vocabulary.js';
import { reasonOf } from '../../review/reason.rules.js';
import { reviewFrames } from '../../review/review.read.js';
import type { Cause, UsageTier } from '../../review/vocabulary.js';

export interface PersonFacts {
  name: string;
  post: string | null;
  agency: string | null;
}

export interface CommitteeFacts {
  id: string;
  name: string;
  legalBasis: string;
  numberSymbol: string;
}

export interface FindingFacts {
  review: string;
  from: Day;
  to: Day;
  finalisedOn: Day | null;
  tier: UsageTier;
  cause: Cause | null;
  /** The paragraph of T-7. */
  reason: string;
}

export interface CasePaperFacts {
  id: string;
  reference: string;
  kind: DecisionKind;
  state: DecisionState;
  docket: string | null;
  officerId: string;
  officer: PersonFacts;
  committee: CommitteeFacts;
  legalBasis: string;
  grounds: string;
  awardYear: number | null;
  awardTitles: string[];
  address: string | null;
  proposedOn: Day;
  proposer: string;
  servedOn: Day | null;
  noticeMeans: NoticeMeans | null;
  noticeDays: number;
  isNoticeWritten: boolean;
  explainUntil: Day | null;
  explainedOn: Day | null;
  explanation: string | null;
  answeredOn: Day | null;
  answer: string | null;
  adoptedOn: Day | null;
  number: string | null;
  signedOn: Day | null;
  signedBy: string | null;
  /** Seat of who signed, on that day; null where the name is of nobody in the committee. */
  signerSeat: Seat | null;
  inForceOn: Day | null;
  /** Last day for the first appeal, whatever came after it; null in kinds that are not adverse. */
  appealUntil: Day | null;
  endedNumber: string | null;
  finding: FindingFacts | null;
}

interface Read {
  case: Record<string, any>;
}

/** `on` is the day whose post counts: that of the decision, else of the notice, else today. */
const CASES = `
select json_build_object(
  'id', d.id, 'reference', d.reference, 'kind', d.kind, 'state', d.state, 'docket', d.docket, 'officerId', d.officer_id,
  'name', o.full_name, 'post', case when p.id is null then o.post else p.post end, 'agency', coalesce(pa.name, a.name),
  'committee', json_build_object('id', k.id, 'name', k.name, 'legalBasis', k.legal_basis, 'numberSymbol', k.number_symbol),
  'legalBasis', d.legal_basis, 'grounds', d.grounds, 'awardYear', d.award_year, 'awardTitles', d.award_titles,
  'address', coalesce(d.mailbox_address, mx.address), 'proposedAt', d.proposed_at,
  'proposer', coalesce(pu.name, d.proposed_by),
  'servedOn', d.served_on, 'noticeMeans', d.notice_means, 'explainUntil', d.explain_until, 'explainedOn', d.explained_on,
  'isNoticeWritten', exists (select 1 from letter l where l.kind = 'decision.notice' and l.about = 'decision:' || d.id),
  'explanation', d.explanation, 'answeredAt', d.answered_at, 'answer', d.answer, 'adoptedAt', d.adopted_at,
  'number', d.number, 'signedAt', s.at, 'signedBy', d.signed_by, 'signerSeat', seat.seat,
  'inForceOn', d.in_force_on, 'servedDecisionOn', d.decision_served_on, 'appealUntil', d.appeal_until,
  'appeals', (select count(*) from appeal x where x.decision_id = d.id),
  'rule', (select v.rule from decision_vote v where v.decision_id = d.id and v.purpose = 'CASE' order by v.number desc limit 1),
  'nextRule', (select to_json(r) from voting_rule r where r.committee_id = d.committee_id and r.kind = d.kind and r.effective_on <= $3::date order by r.effective_on desc, r.version desc limit 1),
  'endedNumber', ed.number,
  'findingId', f.id, 'reviewId', f.review_id, 'review', fr.title, 'finalisedAt', fr.finalised_at,
  'finding', to_json(f), 'findingThen', fv.content
)::text as case
from decision d
join officer o on o.id = d.officer_id join agency a on a.id = o.agency_id join committee k on k.id = d.committee_id
left join app_user pu on pu.id = d.proposed_by_user_id
left join lateral (select e.at from decision_event e where e.decision_id = d.id and e.action = 'ENTER_INTO_FORCE' order by e.id limit 1) s on true
left join lateral (select x.* from posting x where x.officer_id = o.id and x.is_main
  and x.from_on <= coalesce((s.at at time zone $2)::date, d.served_on, $3::date) order by x.from_on desc limit 1) p on true
left join agency pa on pa.id = p.agency_id
left join mailbox mx on mx.id = coalesce(d.mailbox_id, o.mailbox_id)
left join decision ed on ed.id = d.ends_decision_id
left join finding f on f.id = d.finding_id left join review fr on fr.id = f.review_id
left join finding_version fv on fv.finding_id = d.finding_id and fv.version = d.finding_version
left join lateral (select m.seat from committee_member m join app_user u on u.id = m.user_id
  where m.committee_id = d.committee_id and u.name = d.signed_by and m.from_on <= coalesce((s.at at time zone $2)::date, $3::date)
    and (m.until_on is null or m.until_on >= coalesce((s.at at time zone $2)::date, $3::date))
  order by case m.seat when 'CHAIR' then 0 when 'DEPUTY' then 1 else 2 end limit 1) seat on true
where d.id = any($1::uuid[])`;

/** Facts of the cases, in the order of the ids; those that are not there are left out. */
export async function caseFacts(
  ground: Ground,
  ids: readonly string[],
  em: SqlEntityManager = ground.orm.em.fork(),
): Promise<CasePaperFacts[]> {
  const { zone } = ground.clock;
  const today = ground.clock.today();
  const rows = await executeBound<Read>(em, CASES, [idArray(ids), zone, today]);
  const read = rows.map((row) => JSON.parse(row.case as unknown as string) as Record<string, any>);
  const frames = new Map(
    (await reviewFrames(ground.read, [...new Set(read.flatMap(({ reviewId }) => (reviewId ? [reviewId as string] : [])))])).map((frame) => [
      frame.id,
      frame,
    ]),
  );
  const dayOf = (at: string | null): Day | null => (at ? dayIn(zone, new Date(at)) : null);
  const facts = new Map<string, CasePaperFacts>();
  for (const { name, post, agency, finding, findingThen, reviewId, review, finalisedAt, rule, nextRule, ...row } of read) {
    const frame = reviewId ? frames.get(reviewId) : undefined;
    const days = { ...USUAL_RULE, ...(nextRule && camel(nextRule)), ...rule } as RuleValues;
    const signedOn = dayOf(row.signedAt);
    facts.set(row.id, {
      ...(row as unknown as CasePaperFacts),
      officer: { name, post, agency },
      proposedOn: dayOf(row.proposedAt)!,
      answeredOn: dayOf(row.answeredAt),
      adoptedOn: dayOf(row.adoptedAt),
      signedOn,
      noticeDays: ({ ...USUAL_RULE, ...(nextRule && camel(nextRule)) } as RuleValues).noticeDays,
      appealUntil: await firstAppealUntil(ground, row as never, days.appealDays),
      finding: frame
        ? {
            review,
            from: frame.windowFrom,
            to: frame.windowTo,
            finalisedOn: dayOf(finalisedAt),
            ...findingSaid({ ...camel(finding), ...(findingThen as object | null) }, frame),
          }
        : null,
    });
  }
  return ids.flatMap((id) => facts.get(id) ?? []);
}

const camel = (row: Record<string, unknown>): Record<string, any> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  );

/** The paragraph that explains the tier, as the finding stood when the case was proposed. */
function findingSaid(finding: Record<string, any>, { policy, windowFrom, windowTo }: { policy: any; windowFrom: Day; windowTo: Day }) {
  const reason = reasonOf({ ...finding, policy, window: { from: windowFrom, to: windowTo } } as never, 'vi');
  return { tier: finding.tier as UsageTier, cause: (finding.cause ?? null) as Cause | null, reason };
}

interface Appealable {
  kind: DecisionKind;
  number: string | null;
  inForceOn: Day | null;
  servedDecisionOn: Day | null;
  appealUntil: Day | null;
  appeals: number;
}

/** What the decision said when it was signed: after an appeal the case holds the end of the next instance, or none. */
async function firstAppealUntil({ calendars }: Ground, held: Appealable, appealDays: number): Promise<Day | null> {
  const { kind, number, inForceOn, servedDecisionOn, appealUntil, appeals } = held;
  if (!isAdverse(kind) || !number || !inForceOn || !servedDecisionOn) return null;
  if (Number(appeals) === 0 && appealUntil) return appealUntil;
  const from = servedDecisionOn > inForceOn ? servedDecisionOn : inForceOn;
  return lastDay(from, appealDays, await calendars.on(from));
}
