/** Which committee held a case at which moment? A merger moves open cases (C-3), and papers name the body that acted, not the one that came of it. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import type { Day } from '../../kernel/calendar.js';
import { idArray } from '../../kernel/json-rows.js';
import type { Seat } from '../../committee/vocabulary.js';

export interface Seated {
  name: string;
  seat: Seat;
  fromOn: Day;
  untilOn: Day | null;
}

export interface CommitteeBody {
  id: string;
  name: string;
  legalBasis: string;
  numberSymbol: string;
  successorId: string | null;
  members: Seated[];
}

const BODIES = `
with recursive body as (
  select k.* from committee k where k.id = any($1::uuid[])
  union select n.* from body b join committee n on n.id = b.successor_id
)
select json_build_object('id', b.id, 'name', b.name, 'legalBasis', b.legal_basis, 'numberSymbol', b.number_symbol, 'successorId', b.successor_id,
  'members', (select coalesce(json_agg(json_build_object('name', u.name, 'seat', m.seat, 'fromOn', m.from_on, 'untilOn', m.until_on)
    order by case m.seat when 'CHAIR' then 0 when 'DEPUTY' then 1 when 'STANDING' then 2 when 'MEMBER' then 3 else 4 end, m.from_on, m.id), '[]'::json)
    from committee_member m join app_user u on u.id = m.user_id where m.committee_id = b.id))::text as body
from (select distinct on (id) * from body) b`;

/** These committees and whatever came of them, with their seats. */
export async function committeeBodies(em: SqlEntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, CommitteeBody>> {
  const rows = await executeBound<{ body: string }>(em, BODIES, [idArray([...new Set(ids)])]);
  return new Map(
    rows.map(({ body }) => {
      const read = JSON.parse(body) as CommitteeBody;
      return [read.id, read];
    }),
  );
}

/** The committees that held a case one after the other, from where it was proposed to where it is. */
export function chainOf(bodies: ReadonlyMap<string, CommitteeBody>, from: string, to: string): CommitteeBody[] {
  const chain: CommitteeBody[] = [];
  let body = bodies.get(from);
  while (body && !chain.includes(body)) {
    chain.push(body);
    if (body.id === to) return chain;
    body = body.successorId === null ? undefined : bodies.get(body.successorId);
  }
  // Where it came from is not known any more: it is told of the committee that holds it.
  const held = bodies.get(to);
  return held ? [held] : [];
}

/** Who held it when so many mergers had moved it. */
export const afterMoves = (chain: readonly CommitteeBody[], moves: number): CommitteeBody => chain[Math.min(moves, chain.length - 1)]!;

const holds = ({ fromOn, untilOn }: Seated, day: Day): boolean => fromOn <= day && (untilOn === null || day <= untilOn);

/** The seat of somebody by name on a day; where a merger ended it that very day, the one that was held. */
export const seatOf = ({ members }: CommitteeBody, name: string, day: Day): Seat | null => {
  const theirs = members.filter((member) => member.name === name);
  return (theirs.find((member) => holds(member, day)) ?? theirs.find(({ fromOn }) => fromOn <= day))?.seat ?? null;
};

/** Who chairs it on a day. */
export const chairOn = ({ members }: CommitteeBody, day: Day): string | null => {
  const chairs = members.filter(({ seat }) => seat === 'CHAIR');
  return (chairs.find((member) => holds(member, day)) ?? chairs.findLast(({ fromOn }) => fromOn <= day))?.name ?? null;
};
