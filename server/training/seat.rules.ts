/** What can be done with an enrolment, by whom and until when (TR-1)? Asked by the commands and by what the screens offer. */
import type { Message } from '../kernel/language.js';
import { type EnrolmentAction, type EnrolmentParty, enrolmentWorkflow } from './enrolment.workflow.js';
import { momentIn } from './moment-words.rules.js';
import { cutOffOf, isBeforeCutOff } from './queue.rules.js';
import { TRAINING_TEXTS } from './training.messages.js';
import type { ClassState, EnrolmentState } from './vocabulary.js';

export interface SeatFacts {
  state: EnrolmentState;
  classState: ClassState;
  cutOffAt: Date | null;
  startsAt: Date;
  now: Date;
  zone: string;
  /** Null: nobody who has a say in it. */
  party: EnrolmentParty | null;
}

/** Why not; null when it can be done. */
export function seatFault(action: EnrolmentAction, facts: SeatFacts): Message | null {
  const { party, classState } = facts;
  if (!party) return { text: TRAINING_TEXTS.notYours };
  const step = enrolmentWorkflow.step(facts.state, action);
  if (!step || classState === 'COMPLETED' || classState === 'CANCELLED') return { text: TRAINING_TEXTS.notNow };
  if (!step.who.includes(party)) return { text: TRAINING_TEXTS.notYours };
  if (party === 'LEADER') return null;
  if (action === 'APPROVE' && !isBeforeCutOff(facts, facts.now))
    return { text: TRAINING_TEXTS.afterCutOff, values: { until: momentIn(facts.zone, cutOffOf(facts)) } };
  // From the first session on it is attendance that counts: nobody turns a no-show into a withdrawal.
  if (action === 'WITHDRAW' && facts.state === 'ENROLLED' && classState === 'RUNNING') return { text: TRAINING_TEXTS.hasBegun };
  return null;
}
