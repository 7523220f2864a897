/** Making, changing, opening and calling off classes; the seats that a change frees go to the next in line (TR-1). */
import { ref } from '@mikro-orm/core';
import { RoleGrant, User } from '../identity/user.entity.js';
import { type Act, type Acting, perform } from '../identity/command.js';
import { dayIn } from '../kernel/calendar.js';
import { cleanText } from '../kernel/name.rules.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { searchText } from '../kernel/search.rules.js';
import { loadOwnClass, seatsOf, shownState } from './class-book.js';
import { byTime, type ClassFacts, classFaults } from './class-facts.rules.js';
import { passShelterOn } from './given-back.js';
import { nextClassReference } from './class-reference.js';
import { classWorkflow } from './class.workflow.js';
import { Enrolment } from './enrolment.entity.js';
import { takeOffLeavers } from './leavers.js';
import { isOnOwnList, ownClassFault } from './own-case.js';
import { mentionsOf, promoteNext } from './promotion.js';
import { seatsTaken } from './queue.rules.js';
import { reasonWords } from './reason-words.js';
import { saveSessions } from './sessions.js';
import { trainingAccess } from './training.access.js';
import { TrainingClass, TrainingCourse } from './training-class.entity.js';
import { tellCancelled, tellMoved } from './training-letters.js';
import { TRAINING_TEXTS } from './training.messages.js';
import { ACTIVE_STATES } from './vocabulary.js';

export interface ClassInput extends ClassFacts {
  courseId?: string | null;
  trainerId?: string | null;
  assistantIds?: readonly string[] | null;
  isPlanned?: boolean | null;
}

/** A new class, OPEN unless it is only planned. Only the task force makes classes. */
export async function createClass(acting: Acting, input: ClassInput): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(trainingAccess.createClasses, undefined);
    const faults = [...classFaults(input), ...(await peopleAndCourseFaults(act, input))];
    if (faults.length > 0) throw new Refusal(...faults);
    const reference = await nextClassReference(act.em, act.today.slice(0, 4));
    const held = act.em.create(TrainingClass, {
      ...factsOf(act, input, reference),
      reference,
      storedState: input.isPlanned ? 'PLANNED' : 'OPEN',
      assistantIds: [...(input.assistantIds ?? [])],
    } as never);
    act.em.persist(held);
    await act.em.flush();
    await saveSessions(act, held, input.sessions);
    act.record('class.create', `trainingClass:${held.id}`, { reference: held.reference, title: held.title });
    return held.id;
  });
}

/** All of the class as it shall be. Sessions named by id are moved and keep their marks; those left out are dropped. */
export async function updateClass(acting: Acting, id: string, input: ClassInput, expectedVersion: number): Promise<string> {
  return perform(acting, async (act) => {
    const held = await loadOwnClass(act, id);
    act.expectVersion(held, expectedVersion);
    classWorkflow.next(shownState(act, held), 'UPDATE', 'TR-1', { text: TRAINING_TEXTS.classOver });
    const faults = [...classFaults(input), ...(await peopleAndCourseFaults(act, input, held)), ...(await seatFaults(act, held, input))];
    if (input.passShare !== held.passShare && (await isOnOwnList(act, held))) faults.push(ownClassFault(['input', 'passShare']));
    if (faults.length > 0) throw new Refusal(...faults);
    const placeBefore = held.place ?? null;
    act.em.assign(held, { ...factsOf(act, input, held.reference), assistantIds: [...(input.assistantIds ?? [])] } as never);
    const moved = await saveSessions(act, held, input.sessions);
    const isMoved = moved.length > 0 || placeBefore !== (held.place ?? null);
    if (isMoved) {
      held.calendarSequence += 1;
      held.remindedAt = null;
    }
    act.record('class.update', `trainingClass:${held.id}`, { reference: held.reference, moved: moved.length });
    await act.em.flush();
    if (isMoved) {
      await takeOffLeavers(act, held);
      await tellMoved(act, held, moved);
    }
    await promoteNext(act, held);
    return held.id;
  });
}

/** Opens a planned class for requests. */
export async function openClass(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    const held = await loadOwnClass(act, id);
    classWorkflow.next(shownState(act, held), 'OPEN', 'TR-1', { text: TRAINING_TEXTS.notPlanned });
    held.storedState = 'OPEN';
    act.record('class.open', `trainingClass:${held.id}`, { reference: held.reference });
    return held.id;
  });
}

/** Calls a class off: everybody on its list is withdrawn and told, and their sheltering requests are given back (TR-3). */
export async function cancelClass(acting: Acting, id: string, reason: string): Promise<string> {
  return perform(acting, async (act) => {
    const held = await loadOwnClass(act, id);
    classWorkflow.next(shownState(act, held), 'CANCEL', 'TR-1', { text: TRAINING_TEXTS.classOver });
    held.cancelReason = reasonWords(reason, ['reason']);
    held.storedState = 'CANCELLED';
    held.calendarSequence += 1;
    const active = await act.em.find(Enrolment, { trainingClass: held.id, state: { $in: [...ACTIVE_STATES] } } as never);
    for (const enrolment of active) {
      enrolment.state = 'WITHDRAWN';
      enrolment.isSheltering = false;
      enrolment.endedAt = act.now;
      enrolment.endedReason = held.cancelReason;
      act.record('enrolment.cancel', `enrolment:${enrolment.id}`, { class: held.reference }, mentionsOf(enrolment));
    }
    act.record('class.cancel', `trainingClass:${held.id}`, { reference: held.reference, reason: held.cancelReason });
    await act.em.flush();
    await passShelterOn(
      act,
      active.map(({ officer }) => officer.id),
    );
    await tellCancelled(act, held, active);
    return held.id;
  });
}

function factsOf(act: Act, input: ClassInput, reference: string) {
  const sessions = byTime(input.sessions);
  const startsAt = sessions[0]!.startsAt;
  const endsAt = new Date(Math.max(...sessions.map((session) => session.endsAt.getTime())));
  const { zone } = act.ground.clock;
  const title = cleanText(input.title);
  const place = input.place ? cleanText(input.place) || null : null;
  return {
    title,
    place,
    searchText: searchText(title, reference, place),
    capacity: input.capacity,
    seatsPerAgency: input.seatsPerAgency ?? null,
    passShare: input.passShare,
    cutOffAt: input.cutOffAt ?? null,
    startsAt,
    endsAt,
    startsOn: dayIn(zone, startsAt),
    endsOn: dayIn(zone, endsAt),
    trainer: input.trainerId == null ? null : ref(act.em.getReference(User, input.trainerId)),
    course: input.courseId == null ? null : ref(act.em.getReference(TrainingCourse, input.courseId)),
  };
}

/** Trainers hold the role and an account that is in use; a course is one that is still held, or the one the class had. */
async function peopleAndCourseFaults(act: Act, input: ClassInput, before?: TrainingClass): Promise<Reason[]> {
  const named: [string | null | undefined, string[]][] = [
    [input.trainerId, ['input', 'trainerId']],
    ...(input.assistantIds ?? []).map((id, i): [string, string[]] => [id, ['input', 'assistantIds', String(i)]]),
  ];
  const ids = named.flatMap(([id]) => (id && isId(id) ? [id] : []));
  const grants = await act.em.find(RoleGrant, { role: 'TRAINER', user: { $in: ids } } as never, { populate: ['user'] } as never);
  const trainers = new Set(grants.map(({ user }) => user.unwrap()).flatMap((user) => (user.disabledAt ? [] : [user.id])));
  const kept = new Set([before?.trainer?.id, ...(before?.assistantIds ?? [])]);
  const faults = named.flatMap(([id, path], i): Reason[] => {
    if (id == null) return [];
    if (!trainers.has(id) && !kept.has(id)) return [{ code: 'NOT_FOUND', path, message: { text: TRAINING_TEXTS.noTrainer } }];
    const isTwice = named.slice(0, i).some(([other]) => other === id);
    return isTwice ? [{ code: 'INVALID', path, message: { text: TRAINING_TEXTS.trainerTwice } }] : [];
  });
  if (input.courseId != null) {
    const course = isId(input.courseId) ? await act.em.findOne(TrainingCourse, { id: input.courseId }) : null;
    if (!course || (course.isRetired && before?.course?.id !== course.id))
      faults.push({ code: 'NOT_FOUND', path: ['input', 'courseId'], message: { text: TRAINING_TEXTS.noCourse } });
  }
  return faults;
}

/** Nobody loses a seat by a change of numbers. */
async function seatFaults(act: Act, held: TrainingClass, { capacity, seatsPerAgency }: ClassInput): Promise<Reason[]> {
  const seats = await seatsOf(act.em, held);
  const taken = seatsTaken(seats);
  const most = Math.max(0, ...seats.takenBy.values());
  const faults: Reason[] = [];
  if (capacity < taken)
    faults.push({
      code: 'CONFLICT',
      path: ['input', 'capacity'],
      message: { text: TRAINING_TEXTS.capacityTaken, values: { taken, capacity } },
    });
  if (seatsPerAgency != null && seatsPerAgency < most && seatsPerAgency !== held.seatsPerAgency)
    faults.push({
      code: 'CONFLICT',
      path: ['input', 'seatsPerAgency'],
      message: { text: TRAINING_TEXTS.agencySeatsTaken, values: { taken: most, seats: seatsPerAgency } },
    });
  return faults;
}
