/** What minutes say of votes: what was frozen, who voted how, who did not, who took no part and why, and what came of it (D-4 to D-7). */
import { executeBound } from '../../kernel/bulk.js';
import type { Ground } from '../../kernel/ground.js';
import { idArray } from '../../kernel/json-rows.js';
import type { Seat, Threshold } from '../../committee/vocabulary.js';
import type { Choice, ConflictReason, DecisionState, VoteEnd, VotePurpose } from '../../decisions/vocabulary.js';

export interface VoterFacts {
  userId: string;
  name: string;
  seat: Seat;
  recusedFor: ConflictReason | null;
  recusalNote: string | null;
  choice: Choice | null;
  reason: string | null;
  /** Whether an absence with a document lies in the days of the vote. */
  isExcused: boolean;
}

export interface VotePaperFacts {
  id: string;
  decisionId: string;
  purpose: VotePurpose;
  openedAt: string;
  closedAt: string | null;
  isOpen: boolean;
  base: number;
  quorum: number;
  majority: Threshold;
  /** Where more than half is enough, whether a tie is too; and the least votes for it, which adverse kinds and appeals need (D-6). */
  isTieAdopted: boolean;
  minimumVoters: number;
  for: number;
  against: number;
  abstain: number;
  result: DecisionState | null;
  endedBy: VoteEnd | null;
  closeReason: string | null;
  committee: { name: string; numberSymbol: string; legalBasis: string };
  /** The secretary of the committee on the day of the vote. */
  secretary: string | null;
  /** In the order of their seats. */
  voters: VoterFacts[];
}

const VOTES = `
select json_build_object(
  'id', v.id, 'decisionId', v.decision_id, 'purpose', v.purpose, 'openedAt', v.opened_at, 'closedAt', v.closed_at, 'isOpen', v.is_open, 'base', v.base, 'quorum', v.quorum,
  'majority', v.rule->>'majority', 'isTieAdopted', coalesce(v.rule->>'isTieAdopted' = 'true', false), 'minimumVoters', (v.rule->>'minimumVoters')::int,
  'for', v."for", 'against', v.against, 'abstain', v.abstain, 'result', v.result, 'endedBy', v.ended_by, 'closeReason', v.close_reason,
  'committee', json_build_object('name', k.name, 'numberSymbol', k.number_symbol, 'legalBasis', k.legal_basis),
  'secretary', (select u.name from committee_member m join app_user u on u.id = m.user_id where m.committee_id = v.committee_id and m.seat = 'SECRETARY'
    and m.from_on <= (v.opened_at at time zone $2)::date and (m.until_on is null or m.until_on >= (v.opened_at at time zone $2)::date) order by m.from_on, m.id limit 1),
  'voters', (select coalesce(json_agg(json_build_object('userId', w.user_id, 'name', u.name, 'seat', w.seat, 'recusedFor', w.recused_for, 'recusalNote', w.recusal_note,
      'choice', b.choice, 'reason', b.reason,
      'isExcused', exists (select 1 from role_grant g join absence x on x.officer_id = g.scope_id where g.user_id = w.user_id and g.role = 'OFFICER'
        and x.from_on <= coalesce((v.closed_at at time zone $2)::date, $3::date) and x.until_on >= (v.opened_at at time zone $2)::date))
      order by case w.seat when 'CHAIR' then 0 when 'DEPUTY' then 1 when 'STANDING' then 2 else 3 end, u.sort_key, u.id), '[]'::json)
    from decision_voter w join app_user u on u.id = w.user_id left join ballot b on b.vote_id = v.id and b.member_id = w.member_id where w.vote_id = v.id)
)::text as vote
from decision_vote v join committee k on k.id = v.committee_id`;

async function votes({ orm, clock }: Ground, where: string, ids: readonly string[]): Promise<VotePaperFacts[]> {
  const rows = await executeBound<{ vote: string }>(orm.em.fork(), `${VOTES} where ${where} order by v.number`, [
    idArray(ids),
    clock.zone,
    clock.today(),
  ]);
  return rows.map(({ vote }) => JSON.parse(vote) as VotePaperFacts);
}

/** Votes with these ids. */
export const voteFacts = (ground: Ground, ids: readonly string[]): Promise<VotePaperFacts[]> =>
  votes(ground, 'v.id = any($1::uuid[])', ids);

/** All votes on these cases, the first of each first. */
export const votesOnCases = (ground: Ground, decisionIds: readonly string[]): Promise<VotePaperFacts[]> =>
  votes(ground, 'v.decision_id = any($1::uuid[])', decisionIds);

export interface AppealFacts {
  decisionId: string;
  instance: number;
  receivedOn: string;
  text: string;
  settledOn: string | null;
  isUpheld: boolean | null;
  answer: string | null;
  settledBy: string | null;
  paperNumber: string | null;
  paperOn: string | null;
}

export async function appealFacts({ orm }: Ground, decisionId: string): Promise<AppealFacts[]> {
  const rows = await executeBound<{ appeal: string }>(
    orm.em.fork(),
    `select json_build_object('decisionId', a.decision_id, 'instance', a.instance, 'receivedOn', a.received_on, 'text', a.text, 'settledOn', a.settled_on, 'isUpheld', a.is_upheld,
       'answer', a.answer, 'settledBy', a.settled_by, 'paperNumber', a.paper_number, 'paperOn', a.paper_on)::text as appeal from appeal a where a.decision_id = $1::uuid order by a.instance`,
    [decisionId],
  );
  return rows.map(({ appeal }) => JSON.parse(appeal) as AppealFacts);
}
