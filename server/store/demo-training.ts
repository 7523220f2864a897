/**
 * Training in the demonstration city: classes after the second review, whose effect the third one shows; causes and a demand after the
 * third; and for the trainer a class of today, one to come with a waiting list, and one that is only planned.
 */
import type { Acting } from '../identity/command.js';
import { type Day, weekday, dayNumber } from '../kernel/calendar.js';
import { addDays } from '../kernel/calendar.js';
import { setCause } from '../review/cause.service.js';
import { markAttendance } from '../training/attendance.service.js';
import { createClass } from '../training/class.service.js';
import { completeClass } from '../training/close-class.service.js';
import { saveCourse } from '../training/course.service.js';
import { requestSeats } from '../training/request.service.js';
import type { AttendanceMark } from '../training/vocabulary.js';
import { DEMO_MAIL_DOMAIN } from './demo-accounts.js';
import { LAGGING_AGENCY } from './demo-facts.js';
import { DEMO_CLASSES } from './demo.messages.js';

const SEATS = 16;

interface Person {
  findingId: string;
  officerId: string;
}

const rows = <R extends object>({ ground }: Acting, sql: string, values: unknown[] = []) => ground.orm.em.fork().execute<R[]>(sql, values);

/** Staff found to use the mailbox irregularly or never, some of each agency, of some agencies several times as many; without a cause yet. */
const inNeed = (acting: Acting, where: string, most: number): Promise<Person[]> =>
  rows<Person>(
    acting,
    `select n.finding_id as "findingId", n.officer_id as "officerId" from (
       select f.id as finding_id, f.officer_id, row_number() over (partition by f.agency_id order by o.sort_key, f.id) as place, a.code
       from finding f join officer o on o.latest_finding_id = f.id join agency a on a.id = f.agency_id
       where f.tier in ('IRREGULAR', 'NEVER') and f.cause is null and not f.is_leader and o.left_on is null
         and not exists (select 1 from role_grant g where g.scope_id = o.id)
         and not exists (select 1 from enrolment e where e.officer_id = o.id) and (${where})) n
     order by n.place * (1 + get_byte(decode(md5(n.code), 'hex'), 0) % 5), n.code limit ${most}`,
  );

const hardToUse = (acting: Acting, people: readonly Person[]) =>
  setCause(
    acting,
    people.map(({ findingId }) => findingId),
    'HARD_TO_USE',
    null,
  );

async function trainerOf(acting: Acting): Promise<string> {
  const [row] = await rows<{ id: string }>(acting, 'select id from app_user where email = ?', [`trainer@${DEMO_MAIL_DOMAIN}`]);
  return row!.id;
}

const CITY_HOURS_BEHIND_UTC = 7;

/** A session on a day, from and to an hour of the city. */
const session = (day: Day, from: number, to: number) => {
  const at = (hour: number) => new Date(Date.parse(`${day}T00:00:00Z`) + (hour - CITY_HOURS_BEHIND_UTC) * 3_600_000);
  return { startsAt: at(from), endsAt: at(to) };
};

/** The working day of the week nearest to so many days after (or, with −1, before) a day. */
function workday(day: Day, days: number): Day {
  const step = days < 0 ? -1 : 1;
  let found = addDays(day, days);
  while (weekday(dayNumber(found)) > 5) found = addDays(found, step);
  return found;
}

async function courseOf(acting: Acting): Promise<string> {
  return saveCourse(acting, { ...DEMO_CLASSES.course, passShare: 0.8, isRetired: false });
}

const marksFor = (i: number): AttendanceMark[] => {
  if (i % 11 === 7) return ['ABSENT', 'ABSENT'];
  if (i % 8 === 5) return ['PRESENT', 'EXCUSED'];
  return [i % 6 === 2 ? 'LATE' : 'PRESENT', 'PRESENT'];
};

interface Line {
  id: string;
  state: string;
}

async function linesOf(acting: Acting, classId: string): Promise<{ lines: Line[]; sessions: string[] }> {
  const lines = await rows<Line>(acting, 'select id, state from enrolment where training_class_id = ? order by queue_number', [classId]);
  const sessions = await rows<{ id: string }>(acting, 'select id from training_session where training_class_id = ? order by starts_at', [
    classId,
  ]);
  return { lines, sessions: sessions.map(({ id }) => id) };
}

/** Two classes between the second and the third review; `moveTo` sets the clock to the morning of a day. */
export async function holdDemoClasses(acting: Acting, reviewed: Day, moveTo: (day: Day) => void): Promise<void> {
  const [trainerId, courseId] = [await trainerOf(acting), await courseOf(acting)];
  const people = await inNeed(acting, `a.code <> '${LAGGING_AGENCY}'`, 2 * SEATS);
  if (people.length === 0) return;
  await hardToUse(acting, people);
  for (const [i, place] of DEMO_CLASSES.places.slice(0, 2).entries()) {
    moveTo(addDays(reviewed, 3 + i));
    const days = [workday(reviewed, 10 + 7 * i), workday(reviewed, 12 + 7 * i)];
    const id = await createClass(acting, {
      title: DEMO_CLASSES.titles[i]!,
      place,
      capacity: SEATS,
      passShare: 0.8,
      trainerId,
      courseId,
      sessions: days.map((day) => session(day, 8, 11)),
    });
    const mine = people.slice(i * SEATS, (i + 1) * SEATS);
    await requestSeats(
      acting,
      id,
      mine.map(({ officerId }) => officerId),
    );
    moveTo(addDays(days[1]!, 1));
    const { lines, sessions } = await linesOf(acting, id);
    const marks = lines.flatMap(({ id: enrolmentId }, place) =>
      marksFor(place).map((mark, s) => ({ enrolmentId, sessionId: sessions[s]!, mark })),
    );
    await markAttendance(acting, id, marks);
    await completeClass(acting, id);
  }
}

/** What the trainer finds today: a class that is held, one to come, one planned; and who else needs one. */
export async function openDemoClasses(acting: Acting, today: Day): Promise<void> {
  const [trainerId, courseId] = [await trainerOf(acting), await courseOf(acting)];
  const people = await inNeed(acting, `true`, 5 * SEATS);
  await hardToUse(acting, people);
  const own = await rows<{ id: string }>(
    acting,
    `select o.id from officer o join agency a on a.id = o.agency_id join finding f on f.id = o.latest_finding_id
     where a.code = ? and f.cause = 'HARD_TO_USE' order by o.sort_key limit 3`,
    [LAGGING_AGENCY],
  );
  const first = [...new Set([...own.map(({ id }) => id), ...people.slice(0, SEATS + 2).map(({ officerId }) => officerId)])];
  const [, , titleToday, titleNext, titlePlanned] = DEMO_CLASSES.titles;
  const held = await createClass(acting, {
    title: titleToday!,
    place: DEMO_CLASSES.places[0]!,
    capacity: SEATS,
    passShare: 0.8,
    trainerId,
    courseId,
    sessions: [session(workday(today, -1), 8, 11), session(today, 8, 11), session(workday(today, 1), 8, 11)],
  });
  await requestSeats(acting, held, first);
  const { lines, sessions } = await linesOf(acting, held);
  const seated = lines.filter(({ state }) => state === 'ENROLLED');
  await markAttendance(
    acting,
    held,
    seated.map(({ id }, i) => ({ enrolmentId: id, sessionId: sessions[0]!, mark: marksFor(i)[0]! })),
  );
  const rest = people.map(({ officerId }) => officerId).filter((id) => !first.includes(id));
  const soon = workday(today, 9);
  const next = await createClass(acting, {
    title: titleNext!,
    place: DEMO_CLASSES.places[1]!,
    capacity: 12,
    seatsPerAgency: 3,
    passShare: 0.8,
    trainerId,
    courseId,
    sessions: [session(soon, 13, 16), session(workday(soon, 1), 13, 16)],
  });
  await requestSeats(acting, next, rest.slice(0, SEATS + 1));
  await createClass(acting, {
    title: titlePlanned!,
    capacity: SEATS,
    passShare: 0.8,
    trainerId,
    courseId,
    sessions: [session(workday(today, 30), 8, 11)],
    isPlanned: true,
  });
}
