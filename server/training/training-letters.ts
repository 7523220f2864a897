/** The letters of classes: invitation, reminder, change, calling off, and the answer to a request; with the sessions for the calendar. */
import type { Act } from '../identity/command.js';
import { User } from '../identity/user.entity.js';
import type { Message } from '../kernel/language.js';
import { type LetterDraft, writeLetters } from '../notices/write-letters.js';
import { calendarFile, type CalendarSession } from './calendar-file.js';
import { Enrolment } from './enrolment.entity.js';
import { spanIn } from './moment-words.rules.js';
import type { SessionChange } from './sessions.js';
import { TrainingSession, type TrainingClass } from './training-class.entity.js';
import { LETTER_TEXTS } from './training-letters.messages.js';

/** Invites those who have got a seat. */
export async function inviteEnrolled(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  if (enrolments.length === 0) return;
  await tellEach(act, held, enrolments, {
    kind: 'training.invitation',
    key: (id) => `training.invitation:${id}`,
    title: 'invitationTitle',
    opening: 'invitation',
    calendar: 'REQUEST',
  });
}

/** Reminds those who have a seat; once a day at most. */
export async function remindEnrolled(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  await tellEach(act, held, enrolments, {
    kind: 'training.reminder',
    key: (id) => `training.reminder:${id}:${act.today}`,
    title: 'reminderTitle',
    opening: 'reminder',
    calendar: 'REQUEST',
  });
}

/** Tells those who have a seat that time or place have changed. */
export async function tellMoved(act: Act, held: TrainingClass, changes: readonly SessionChange[]): Promise<void> {
  const enrolled = await act.em.find(Enrolment, { trainingClass: held.id, state: 'ENROLLED' } as never);
  await tellEach(act, held, enrolled, {
    kind: 'training.moved',
    key: (id) => `training.moved:${id}:${held.calendarSequence}`,
    title: 'movedTitle',
    opening: 'moved',
    calendar: 'REQUEST',
    dropped: changes.filter(({ change }) => change === 'DROPPED'),
  });
}

/** Tells everybody on the list that the class is not held. */
export async function tellCancelled(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  await tellEach(act, held, enrolments, {
    kind: 'training.cancelled',
    key: (id) => `training.cancelled:${id}`,
    title: 'cancelledTitle',
    opening: 'cancelled',
    values: { reason: held.cancelReason ?? '' },
    closing: [{ text: LETTER_TEXTS.askAgain }],
    calendar: 'CANCEL',
  });
}

/** Tells those who had a seat that they have it no more; their calendars are told too. */
export async function tellWithdrawn(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  for (const enrolment of enrolments) {
    await tellEach(act, held, [enrolment], {
      kind: 'training.withdrawn',
      key: (id) => `training.withdrawn:${id}`,
      title: 'withdrawnTitle',
      opening: 'withdrawn',
      closing: [...reasonOf(enrolment), { text: LETTER_TEXTS.askAgain }],
      calendar: 'CANCEL',
    });
  }
}

const reasonOf = ({ endedReason: reason }: Enrolment): Message[] => (reason ? [{ text: LETTER_TEXTS.reason, values: { reason } }] : []);

/** Tells those who asked or waited that the class has closed before a seat became free. */
export async function tellUnseated(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  await tellEach(act, held, enrolments, {
    kind: 'training.declined',
    key: (id) => `training.declined:${id}`,
    title: 'declinedTitle',
    opening: 'noSeat',
    closing: [{ text: LETTER_TEXTS.askAgain }],
  });
}

/** Tells officers that their requests were declined. */
export async function tellDeclined(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  for (const enrolment of enrolments) {
    await tellEach(act, held, [enrolment], {
      kind: 'training.declined',
      key: (id) => `training.declined:${id}`,
      title: 'declinedTitle',
      opening: 'declined',
      closing: [...reasonOf(enrolment), { text: LETTER_TEXTS.askAgain }],
    });
  }
}

interface Telling {
  kind: string;
  key: (enrolmentId: string) => string;
  title: keyof typeof LETTER_TEXTS;
  opening: keyof typeof LETTER_TEXTS;
  values?: Record<string, string>;
  /** What follows the opening in place of time, place and trainer. */
  closing?: readonly Message[];
  calendar?: 'REQUEST' | 'CANCEL';
  /** Sessions that are not held any more. */
  dropped?: readonly { id: string; startsAt: Date; endsAt: Date }[];
}

async function tellEach(act: Act, held: TrainingClass, enrolments: readonly Enrolment[], telling: Telling): Promise<void> {
  if (enrolments.length === 0) return;
  const sessions = await act.em.find(TrainingSession, { trainingClass: held.id } as never, { orderBy: { startsAt: 'asc' } } as never);
  const names = { title: held.title, reference: held.reference, ...telling.values };
  const paragraphs = [
    { text: LETTER_TEXTS[telling.opening], values: names },
    ...(telling.closing ?? (await particulars(act, held, sessions))),
  ];
  const calendar = telling.calendar && calendarOf(act, held, sessions, telling.calendar, telling.dropped ?? []);
  await writeLetters(
    act,
    enrolments.map((enrolment): LetterDraft => ({
      kind: telling.kind,
      officerId: enrolment.officer.id,
      about: `enrolment:${enrolment.id}`,
      title: { text: LETTER_TEXTS[telling.title], values: names },
      paragraphs,
      ...(calendar && { calendar }),
      key: telling.key(enrolment.id),
    })),
  );
}

async function particulars(act: Act, held: TrainingClass, sessions: readonly TrainingSession[]): Promise<Message[]> {
  const { zone } = act.ground.clock;
  const times = sessions.map(({ startsAt, endsAt }) => spanIn(zone, startsAt, endsAt)).join('; ');
  const trainer = held.trainer ? await act.em.findOne(User, { id: held.trainer.id }) : null;
  return [
    { text: LETTER_TEXTS.times, values: { times } },
    ...(held.place ? [{ text: LETTER_TEXTS.place, values: { place: held.place } }] : []),
    ...(trainer ? [{ text: LETTER_TEXTS.trainer, values: { trainer: trainer.name } }] : []),
    { text: LETTER_TEXTS.cannotCome },
  ];
}

function calendarOf(
  act: Act,
  held: TrainingClass,
  sessions: readonly TrainingSession[],
  method: 'REQUEST' | 'CANCEL',
  dropped: readonly { id: string; startsAt: Date; endsAt: Date }[],
) {
  const facts = { title: held.title, place: held.place ?? null, sequence: held.calendarSequence, stamp: act.now };
  const entries: CalendarSession[] = [
    ...sessions.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt, ...facts })),
    ...dropped.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt, ...facts, isCancelled: true })),
  ];
  return { fileName: `${held.reference}.ics`, method, text: calendarFile(entries, method) };
}
