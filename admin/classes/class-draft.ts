// A class while it is being written, as texts of fields; and what of it the server is told. Pure.
import { cityClock, cityDay, momentOf } from '../ui/city-time.js';
import type { ClassInput } from './acts.documents.js';
import type { TrainingClass } from './documents.js';
import { type SessionRow, firstRow, inputsOf, isWhole, rowsOf } from './session-rows.js';

export interface ClassDraft {
  title: string;
  place: string;
  courseId: string;
  trainerId: string;
  assistantIds: string[];
  capacity: string;
  seatsPerAgency: string;
  /** Of a hundred. */
  passShare: string;
  cutOffDay: string;
  cutOffClock: string;
  sessions: SessionRow[];
  isPlanned: boolean;
}

export function emptyDraft(today: string): ClassDraft {
  return {
    title: '',
    place: '',
    courseId: '',
    trainerId: '',
    assistantIds: [],
    capacity: '30',
    seatsPerAgency: '',
    passShare: '80',
    cutOffDay: '',
    cutOffClock: '',
    sessions: [firstRow(today)],
    isPlanned: false,
  };
}

export function draftOf(held: TrainingClass): ClassDraft {
  return {
    title: held.title,
    place: held.place ?? '',
    courseId: held.course?.id ?? '',
    trainerId: held.trainer?.id ?? '',
    assistantIds: held.assistants.map(({ id }) => id),
    capacity: String(held.capacity),
    seatsPerAgency: held.seatsPerAgency === null ? '' : String(held.seatsPerAgency),
    passShare: String(Math.round(held.passShare * 100)),
    cutOffDay: held.cutOffAt ? cityDay(held.cutOffAt) : '',
    cutOffClock: held.cutOffAt ? cityClock(held.cutOffAt) : '',
    sessions: rowsOf(held.sessions),
    isPlanned: held.state === 'PLANNED',
  };
}

const isCount = (words: string): boolean => /^\s*\d{1,4}\s*$/.test(words);

/** Every field that must be there is, and reads as what it should be; whether it is sound is for the server to say. */
export function isComplete(draft: ClassDraft): boolean {
  const hasCutOff = draft.cutOffDay !== '' || draft.cutOffClock !== '';
  return (
    draft.title.trim() !== '' &&
    isCount(draft.capacity) &&
    (draft.seatsPerAgency.trim() === '' || isCount(draft.seatsPerAgency)) &&
    isCount(draft.passShare) &&
    (!hasCutOff || (draft.cutOffDay !== '' && draft.cutOffClock !== '')) &&
    draft.sessions.length > 0 &&
    draft.sessions.every(isWhole)
  );
}

export function inputOf(draft: ClassDraft): ClassInput {
  const { place, trainerId, courseId, assistantIds, seatsPerAgency, cutOffDay, cutOffClock } = draft;
  return {
    title: draft.title.trim(),
    capacity: Number(draft.capacity),
    passShare: Number(draft.passShare) / 100,
    sessions: inputsOf(draft.sessions),
    assistantIds,
    ...(place.trim() && { place: place.trim() }),
    ...(trainerId && { trainerId }),
    ...(courseId && { courseId }),
    ...(seatsPerAgency.trim() && { seatsPerAgency: Number(seatsPerAgency) }),
    ...(cutOffDay && cutOffClock && { cutOffAt: momentOf(cutOffDay, cutOffClock) }),
  };
}
