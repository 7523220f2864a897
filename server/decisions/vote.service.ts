/** Opening a vote, declaring a conflict, closing before the time (D-4, D-5, D-7). Casting is in cast-vote.service.ts. */
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { addRows, rowsOf } from '../kernel/json-rows.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { leastFor } from '../committee/threshold.rules.js';
import { CaseActs } from './case-acts.js';
import { blocksOf } from './case-facts.js';
import { type CaseBook, type CaseResult, eachCase, notNow, violated } from './case-book.js';
import { cleanWords, LONGEST_REASON, textFault } from './case-text.rules.js';
import { decisionAccess } from './decision.access.js';
import type { BallotRow, CaseRow, VoteRow } from './decision-rows.js';
import { BLOCK_TEXTS, DECISION_TEXTS } from './decision.messages.js';
import { closeIfSettled, closeVote, endWithoutResult } from './vote-closing.js';
import { VoteOpening } from './vote-opening.js';

/** Opens the vote on cases that nothing blocks; voters, base and rule are frozen (D-4). A case that lapsed is opened once more (D-7). */
export async function openVotes(acting: Acting, ids: readonly string[]): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.openVote, undefined);
    const cases = await CaseActs.open(act, ids);
    const { book } = cases;
    const opening = await VoteOpening.for(book, book.all);
    const blocks = await blocksOf(act.em, act.ground, book.all);
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'OPEN_VOTE');
      if (held.state === 'LAPSED' && held.lapses >= 2) throw notNow('D-7', DECISION_TEXTS.lapsedTwice);
      const rules = blocks.get(held.id) ?? [];
      if (rules.length > 0)
        throw new Refusal(...rules.map((rule) => ({ code: 'NOT_ALLOWED_NOW' as const, rule, message: { text: BLOCK_TEXTS[rule]! } })));
      const vote = opening.open(held);
      book.move(held, 'OPEN_VOTE', 'VOTING', {}, { details: { base: vote.base, quorum: vote.quorum, closesAt: vote.closesAt } });
      return held.id;
    });
    await book.save();
    return results;
  });
}

/** A voter declares a conflict of interest: the ballot is struck and archived, base and quorum are counted anew (D-5). */
export async function declareConflict(acting: Acting, ids: readonly string[], note: string): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.vote, undefined);
    const words = cleanWords(note);
    const fault = textFault(words, ['note'], LONGEST_REASON, 'reasonNeeded');
    if (fault) throw new Refusal(fault);
    const cases = await CaseActs.open(act, ids);
    const { book } = cases;
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'DECLARE_CONFLICT');
      const vote = openVoteOf(book, held);
      const voter = cases.standing(held).voter;
      if (!voter || voter.voteId !== vote.id) throw violated('D-5', DECISION_TEXTS.notVoter);
      recuse(act, book, held, vote, voter, words);
      return held.id;
    });
    await book.save();
    return results;
  });
}

function recuse(
  act: Act,
  book: CaseBook,
  held: CaseRow,
  vote: VoteRow,
  voter: { memberId: string; choice: BallotRow['choice'] | null },
  note: string,
): void {
  const base = vote.base - 1;
  const struck = voter.choice === null ? {} : { present: vote.present - 1, ...struckFrom(vote, voter.choice) };
  book.changeVote(vote, { base, quorum: leastFor(vote.rule.quorum, base), ...struck });
  book.change(held, { hasDeclaredConflict: true });
  book.move(held, 'DECLARE_CONFLICT', held.state, {}, { details: { base, quorum: vote.quorum, isStruck: voter.choice !== null } });
  book.later(() => archiveAndRecuse(act, held.id, vote.id, voter.memberId, note));
  if (base < vote.rule.minimumVoters && !vote.rule.isByChairAlone) {
    endWithoutResult(book, vote, 'CONFLICTS');
    if (vote.purpose === 'CASE') book.move(held, 'CONFLICTS', 'READY', {}, { isByItself: true });
    return;
  }
  if (base === 0) {
    endWithoutResult(book, vote, 'CONFLICTS');
    if (vote.purpose === 'CASE') book.move(held, 'CONFLICTS', 'READY', {}, { isByItself: true });
    return;
  }
  closeIfSettled(book, held, vote);
}

function struckFrom(vote: VoteRow, choice: BallotRow['choice']): Partial<VoteRow> {
  if (choice === 'FOR') return { for: vote.for - 1 };
  return choice === 'AGAINST' ? { against: vote.against - 1 } : { abstain: vote.abstain - 1 };
}

async function archiveAndRecuse(
  { em, actor, now }: Act,
  decisionId: string,
  voteId: string,
  memberId: string,
  note: string,
): Promise<void> {
  const ballots = await rowsOf<BallotRow>(em, 'ballot', {
    where: 't."vote_id" = $1::uuid and t."member_id" = $2::uuid',
    values: [voteId, memberId],
  });
  await addRows(
    em,
    'ballot_archive',
    ballots.map(({ choice, reason, castAt }) => ({ id: newId(), voteId, memberId, choice, reason, castAt, because: 'STRUCK' })),
    now,
  );
  await executeBound(em, 'delete from ballot where vote_id = $1::uuid and member_id = $2::uuid', [voteId, memberId]);
  await executeBound(
    em,
    `update decision_voter set recused_for = 'DECLARED', recusal_note = $3, updated_at = $4::timestamptz where vote_id = $1::uuid and member_id = $2::uuid`,
    [voteId, memberId, note, now.toISOString()],
  );
  await addRows(em, 'declared_conflict', [{ id: newId(), decisionId, userId: actor.userId!, note, declaredAt: now.toISOString() }], now);
}

/** Closes votes before their time, counted as at the deadline (D-7); by the chair, or a deputy where the chair is recused or absent. */
export async function closeVotes(acting: Acting, ids: readonly string[], reason?: string | null): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.closeVote, undefined);
    const words = cleanWords(reason);
    const fault = textFault(words, ['reason'], LONGEST_REASON);
    if (fault) throw new Refusal(fault);
    const cases = await CaseActs.open(act, ids);
    const { book } = cases;
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'CLOSE_VOTE');
      closeVote(book, held, openVoteOf(book, held), 'CHAIR', words || null);
      return held.id;
    });
    await book.save();
    return results;
  });
}

export function openVoteOf(book: CaseBook, held: CaseRow): VoteRow {
  const vote = book.openVote(held);
  if (!vote) throw notNow('D-7', DECISION_TEXTS.voteOver);
  return vote;
}
