/**
 * Does every vote that was ever held come to the same when it is counted again (G-5)? From what was frozen when it opened, who was recused, and
 * the ballots that are stored; nothing is taken from the counters and the result that were stored with it.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { leastFor } from '../committee/threshold.rules.js';
import { type DecisionKind, isAdverse } from '../committee/vocabulary.js';
import type { RuleValues } from '../committee/voting-rule.rules.js';
import { isSettled, present, resultAtEnd, type Tally, tallyOf } from './tally.rules.js';
import type { Choice, DecisionState, VoteEnd, VotePurpose } from './vocabulary.js';

/** A vote as it is stored, with what it is counted from. */
export interface StoredVote {
  id: string;
  reference: string;
  kind: DecisionKind;
  purpose: VotePurpose;
  rule: RuleValues;
  base: number;
  quorum: number;
  present: number;
  for: number;
  against: number;
  abstain: number;
  isOpen: boolean;
  result: DecisionState | null;
  endedBy: VoteEnd | null;
  /** Those who may vote and are not recused. */
  voters: number;
  ballots: readonly Choice[];
}

export interface Deviation {
  voteId: string;
  reference: string;
  /** What does not agree: stored, and counted again. */
  field: 'base' | 'quorum' | 'present' | 'for' | 'against' | 'abstain' | 'result' | 'endedBy';
  stored: number | string | null;
  counted: number | string | null;
}

/** What of one vote does not agree with itself; empty where everything does. */
export function deviationsOf(vote: StoredVote): Deviation[] {
  const tally = tallyOf(vote.voters, vote.ballots);
  const isWeighty = vote.purpose === 'APPEAL' || isAdverse(vote.kind);
  const counted = {
    base: tally.base,
    quorum: leastFor(vote.rule.quorum, tally.base),
    present: present(tally),
    for: tally.for,
    against: tally.against,
    abstain: tally.abstain,
    result: resultOf(vote, tally, isWeighty),
    endedBy: endOf(vote, tally, isWeighty),
  };
  // The ballots of a vote that a merger ended lie in the archive (C-3).
  const fields = (Object.keys(counted) as Deviation['field'][]).filter((field) => vote.endedBy !== 'MERGER' || field === 'result');
  return fields.flatMap((field) =>
    vote[field] === counted[field]
      ? []
      : [{ voteId: vote.id, reference: vote.reference, field, stored: vote[field], counted: counted[field] }],
  );
}

const WITHOUT_RESULT: readonly (VoteEnd | null)[] = ['CONFLICTS', 'MERGER', null];

function resultOf({ endedBy, purpose, rule }: StoredVote, tally: Tally, isWeighty: boolean): DecisionState | null {
  if (WITHOUT_RESULT.includes(endedBy)) return null;
  const result = resultAtEnd(tally, rule, isWeighty);
  if (purpose === 'CASE' || result === 'LAPSED') return result;
  return result === 'ADOPTED' ? 'IN_FORCE' : 'REVERSED';
}

/** A vote is open exactly while the others could still change it, unless something else has ended it (D-7). */
function endOf({ isOpen, endedBy, rule }: StoredVote, tally: Tally, isWeighty: boolean): VoteEnd | null {
  const isDone = isSettled(tally, rule, isWeighty);
  if (isOpen) return isDone ? 'ITSELF' : null;
  return endedBy === 'ITSELF' && !isDone ? null : endedBy;
}

const STORED = `select v.id, d.reference, d.kind, v.purpose, v.rule, v.base, v.quorum, v.present, v."for", v.against, v.abstain, v.is_open as "isOpen",
    v.result, v.ended_by as "endedBy",
    (select count(*)::int from decision_voter w where w.vote_id = v.id and w.recused_for is null) as voters,
    coalesce((select json_agg(b.choice) from ballot b where b.vote_id = v.id), '[]') as ballots
  from decision_vote v join decision d on d.id = v.decision_id where v.id > ? order by v.id limit 1000`;

/** Counts every vote again: how many there are, and what does not agree. */
export async function recomputeVotes(em: SqlEntityManager): Promise<{ votes: number; deviations: Deviation[] }> {
  const deviations: Deviation[] = [];
  let votes = 0;
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await em.execute<StoredVote[]>(STORED, [last]);
    if (rows.length === 0) return { votes, deviations };
    votes += rows.length;
    deviations.push(...rows.flatMap(deviationsOf));
    last = rows.at(-1)!.id;
  }
}
