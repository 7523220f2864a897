/** Dockets (danh mục hồ sơ phiên họp): with which cases a case is heard, until its vote opens (D-1). */
import { type Acting, perform } from '../identity/command.js';
import { CaseActs } from './case-acts.js';
import { type CaseResult, eachCase, isPending, notNow, violated } from './case-book.js';
import { cleanWords, LONGEST_DOCKET, textFault } from './case-text.rules.js';
import { decisionAccess } from './decision.access.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { Refusal } from '../kernel/refusal.js';
import type { DecisionState } from './vocabulary.js';

/** A case whose vote is open, or that is decided, was heard with what it was on. */
const MOVABLE: readonly DecisionState[] = ['PROPOSED', 'NOTIFIED', 'READY', 'LAPSED'];

/** Puts cases on a docket, or takes them off where none is named. */
export async function putOnDocket(acting: Acting, ids: readonly string[], docket: string | null | undefined): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.setDocket, undefined);
    const words = cleanWords(docket) || null;
    const fault = textFault(words ?? '', ['docket'], LONGEST_DOCKET);
    if (fault) throw new Refusal(fault);
    const cases = await CaseActs.open(act, ids);
    const { book } = cases;
    const results = eachCase(ids, 'ids', (id) => {
      const held = cases.seen(id);
      if (!cases.standing(held).parties.includes('SECRETARY')) throw violated('D-5', DECISION_TEXTS.ownCase);
      if (!MOVABLE.includes(held.state) || !isPending(held.state, held)) throw notNow('D-1', DECISION_TEXTS.notInThisState);
      if (held.docket === words) return held.id;
      book.change(held, { docket: words });
      book.note(held, 'SET_DOCKET', held.state, { note: words, details: { docket: words } });
      return held.id;
    });
    await book.save();
    return results;
  });
}
