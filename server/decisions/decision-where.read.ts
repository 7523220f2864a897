/** Which cases are asked for: the filters of their list. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../identity/actor.js';
import type { Day } from '../kernel/calendar.js';
import { type DayCondition, type IdCondition, type TextCondition, whereDay, whereId, whereOneOf, whereText } from '../kernel/conditions.js';
import type { Rows } from '../kernel/read.js';

export interface DecisionCondition {
  id?: IdCondition | null;
  kind?: string[] | null;
  state?: string[] | null;
  officerId?: IdCondition | null;
  agencyId?: IdCondition | null;
  committeeId?: IdCondition | null;
  awaitingMyVote?: boolean | null;
  explanationToAnswer?: boolean | null;
  isSigned?: boolean | null;
  appealOverdue?: boolean | null;
  awardYear?: number | null;
  docket?: TextCondition | null;
  inForceOn?: DayCondition | null;
}

const awaitingVoteOf = (userId: string) => sql<boolean>`exists (select 1 from decision_vote wv join decision_voter ww on ww.vote_id = wv.id
  where wv.decision_id = d.id and wv.is_open and ww.user_id = ${userId}::uuid and ww.recused_for is null
    and not exists (select 1 from ballot wb where wb.vote_id = wv.id and wb.member_id = ww.member_id))`;

const isToAnswer = sql<boolean>`(d.explained_on is not null and d.answered_at is null)`;
const isSigned = sql<boolean>`(d.number is not null)`;
const isOverdue = (today: Day) =>
  sql<boolean>`exists (select 1 from appeal wa where wa.decision_id = d.id and wa.settled_on is null and wa.settle_by < ${today}::date)`;

const whether = (rows: Rows, isWanted: boolean | null | undefined, is: RawBuilder<boolean>): Rows =>
  isWanted == null ? rows : rows.where(isWanted ? is : sql<boolean>`not (${is})`);

export function whereDecision(actor: Actor, today: Day, rows: Rows, where: DecisionCondition | null | undefined): Rows {
  if (!where) return rows;
  let q = whereId(whereId(whereId(rows, 'd.id', where.id), 'd.officer_id', where.officerId), 'd.committee_id', where.committeeId);
  q = whereOneOf(whereOneOf(q, 'd.kind', where.kind), 'd.state', where.state);
  q = whereDay(whereText(q, 'd.docket', where.docket), 'd.in_force_on', where.inForceOn);
  if (where.awardYear != null) q = q.where('d.award_year', '=', where.awardYear);
  if (where.agencyId)
    q = q.where((eb: any) =>
      eb.exists(
        whereId(eb.selectFrom('officer as wo').select('wo.id').whereRef('wo.id', '=', 'd.officer_id'), 'wo.agency_id', where.agencyId),
      ),
    );
  q = whether(q, where.awaitingMyVote, actor.userId ? awaitingVoteOf(actor.userId) : sql<boolean>`false`);
  q = whether(whether(q, where.explanationToAnswer, isToAnswer), where.isSigned, isSigned);
  return whether(q, where.appealOverdue, isOverdue(today));
}
