/** May this person be marked at this session, by whoever marks, with a mark of this moment (TR-2)? */
import type { Reason } from '../kernel/refusal.js';
import { TRAINING_TEXTS } from './training.messages.js';
import { type EnrolmentState, isSeated } from './vocabulary.js';

export interface MarkFacts {
  /** Null: not on the list of this class. */
  state: EnrolmentState | null;
  hasSession: boolean;
  /** The own attendance. */
  isOwn: boolean;
  isTaskForce: boolean;
  markedAt: Date;
  /** When the class was closed; null: it is not. */
  completedAt: Date | null;
  now: Date;
}

/** Days after the closing on which marks made before it may still arrive, as the device says. */
const LATE_MARK_DAYS = 30;

/** Why not; null when it may be marked. */
export function markFault(facts: MarkFacts): Reason | null {
  if (facts.state === null) return { code: 'NOT_FOUND', path: ['enrolmentId'], message: { text: TRAINING_TEXTS.noEnrolment } };
  if (!facts.hasSession) return { code: 'NOT_FOUND', path: ['sessionId'], message: { text: TRAINING_TEXTS.sessionUnknown } };
  if (facts.isOwn) return { code: 'RULE_VIOLATED', rule: 'TR-2', message: { text: TRAINING_TEXTS.ownMark } };
  if (!isSeated(facts.state)) return { code: 'NOT_ALLOWED_NOW', rule: 'TR-2', message: { text: TRAINING_TEXTS.notSeated } };
  const { completedAt } = facts;
  const isAfterClosing =
    completedAt !== null &&
    (facts.markedAt.getTime() > completedAt.getTime() || facts.now.getTime() > completedAt.getTime() + LATE_MARK_DAYS * 86_400_000);
  if (isAfterClosing && !facts.isTaskForce)
    return { code: 'NOT_ALLOWED_NOW', rule: 'TR-2', message: { text: TRAINING_TEXTS.afterClosing } };
  return null;
}
