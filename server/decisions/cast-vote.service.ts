/** Casting votes, on one case or on many (D-6, D-12). The vote that settles the matter closes it, in the same transaction (D-7, G-1). */
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { addRows, idArray } from '../kernel/json-rows.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { CaseActs } from './case-acts.js';
import { type CaseResult, eachCase, violated } from './case-book.js';
import { cleanWords, LONGEST_REASON, textFault } from './case-text.rules.js';
import { decisionAccess } from './decision.access.js';
import type { BallotRow, CaseRow, VoteRow } from './decision-rows.js';
import { DECISION_TEXTS } from './decision.messages.js';
import type { Choice } from './vocabulary.js';
import { closeIfSettled } from './vote-closing.js';
import { openVoteOf } from './vote.service.js';

export interface VoteInput {
  choice: Choice;
  reason?: string | null;
  idempotencyKey?: string | null;
}

/** Votes on cases; a vote cast again is changed, and what it was is kept (D-6). Of several, contested cases are refused (D-12). */
export async function castVotes(acting: Acting, ids: readonly string[], input: VoteInput): Promise<CaseResult[]> {
  const { choice, idempotencyKey } = input;
  return perform(acting, async (act) => {
    act.allow(decisionAccess.vote, undefined);
    const reason = cleanWords(input.reason) || null;
    const fault = textFault(reason ?? '', ['reason'], LONGEST_REASON);
    if (fault) throw new Refusal(fault);
    const cast = async () => JSON.stringify(await new Casting(act, choice, reason).on(ids));
    return JSON.parse(await act.once('decisionCastVote', idempotencyKey, { ids, choice, reason }, cast)) as CaseResult[];
  });
}

/** Voted alone, so that nobody votes on it unread (D-12). */
export const isContested = (held: Pick<CaseRow, 'explanation' | 'hasDeclaredConflict'>): boolean =>
  held.explanation !== null || held.hasDeclaredConflict;

class Casting {
  private readonly fresh: BallotRow[] = [];
  private readonly changed: BallotRow[] = [];

  constructor(
    private readonly act: Act,
    private readonly choice: Choice,
    private readonly reason: string | null,
  ) {}

  async on(ids: readonly string[]): Promise<CaseResult[]> {
    const { act } = this;
    const cases = await CaseActs.open(act, ids);
    const { book } = cases;
    const isAlone = new Set(ids).size === 1;
    const done = new Set<string>();
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'CAST_VOTE');
      if (done.has(held.id)) return held.id;
      const vote = openVoteOf(book, held);
      const { voter } = cases.standing(held);
      if (!voter || voter.voteId !== vote.id) throw violated('D-4', DECISION_TEXTS.notVoter);
      if (!isAlone && isContested(held)) throw violated('D-12', DECISION_TEXTS.votedAlone);
      done.add(held.id);
      const ballot = {
        id: newId(),
        voteId: vote.id,
        memberId: voter.memberId,
        choice: this.choice,
        reason: this.reason,
        castAt: act.now.toISOString(),
      };
      if (voter.choice === this.choice && voter.reason === this.reason) return held.id;
      if (voter.choice === null) this.fresh.push(ballot);
      else this.changed.push(ballot);
      book.changeVote(vote, recount(vote, voter.choice, this.choice));
      book.move(
        held,
        'CAST_VOTE',
        held.state,
        {},
        { details: { choice: this.choice, before: voter.choice, ...(this.reason && { reason: this.reason }) } },
      );
      closeIfSettled(book, held, vote);
      return held.id;
    });
    book.later(() => this.store());
    await book.save();
    return results;
  }

  private async store(): Promise<void> {
    const { act, changed } = this;
    if (changed.length > 0) {
      await executeBound(
        act.em,
        `insert into ballot_archive (id, created_at, updated_at, vote_id, member_id, choice, reason, cast_at, because)
         select gen_random_uuid(), $3::timestamptz, $3::timestamptz, b.vote_id, b.member_id, b.choice, b.reason, b.cast_at, 'CHANGED'
         from ballot b join unnest($1::uuid[], $2::uuid[]) as c(vote_id, member_id) on c.vote_id = b.vote_id and c.member_id = b.member_id`,
        [idArray(changed.map(({ voteId }) => voteId)), idArray(changed.map(({ memberId }) => memberId)), act.now.toISOString()],
      );
      await executeBound(
        act.em,
        `update ballot b set choice = $3, reason = $4, cast_at = $5::timestamptz, updated_at = $5::timestamptz
         from unnest($1::uuid[], $2::uuid[]) as c(vote_id, member_id) where c.vote_id = b.vote_id and c.member_id = b.member_id`,
        [
          idArray(changed.map(({ voteId }) => voteId)),
          idArray(changed.map(({ memberId }) => memberId)),
          this.choice,
          this.reason,
          act.now.toISOString(),
        ],
      );
    }
    await addRows(act.em, 'ballot', this.fresh, act.now);
  }
}

/** The tally with one ballot cast, or changed. */
function recount(vote: VoteRow, before: Choice | null, choice: Choice): Partial<VoteRow> {
  const tally = { for: vote.for, against: vote.against, abstain: vote.abstain };
  const place = { FOR: 'for', AGAINST: 'against', ABSTAIN: 'abstain' } as const;
  if (before) tally[place[before]] -= 1;
  tally[place[choice]] += 1;
  return { ...tally, present: tally.for + tally.against + tally.abstain };
}
