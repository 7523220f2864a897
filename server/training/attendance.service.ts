/**
 * Marking attendance (TR-2). Marks come in any order, twice, late from a phone without a line, and from two trainers at once: the last by
 * the time of marking holds. Each mark stands alone.
 */
import { type Act, type Acting, perform } from '../identity/command.js';
import { isId } from '../kernel/record.js';
import type { Reason } from '../kernel/refusal.js';
import type { Officer } from '../registry/officer.entity.js';
import { enrolmentFileOf, loadOwnClass, refuseTooMany, shownState } from './class-book.js';
import { classWorkflow } from './class.workflow.js';
import { AttendanceEntry, Enrolment } from './enrolment.entity.js';
import { markFault } from './mark.rules.js';
import { isLaterMark, outcomeOf, timeOfMark } from './outcome.rules.js';
import { graceOn } from './grace.js';
import { partyOf } from './training.access.js';
import { TrainingSession, type TrainingClass } from './training-class.entity.js';
import { TRAINING_TEXTS } from './training.messages.js';
import type { AttendanceMark } from './vocabulary.js';

export interface Mark {
  enrolmentId: string;
  sessionId: string;
  mark: AttendanceMark;
  /** When it was made on the device; now when not given. */
  markedAt?: Date | null;
}

/** Marks attendance of a class; answers what was refused, with the place of each in the list. */
export async function markAttendance(acting: Acting, classId: string, marks: readonly Mark[]): Promise<{ refused: Reason[] }> {
  return perform(acting, async (act) => {
    refuseTooMany(marks, 'marks');
    const held = await loadOwnClass(act, classId, ['classId']);
    return { refused: await applyMarks(act, held, marks) };
  });
}

/** The same inside a command that holds the row of the class. */
export async function applyMarks(act: Act, held: TrainingClass, marks: readonly Mark[]): Promise<Reason[]> {
  classWorkflow.next(shownState(act, held), 'MARK', 'TR-2', { text: TRAINING_TEXTS.classOver });
  const sheet = await sheetOf(act, held, marks);
  const refused: Reason[] = [];
  const changed = new Map<string, Enrolment>();
  const recorded: object[] = [];
  for (const [i, wanted] of marks.entries()) {
    const enrolment = sheet.enrolments.get(wanted.enrolmentId);
    const session = sheet.sessions.get(wanted.sessionId);
    const markedAt = timeOfMark(wanted.markedAt, act.now);
    const fault = markFault({
      state: enrolment?.state ?? null,
      hasSession: session !== undefined,
      isOwn: enrolment !== undefined && isOwnCase(act, held, enrolment),
      isTaskForce: act.actor.isSystem || act.actor.grants.some(({ role }) => role === 'TASK_FORCE'),
      markedAt,
      completedAt: held.completedAt ?? null,
      now: act.now,
    });
    if (fault || !enrolment) {
      if (fault) refused.push({ ...fault, path: ['marks', String(i), ...(fault.path ?? [])] });
      continue;
    }
    const key = `${wanted.enrolmentId} ${wanted.sessionId}`;
    const before = sheet.entries.get(key);
    if (!isLaterMark({ markedAt }, before) || (before?.mark === wanted.mark && before.markedAt.getTime() === markedAt.getTime())) continue;
    const { enrolmentId, sessionId, mark } = wanted;
    recorded.push({ enrolmentId, sessionId, mark, before: before?.mark ?? null, markedAt });
    if (before) Object.assign(before, { mark, markedAt, markedBy: act.actor.name });
    else {
      const entry = act.em.create(AttendanceEntry, { enrolmentId, sessionId, mark, markedAt, markedBy: act.actor.name } as never);
      act.em.persist(entry);
      sheet.entries.set(key, entry);
    }
    changed.set(enrolment.id, enrolment);
  }
  if (changed.size === 0) act.unchanged();
  else {
    const officers = [...changed.values()].map(({ officer }) => `officer:${officer.id}`);
    act.record('attendance.mark', `trainingClass:${held.id}`, { reference: held.reference, marks: recorded }, officers);
  }
  await act.em.flush();
  if (held.storedState === 'COMPLETED') await judgeAgain(act, held, [...changed.values()]);
  return refused;
}

const isOwnCase = (act: Act, held: TrainingClass, enrolment: Enrolment): boolean =>
  partyOf(act.actor, enrolmentFileOf(held, enrolment.officer.unwrap() as Officer)) === 'OFFICER';

async function sheetOf(act: Act, held: TrainingClass, marks: readonly Mark[]) {
  const { em } = act;
  const ids = [...new Set(marks.map(({ enrolmentId }) => enrolmentId).filter(isId))];
  const enrolments = await em.find(
    Enrolment,
    { id: { $in: ids }, trainingClass: held.id } as never,
    { populate: ['officer'], strategy: 'select-in' } as never,
  );
  const sessions = await em.find(TrainingSession, { trainingClass: held.id } as never);
  const entries = ids.length ? await em.find(AttendanceEntry, { enrolmentId: { $in: ids } } as never) : [];
  return {
    enrolments: new Map(enrolments.map((enrolment) => [enrolment.id, enrolment])),
    sessions: new Map(sessions.map((session) => [session.id, session])),
    entries: new Map(entries.map((entry) => [`${entry.enrolmentId} ${entry.sessionId}`, entry])),
  };
}

/** Outcomes of a closed class, after marks that were made before it was closed, or corrected by the task force. */
async function judgeAgain(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  const marks = await marksOf(act, held);
  for (const enrolment of enrolments) {
    const outcome = outcomeOf(marks(enrolment.id), held.passShare);
    if (outcome === enrolment.state) continue;
    const before = enrolment.state;
    enrolment.state = outcome;
    enrolment.completedOn = outcome === 'COMPLETED' ? held.completedOn : null;
    enrolment.graceDays = outcome === 'COMPLETED' ? await graceOn(act.em, held.completedOn!) : null;
    act.record('enrolment.recompute', `enrolment:${enrolment.id}`, { class: held.reference, before, outcome }, [
      `officer:${enrolment.officer.id}`,
      `trainingClass:${held.id}`,
    ]);
  }
}

/** The marks of a person, one entry a session of the class in the order of time. */
export async function marksOf(act: Act, held: TrainingClass): Promise<(enrolmentId: string) => (AttendanceMark | null)[]> {
  const sessions = await act.em.find(TrainingSession, { trainingClass: held.id } as never, { orderBy: { startsAt: 'asc' } } as never);
  const entries = await act.em.find(AttendanceEntry, { sessionId: { $in: sessions.map(({ id }) => id) } } as never);
  const marks = new Map(entries.map(({ enrolmentId, sessionId, mark }) => [`${enrolmentId} ${sessionId}`, mark]));
  return (enrolmentId) => sessions.map(({ id }) => marks.get(`${enrolmentId} ${id}`) ?? null);
}
