/**
 * What happens to cases by itself when a day or an hour has come (L-1, D-3, D-7, D-8, D-11): a case becomes ready, a vote closes, a decision
 * comes into force, an exclusion expires. Asked at the beginning of every act on a case, and regularly by whichever server comes first.
 */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { isAdverse } from '../committee/vocabulary.js';
import { CaseBook } from './case-book.js';
import { comeIntoForce } from './coming-into-force.js';
import type { CaseRow } from './decision-rows.js';
import { isNoticeOver } from './period.rules.js';
import { closeVote } from './vote-closing.js';

const AT_A_TIME = 500;

/** Does with every case of a book what is due by now; the caller saves the book. */
export async function settleDue(book: CaseBook): Promise<void> {
  await book.prepare();
  for (const held of book.all) settle(book, held);
}

function settle(book: CaseBook, held: CaseRow): void {
  const { now, today } = book.act;
  const vote = book.openVote(held);
  if (vote && new Date(vote.closesAt) <= now) closeVote(book, held, vote, 'DEADLINE');
  becomeReady(book, held);
  if (held.state === 'ADOPTED' && held.number && held.inForceOn && held.inForceOn <= today) comeIntoForce(book, held);
  expire(book, held);
}

/** Notice was given, every day of the period has passed, and what was explained has been answered (D-3). */
export function becomeReady(book: CaseBook, held: CaseRow): void {
  const isByItself = true;
  if (held.state === 'PROPOSED' && !isAdverse(held.kind)) return book.move(held, 'BECOME_READY', 'READY', {}, { isByItself });
  if (held.state !== 'NOTIFIED' || !held.servedOn || !held.explainUntil) return;
  const isAnswered = held.explanation === null || held.answeredAt !== null;
  if (isAnswered && isNoticeOver(held.servedOn, held.explainUntil, book.act.today))
    book.move(held, 'BECOME_READY', 'READY', {}, { isByItself });
}

/** The emulation year is over: nothing can be asked of the decision any more, but the answer for that year stays (D-11). */
function expire(book: CaseBook, held: CaseRow): void {
  const isOver = held.endedById !== null || (held.kind === 'AWARD_EXCLUSION' && `${held.awardYear}` < book.act.today.slice(0, 4));
  if (held.state === 'IN_FORCE' && isOver) book.move(held, 'EXPIRE', 'EXPIRED', {}, { isByItself: true });
}

/** Cases for which something is due; a superset is no harm. */
const DUE = `select d.id from decision d where
     (d.state = 'NOTIFIED' and d.explain_until <= $1::date and (d.explain_until < $1::date or d.explain_until = d.served_on)
       and (d.explanation is null or d.answered_at is not null))
  or (d.state = 'ADOPTED' and d.number is not null and d.in_force_on <= $1::date)
  or (d.state = 'IN_FORCE' and (d.ended_by_id is not null or (d.kind = 'AWARD_EXCLUSION' and d.award_year < extract(year from $1::date))))
  or d.id in (select v.decision_id from decision_vote v where v.is_open and v.closes_at <= $2::timestamptz)
  order by d.id limit ${AT_A_TIME}`;

/** Does everything that is due in the city, some hundred cases at a time. A regular job, and whenever the clock was moved. */
export async function settleAllDue(ground: Ground): Promise<void> {
  for (let before: string | undefined; ;) {
    const due = await perform({ ground, actor: systemActor }, (act) => settleSome(act));
    if (due.length < AT_A_TIME || due[0] === before) return;
    before = due[0];
  }
}

async function settleSome(act: Act): Promise<string[]> {
  act.allowAnyone('the calendar asks for it');
  act.unchanged();
  const due = await executeBound<{ id: string }>(act.em, DUE, [act.today, act.now.toISOString()]);
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  const book = await CaseBook.load(act, ids);
  await settleDue(book);
  await book.save();
  return ids;
}
