/** The hearing before an adverse vote (D-3): notice, explanation by the officer or from paper, and its answer. */
import { type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import { idArray } from '../kernel/json-rows.js';
import { dateIn } from '../kernel/language.js';
import { addDays, dayIn } from '../kernel/calendar.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { bindAttachment } from '../notices/attachment.service.js';
import { lettersServed } from '../notices/served-letters.js';
import type { ReceiptMeans } from '../notices/vocabulary.js';
import { isAdverse } from '../committee/vocabulary.js';
import { CaseActs } from './case-acts.js';
import { ENTRY_DAYS } from './case-actions.rules.js';
import { type CaseResult, eachCase, notNow, violated } from './case-book.js';
import { cleanWords, LONGEST_TEXT, textFault } from './case-text.rules.js';
import { decisionAccess } from './decision.access.js';
import { writeNotice } from './decision-letters.js';
import type { CaseRow } from './decision-rows.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { becomeReady } from './falling-due.js';
import { lastDay } from './period.rules.js';
import type { NoticeMeans } from './vocabulary.js';

/** Writes the notices of proposed cases, to be handed over or sent; a notice written before is needed no more. */
export async function prepareNotices(acting: Acting, ids: readonly string[]): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.giveNotice, undefined);
    const cases = await CaseActs.open(act, ids);
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'GIVE_NOTICE');
      refuseNotAdverse(held);
      writeNotice(cases.book, held, cases.book.nameOf(held.committeeId));
      return held.id;
    });
    await cases.book.save();
    return results;
  });
}

/** What the service proves of the paper that was prepared; after an e-mail nobody needs to hand it over any more. */
const RECEIPT_OF: Readonly<Record<NoticeMeans, ReceiptMeans | null>> = {
  HANDED_OVER: 'SIGNED',
  REFUSED_TO_SIGN: 'REFUSED_TO_SIGN',
  REGISTERED_POST: 'REGISTERED_POST',
  AGENCY_BOARD: 'AGENCY_BOARD',
  OTHER_EMAIL: null,
};

/** Records that notice was served on a day, by a means that is not the unused mailbox alone; the explanation period begins (D-3, L-1). */
export async function giveNotice(acting: Acting, ids: readonly string[], means: NoticeMeans, servedOn?: Day | null): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.giveNotice, undefined);
    const day = servedOn ?? act.today;
    if (day > act.today) throw new Refusal({ code: 'INVALID', rule: 'L-1', path: ['servedOn'], message: { text: DECISION_TEXTS.future } });
    const cases = await CaseActs.open(act, ids);
    const { book } = cases;
    const [reachable, written] = [
      await reachableElsewhere(cases, means),
      new Set(
        (
          await executeBound<{ about: string }>(
            act.em,
            `select distinct about from letter where kind = 'decision.notice' and about = any($1::text[])`,
            [`{${book.all.map(({ id }) => `decision:${id}`).join(',')}}`],
          )
        ).map(({ about }) => about),
      ),
    ];
    const served: string[] = [];
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'GIVE_NOTICE');
      refuseNotAdverse(held);
      refuseBefore(dayIn(act.ground.clock.zone, new Date(held.proposedAt)), day, 'servedOn', 'beforeProposal');
      if (!reachable(held)) throw violated('D-3', DECISION_TEXTS.noOtherEmail);
      const explainUntil = lastDay(day, book.ruleOf(held).noticeDays, book.calendar);
      const patch = { notifiedAt: act.now.toISOString(), noticeMeans: means, servedOn: day, explainUntil };
      book.move(held, 'GIVE_NOTICE', 'NOTIFIED', patch, { details: { means, servedOn: day, explainUntil } });
      const about = `decision:${held.id}`;
      if (written.has(about)) served.push(about);
      else writeNotice(book, held, book.nameOf(held.committeeId));
      becomeReady(book, held);
      return held.id;
    });
    await book.save();
    await lettersServed(act, { kind: 'decision.notice', abouts: served, servedOn: day, means: RECEIPT_OF[means] });
    return results;
  });
}

/** Whether a notice by e-mail goes to another address than the official mailbox (D-3). */
async function reachableElsewhere({ act, book }: CaseActs, means: NoticeMeans): Promise<(held: CaseRow) => boolean> {
  if (means !== 'OTHER_EMAIL') return () => true;
  const rows = await executeBound<{ id: string }>(
    act.em,
    `select o.id from officer o left join mailbox m on m.id = o.mailbox_id
     where o.id = any($1::uuid[]) and trim(coalesce(o.other_email, '')) <> '' and lower(trim(o.other_email)) is distinct from lower(m.address)`,
    [idArray(book.all.map(({ officerId }) => officerId))],
  );
  const reachable = new Set(rows.map(({ id }) => id));
  return ({ officerId }) => reachable.has(officerId);
}

function refuseNotAdverse(held: CaseRow): void {
  if (!isAdverse(held.kind)) throw violated('D-3', DECISION_TEXTS.adverseOnly);
}

/** A day that lies before what it follows is a mistake of entry. */
export function refuseBefore(
  earliest: Day,
  day: Day,
  field: string,
  text: 'beforeProposal' | 'beforeService' | 'beforeForce' | 'beforeSettlement',
): void {
  if (day >= earliest) return;
  const message = { text: DECISION_TEXTS[text], values: { day: dateIn('vi', earliest) } };
  throw new Refusal({ code: 'INVALID', rule: 'L-1', path: [field], message });
}

export interface Statement {
  text: string;
  receivedOn?: Day | null;
  attachmentId?: string | null;
}

/** What is wrong with a statement as such: an empty text, a day to come. */
export function statementFaults(text: string, receivedOn: Day, today: Day): Reason[] {
  const faults: Reason[] = [];
  const fault = textFault(text, ['text'], LONGEST_TEXT, 'textNeeded');
  if (fault) faults.push(fault);
  if (receivedOn > today) faults.push({ code: 'INVALID', rule: 'L-1', path: ['receivedOn'], message: { text: DECISION_TEXTS.future } });
  return faults;
}

/**
 * The explanation (giải trình) of the officer, received within the period; the day of receipt counts, not that of its entry. A second one
 * adds to the first, and must be answered again.
 */
export async function explain(acting: Acting, id: string, { text, receivedOn, attachmentId }: Statement): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.explain, undefined);
    const cases = await CaseActs.open(act, [id]);
    const { book } = cases;
    const day = receivedOn ?? act.today;
    const words = cleanWords(text);
    const { held, as } = cases.allowed(id, 'EXPLAIN');
    refuseNotAdverse(held);
    const faults = statementFaults(words, day, act.today);
    if (faults.length > 0) throw new Refusal(...faults);
    const isFromPaper = as !== 'OFFICER';
    // Who explains in the system does so now.
    if (!isFromPaper && day !== act.today)
      throw new Refusal({ code: 'INVALID', rule: 'L-1', path: ['receivedOn'], message: { text: DECISION_TEXTS.ownDay } });
    if (held.state === 'READY' && !(isFromPaper && day < act.today)) throw notNow('D-3', DECISION_TEXTS.notInThisState);
    refuseBefore(held.servedOn!, day, 'receivedOn', 'beforeService');
    if (act.today > addDays(held.explainUntil!, ENTRY_DAYS)) throw notNow('D-3', DECISION_TEXTS.lateEntry, { days: ENTRY_DAYS });
    if (day > held.explainUntil!) throw notNow('D-3', DECISION_TEXTS.explainOver, { day: dateIn('vi', held.explainUntil!) });
    if (attachmentId) await bindAttachment(act, attachmentId, 'explanation', ['attachmentId']);
    const patch = {
      explanation: held.explanation ? `${held.explanation}\n\n${words}` : words,
      explainedOn: day,
      answeredAt: null,
      ...(attachmentId && { explanationAttachmentId: attachmentId, earlierAttachmentIds: papersOf(held) }),
    };
    const happening = { note: words, isConfidential: true, details: { receivedOn: day, isFromPaper } };
    book.move(held, 'EXPLAIN', held.state, patch, happening);
    await book.save();
    return [{ id, decisionId: held.id, faults: [] }];
  });
}

/** Papers that explained the case so far. */
const papersOf = ({ earlierAttachmentIds, explanationAttachmentId }: CaseRow): string[] => [
  ...earlierAttachmentIds,
  ...(explanationAttachmentId ? [explanationAttachmentId] : []),
];

/** Answers an explanation; where the period is over, the case is ready. */
export async function answerExplanation(acting: Acting, id: string, text: string): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.answerExplanation, undefined);
    const cases = await CaseActs.open(act, [id]);
    const { book } = cases;
    const { held } = cases.allowed(id, 'ANSWER_EXPLANATION');
    const words = cleanWords(text);
    const fault = textFault(words, ['text'], LONGEST_TEXT, 'textNeeded');
    if (fault) throw new Refusal(fault);
    if (held.explanation === null || held.answeredAt !== null) throw notNow('D-3', DECISION_TEXTS.nothingToAnswer);
    const answer = held.answer ? `${held.answer}\n\n${words}` : words;
    book.move(held, 'ANSWER_EXPLANATION', held.state, { answer, answeredAt: act.now.toISOString() }, { note: words, isConfidential: true });
    becomeReady(book, held);
    await book.save();
    return [{ id, decisionId: held.id, faults: [] }];
  });
}
