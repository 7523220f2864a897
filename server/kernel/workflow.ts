/**
 * From which state does which act lead where, and who may do it? A workflow is a table that an official can read;
 * guards that need facts (periods, open contests, quorum) are rules of the room, never hidden in here.
 */
import type { Message } from './language.js';
import { Refusal } from './refusal.js';

export interface Step<State extends string, Act extends string, Who extends string> {
  from: readonly State[];
  act: Act;
  to: State;
  who: readonly Who[];
}

export class Workflow<State extends string, Act extends string, Who extends string> {
  constructor(readonly steps: readonly Step<State, Act, Who>[]) {}

  /** The step this act makes from a state; undefined where the table has none. */
  step(state: State, act: Act): Step<State, Act, Who> | undefined {
    return this.steps.find((step) => step.act === act && step.from.includes(state));
  }

  /** The acts possible from a state for somebody with these roles, each once, in the order of the table. */
  actsFor(state: State, roles: readonly Who[]): Act[] {
    const acts = this.steps.filter((step) => step.from.includes(state) && step.who.some((who) => roles.includes(who)));
    return [...new Set(acts.map((step) => step.act))];
  }

  /** The state an act leads to; refused with NOT_ALLOWED_NOW and the rule's id where the table has no such step. */
  next(state: State, act: Act, rule: string, message: Message): State {
    const step = this.step(state, act);
    if (!step) throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule, message });
    return step.to;
  }
}
