/** Appeals: received, staying the decision at once, and settled (D-9, D-10). */
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { addDays, type Day, endOfDay } from '../kernel/calendar.js';
import { dateIn } from '../kernel/language.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { bindAttachment } from '../notices/attachment.service.js';
import { isAdverse } from '../committee/vocabulary.js';
import { setAsideFinding } from '../review/set-aside.service.js';
import { CaseActs } from './case-acts.js';
import { ENTRY_DAYS } from './case-actions.rules.js';
import { type CaseResult, notNow, violated } from './case-book.js';
import { cleanWords, LONGEST_TEXT, textFault } from './case-text.rules.js';
import { decisionAccess } from './decision.access.js';
import type { AppealRow, CaseRow } from './decision-rows.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { refuseBefore, type Statement, statementFaults } from './hearing.service.js';
import { settleAppeal } from './appeal-settling.js';
import { lastDay } from './period.rules.js';
import { VoteOpening } from './vote-opening.js';

/** Receives an appeal within its period; the effect is stayed at once. By the rule, members who did not vote on the case settle it. */
export async function appeal(acting: Acting, id: string, { text, receivedOn, attachmentId }: Statement): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.appeal, undefined);
    const cases = await CaseActs.open(act, [id]);
    const { book } = cases;
    const { held, as } = cases.allowed(id, 'APPEAL');
    const words = cleanWords(text);
    const day = receivedOn ?? act.today;
    const faults = statementFaults(words, day, act.today);
    if (faults.length > 0) throw new Refusal(...faults);
    if (as === 'OFFICER' && day !== act.today)
      throw new Refusal({ code: 'INVALID', rule: 'L-1', path: ['receivedOn'], message: { text: DECISION_TEXTS.ownDay } });
    if (!isAdverse(held.kind)) throw violated('D-9', DECISION_TEXTS.notAppealable);
    if (held.endedById) throw notNow('D-11', DECISION_TEXTS.notInThisState);
    const settled = await settledAppeals(act, held);
    const instance = settled.count + 1;
    if (instance > 2 || !held.appealUntil) throw notNow('D-9', DECISION_TEXTS.noMoreAppeals);
    refuseBefore(settled.last ?? held.inForceOn!, day, 'receivedOn', settled.last ? 'beforeSettlement' : 'beforeForce');
    if (act.today > addDays(held.appealUntil, ENTRY_DAYS)) throw notNow('D-9', DECISION_TEXTS.lateEntry, { days: ENTRY_DAYS });
    if (day > held.appealUntil) throw notNow('D-9', DECISION_TEXTS.appealOver, { day: dateIn('vi', held.appealUntil) });
    if (attachmentId) await bindAttachment(act, attachmentId, 'appeal', ['attachmentId']);
    const rule = book.ruleOf(held);
    const settleBy = lastDay(day, rule.appealSettleDays, book.calendar);
    const opening = await VoteOpening.for(book, [held]);
    const isByMembers = instance === 1 && rule.appealSettledBy === 'OTHER_MEMBERS' && opening.hasOthersFor(held);
    book.addAppeal(
      newAppeal(held, {
        instance,
        receivedOn: day,
        text: words,
        attachmentId: attachmentId ?? null,
        settleBy,
        settler: isByMembers ? 'OTHER_MEMBERS' : 'CHAIR',
      }),
    );
    const happening = {
      note: words,
      isConfidential: true,
      details: { instance, receivedOn: day, settleBy, isFromPaper: as !== 'OFFICER' },
    };
    book.move(held, 'APPEAL', 'APPEALED', {}, happening);
    book.effects.follow(held, 'STAYED');
    if (isByMembers) opening.open(held, 'APPEAL', endOfDay(act.ground.clock.zone, settleBy > act.today ? settleBy : act.today));
    await book.save();
    return [{ id, decisionId: held.id, faults: [] }];
  });
}

const newAppeal = (
  held: CaseRow,
  facts: Pick<AppealRow, 'instance' | 'receivedOn' | 'text' | 'attachmentId' | 'settleBy' | 'settler'>,
): AppealRow => ({
  id: newId(),
  decisionId: held.id,
  ...facts,
  settledOn: null,
  isUpheld: null,
  answer: null,
  settledBy: null,
  findingWasWrong: false,
  paperNumber: null,
  paperOn: null,
});

/** How many appeals against it were settled, and the day of the last. */
async function settledAppeals({ em }: Act, held: CaseRow): Promise<{ count: number; last: Day | null }> {
  const [row] = await executeBound<{ count: number; last: Day | null }>(
    em,
    'select count(*)::int as count, max(settled_on)::text as last from appeal where decision_id = $1::uuid and settled_on is not null',
    [held.id],
  );
  return row!;
}

export interface SettlementInput {
  uphold: boolean;
  text: string;
  findingWasWrong?: boolean | null;
  paperNumber?: string | null;
  paperOn?: Day | null;
}

/**
 * Settles an appeal: in the first instance the chair (a deputy where the chair is recused or absent), in the second the secretary records
 * what the superior authority has written. Reversed, everything is taken back together (D-10).
 */
export async function settle(acting: Acting, id: string, input: SettlementInput): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.settleAppeal, undefined);
    const cases = await CaseActs.open(act, [id]);
    const { book } = cases;
    const { held } = cases.allowed(id, 'SETTLE_APPEAL');
    const text = cleanWords(input.text);
    const fault = textFault(text, ['text'], LONGEST_TEXT, 'textNeeded');
    if (fault) throw new Refusal(fault);
    const open = book.openAppeal(held)!;
    const paper = { paperNumber: cleanWords(input.paperNumber) || null, paperOn: input.paperOn ?? null };
    const { parties } = cases.standing(held);
    if (open.instance === 1) {
      if (!parties.includes('CHAIR')) throw violated('D-9', DECISION_TEXTS.chairOnly);
      if (open.settler === 'OTHER_MEMBERS') await refuseWhileMembersCan(act, cases, held);
    } else {
      if (!parties.includes('SECRETARY')) throw violated('D-9', DECISION_TEXTS.notYourAct);
      refuseWithoutPaper(paper, open.receivedOn, act.today);
    }
    const vote = book.openVote(held);
    if (vote) throw notNow('D-9', DECISION_TEXTS.settledByMembers);
    const findingWasWrong = !input.uphold && input.findingWasWrong === true;
    settleAppeal(book, held, { isUpheld: input.uphold, text, settledBy: act.actor.displayName, findingWasWrong, ...paper });
    if (findingWasWrong && held.findingId) await setAsideFinding(act, held.findingId, text);
    await book.save();
    return [{ id, decisionId: held.id, faults: [] }];
  });
}

/** While a vote of members is open the chair waits; where it came to nothing the chair settles. */
async function refuseWhileMembersCan({ em }: Act, { book }: CaseActs, held: CaseRow): Promise<void> {
  if (book.openVote(held)) throw notNow('D-9', DECISION_TEXTS.settledByMembers);
  const [row] = await executeBound<{ n: number }>(
    em,
    `select count(*)::int as n from decision_vote where decision_id = $1::uuid and purpose = 'APPEAL' and not is_open`,
    [held.id],
  );
  if (row!.n === 0) throw notNow('D-9', DECISION_TEXTS.settledByMembers);
}

function refuseWithoutPaper(
  { paperNumber, paperOn }: { paperNumber: string | null; paperOn: Day | null },
  receivedOn: Day,
  today: Day,
): void {
  const isNumbered = paperNumber !== null && /[\p{L}\p{N}]/u.test(paperNumber);
  if (!isNumbered || !paperOn)
    throw new Refusal({
      code: 'REQUIRED',
      rule: 'D-9',
      path: [isNumbered ? 'paperOn' : 'paperNumber'],
      message: { text: DECISION_TEXTS.paperNeeded },
    });
  if (paperOn > today)
    throw new Refusal({ code: 'INVALID', rule: 'L-1', path: ['paperOn'], message: { text: DECISION_TEXTS.paperFuture } });
  if (paperOn < receivedOn)
    throw new Refusal({ code: 'INVALID', rule: 'L-1', path: ['paperOn'], message: { text: DECISION_TEXTS.paperBefore } });
}
