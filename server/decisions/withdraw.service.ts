/** Taking cases back, by who proposed them or by the chair, with a reason. */
import { type Acting, perform } from '../identity/command.js';
import { Refusal } from '../kernel/refusal.js';
import { CaseActs } from './case-acts.js';
import { type CaseResult, eachCase } from './case-book.js';
import { cleanWords, LONGEST_REASON, textFault } from './case-text.rules.js';
import { decisionAccess } from './decision.access.js';
import { tellNotAdopted } from './decision-letters.js';

/** The finding is free again for another proposal (D-2). */
export async function withdrawCases(acting: Acting, ids: readonly string[], reason: string): Promise<CaseResult[]> {
  return perform(acting, async (act) => {
    act.allow(decisionAccess.withdraw, undefined);
    const words = cleanWords(reason);
    const fault = textFault(words, ['reason'], LONGEST_REASON, 'reasonNeeded');
    if (fault) throw new Refusal(fault);
    const cases = await CaseActs.open(act, ids);
    const results = eachCase(ids, 'ids', (id) => {
      const { held } = cases.allowed(id, 'WITHDRAW');
      const wasNotified = held.servedOn !== null;
      cases.book.move(held, 'WITHDRAW', 'WITHDRAWN', {}, { note: words, isConfidential: true });
      if (wasNotified) tellNotAdopted(cases.book, held);
      return held.id;
    });
    await cases.book.save();
    return results;
  });
}
