/** What every act on cases begins with: the cases, as whom somebody acts on each, and what has fallen due in the meantime. */
import type { Act } from '../identity/command.js';
import { may } from '../identity/right.js';
import { Refusal } from '../kernel/refusal.js';
import { CaseBook, notNow } from './case-book.js';
import { type CaseStanding, standingsOf } from './case-standing.js';
import { type CaseFile, decisionAccess } from './decision.access.js';
import type { CaseRow } from './decision-rows.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { type CaseParty, decisionWorkflow } from './decision.workflow.js';
import { settleDue } from './falling-due.js';
import type { DecisionAction } from './vocabulary.js';

export const fileOf = (held: Pick<CaseRow, 'officerId'>, { agencyId, isBeforeActor, recusedFor }: CaseStanding): CaseFile => ({
  officerId: held.officerId,
  agencyId,
  isBeforeActor,
  isActorRecused: recusedFor !== null,
});

export class CaseActs {
  private constructor(
    readonly act: Act,
    readonly book: CaseBook,
    private readonly standings: ReadonlyMap<string, CaseStanding>,
  ) {}

  /** Loads and locks the cases; what the clock alone would do by now is done first. */
  static async open(act: Act, ids: readonly string[]): Promise<CaseActs> {
    const book = await CaseBook.load(act, ids);
    await settleDue(book);
    return new CaseActs(act, book, await standingsOf(act.em, act.actor, book.all, act.today));
  }

  standing(held: CaseRow): CaseStanding {
    return this.standings.get(held.id)!;
  }

  /** The case, for somebody who sees it; NOT_FOUND for others. */
  seen(id: string): CaseRow {
    const held = this.book.find(id);
    if (!held || !may(this.act.actor, decisionAccess.read, fileOf(held, this.standing(held))))
      throw new Refusal({ code: 'NOT_FOUND', message: { text: DECISION_TEXTS.noCase } });
    return held;
  }

  /**
   * The case, for somebody who may do this to it: as whom. In the own case a role gives nothing (D-5); in another state the act is refused
   * before it is asked whose it is.
   */
  allowed(id: string, action: DecisionAction): { held: CaseRow; as: CaseParty } {
    const held = this.seen(id);
    const standing = this.standing(held);
    const steps = decisionWorkflow.steps.filter((step) => step.act === action && step.from.includes(held.state));
    if (steps.length === 0) throw notNow(ruleOf(action), DECISION_TEXTS.notInThisState);
    const as = standing.parties.find((party) => steps.some((step) => step.who.includes(party)));
    if (as) return { held, as };
    const isForOfficers = decisionWorkflow.steps.some((step) => step.act === action && step.who.includes('OFFICER'));
    if (standing.parties.includes('OFFICER') && isForOfficers) throw notNow(ruleOf(action), DECISION_TEXTS.notInThisState);
    if (standing.parties.includes('OFFICER'))
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'D-5', message: { text: DECISION_TEXTS.ownCase } });
    if (standing.recusedFor !== null) throw new Refusal({ code: 'RULE_VIOLATED', rule: 'D-5', message: { text: DECISION_TEXTS.recused } });
    throw new Refusal({ code: 'RULE_VIOLATED', rule: ruleOf(action), message: { text: DECISION_TEXTS.notYourAct } });
  }
}

/** The rule of product.md that an act stands under. */
export const ruleOf = (action: DecisionAction): string => RULES[action];

const RULES: Readonly<Record<DecisionAction, string>> = {
  GIVE_NOTICE: 'D-3',
  EXPLAIN: 'D-3',
  ANSWER_EXPLANATION: 'D-3',
  OPEN_VOTE: 'D-4',
  DECLARE_CONFLICT: 'D-5',
  CAST_VOTE: 'D-4',
  CLOSE_VOTE: 'D-7',
  ENTER_INTO_FORCE: 'N-1',
  APPEAL: 'D-9',
  SETTLE_APPEAL: 'D-9',
  WITHDRAW: 'D-1',
};
