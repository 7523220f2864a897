/**
 * As whom does somebody act on a case? By role, by seat in its committee, as the officer, or as who proposed it. In the own case one is the
 * officer and nobody else (product.md §2); a chair who is recused or absent is stood in for by a deputy (D-7, D-9).
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Seat } from '../committee/vocabulary.js';
import { type Actor, hasRole, scopesOf } from '../identity/actor.js';
import { executeBound } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import { idArray } from '../kernel/json-rows.js';
import { type ConflictColumns, conflictsOf } from './case-facts.js';
import type { CaseRow } from './decision-rows.js';
import type { CaseParty } from './decision.workflow.js';
import type { Choice, ConflictReason } from './vocabulary.js';

/** Columns of a case that standings are worked out from. */
export type StandingColumns = ConflictColumns & Pick<CaseRow, 'committeeId' | 'proposedBy'>;

export interface OpenVoter {
  voteId: string;
  memberId: string;
  choice: Choice | null;
  reason: string | null;
  castAt: string | null;
}

export interface CaseStanding {
  parties: readonly CaseParty[];
  /** Agency of the officer today. */
  agencyId: string;
  /** Whether the case is before a committee in which the actor sits, or the actor has a place in the vote that is open. */
  isBeforeActor: boolean;
  /** Why the actor takes no part, who sits in the committee; null where nothing stands against it. */
  recusedFor: ConflictReason | null;
  /** The actor's place in the vote that is open; null where there is none. */
  voter: OpenVoter | null;
}

interface SeatRow {
  committee_id: string;
  id: string;
  seat: Seat;
}

interface VoterOfActor {
  decision_id: string;
  vote_id: string;
  member_id: string;
  recused_for: ConflictReason | null;
  is_open: boolean;
  choice: Choice | null;
  reason: string | null;
  cast_at: string | Date | null;
}

/** The standing of the actor in each case; inside a command give its own entity manager. */
export async function standingsOf(
  em: SqlEntityManager,
  actor: Actor,
  cases: readonly StandingColumns[],
  today: Day,
): Promise<Map<string, CaseStanding>> {
  const agencies = await executeBound<{ id: string; agency_id: string }>(
    em,
    'select id, agency_id from officer where id = any($1::uuid[])',
    [idArray([...new Set(cases.map(({ officerId }) => officerId))])],
  );
  const agencyOf = new Map(agencies.map(({ id, agency_id }) => [id, agency_id]));
  const member = await memberFacts(em, actor, cases, today);
  const own = scopesOf(actor, 'OFFICER');
  const contactOf = scopesOf(actor, 'AGENCY_CONTACT');
  return new Map(
    cases.map((held) => {
      const agencyId = agencyOf.get(held.officerId) ?? '';
      const ofMember = member?.(held);
      const facts = { agencyId, isBeforeActor: ofMember?.isBefore ?? false, recusedFor: ofMember?.recusedFor ?? null };
      if (own.includes(held.officerId)) return [held.id, { ...facts, parties: ['OFFICER'], voter: null }];
      const parties: CaseParty[] = [];
      if (actor.isSystem || hasRole(actor, 'TASK_FORCE')) parties.push('TASK_FORCE');
      if (actor.isSystem || hasRole(actor, 'SECRETARY')) parties.push('SECRETARY');
      if (contactOf.includes(agencyId)) parties.push('CONTACT');
      if (actor.isSystem || ofMember?.isChair) parties.push('CHAIR');
      if (ofMember?.voter) parties.push('VOTER');
      if (held.proposedBy === actor.name) parties.push('PROPOSER');
      return [held.id, { ...facts, parties, voter: ofMember?.voter ?? null }];
    }),
  );
}

/** What a member of committees is in each case; undefined for whoever is none. */
async function memberFacts(em: SqlEntityManager, actor: Actor, cases: readonly StandingColumns[], today: Day) {
  const { userId } = actor;
  if (!userId || !hasRole(actor, 'COMMITTEE_MEMBER') || cases.length === 0) return undefined;
  const committees = idArray([...new Set(cases.map(({ committeeId }) => committeeId))]);
  // Whoever sits in the committee into which another was merged reads what that one left (C-2).
  const seats = await executeBound<SeatRow>(
    em,
    `with recursive line as (
       select k.id, k.id as root, k.successor_id, k.closed_on from committee k where k.id = any($1::uuid[])
       union select k.id, l.root, k.successor_id, k.closed_on from committee k join line l on k.id = l.successor_id)
     select l.root as committee_id, m.id,
       case when l.root = l.id and (l.closed_on is null or l.closed_on > $3::date) then m.seat else 'SECRETARY' end as seat
     from committee_member m join line l on l.id = m.committee_id
     where m.user_id = $2::uuid and m.from_on <= $3::date and (m.until_on is null or m.until_on >= $3::date)`,
    [committees, userId, today],
  );
  const voters = await executeBound<VoterOfActor>(
    em,
    `select v.decision_id, v.id as vote_id, w.member_id, w.recused_for, v.is_open, b.choice, b.reason, b.cast_at
     from decision_voter w join decision_vote v on v.id = w.vote_id left join ballot b on b.vote_id = v.id and b.member_id = w.member_id
     where w.user_id = $1::uuid and v.decision_id = any($2::uuid[])`,
    [userId, idArray(cases.map(({ id }) => id))],
  );
  const seatsOf = new Map<string, SeatRow[]>();
  for (const seat of seats) seatsOf.set(seat.committee_id, [...(seatsOf.get(seat.committee_id) ?? []), seat]);
  const votersOf = new Map<string, VoterOfActor[]>();
  for (const voter of voters) votersOf.set(voter.decision_id, [...(votersOf.get(voter.decision_id) ?? []), voter]);
  const mine = cases.filter(({ id, committeeId }) => seatsOf.has(committeeId) || votersOf.has(id));
  const conflicts = await conflictsOf(em, mine, [userId], today);
  const chairs = await actingChairs(em, mine, seatsOf, today);
  return (held: StandingColumns) => {
    const theirs = votersOf.get(held.id) ?? [];
    const open = theirs.find(({ is_open }) => is_open);
    const recusedFor = theirs.find(({ recused_for }) => recused_for)?.recused_for ?? conflicts.get(held.id)?.get(userId) ?? null;
    const isVoter = open !== undefined && open.recused_for === null;
    return {
      isBefore: seatsOf.has(held.committeeId) || open !== undefined,
      recusedFor,
      isChair: recusedFor === null && chairs(held),
      voter: isVoter
        ? {
            voteId: open.vote_id,
            memberId: open.member_id,
            choice: open.choice,
            reason: open.reason,
            castAt: open.cast_at ? new Date(open.cast_at).toISOString() : null,
          }
        : null,
    };
  };
}

/** Whether the seats of the actor make the acting chair of a case: the chair's, or a deputy's where no chair can act. */
async function actingChairs(
  em: SqlEntityManager,
  cases: readonly StandingColumns[],
  seatsOf: ReadonlyMap<string, SeatRow[]>,
  today: Day,
): Promise<(held: StandingColumns) => boolean> {
  const holds = (held: StandingColumns, seat: Seat) => (seatsOf.get(held.committeeId) ?? []).some((row) => row.seat === seat);
  const asDeputy = cases.filter((held) => holds(held, 'DEPUTY') && !holds(held, 'CHAIR'));
  if (asDeputy.length === 0) return (held) => holds(held, 'CHAIR');
  const chairs = await executeBound<{ committee_id: string; user_id: string }>(
    em,
    `select m.committee_id, m.user_id from committee_member m join app_user u on u.id = m.user_id and u.disabled_at is null
     where m.committee_id = any($1::uuid[]) and m.seat = 'CHAIR' and m.from_on <= $2::date and (m.until_on is null or m.until_on >= $2::date)
       and not exists (select 1 from role_grant g join absence b on b.officer_id = g.scope_id
         where g.user_id = m.user_id and g.role = 'OFFICER' and b.from_on <= $2::date and b.until_on >= $2::date)`,
    [idArray([...new Set(asDeputy.map(({ committeeId }) => committeeId))]), today],
  );
  const conflicts = await conflictsOf(
    em,
    asDeputy,
    chairs.map(({ user_id }) => user_id),
    today,
  );
  return (held) => {
    if (holds(held, 'CHAIR')) return true;
    if (!holds(held, 'DEPUTY')) return false;
    return !chairs.some(({ committee_id, user_id }) => committee_id === held.committeeId && !conflicts.get(held.id)?.has(user_id));
  };
}
