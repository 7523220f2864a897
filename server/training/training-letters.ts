/** The letters of classes: invitation, reminder, change, calling off, and the answer to a request; with the sessions for the calendar. */
import type { Act } from '../identity/command.js';
import { User } from '../identity/user.entity.js';
import type { Message } from '../kernel/language.js';
import { addressIn } from '../notices/letter-message.js';
import { letterSettings } from '../notices/letter-settings.js';
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

interface TakenOff {
  /** Their calendars are told too. */
  hadSeat: boolean;
  reason: string | null;
}

/** Tells people that they are on the list no more. */
export async function tellWithdrawn(
  act: Act,
  held: TrainingClass,
  enrolments: readonly Enrolment[],
  { hadSeat, reason }: TakenOff,
): Promise<void> {
  await tellEach(act, held, enrolments, {
    kind: 'training.withdrawn',
    key: (id) => `training.withdrawn:${id}`,
    title: 'withdrawnTitle',
    opening: 'withdrawn',
    closing: [...reasonOf(reason), { text: LETTER_TEXTS.askAgain }],
    ...(hadSeat && { calendar: 'CANCEL' }),
  });
}

const reasonOf = (reason: string | null): Message[] => (reason ? [{ text: LETTER_TEXTS.reason, values: { reason } }] : []);

/** Tells those who asked or waited that the class has closed before a seat became free. */
export async function tellUnseated(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<void> {
  await tellEach(act, held, enrolments, {
    kind: 'training.declined',
    key: (id) => `training.declined:${id}`,
    title: 'declinedTitle',
    opening: 'noSeat',
    isAnswer: true,
    closing: [{ text: LETTER_TEXTS.askAgain }],
  });
}

/** Tells officers that their requests were declined. */
export async function tellDeclined(act: Act, held: TrainingClass, enrolments: readonly Enrolment[], words: string | null): Promise<void> {
  await tellEach(act, held, enrolments, {
    kind: 'training.declined',
    key: (id) => `training.declined:${id}`,
    title: 'declinedTitle',
    opening: 'declined',
    isAnswer: true,
    closing: [...reasonOf(words), { text: LETTER_TEXTS.askAgain }],
  });
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
  /** It is worth telling whenever it comes. */
  isAnswer?: boolean;
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
  const isOver = held.endsAt.getTime() <= act.now.getTime();
  const calendarFor = await calendarsOf(act, held, sessions, enrolments, telling);
  await writeLetters(
    act,
    enrolments.map((enrolment): LetterDraft => {
      const calendar = calendarFor(enrolment);
      return {
        kind: telling.kind,
        officerId: enrolment.officer.id,
        about: `enrolment:${enrolment.id}`,
        title: { text: LETTER_TEXTS[telling.title], values: names },
        paragraphs,
        ...(calendar && { calendar }),
        key: telling.key(enrolment.id),
        isReplacing: true,
        ...(telling.isAnswer || isOver ? {} : { usefulUntil: held.endsAt }),
      };
    }),
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

/**
 * The calendar file for each person; the same for all who never left the list. Whoever left it and comes again gets a higher sequence than
 * the file by which the sessions were taken out of their calendar, or calendars would not put them back.
 */
async function calendarsOf(
  act: Act,
  held: TrainingClass,
  sessions: readonly TrainingSession[],
  enrolments: readonly Enrolment[],
  { calendar: method, dropped = [] }: Telling,
): Promise<(enrolment: Enrolment) => LetterDraft['calendar']> {
  if (!method) return () => undefined;
  const before = await timesWithdrawn(act, held, enrolments);
  const files = new Map<number, LetterDraft['calendar']>();
  return ({ officer }) => {
    const sequence = held.calendarSequence + (before.get(officer.id) ?? 0);
    const file = files.get(sequence) ?? calendarOf(act, held, sessions, method, dropped, sequence);
    files.set(sequence, file);
    return file;
  };
}

/** How often each has left the list of the class, the leaving of now included. */
async function timesWithdrawn(act: Act, held: TrainingClass, enrolments: readonly Enrolment[]): Promise<Map<string, number>> {
  const rows = await act.em.execute<{ officer_id: string; times: number }[]>(
    `select officer_id, count(*)::int as times from enrolment
     where training_class_id = ? and state = 'WITHDRAWN' and officer_id = any(?::uuid[]) group by officer_id`,
    [held.id, `{${enrolments.map(({ officer }) => officer.id).join(',')}}`],
  );
  return new Map(rows.map(({ officer_id, times }) => [officer_id, times]));
}

function calendarOf(
  act: Act,
  held: TrainingClass,
  sessions: readonly TrainingSession[],
  method: 'REQUEST' | 'CANCEL',
  dropped: readonly { id: string; startsAt: Date; endsAt: Date }[],
  sequence: number,
) {
  const facts = { title: held.title, place: held.place ?? null, sequence, stamp: act.now };
  const entries: CalendarSession[] = [
    ...sessions.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt, ...facts })),
    ...dropped.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt, ...facts, isCancelled: true })),
  ];
  const { mail, issuer } = letterSettings();
  const organizer = mail && { name: issuer ?? 'Hopthu', email: addressIn(mail.from) };
  return { fileName: `${held.reference}.ics`, method, text: calendarFile(entries, method, { organizer }) };
}
