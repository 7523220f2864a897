// The one outbox of marks of this page: what is kept, who sends it, and what the server answered. Started when the first mark is there.
import { placeIn } from '../data/refusals.js';
import { ask } from '../data/client.js';
import { Fault, toFault, type UserError } from '../data/faults.js';
import { session } from '../data/session.js';
import { ATTENDANCE_MARK, type MarkedClass } from './documents.js';
import { KeptMarks } from './kept-marks.js';
import type { KeptMark } from './marks.js';
import { type Outcome, Sender } from './sender.js';

/** On a bad line a request may hang for minutes; it is given up and sent again. */
const patienceMs = 20_000;

export const kept = new KeptMarks(window.localStorage);

type Listener = (answered: MarkedClass) => void;
const listeners = new Set<Listener>();

/** Hears the class as the server has it after each batch. */
export function onAnswer(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Refusals by place; one of the whole input concerns every mark of the batch. */
function outcomeOf(userErrors: readonly UserError[]): Outcome {
  const whole = userErrors.find(({ path }) => placeIn(path) === undefined);
  if (whole) return { refusedWhole: whole.message };
  return { refusals: new Map(userErrors.map(({ path, message }) => [placeIn(path)!, message])) };
}

async function send(classId: string, marks: readonly KeptMark[]): Promise<Outcome> {
  const given = new AbortController();
  // Not while the password is asked for: that may take as long as it takes.
  const patience = setInterval(() => !session.isLost() && given.abort(new Fault('OFFLINE')), patienceMs);
  try {
    const { attendanceMark } = await ask(
      ATTENDANCE_MARK,
      { classId, marks: marks.map(({ enrolmentId, sessionId, mark, markedAt }) => ({ enrolmentId, sessionId, mark, markedAt })) },
      given.signal,
    );
    if (attendanceMark.trainingClass) for (const listener of listeners) listener(attendanceMark.trainingClass);
    return outcomeOf(attendanceMark.userErrors);
  } catch (error) {
    const { code, message } = toFault(error);
    // No longer the trainer of this class: trying again changes nothing, and the marks stay to be seen.
    return code === 'FORBIDDEN' ? { refusedWhole: message } : { fault: code };
  } finally {
    clearInterval(patience);
  }
}

export const sender = new Sender({
  kept,
  send,
  who: () => session.viewer()?.id ?? null,
  isReady: () => !session.isLost(),
});

window.addEventListener('storage', ({ key }) => kept.heard(key));
window.addEventListener('online', sender.wakeNow);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sender.wakeNow());
session.subscribe(sender.wakeNow);
sender.wakeNow();
