/** Closes votes, and moves the case to what came of it (D-7). */
import { isAdverse } from '../committee/vocabulary.js';
import { settleAppeal } from './appeal-settling.js';
import type { CaseBook } from './case-book.js';
import type { CaseRow, VoteRow } from './decision-rows.js';
import { tellNotAdopted } from './decision-letters.js';
import { isSettled, resultAtEnd, type Tally } from './tally.rules.js';
import type { VoteEnd } from './vocabulary.js';

const tallyOfVote = ({ base, for: votesFor, against, abstain }: VoteRow): Tally => ({ base, for: votesFor, against, abstain });

/** An appeal is upheld by as many votes as an adverse decision needs: silence never convicts. */
const isWeighty = (held: CaseRow, vote: VoteRow): boolean => vote.purpose === 'APPEAL' || isAdverse(held.kind);

/** Closes the vote where nobody could change its result any more (D-7); whether it did. */
export function closeIfSettled(book: CaseBook, held: CaseRow, vote: VoteRow): boolean {
  if (!isSettled(tallyOfVote(vote), vote.rule, isWeighty(held, vote))) return false;
  closeVote(book, held, vote, 'ITSELF');
  return true;
}

/** Closes a vote with the result of the ballots that are there. */
export function closeVote(book: CaseBook, held: CaseRow, vote: VoteRow, endedBy: VoteEnd, closeReason: string | null = null): void {
  const result = resultAtEnd(tallyOfVote(vote), vote.rule, isWeighty(held, vote));
  const now = book.act.now.toISOString();
  const tally = { for: vote.for, against: vote.against, abstain: vote.abstain, base: vote.base, quorum: vote.quorum };
  const happening = { note: closeReason, isByItself: endedBy !== 'CHAIR', details: { ...tally, endedBy } };
  if (vote.purpose === 'APPEAL') {
    const settled = result === 'LAPSED' ? null : result === 'ADOPTED' ? 'IN_FORCE' : 'REVERSED';
    book.changeVote(vote, { isOpen: false, result: settled ?? 'LAPSED', closedAt: now, endedBy, closeReason });
    // Unsettled at its date an appeal stays open and the stay holds (D-9).
    if (settled) settleAppeal(book, held, { isUpheld: settled === 'IN_FORCE', text: null, settledBy: null, happening });
    return;
  }
  book.changeVote(vote, { isOpen: false, result, closedAt: now, endedBy, closeReason });
  const patch = result === 'ADOPTED' ? { adoptedAt: now } : result === 'LAPSED' ? { lapses: held.lapses + 1 } : {};
  book.move(held, 'CLOSE_VOTE', result, patch, happening);
  if (result === 'REJECTED' || (result === 'LAPSED' && held.lapses >= 2)) tellNotAdopted(book, held);
}

/** Ends a vote without a result: too few are left who may vote (D-5), or its committee was merged (C-3). Its ballots stay archived with it. */
export function endWithoutResult(book: CaseBook, vote: VoteRow, endedBy: 'CONFLICTS' | 'MERGER'): void {
  book.changeVote(vote, { isOpen: false, result: null, closedAt: book.act.now.toISOString(), endedBy });
}
