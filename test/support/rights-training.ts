/** What rights-world.ts has of training on each side: an open class with everybody in every place, a planned one, and closed ones. */
import { completeClass } from '../../server/training/close-class.service.js';
import { markAttendance } from '../../server/training/attendance.service.js';
import { type ClassInput, createClass } from '../../server/training/class.service.js';
import { saveCourse } from '../../server/training/course.service.js';
import { requestSeats } from '../../server/training/request.service.js';
import type { World } from './world.js';

export interface TrainingThings {
  /** Open; held by the trainer who looks on the own side, by somebody else on the other. */
  trainingClass: string;
  reference: string;
  session: string;
  startsAt: string;
  endsAt: string;
  version: number;
  /** Only planned, held by the same. */
  plannedClass: string;
  /** The seat of the officer who looks, with a mark. */
  enrolment: string;
  /** The request of the colleague. */
  requested: string;
  /** Somebody of the agency who needs a class and is on no list. */
  needy: string;
}

interface Side {
  officer: string;
  colleague: string;
  leader: string;
  needy: string;
}

const HOUR = 3_600_000;

export async function trainingThings(world: World, side: Side, trainerId: string, assistantId: string): Promise<TrainingThings> {
  const force = world.as('TASK_FORCE');
  const now = world.ground.clock.now().getTime();
  const courseId = await saveCourse(force, {
    code: 'CAN-BAN',
    title: 'Thư điện tử căn bản',
    about: 'Đọc, gửi và lưu thư công vụ.',
    passShare: 0.8,
    isRetired: false,
  });
  const [startsAt, endsAt] = [new Date(now + 48 * HOUR), new Date(now + 51 * HOUR)];
  const input: ClassInput = {
    title: 'Lớp tháng 11',
    place: 'Phòng 201',
    capacity: 1,
    seatsPerAgency: 1,
    passShare: 0.8,
    cutOffAt: new Date(now + 24 * HOUR),
    courseId,
    trainerId,
    assistantIds: [assistantId],
    sessions: [{ startsAt, endsAt }],
  };
  const trainingClass = await createClass(force, input);
  const plannedClass = await createClass(force, { ...input, isPlanned: true });
  const enrolments = [
    ...(await requestSeats(force, trainingClass, [side.officer, side.leader])).ids,
    ...(await requestSeats(world.as('OFFICER', side.colleague), trainingClass, [side.colleague])).ids,
  ];
  const [row] = (await world.ground.orm.em
    .fork()
    .execute(
      `select s.id as session, c.reference, c.version from training_session s join training_class c on c.id = s.training_class_id where c.id = ?`,
      [trainingClass],
    )) as { session: string; reference: string; version: number }[];
  await markAttendance(force, trainingClass, [{ enrolmentId: enrolments[0]!, sessionId: row!.session, mark: 'EXCUSED' }]);
  return {
    ...row!,
    trainingClass,
    plannedClass,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    enrolment: enrolments[0]!,
    requested: enrolments[2]!,
    needy: side.needy,
  };
}

/** A closed class for each trainer. */
export async function closedClasses(world: World, trainerIds: readonly string[]): Promise<void> {
  const force = world.as('TASK_FORCE');
  const now = world.ground.clock.now().getTime();
  for (const trainerId of trainerIds) {
    const sessions = [{ startsAt: new Date(now - 5 * HOUR), endsAt: new Date(now - 2 * HOUR) }];
    await completeClass(force, await createClass(force, { title: 'Lớp đã xong', capacity: 5, passShare: 0.8, trainerId, sessions }));
  }
}
