/** Dockets as rows: how many of their cases stand where, of the cases the viewer may see. */
import { sql } from 'kysely';
import { committeesById } from '../committee/committee.read.js';
import type { Actor } from '../identity/actor.js';
import type { Day } from '../kernel/calendar.js';
import type { Asked, Reader } from '../kernel/read.js';
import { visibleDecisions } from './decision.read.js';
import type { DecisionKind } from '../committee/vocabulary.js';
import type { DecisionState } from './vocabulary.js';

export interface DocketRow {
  name: string;
  committeeId: string;
  committee: unknown;
  cases: number;
  pending: number;
  contested: number;
  states: { state: DecisionState; cases: number }[];
  kinds: DecisionKind[];
}

interface Counted {
  name: string;
  committeeId: string;
  states: Record<string, number>;
  kinds: DecisionKind[];
  cases: number;
  pending: number;
  contested: number;
}

/** So many are shown, the latest first: a committee that meets every week needs years for them. */
export const MOST_DOCKETS = 500;

export interface DocketsInput {
  actor: Actor;
  today: Day;
  committeeId?: string | null;
  name?: string | null;
  askedOfCommittee: Asked;
}

export async function docketList(read: Reader, { actor, today, committeeId, name, askedOfCommittee }: DocketsInput): Promise<DocketRow[]> {
  const all = visibleDecisions(actor, today, read.db.selectFrom('decision as d') as never);
  const seen = name == null ? all.where('d.docket', 'is not', null) : all.where('d.docket', '=', name);
  const chosen = (committeeId ? seen.where('d.committee_id', '=', committeeId) : seen).select([
    'd.committee_id',
    'd.docket',
    'd.state',
    'd.kind',
    sql<number>`count(*)::int`.as('cases'),
    sql<number>`(count(*) filter (where d.is_pending))::int`.as('pending'),
    sql<number>`(count(*) filter (where d.explained_on is not null or d.has_declared_conflict))::int`.as('contested'),
    sql<string>`max(d.id::text)`.as('latest'),
  ]);
  const counted = await read.run<Counted>(
    read.db
      .with('part', () => chosen.groupBy(['d.committee_id', 'd.docket', 'd.state', 'd.kind']) as never)
      .selectFrom('part as p' as never)
      .select([
        sql<string>`p.docket`.as('name'),
        sql<string>`p.committee_id`.as('committeeId'),
        sql<number>`sum(p.cases)::int`.as('cases'),
        sql<number>`sum(p.pending)::int`.as('pending'),
        sql<number>`sum(p.contested)::int`.as('contested'),
        sql`(select json_object_agg(s.state, s.n) from (select q.state, sum(q.cases)::int as n from part q
             where q.docket = p.docket and q.committee_id = p.committee_id group by q.state) s)`.as('states'),
        sql`array_agg(distinct p.kind order by p.kind)`.as('kinds'),
      ])
      .groupBy(sql`p.committee_id, p.docket`)
      .orderBy(sql`max(p.latest)`, 'desc')
      .limit(MOST_DOCKETS) as never,
  );
  const ids = [...new Set(counted.map((row) => row.committeeId))];
  const committees = new Map((await committeesById(read, askedOfCommittee, ids)).map((row) => [row.id, row]));
  return counted.map(({ states, ...row }) => ({
    ...row,
    states: Object.entries(states).map(([state, cases]) => ({ state: state as DecisionState, cases })),
    committee: committees.get(row.committeeId),
  }));
}
