/** Rounds of voting at the same moment (G-1): cases with an open vote in committees of several sizes, and what became of them. */
import type { castVotes } from '../../server/decisions/cast-vote.service.js';
import type { Choice } from '../../server/decisions/vocabulary.js';
import type { openVotes } from '../../server/decisions/vote.service.js';
import { resultAtEnd, tallyOf } from '../../server/decisions/tally.rules.js';
import type { World } from '../support/world.js';
import { DecisionWorld, done } from './decision-world.js';

export const SIZES = [3, 5, 9] as const;

export interface Round {
  size: number;
  id: string;
  choices: Choice[];
}

/** The services as a test has loaded them, with the lock or without. */
export interface Services {
  castVotes: typeof castVotes;
  openVotes: typeof openVotes;
}

export async function racing(world: World, services: Services, rounds: number): Promise<{ town: DecisionWorld; rounds: Round[] }> {
  const town = await DecisionWorld.build(world, { members: Math.max(...SIZES), never: 1, cause: null });
  const all: Round[] = [];
  for (const size of SIZES) {
    const committeeId = await town.newCommittee(`BAN${size}`, town.members.slice(0, size), ['MAILBOX_PROVISION']);
    const like = await world.officer(town.agency, { mailboxAddress: null });
    const officers = await town.rows<{ id: string }>(
      `insert into officer select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'code', o.code || '-' || i))).*
       from officer o, generate_series(1, ${rounds}) i where o.id = ? returning id`,
      [like],
    );
    const officerIds = officers.map(({ id }) => id);
    const ids = done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds, committeeId })).map(({ decisionId }) => decisionId!);
    done(await services.openVotes(town.secretary, ids));
    // Every second round all are for it, so that the fewest votes close it; in the others they differ.
    const choice = (round: number, member: number): Choice =>
      round % 2 === 0 ? 'FOR' : (['FOR', 'AGAINST', 'ABSTAIN'] as const)[(round + member * member) % 3]!;
    all.push(...ids.map((id, round) => ({ size, id, choices: Array.from({ length: size }, (_, member) => choice(round, member)) })));
  }
  return { town, rounds: all };
}

/** All members of the round vote at the same moment; whoever comes after the closing is told so. */
export async function play({ castVotes: cast }: Services, town: DecisionWorld, { id, choices }: Round): Promise<void> {
  const settled = await Promise.allSettled(choices.map((choice, member) => cast(town.members[member]!, [id], { choice })));
  for (const outcome of settled) {
    if (outcome.status === 'rejected') throw outcome.reason;
    const late = outcome.value.flatMap(({ faults }) => faults).filter(({ code }) => code !== 'NOT_ALLOWED_NOW');
    if (late.length > 0) throw new Error(JSON.stringify(late));
  }
}

export interface Damage {
  leftOpen: number;
  closedTwice: number;
  /** The stored tally or result is not that of the stored ballots. */
  miscounted: number;
}

/** What went wrong in rounds: by the history, and by counting the ballots again. */
export async function damageOf(town: DecisionWorld, rounds: readonly Round[]): Promise<Damage> {
  const rows = await town.rows<{
    is_open: boolean;
    closings: number;
    result: string | null;
    base: number;
    for: number;
    against: number;
    abstain: number;
    rule: Parameters<typeof resultAtEnd>[1];
    ballots: Choice[] | null;
  }>(
    `select v.is_open, v.result, v.base, v."for", v.against, v.abstain, v.rule,
       (select count(*)::int from decision_event e where e.decision_id = v.decision_id and e.action = 'CLOSE_VOTE') as closings,
       (select json_agg(b.choice) from ballot b where b.vote_id = v.id) as ballots
     from decision_vote v where v.decision_id = any(?::uuid[])`,
    [`{${rounds.map(({ id }) => id).join(',')}}`],
  );
  if (rows.length !== rounds.length) throw new Error('A vote is missing.');
  const damage = { leftOpen: 0, closedTwice: 0, miscounted: 0 };
  for (const row of rows) {
    const tally = tallyOf(row.base, row.ballots ?? []);
    const isCounted = tally.for === row.for && tally.against === row.against && tally.abstain === row.abstain;
    damage.leftOpen += Number(row.is_open);
    damage.closedTwice += Number(row.closings > 1);
    damage.miscounted += Number(!isCounted || (!row.is_open && row.result !== resultAtEnd(tally, row.rule, false)));
  }
  return damage;
}
